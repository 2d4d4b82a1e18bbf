/// What a scalar is to the tokenizer.
enum CharacterClass {
  case letter, digit, space, newline, apostrophe, hyphen, dot, sign

  @inline(__always)
  init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii(UInt8(truncatingIfNeeded: scalar)) : Self.beyondASCII(scalar)
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x0A, 0x0D: .newline
    case 0x00...0x20, 0x7F: .space
    case 0x27, 0x60: .apostrophe
    case 0x2D: .hyphen
    case 0x2E: .dot
    default: .sign
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x85, 0x2028, 0x2029: .newline
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: .space
    case 0x2018, 0x2019, 0x02BB...0x02BF, 0x02C8, 0x2032, 0x201B, 0xFF07, 0xB4: .apostrophe
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFF0D: .hyphen
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xA1...0xBF, 0xD7, 0xF7: .sign
    case 0x0660...0x0669, 0x06F0...0x06F9: .digit
    case 0x060C, 0x061B, 0x061F, 0x0964, 0x0965: .sign
    case 0x200C...0x200F: .letter
    case 0x2010...0x2BFF, 0x3001...0x303F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFFC, 0xFFFD: .sign
    case 0x1F000...0x1FAFF: .sign
    default: .letter
    }
  }

  @inline(__always)
  static func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}

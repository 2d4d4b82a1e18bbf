extension JSONOutput {
  /// A string with what JSON cannot hold escaped. `<` and U+2028 are escaped too, so that the text is safe inside a page.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(Ascii.quote)
    // Bytes from `start` on are plain but not yet written.
    var start = 0
    var place = 0
    while place < text.count {
      place = Self.skipPlain(text, from: place)
      guard place < text.count else { break }
      guard let escape = Self.escape(at: place, in: text) else {
        place += 1
        continue
      }
      bytes.append(UnsafeBufferPointer(rebasing: text[start..<place]))
      append(escape.code)
      place += escape.length
      start = place
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(Ascii.quote)
  }

  @inline(__always)
  private static func skipPlain(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place + 8 <= text.count {
      let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let marks = PlainBytes.writerMarks(in: word)
      if marks != 0 { return place + marks.trailingZeroBitCount >> 3 }
      place += 8
    }
    return place
  }

  /// The UTF-16 code unit that the bytes at `place` are to be escaped as, and how many bytes those are.
  private static func escape(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> (code: UInt16, length: Int)? {
    switch text[place] {
    case 0..<0x20, Ascii.quote, Ascii.backslash, UInt8(ascii: "<"), 0x7F: return (UInt16(text[place]), 1)
    case 0xE2:
      guard place + 2 < text.count, text[place + 1] == 0x80, text[place + 2] & 0xFE == 0xA8 else { return nil }
      return (text[place + 2] == 0xA8 ? 0x2028 : 0x2029, 3)
    default: return nil
    }
  }

  private mutating func append(_ code: UInt16) {
    switch code {
    case 0x22: raw("\\\"")
    case 0x5C: raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    default:
      raw("\\u")
      for shift: UInt16 in [12, 8, 4, 0] {
        let digit = UInt8(code >> shift & 0xF)
        bytes.append(digit < 10 ? Ascii.zero + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

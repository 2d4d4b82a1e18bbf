extension JSONParser {
  /// Where a string stands between its quotes, and what it is made of.
  struct StringToken {
    var start: Int
    var end: Int
    var hasEscapes = false
    var isASCII = true
  }

  /// Steps over a string whose opening quote is next.
  @inline(__always)
  mutating func stringToken() throws(JSONFault) -> StringToken {
    try expect(Ascii.quote)
    var token = StringToken(start: index, end: index)
    while true {
      skipPlainBytes()
      guard index < count else { throw unexpected() }
      switch base[index] {
      case Ascii.quote:
        token.end = index
        index += 1
        return token
      case Ascii.backslash:
        token.hasEscapes = true
        index += 1
        guard index < count else { throw unexpected() }
        index += 1
      case 0..<0x20: throw unexpected()
      default:
        token.isASCII = false
        index += 1
      }
    }
  }

  /// Steps over bytes that mean themselves: ASCII but for controls, quotes and backslashes; eight at a time.
  @inline(__always)
  private mutating func skipPlainBytes() {
    while index + 8 <= count {
      let marks = PlainBytes.marks(in: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      if marks != 0 {
        index += marks.trailingZeroBitCount >> 3
        return
      }
      index += 8
    }
    while index < count, base[index] >= 0x20, base[index] < 0x80, base[index] != Ascii.quote,
      base[index] != Ascii.backslash
    {
      index += 1
    }
  }

  /// The string that is next.
  mutating func string() throws(JSONFault) -> String {
    let token = try stringToken()
    return try decoded(token)
  }

  /// The text of a token with its escapes resolved.
  mutating func decoded(_ token: StringToken) throws(JSONFault) -> String {
    if !token.hasEscapes {
      let bytes = UnsafeBufferPointer(start: base + token.start, count: token.end - token.start)
      if token.isASCII { return String(decoding: bytes, as: UTF8.self) }
      if let text = String(validating: bytes, as: UTF8.self) { return text }
      try tolerate(JSONFault(rule: .encoding, offset: token.start))
      return String(decoding: bytes, as: UTF8.self)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(token.end - token.start)
    var place = token.start
    while place < token.end {
      if base[place] == Ascii.backslash {
        place = try resolveEscape(at: place, before: token.end, into: &bytes)
      } else {
        bytes.append(base[place])
        place += 1
      }
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    try tolerate(JSONFault(rule: .encoding, offset: token.start))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Throws a fault that leaves the rest readable, or notes it where all faults are wanted.
  mutating func tolerate(_ fault: JSONFault) throws(JSONFault) {
    guard isLenient else { throw fault }
    tolerated.append(fault)
  }

  /// Appends what the escape at `place` stands for, and gives the place behind it.
  private mutating func resolveEscape(at place: Int, before end: Int, into bytes: inout [UInt8]) throws(JSONFault)
    -> Int
  {
    // The token has a byte behind every backslash.
    let escaped = base[place + 1]
    switch escaped {
    case Ascii.quote, Ascii.backslash, Ascii.slash: bytes.append(escaped)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(Ascii.newline)
    case UInt8(ascii: "r"): bytes.append(Ascii.carriageReturn)
    case UInt8(ascii: "t"): bytes.append(Ascii.tab)
    case UInt8(ascii: "u"):
      let unit = try codeUnit(at: place, before: end)
      if unit & 0xF800 != 0xD800 {
        append(UInt32(unit), to: &bytes)
        return place + 6
      }
      if unit < 0xDC00, place + 8 <= end, base[place + 6] == Ascii.backslash, base[place + 7] == UInt8(ascii: "u") {
        let low = try codeUnit(at: place + 6, before: end)
        if low & 0xFC00 == 0xDC00 {
          append(0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF, to: &bytes)
          return place + 12
        }
      }
      try tolerate(JSONFault(rule: .loneSurrogate, offset: place))
      append(0xFFFD, to: &bytes)
      return place + 6
    default: throw JSONFault(rule: .syntax, offset: place)
    }
    return place + 2
  }

  private func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The four hexadecimal digits of the `\u` at `place`.
  private func codeUnit(at place: Int, before end: Int) throws(JSONFault) -> UInt16 {
    guard place + 6 <= end else { throw JSONFault(rule: .syntax, offset: place) }
    var unit: UInt16 = 0
    for index in place + 2..<place + 6 {
      let byte = base[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: throw JSONFault(rule: .syntax, offset: place)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}

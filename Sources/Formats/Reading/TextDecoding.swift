#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes of a known or unknown charset as text.
///
/// In this order: a byte order mark; UTF-8 that is valid and holds more than ASCII, whatever is declared; the declared charset;
/// UTF-8; Windows-1252, which pages mean that say ISO-8859-1 (WHATWG Encoding).
enum TextDecoding {
  enum Fault: Error, Hashable {
    case unknown(charset: String)
    /// Neither UTF-8 nor Windows-1252.
    case undecodable
  }

  /// - Parameter repairs: whether a few bad sequences in UTF-8 become U+FFFD; else they are a fault.
  static func text(_ bytes: [UInt8], declared: String?, repairs: Bool) throws(Fault) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(Array(bytes.dropFirst(3)), repairs: repairs) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return try converted(Array(bytes.dropFirst(4)), from: "UTF-32LE") }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return try converted(Array(bytes.dropFirst(4)), from: "UTF-32BE") }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
    let charset = declared.map(canonical)
    // Text in another charset is hardly ever valid UTF-8 by chance; escape sequences (ISO-2022) and UTF-7 are ASCII, though.
    if charset?.isASCIICompatible ?? true, let text = String(validating: bytes, as: UTF8.self) { return text }
    switch charset {
    case nil, .utf8: return try utf8(bytes, repairs: repairs)
    case .windows1252: return windows1252(bytes)
    case .utf16(let isBigEndian): return utf16(bytes[...], isBigEndian: isBigEndian)
    case .other(let name): return try converted(bytes, from: name)
    }
  }

  private enum Charset {
    case utf8, windows1252, utf16(isBigEndian: Bool), other(String)

    var isASCIICompatible: Bool {
      switch self {
      case .utf8, .windows1252: true
      case .utf16: false
      case .other(let name): !name.hasPrefix("ISO-2022") && !name.hasPrefix("UTF-") && !name.hasPrefix("HZ")
      }
    }
  }

  private static func canonical(_ label: String) -> Charset {
    let name = String(label.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0 != "\"" && $0 != "'" })
      .uppercased()
    switch name {
    case "UTF-8", "UTF8", "UNICODE-1-1-UTF-8": return .utf8
    // what a page in ASCII bytes says of UTF-16 is not so (WHATWG HTML 13.2.3.2), but a header may say so rightly
    case "UTF-16", "UTF-16LE", "UNICODE": return .utf16(isBigEndian: false)
    case "UTF-16BE": return .utf16(isBigEndian: true)
    case "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "ISO88591", "LATIN1", "LATIN-1", "L1", "ASCII", "US-ASCII",
      "WINDOWS-1252", "CP1252", "X-CP1252", "IBM819", "CP819", "WIN-1252":
      return .windows1252
    case "ISO-8859-9", "LATIN5": return .other("WINDOWS-1254")
    case "ISO-8859-11", "TIS-620": return .other("CP874")
    case "SHIFT_JIS", "SHIFT-JIS", "SJIS", "X-SJIS", "MS_KANJI": return .other("CP932")
    case "GB2312", "GB_2312-80", "GBK", "X-GBK", "CHINESE": return .other("GB18030")
    case "EUC-KR", "KS_C_5601-1987", "KSC5601", "KOREAN": return .other("CP949")
    case "BIG5": return .other("BIG5-HKSCS")
    default: return .other(name)
    }
  }

  private static func utf8(_ bytes: [UInt8], repairs: Bool) throws(Fault) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let (good, bad) = sequences(in: bytes)
    if good >= 4 * bad {
      guard repairs else { throw .undecodable }
      return String(decoding: bytes, as: UTF8.self)
    }
    // a surrogate in UTF-8 is damage, not Windows-1252, and so are the bytes that Windows-1252 does not have
    let isForeign = bytes.contains { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) }
    let hasSurrogate = zip(bytes, bytes.dropFirst()).contains { $0 == 0xED && (0xA0...0xBF).contains($1) }
    guard !isForeign && !hasSurrogate else {
      guard repairs else { throw .undecodable }
      return String(decoding: bytes, as: UTF8.self)
    }
    return windows1252(bytes)
  }

  /// How many sequences of more than one byte are valid, and how many bytes belong to none.
  private static func sequences(in bytes: [UInt8]) -> (good: Int, bad: Int) {
    var (good, bad) = (0, 0)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length =
        switch byte {
        case ..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      guard length != 1 else {
        index += 1
        continue
      }
      let isWhole =
        length > 0 && index + length <= bytes.count
        && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      if isWhole { good += 1 } else { bad += 1 }
      index += isWhole ? length : 1
    }
    return (good, bad)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(
        (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }

  /// 0x80 ... 0x9F of Windows-1252; what it leaves free is a control character.
  private static let high: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// By the system's iconv; what it cannot convert becomes U+FFFD.
  private static func converted(_ bytes: [UInt8], from charset: String) throws(Fault) -> String {
    #if canImport(Glibc)
      // glibc takes options and paths in names
      let isName = charset.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || [0x2D, 0x5F, 0x2E].contains(byte)
      }
      guard isName, !charset.isEmpty, charset.utf8.count <= 40 else { throw .unknown(charset: charset) }
      let converter = iconv_open("UTF-8", charset)
      guard converter != iconv_t(bitPattern: -1) else { throw .unknown(charset: charset) }
      defer { iconv_close(converter) }
      var input = bytes.map { CChar(bitPattern: $0) }
      var result: [UInt8] = []
      var block = [CChar](repeating: 0, count: 1 << 14)
      var taken = 0
      let failed = Int(bitPattern: UInt.max)
      while taken < input.count {
        let (used, given, isStuck) = input.withUnsafeMutableBufferPointer { input in
          block.withUnsafeMutableBufferPointer { output in
            var source = input.baseAddress.map { $0 + taken }
            var target = output.baseAddress
            var (left, room) = (input.count - taken, output.count)
            let status = iconv(converter, &source, &left, &target, &room)
            let isStuck = status == failed && errno != E2BIG
            return (input.count - taken - left, output.count - room, isStuck)
          }
        }
        result.append(contentsOf: block[..<given].lazy.map { UInt8(bitPattern: $0) })
        taken += used
        if isStuck {
          result.append(contentsOf: [0xEF, 0xBF, 0xBD])
          taken += 1
        } else if used == 0, given == 0 {
          break
        }
      }
      return String(decoding: result, as: UTF8.self)
    #else
      throw .unknown(charset: charset)
    #endif
  }
}

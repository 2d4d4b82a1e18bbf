/// Reads JSON (RFC 8259) from memory that somebody else holds, a byte at a time, without building anything on its own: what
/// is built is up to the extensions. Every look at a byte is checked against the end.
struct JSONParser {
  /// Valid for `count` bytes while the parser is used.
  private(set) var base: UnsafePointer<UInt8>
  private(set) var count: Int
  var index = 0
  /// How deep arrays and objects may nest: recursion follows the nesting, and the stack is finite.
  let maximumDepth: Int
  /// Faults noted on the way, where `isLenient`; else they are thrown.
  var tolerated: [JSONFault] = []
  var isLenient = false
  var propertyKeys = KeyCache()

  init(_ base: UnsafePointer<UInt8>, count: Int, maximumDepth: Int) {
    self.base = base
    self.count = count
    self.maximumDepth = maximumDepth
  }

  /// Goes on with other memory.
  mutating func move(to base: UnsafePointer<UInt8>, count: Int, index: Int) {
    self.base = base
    self.count = count
    self.index = index
  }

  /// The byte at the index, or 0 at the end: 0 begins nothing in JSON.
  @inline(__always)
  var byte: UInt8 { index < count ? base[index] : 0 }

  /// The byte at the index behind white space.
  @inline(__always)
  mutating func next() -> UInt8 {
    let byte = self.byte
    return byte > Ascii.space ? byte : nextBehindSpace()
  }

  private mutating func nextBehindSpace() -> UInt8 {
    while index < count {
      switch base[index] {
      case Ascii.space, Ascii.newline, Ascii.carriageReturn, Ascii.tab: index += 1
      default: return base[index]
      }
    }
    return 0
  }

  /// A fault at the index: at the end of the text it is that the text ends.
  func unexpected() -> JSONFault { JSONFault(rule: index < count ? .syntax : .truncated, offset: index) }

  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard next() == byte else { throw unexpected() }
    index += 1
  }

  /// After an element: true where another follows, false where the list ended.
  @inline(__always)
  mutating func continues(until close: UInt8) throws(JSONFault) -> Bool {
    let byte = next()
    if byte == Ascii.comma {
      index += 1
      return true
    }
    guard byte == close else { throw unexpected() }
    index += 1
    return false
  }

  /// Behind an opening bracket: true where the list is empty, and then steps over its end.
  @inline(__always)
  mutating func isEmpty(until close: UInt8) -> Bool {
    guard next() == close else { return false }
    index += 1
    return true
  }

  /// Steps over `word`, which begins at the index.
  mutating func expect(word: StaticString) throws(JSONFault) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[offset] else { throw unexpected() }
      index += 1
    }
  }

  func deeper(_ depth: Int) throws(JSONFault) -> Int {
    guard depth < maximumDepth else { throw JSONFault(rule: .nesting, offset: index) }
    return depth + 1
  }

  /// Steps over a leading byte order mark, which RFC 8259, 8.1, lets parsers ignore. True where there was one.
  mutating func skipByteOrderMark() -> Bool {
    guard index + 3 <= count, base[index] == 0xEF, base[index + 1] == 0xBB, base[index + 2] == 0xBF else {
      return false
    }
    index += 3
    return true
  }

  /// Asks that nothing but white space follows.
  mutating func expectEnd() throws(JSONFault) {
    _ = next()
    guard index == count else { throw JSONFault(rule: .syntax, offset: index) }
  }
}

enum Ascii {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let recordSeparator: UInt8 = 0x1E
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let point: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let zero: UInt8 = 0x30
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3A
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
}

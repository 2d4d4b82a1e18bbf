/// Finds, eight bytes at a time, the bytes that need a look in a string of JSON.
enum PlainBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Marks the top bit of bytes that are controls, quotes, backslashes or not ASCII. The first byte marked in memory is right;
  /// behind it a borrow may mark too many.
  ///
  /// Source: S. E. Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n".
  @inline(__always)
  static func marks(in bytes: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: bytes)
    return (below(0x20, in: word) | equal(Ascii.quote, in: word) | equal(Ascii.backslash, in: word) | word) & tops
  }

  /// As ``marks(in:)``, with what the writer escapes besides: `<` and DEL.
  @inline(__always)
  static func writerMarks(in bytes: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: bytes)
    return marks(in: bytes) | ((equal(UInt8(ascii: "<"), in: word) | equal(0x7F, in: word)) & tops)
  }

  /// Marks the top bit of bytes that are `byte`, exactly for the first one.
  @inline(__always)
  static func marks(of byte: UInt8, in bytes: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: bytes)
    return equal(byte, in: word) & ~(word ^ (ones &* UInt64(byte))) & tops
  }

  @inline(__always)
  private static func below(_ limit: UInt64, in word: UInt64) -> UInt64 { word &- ones &* limit }

  @inline(__always)
  private static func equal(_ byte: UInt8, in word: UInt64) -> UInt64 { (word ^ (ones &* UInt64(byte))) &- ones }
}

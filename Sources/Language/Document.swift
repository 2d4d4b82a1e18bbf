/// A text cut into tokens, sentences and paragraphs. The text is never altered; spans are bytes of its UTF-8 inside and
/// Unicode code points at the edge (``scalarRange(ofBytes:)``).
public struct Document: Sendable {
  /// The text as given, without a leading byte order mark and what is beyond ``longest``.
  public let text: String
  public let utf8: [UInt8]
  public let tokens: [Token]
  public let sentences: [Sentence]
  /// The folded words, without separators.
  package let folded: [UInt8]
  private let scalars: ScalarIndex

  /// A sentence, heading or caption line: a range of tokens.
  public struct Sentence: Sendable, Hashable {
    /// The sentence's tokens, by number.
    public var tokens: Range<Int>
    /// The number of its paragraph, from 0.
    public var paragraph: Int
  }

  /// Bytes of UTF-8; of a longer text so many are read, to the last whole scalar.
  public static let longest = 1 << 26

  /// Reads the text once: linear in its length.
  public init(_ text: String) {
    let text = Self.beginning(
      of: text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text, bytes: Self.longest)
    self.text = text
    utf8 = Array(text.utf8)
    var tokenizer = Tokenizer(utf8)
    tokenizer.run()
    tokens = tokenizer.tokens
    folded = tokenizer.folded
    sentences = SentenceSplitter(utf8: utf8, tokens: tokens).split()
    scalars = ScalarIndex(utf8)
  }

  /// At most so many bytes of a text, to the last whole scalar.
  package static func beginning(of text: String, bytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while end > text.startIndex, text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
    return String(text[..<end])
  }

  /// The letters of a token as they stand.
  public func text(of token: Token) -> String { text(ofBytes: Int(token.start)..<Int(token.end)) }

  /// The letters of a range of bytes as they stand.
  public func text(ofBytes range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The bytes from the first to the last of some tokens.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }

  /// The text from the first to the last of some tokens.
  public func text(ofTokens range: Range<Int>) -> String { text(ofBytes: bytes(of: range)) }

  /// The folded word of a token.
  public func foldedText(of token: Token) -> String { String(decoding: foldedBytes(of: token), as: UTF8.self) }

  package func foldedBytes(of token: Token) -> ArraySlice<UInt8> {
    folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
  }

  /// A range of bytes in Unicode code points.
  public func scalarRange(ofBytes range: Range<Int>) -> Range<Int> {
    scalars.scalarOffset(ofByte: range.lowerBound, in: utf8)..<scalars.scalarOffset(ofByte: range.upperBound, in: utf8)
  }

  /// A range of Unicode code points in bytes; nil where it does not lie in the text.
  public func byteRange(ofScalars range: Range<Int>) -> Range<Int>? {
    guard let start = scalars.byteOffset(ofScalar: range.lowerBound, in: utf8),
      let end = scalars.byteOffset(ofScalar: range.upperBound, in: utf8)
    else { return nil }
    return start..<end
  }

  /// The index of the sentence that holds a token.
  public func sentence(ofToken token: Int) -> Int {
    var (low, high) = (0, sentences.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }
}

/// Where in the bytes every sixty-fourth code point stands.
struct ScalarIndex: Sendable {
  private static let stride = 64
  /// Code points before byte `stride * i`; empty for a text of ASCII alone.
  private var counts: [Int32] = []

  init(_ utf8: [UInt8]) {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return }
    var count: Int32 = 0
    counts.reserveCapacity(utf8.count / Self.stride + 1)
    for (offset, byte) in utf8.enumerated() {
      if offset % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }

  func scalarOffset(ofByte byte: Int, in utf8: [UInt8]) -> Int {
    guard !counts.isEmpty else { return byte }
    let block = min(byte / Self.stride, counts.count - 1)
    return utf8[block * Self.stride..<byte].reduce(Int(counts[block])) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
  }

  func byteOffset(ofScalar scalar: Int, in utf8: [UInt8]) -> Int? {
    guard scalar >= 0 else { return nil }
    guard !counts.isEmpty else { return scalar <= utf8.count ? scalar : nil }
    var (low, high) = (0, counts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(counts[middle]) <= scalar { low = middle } else { high = middle }
    }
    var count = Int(counts[low])
    for byte in low * Self.stride..<utf8.count where utf8[byte] & 0xC0 != 0x80 {
      if count == scalar { return byte }
      count += 1
    }
    return count == scalar ? utf8.count : nil
  }
}

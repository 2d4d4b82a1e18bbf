/// A word, number or sign of a text. It holds no text: offsets are bytes into the UTF-8 of its ``Document``.
public struct Token: Sendable, Hashable {
  /// What the bytes of a token are.
  public enum Kind: UInt8, Sendable {
    /// Letters, perhaps with digits, inner apostrophes, or the dots of an abbreviation (`U.S.`, `Gen.`).
    case word
    /// Digits, perhaps with separators: `1,000`, `7.8`, `10:30`.
    case number
    /// One sign, or a possessive `'s`.
    case punctuation
    /// An address of the web or of mail.
    case address
  }

  /// What the letters look like.
  public struct Shape: OptionSet, Sendable, Hashable {
    /// The set as bits.
    public let rawValue: UInt8
    /// A set of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first letter is upper case.
    public static let capitalised = Shape(rawValue: 1)
    /// Two or more letters and none of them lower case.
    public static let allCapitals = Shape(rawValue: 2)
    public static let hasDigit = Shape(rawValue: 4)
    /// The token ends in the dot of an abbreviation.
    public static let abbreviated = Shape(rawValue: 8)
    /// White space stands before it (or it is the first).
    public static let spaceBefore = Shape(rawValue: 16)
    /// A line begins with it.
    public static let lineStart = Shape(rawValue: 32)
    public static let possessive = Shape(rawValue: 64)
  }

  /// Bytes `start ..< end` of the document's UTF-8.
  public var start: Int32
  public var end: Int32
  public var kind: Kind
  public var shape: Shape
  /// Bytes of the document's folded text; empty for punctuation.
  var foldedStart: Int32
  var foldedEnd: Int32
  /// Bytes of the document's folded text.
  package var foldedRange: Range<Int> { Int(foldedStart)..<Int(foldedEnd) }
  /// The hash of the folded word, 0 where there is none.
  package var hash: UInt64
}

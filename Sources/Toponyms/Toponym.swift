import Gazetteer

/// A place name in a text.
public struct Toponym: Hashable, Sendable {
  /// What the word is to the place.
  public enum Form: String, Sendable {
    case name, demonym, abbreviation
  }

  /// Whether the text means the place itself or something that goes with it.
  public enum Usage: String, Sendable {
    /// "Israeli airspace", "in Paris"
    case literal
    /// "Israeli officials", "Paris Police Department"
    case associative
  }

  /// Tokens of the document.
  public var tokens: Range<Int>
  /// Bytes of the document's UTF-8.
  public var bytes: Range<Int>
  public var form: Form
  public var usage: Usage
  /// Stands where an article says where it was filed ("WASHINGTON —").
  public var isDateline: Bool
  /// The probability that this is a toponym with these bounds.
  public var confidence: Double

  /// A name in a document. Spans are bytes of its UTF-8.
  public init(
    tokens: Range<Int>, bytes: Range<Int>, form: Form, usage: Usage, isDateline: Bool, confidence: Double = 1
  ) {
    self.confidence = confidence
    self.tokens = tokens
    self.bytes = bytes
    self.form = form
    self.usage = usage
    self.isDateline = isDateline
  }
}

/// A place name with the place that it means.
public struct ResolvedToponym: Hashable, Sendable {
  /// The name as it stands in the text.
  public var toponym: Toponym
  /// Nil where no place of that name is known.
  public var place: PlaceID?
  /// The probability that span and place are right.
  public var confidence: Double
  /// Other places that it could mean, the likeliest first.
  public var alternatives: [Alternative]

  /// A place that the name was not taken for.
  public struct Alternative: Hashable, Sendable {
    /// The place, and how probable the model thinks it, 0 ... 1.
    public var place: PlaceID
    public var probability: Double
  }
}

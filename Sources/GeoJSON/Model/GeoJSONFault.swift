/// A breach of a rule: what ``GeoJSONReader`` throws and ``GeoJSONValidator`` lists.
public struct GeoJSONFault: Error, Hashable, Sendable {
  /// The rule that is broken.
  public var rule: GeoJSONRule
  /// Where in the document: a JSON Pointer (RFC 6901), empty for the document itself.
  public var pointer: String
  /// The byte at which it shows, counted from the beginning of the text or of the stream.
  public var offset: Int
  /// The place of the text among those of a sequence or of the lines of a file, from 1; nil in a document of one text.
  public var record: Int?
  /// What stands there, where that helps.
  public var found: String?

  /// - Parameters:
  ///   - pointer: a JSON Pointer (RFC 6901) to the value.
  ///   - offset: bytes from the start of the text.
  ///   - record: of texts with one value a line, which, from 1.
  public init(_ rule: GeoJSONRule, pointer: String, offset: Int, record: Int? = nil, found: String? = nil) {
    self.rule = rule
    self.pointer = pointer
    self.offset = offset
    self.record = record
    self.found = found
  }
}

extension GeoJSONFault: CustomStringConvertible {
  /// `/features/3/geometry/coordinates/0: A ring is open. Repeat … (RFC 7946, 3.1.6; byte 817)`
  public var description: String {
    let place = (record.map { "record \($0)" } ?? "") + (record != nil && !pointer.isEmpty ? ", " : "") + pointer
    let subject = place.isEmpty ? "document" : place
    let detail = found.map { ": \($0)" } ?? ""
    return "\(subject): \(rule.complaint)\(detail). \(rule.remedy) (\(rule.section); byte \(offset))"
  }
}

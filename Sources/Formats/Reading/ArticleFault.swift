import GeoJSON

/// An input, or a part of one, that gave no article.
public struct ArticleFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The id of the article, where it can be told; of a file its path as given.
  public var id: String?
  /// The file, address or stream, as given.
  public var source: String
  /// The line of the file, the first being 1.
  public var line: Int?
  public var error: ArticleError

  public init(id: String?, source: String, line: Int? = nil, error: ArticleError) {
    self.id = id
    self.source = source
    self.line = line
    self.error = error
  }

  /// Whether the results have a line for it: they do for what was there and could not be understood, not for what is missing.
  public var isDocument: Bool {
    switch error {
    case .missing, .unreadable: false
    default: true
    }
  }

  /// With the source, and the line where there is one.
  public var description: String {
    if case .badLine(let reason) = error { return line.map { "\(source):\($0): \(reason)" } ?? "\(source): \(reason)" }
    return "\(error)"
  }

  /// `{"id", "line", "error"}` with a line feed.
  public var jsonLine: String {
    GeoJSONWriter().string(
      .object([
        JSONValue.Member("id", .optional(id)), JSONValue.Member("line", .optional(line)),
        JSONValue.Member("error", .string("\(error)")),
      ])) + "\n"
  }
}

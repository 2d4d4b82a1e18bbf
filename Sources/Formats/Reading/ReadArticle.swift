import DatelineKit

/// An article as it came out of a file, a stream or a page.
public struct ReadArticle: Sendable, Hashable {
  public var article: Article
  /// The toponyms that a line of JSON gives, in code points.
  public var spans: [Range<Int>]?
  /// Whether it is all of its file: its id is then the file's path as given.
  public var isWholeFile: Bool

  public init(article: Article, spans: [Range<Int>]? = nil, isWholeFile: Bool = false) {
    self.article = article
    self.spans = spans
    self.isWholeFile = isWholeFile
  }
}

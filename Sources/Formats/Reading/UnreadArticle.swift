import DatelineKit

/// A part of the input that should be one article: what `ArticleSource` hands out in order and cheaply, so that the dearer
/// reading can be done on any thread.
public struct UnreadArticle: Sendable {
  /// The file or stream that it is from, as given.
  public let source: String
  /// Its line in a file of lines, the first being 1.
  public let line: Int?
  let content: Content

  enum Content: Sendable {
    case file(path: String)
    case text([UInt8], name: String)
    case jsonLine([UInt8])
    case failed(ArticleFault)
  }

  /// The article, or why there is none. Nothing is shared: parts may be read at the same time and in any order.
  public func read() -> Result<ReadArticle, ArticleFault> {
    switch content {
    case .failed(let fault): return .failure(fault)
    case .file(let path):
      return outcome(id: path) { () throws(ArticleError) in
        ReadArticle(article: try ArticleReader().article(atPath: path), isWholeFile: true)
      }
    case .text(let bytes, let name):
      return outcome(id: name) { () throws(ArticleError) in
        ReadArticle(article: Article(id: name, text: try ArticleReader.text(bytes, path: name)), isWholeFile: true)
      }
    case .jsonLine(let bytes):
      return outcome(id: nil) { () throws(ArticleError) in
        let (article, spans) = try ArticleReader().article(ofLine: bytes)
        return ReadArticle(article: article, spans: spans)
      }.mapError { fault in
        var fault = fault
        fault.id = ArticleReader().id(ofLine: bytes)
        return fault
      }
    }
  }

  private func outcome(
    id: String?, _ read: () throws(ArticleError) -> ReadArticle
  ) -> Result<ReadArticle, ArticleFault> {
    Result { () throws(ArticleError) in try read() }
      .mapError { ArticleFault(id: id, source: source, line: line, error: $0) }
  }
}

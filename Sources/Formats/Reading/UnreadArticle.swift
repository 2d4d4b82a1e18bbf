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
    case document(ArticleDocument)
    /// A document that is all of its file.
    case file(ArticleDocument)
    /// With the names of further fields that its article keeps.
    case jsonLine([UInt8], keeping: [String])
    case answer(HTTPMessage, address: String)
    case entry(FeedEntry, number: Int)
    case failed(ArticleFault)
  }

  /// How much memory it holds until it is read, in bytes.
  public var byteCount: Int {
    switch content {
    case .document(let document), .file(let document): document.bytes.count
    case .jsonLine(let bytes, _): bytes.count
    case .answer(let message, _): message.body.count
    case .entry(let entry, _): (entry.content?.utf8.count ?? 0) + (entry.summary?.utf8.count ?? 0)
    case .failed: 0
    }
  }

  /// The article, or why there is none. Nothing is shared: parts may be read at the same time and in any order.
  public func read() -> Result<ReadArticle, ArticleFault> {
    switch content {
    case .failed(let fault): .failure(fault)
    case .document(let document):
      outcome(id: document.name) { () throws(ArticleError) in ReadArticle(article: try document.article()) }
    case .file(let document):
      outcome(id: document.name) { () throws(ArticleError) in
        ReadArticle(article: try document.article(), isWholeFile: true)
      }
    case .jsonLine(let bytes, let kept): line(bytes, keeping: kept)
    case .answer(let message, let address):
      outcome(id: address) { () throws(ArticleError) in ReadArticle(article: try Self.article(message, address)) }
    case .entry(let entry, let number):
      outcome(id: Self.id(entry, source, number)) { () throws(ArticleError) in
        ReadArticle(article: try Self.article(entry, id: Self.id(entry, source, number)))
      }
    }
  }

  private func outcome(
    id: String?, _ read: () throws(ArticleError) -> ReadArticle
  ) -> Result<ReadArticle, ArticleFault> {
    Result { () throws(ArticleError) in try read() }
      .mapError { ArticleFault(id: id, source: source, line: line, error: $0) }
  }

  private func line(_ bytes: [UInt8], keeping kept: [String]) -> Result<ReadArticle, ArticleFault> {
    outcome(id: nil) { () throws(ArticleError) in
      var (article, spans) = try ArticleReader().article(ofLine: bytes)
      if !kept.isEmpty { article.fields = ArticleFields.texts(kept, ofLine: bytes) }
      return ReadArticle(article: article, spans: spans)
    }.mapError { fault in
      var fault = fault
      fault.id = ArticleReader().id(ofLine: bytes)
      return fault
    }
  }

  private static func article(_ message: HTTPMessage, _ address: String) throws(ArticleError) -> Article {
    let bytes: [UInt8]
    do throws(HTTPMessage.Fault) { bytes = try message.content(limit: ReadingLimit.article) } catch {
      switch error {
      case .tooLarge: throw .tooLarge(path: address)
      case .chunks: throw .damaged(path: address, reason: "the chunks of the answer do not fit together")
      case .compression(let name): throw .damaged(path: address, reason: "the \(name) data cannot be read")
      }
    }
    let kind = ArchiveReader.kind(message.mediaType, bytes[...], address) ?? .page
    return try ArticleDocument(bytes: bytes, kind: kind, name: address, charset: message.charset, address: address)
      .article()
  }

  private static func id(_ entry: FeedEntry, _ source: String, _ number: Int) -> String {
    entry.address ?? entry.id ?? "\(source)#\(number)"
  }

  private static func article(_ entry: FeedEntry, id: String) throws(ArticleError) -> Article {
    guard let content = entry.content ?? entry.summary else { throw .noEntryText(id: id) }
    let page = try WebPage(fragment: content, path: id)
    guard !page.paragraphs.isEmpty else { throw .noEntryText(id: id) }
    return Article(
      id: id, text: page.text, title: entry.title,
      url: [entry.address, entry.id].compactMap { $0 }.first { PageMetadata.isAddress($0) },
      date: entry.date.flatMap { PageDate.day($0) },
      extraction: Article.Extraction(captions: page.captions, authors: entry.authors, publisher: entry.publisher))
  }
}

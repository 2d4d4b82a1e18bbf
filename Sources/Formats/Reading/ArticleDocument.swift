import DatelineKit

/// The bytes of one article: a text, Markdown or a page.
struct ArticleDocument: Sendable {
  var bytes: [UInt8]
  var kind: SourceKind
  /// Its id.
  var name: String
  /// As a header says.
  var charset: String?
  /// Where it is from.
  var address: String?

  func article() throws(ArticleError) -> Article {
    switch kind {
    case .page:
      return try WebPage(
        html: try decoded(declared: charset ?? Self.declared(in: bytes), repairs: true), path: name, address: address
      )
      .article(id: name)
    case .pdf:
      throw .foreign(path: name, kind: "a PDF", remedy: "save its text first, for example with pdftotext")
    case .otherXML:
      throw .foreign(
        path: name, kind: "XML of another kind than RSS or Atom", remedy: "save the article as HTML or text")
    case .markdown:
      let text = try text()
      let front = try FrontMatter(text, path: name)
      let markdown = MarkdownText(front?.body ?? text)
      guard !markdown.paragraphs.isEmpty else { throw .empty(path: name) }
      return article(
        markdown.text, front, title: markdown.title, extraction: Article.Extraction(captions: markdown.captions))
    default:
      let text = try text()
      guard let front = try FrontMatter(text, path: name) else {
        return Article(id: name, text: text, url: address)
      }
      try Self.check(front.body, name)
      return article(front.body, front, title: nil, extraction: Article.Extraction())
    }
  }

  private func article(
    _ text: String, _ front: FrontMatter?, title: String?, extraction: Article.Extraction
  ) -> Article {
    Article(
      id: name, text: text, title: front?.title ?? title, url: front?.url ?? address, date: front?.date,
      place: front?.place, extraction: extraction)
  }

  private func text() throws(ArticleError) -> String {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if !hasMark, charset?.uppercased().hasPrefix("UTF-16") != true, bytes.contains(0) { throw .binary(path: name) }
    let text = try decoded(declared: charset, repairs: false)
    try Self.check(text, name)
    return text
  }

  private func decoded(declared: String?, repairs: Bool) throws(ArticleError) -> String {
    guard !bytes.isEmpty else { throw .empty(path: name) }
    do throws(TextDecoding.Fault) {
      return try TextDecoding.text(bytes, declared: declared, repairs: repairs)
    } catch {
      switch error {
      case .unknown(let charset): throw .unknownCharset(path: name, name: charset)
      case .undecodable: throw .notUTF8(path: name)
      }
    }
  }

  private static func check(_ text: String, _ name: String) throws(ArticleError) {
    guard text.contains(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) else { throw .empty(path: name) }
  }

  /// The charset that a page names in its first bytes, in a `meta` element or an XML declaration.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(8192).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    for mark in ["charset=", "encoding="] {
      guard let found = head.firstRange(of: mark) else { continue }
      if mark == "encoding=", !head.hasPrefix("<?xml") { continue }
      let name = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        .prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
      // a page whose bytes are ASCII cannot be what it says of UTF-16 (WHATWG HTML 13.2.3.2)
      if !name.isEmpty { return name.hasPrefix("utf-16") ? "utf-8" : String(name) }
    }
    return nil
  }
}

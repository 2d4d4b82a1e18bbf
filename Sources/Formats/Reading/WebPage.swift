import DatelineKit
import Language

/// The article on a page of HTML: by JSON-LD, then Open Graph and its kin, then what can be read in the page itself.
struct WebPage {
  private(set) var title: String?
  private(set) var date: CalendarDate?
  private(set) var url: String?
  private(set) var place: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var paragraphs: [String] = []
  private(set) var captions: [String] = []

  /// - Parameters:
  ///   - html: the decoded page.
  ///   - address: where it is from, if known.
  init(html: String, path: String, address: String? = nil) throws(ArticleError) {
    let tree = try MarkupTree(html: html.utf8.filter { $0 != 0 }, path: path)
    let metadata = PageMetadata(tree)
    let heading = tree.first { tree.nodes[$0].name == "h1" }.map { tree.line(in: $0) }
    let titles = [metadata.title, heading, metadata.longestPart].compactMap { $0 }
    let linked = LinkedArticle(scripts: metadata.linked, titles: titles)
    let known = linked?.title ?? metadata.title
    let body = PageBody(tree, title: known ?? metadata.windowTitle)
    paragraphs = Self.paragraphs(body.paragraphs, linked: linked?.body)
    captions = body.captions
    guard paragraphs.reduce(0, { $0 + $1.utf8.count }) >= 40 else {
      throw .noArticle(path: path, reason: Self.reason(metadata, tree))
    }
    title = known ?? Self.title(tree, metadata)
    url = [metadata.address, linked?.url, address].compactMap { $0 }.first { PageMetadata.isAddress($0) }
    date = linked?.date.flatMap { PageDate.day($0) } ?? metadata.date ?? Self.date(in: tree, body)
    place = linked?.place ?? metadata.place
    authors = linked.map(\.authors).flatMap { $0.isEmpty ? nil : $0 } ?? metadata.authors
    publisher = linked?.publisher ?? metadata.site
  }

  /// The text of a feed's entry: markup without a page around it.
  init(fragment html: String, path: String) throws(ArticleError) {
    let tree = try MarkupTree(html: html.utf8.filter { $0 != 0 }, path: path)
    let body = PageBody(tree, title: nil)
    (paragraphs, captions) = (body.paragraphs, body.captions)
  }

  var text: String { paragraphs.joined(separator: "\n\n") }

  /// An article of this page.
  func article(id: String) -> Article {
    Article(
      id: id, text: text, title: title, url: url, date: date, place: place,
      extraction: Article.Extraction(captions: captions, authors: authors, publisher: publisher))
  }

  private static func reason(_ metadata: PageMetadata, _ tree: MarkupTree) -> String {
    if let target = metadata.refresh {
      return "it only sends on to \(target.prefix(200)); save that page instead"
    }
    return
      "it holds links and short lines but no paragraphs; pages that are made by scripts must be saved from the browser"
  }

  /// The heading, or the title of the window without the paper's name.
  private static func title(_ tree: MarkupTree, _ metadata: PageMetadata) -> String? {
    if let marked = tree.first(where: { tree.attribute("itemprop", of: $0)?.lowercased() == "headline" }) {
      let line = tree.line(in: marked)
      if !line.isEmpty { return line }
    }
    let parts = PageParts(tree, title: metadata.windowTitle, isTrusting: true)
    let heading = parts.heading.map { tree.line(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    guard let window = metadata.longestPart else { return heading }
    guard let heading else { return window }
    return PlainText.key(metadata.windowTitle ?? "").contains(PlainText.key(heading)) || heading.utf8.count >= 25
      ? heading : window
  }

  /// The text as JSON-LD gives it, if it is as long as what the page shows; in the page's paragraphs where both say the same.
  private static func paragraphs(_ shown: [String], linked: String?) -> [String] {
    guard let linked else { return shown }
    let given = PlainText.paragraphs(PlainText.plain(paragraphed: linked))
    let (length, shownLength) = (given.reduce(0) { $0 + $1.utf8.count }, shown.reduce(0) { $0 + $1.utf8.count })
    guard length >= 140, length * 5 >= shownLength * 3 else { return shown }
    // the comparison takes the square of the length, so it is not for books
    guard given.count == 1, length <= 200_000 else { return given }
    let key = PlainText.key(linked)
    let common = shown.filter { key.contains(PlainText.key($0)) }
    return common.reduce(0) { $0 + $1.utf8.count } * 10 >= length * 9 ? common : given
  }

  /// The date in the page: marked as such, or in the lines between heading and text.
  private static func date(in tree: MarkupTree, _ body: PageBody) -> CalendarDate? {
    if let marked = tree.first(where: { tree.attribute("itemprop", of: $0)?.lowercased() == "datepublished" }) {
      let told =
        tree.attribute("content", of: marked) ?? tree.attribute("datetime", of: marked) ?? tree.line(in: marked)
      if let day = PageDate.day(told) { return day }
    }
    let last = body.containers.first?.upperBound ?? tree.nodes.count
    for index in 0..<last where tree.nodes[index].name == "time" {
      if let day = PageDate.day(tree.attribute("datetime", of: index) ?? tree.line(in: index)) { return day }
    }
    let dateNames: Set<String> = ["date", "pubdate", "published", "posted", "publication", "dateline", "timestamp"]
    for index in 0..<last where !tree.nodes[index].isText {
      guard let names = tree.attribute("class", of: index),
        PageWords.words(String(names.prefix(200))).contains(where: dateNames.contains),
        Int(tree.nodes[index].end) - index < 20
      else { continue }
      let line = tree.line(in: index)
      if line.utf8.count <= 100, let day = PageDate.day(line) { return day }
    }
    return body.head.lazy.compactMap { PageDate.day($0) }.first
  }
}

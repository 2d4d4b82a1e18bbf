import Language

/// What a page says of itself in its head: Open Graph and the other names in use, the canonical address, its title.
struct PageMetadata {
  private var values: [String: [String]] = [:]
  private(set) var canonical: String?
  /// The title of the window.
  private(set) var windowTitle: String?
  /// Scripts of JSON-LD.
  private(set) var linked: [[UInt8]] = []
  /// Where a page sends on to that has no content of its own.
  private(set) var refresh: String?

  init(_ tree: MarkupTree) {
    for (index, node) in tree.nodes.enumerated() where !node.isText {
      switch node.name {
      case "meta": add(tree, index)
      case "link":
        if canonical == nil, tree.attribute("rel", of: index)?.lowercased() == "canonical" {
          canonical = tree.attribute("href", of: index)
        }
      case "title":
        if windowTitle == nil, node.parent >= 0, tree.nodes[Int(node.parent)].name != "svg" {
          windowTitle = tree.line(in: index)
        }
      case "script":
        if tree.attribute("type", of: index)?.lowercased().contains("ld+json") ?? false, linked.count < 50 {
          linked.append(tree.rawText(in: index))
        }
      default: break
      }
    }
  }

  private mutating func add(_ tree: MarkupTree, _ index: Int) {
    guard let content = tree.attribute("content", of: index), !content.isEmpty else { return }
    if tree.attribute("http-equiv", of: index)?.lowercased() == "refresh" {
      refresh = content.firstRange(of: "=").map { String(content[$0.upperBound...]) }
    }
    for key in ["property", "name", "itemprop"] {
      guard let name = tree.attribute(key, of: index)?.lowercased(), !name.isEmpty else { continue }
      values[name, default: []].append(content)
    }
  }

  private func first(_ names: [String]) -> String? {
    for name in names {
      for value in values[name] ?? [] {
        var line = TextLine()
        line.append(value.utf8)
        if !line.isEmpty { return line.text }
      }
    }
    return nil
  }

  var site: String? { first(["og:site_name", "application-name"]) }

  /// The title in the page's data, without the paper's name.
  var title: String? {
    first(["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title"])
      .map { title in
        guard let site else { return title }
        for mark in Self.marks where title.hasSuffix(mark + site) { return String(title.dropLast((mark + site).count)) }
        return title
      }
  }

  private static let marks = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " • "]

  /// The longest part of the window's title: what is left is the paper's name.
  var longestPart: String? {
    guard let windowTitle, !windowTitle.isEmpty else { return nil }
    var parts = [windowTitle]
    for mark in Self.marks { parts = parts.flatMap { $0.split(separator: mark).map(String.init) } }
    return parts.max { $0.count < $1.count }
  }

  var date: CalendarDate? {
    let names = [
      "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published",
      "publish-date", "publish_date", "publishdate", "pubdate", "publication_date", "publication-date",
      "publicationdate",
      "date_published", "published_at", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
      "dcterms.created", "dc.date.created",
      "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "originalpublicationdate",
      "citation_publication_date",
      "article_date_original", "ptime", "datecreated", "date",
    ]
    for name in names {
      for value in values[name] ?? [] {
        if let day = PageDate.day(value) { return day }
      }
    }
    return nil
  }

  var address: String? {
    [canonical, first(["og:url", "twitter:url"])].compactMap { $0 }.first { Self.isAddress($0) }
  }

  static func isAddress(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://")
  }

  var authors: [String] {
    for name in ["article:author", "author", "dc.creator", "parsely-author", "sailthru.author"] {
      let found = (values[name] ?? []).map { value in
        var line = TextLine()
        line.append(value.utf8)
        return line.text
      }.filter { !$0.isEmpty && !Self.isAddress($0) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// A place that the page is about or from.
  var place: String? { first(["geo.placename", "article:location", "dcterms.spatial"]) }
}

/// What a file is, by its first bytes and the ending of its name.
enum SourceKind: Hashable, Sendable {
  case text, markdown, page, feed
  /// A JSON object a line.
  case lines
  case archive
  /// XML of another kind.
  case otherXML
  case pdf
  /// Nothing tells: text, as far as one can see.
  case unknown

  /// How many bytes are looked at.
  static let headLength = 4096

  init(head: ArraySlice<UInt8>, name: String) {
    let ending = Self.ending(of: name)
    let words = Self.words(head)
    if words.hasPrefix("warc/1.") || words.hasPrefix("warc/0.") {
      self = .archive
    } else if words.hasPrefix("%pdf-") {
      self = .pdf
    } else if let markup = Self.markup(words, ending: ending) {
      self = markup
    } else if ["ndjson", "jsonl", "json"].contains(ending) {
      self = .lines
    } else if ending == "md" || ending == "markdown" {
      self = .markdown
    } else if ["txt", "text"].contains(ending) {
      self = .text
    } else if ["html", "htm", "xhtml", "shtml"].contains(ending) {
      self = .page
    } else if words.hasPrefix("{"), words.dropFirst().drop(while: { $0 == " " }).first == "\"" {
      self = .lines
    } else {
      self = .unknown
    }
  }

  /// The ending of a name in lower case, that of the compression apart.
  static func ending(of name: String) -> String {
    var parts =
      name.split(separator: "/").last?.lowercased().split(separator: ".", omittingEmptySubsequences: false) ?? []
    if parts.count > 1, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }

  /// The first characters in lower case, white space as single spaces.
  private static func words(_ head: ArraySlice<UInt8>) -> String {
    let bytes: [UInt8]
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      bytes = head.dropFirst(2).filter { $0 != 0 }
    } else {
      bytes = Array(head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head)
    }
    var line = TextLine()
    line.append(bytes)
    return line.text.lowercased()
  }

  private static func markup(_ words: String, ending: String) -> SourceKind? {
    guard words.hasPrefix("<") else { return ["xml", "rss", "atom", "rdf"].contains(ending) ? .otherXML : nil }
    var rest = words[...]
    // declarations and comments before the first element
    while rest.hasPrefix("<?") || rest.hasPrefix("<!--") {
      guard let end = rest.firstRange(of: rest.hasPrefix("<?") ? "?>" : "-->") else { break }
      rest = rest[end.upperBound...].drop { $0 == " " }
    }
    let type = "<!doctype "
    if rest.hasPrefix(type) { rest = rest.dropFirst(type.count - 1) }
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
    switch name {
    case "rss", "feed", "rdf:rdf", "atom:feed": return .feed
    case "html", "head", "body", "title", "meta", "div", "p", "article", "main", "table", "script", "link", "h1",
      "section":
      return ending == "txt" && name != "html" ? nil : .page
    default: break
    }
    if ["html", "htm", "xhtml", "shtml"].contains(ending) { return .page }
    return words.hasPrefix("<?xml") || ["xml", "rss", "atom", "rdf"].contains(ending) ? .otherXML : nil
  }

  /// Whether a file found in a folder is read: what nothing tells of is not.
  var isArticles: Bool {
    switch self {
    case .unknown, .pdf, .otherXML: false
    default: true
    }
  }
}

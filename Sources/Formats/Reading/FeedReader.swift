import CMarkup
import Language

/// An entry of a feed.
struct FeedEntry: Sendable, Hashable {
  var title: String?
  var address: String?
  var id: String?
  var date: String?
  var authors: [String] = []
  /// The full content, as markup or text.
  var content: String?
  var summary: String?
  /// The title of the feed.
  var publisher: String?
}

/// The entries of a feed: RSS 2.0 and before, RSS 1.0, Atom (RFC 4287).
struct FeedReader {
  private(set) var entries: [FeedEntry] = []
  /// What is wrong behind the last of them.
  private(set) var fault: ArticleError?

  private var title: String?
  private var entry: FeedEntry?
  private var path: [String] = []
  private var text: [UInt8] = []
  private var isHTML = true
  /// How deep the elements of an XHTML content are open; 0 outside.
  private var markupDepth = 0

  private static let contentSpace = "http://purl.org/rss/1.0/modules/content/"
  private static let mediaSpaces: Set<String> = [
    "http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd",
  ]

  /// - Parameter xml: the decoded feed.
  init(xml: String, name: String) {
    var line: Int32 = 0
    let bytes = xml.utf8.filter { $0 != 0 }
    let outcome = withUnsafeMutablePointer(to: &self) { reader in
      bytes.withUnsafeBytes { bytes in
        dateline_read_xml(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), Self.receiver(reader),
          &line)
      }
    }
    for index in entries.indices where entries[index].publisher == nil { entries[index].publisher = title }
    switch outcome {
    case dateline_markup_read:
      fault = entries.isEmpty ? .empty(path: name) : nil
    case dateline_markup_no_library: fault = .noLibrary(path: name)
    case dateline_markup_entities:
      fault = .damaged(
        path: name, reason: "this feed declares entities of its own, which may blow up without bound; they are not read"
      )
    case dateline_markup_too_deep:
      fault = .damaged(path: name, reason: "elements are nested more than \(dateline_markup_depth) deep")
    case dateline_markup_no_memory: fault = .damaged(path: name, reason: "there is no memory left to read this feed")
    default:
      fault = .damaged(
        path: name, reason: "the XML is broken\(line > 0 ? " in line \(line)" : ""); what came before it was read")
    }
  }

  private static func receiver(_ reader: UnsafeMutablePointer<FeedReader>) -> dateline_markup_receiver {
    dateline_markup_receiver(
      context: reader,
      start: { context, name, space, attributes, count in
        guard let reader = context?.assumingMemoryBound(to: FeedReader.self), let name else { return }
        var pairs: [(String, String)] = []
        for index in 0..<Int(count) {
          guard let attributes, let key = attributes[2 * index] else { continue }
          pairs.append((String(cString: key), attributes[2 * index + 1].map { String(cString: $0) } ?? ""))
        }
        reader.pointee.start(String(cString: name), space.map { String(cString: $0) } ?? "", pairs)
      },
      end: { context in context?.assumingMemoryBound(to: FeedReader.self).pointee.finish() },
      text: { context, bytes, count in
        guard let reader = context?.assumingMemoryBound(to: FeedReader.self), let bytes else { return }
        reader.pointee.add(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      })
  }

  private mutating func start(_ name: String, _ space: String, _ attributes: [(String, String)]) {
    if markupDepth > 0 {
      markupDepth += 1
      path.append(name)
      text.append(contentsOf: "<\(name)>".utf8)
      return
    }
    let isForeign = Self.mediaSpaces.contains(space)
    let key = space == Self.contentSpace && name == "encoded" ? "content" : isForeign ? "media:\(name)" : name
    path.append(key)
    text.removeAll(keepingCapacity: true)
    func attribute(_ name: String) -> String? { attributes.first { $0.0 == name }?.1 }
    if key == "item" || key == "entry" {
      entry = FeedEntry()
    } else if key == "link", let address = attribute("href"), attribute("rel") ?? "alternate" == "alternate" {
      if entry?.address == nil { entry?.address = address }
    } else if key == "content" || key == "summary" || key == "title" || key == "description" {
      let type = attribute("type") ?? ""
      isHTML = space == "http://www.w3.org/2005/Atom" ? type == "html" || type == "text/html" : true
      if type == "xhtml" {
        markupDepth = 1
        isHTML = true
      }
    }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard markupDepth > 0 else { return text.append(contentsOf: bytes) }
    for byte in bytes {
      switch byte {
      case 0x3C: text.append(contentsOf: "&lt;".utf8)
      case 0x26: text.append(contentsOf: "&amp;".utf8)
      default: text.append(byte)
      }
    }
  }

  private mutating func finish() {
    guard let key = path.popLast() else { return }
    if markupDepth > 1 {
      markupDepth -= 1
      text.append(contentsOf: "</\(key)>".utf8)
      return
    }
    markupDepth = 0
    let parent = path.last ?? ""
    if key == "item" || key == "entry" {
      if let entry { entries.append(entry) }
      entry = nil
    } else if entry != nil {
      if parent == "item" || parent == "entry" { set(key) } else if key == "name", parent == "author" { addAuthor() }
    } else if key == "title", parent == "channel" || parent == "feed" {
      title = Self.line(String(decoding: text, as: UTF8.self), isHTML: isHTML)
    }
    text.removeAll(keepingCapacity: true)
  }

  private mutating func set(_ key: String) {
    let value = String(decoding: text, as: UTF8.self)
    switch key {
    case "title":
      let title = Self.line(value, isHTML: isHTML)
      entry?.title = title
    case "link": if entry?.address == nil { entry?.address = Self.line(value, isHTML: false) }
    case "guid", "id": entry?.id = Self.line(value, isHTML: false)
    case "pubDate", "published", "issued": entry?.date = value
    case "date", "updated": if entry?.date == nil { entry?.date = value }
    case "creator", "author": addAuthor()
    case "content":
      let content = markup(value)
      entry?.content = content
    case "description", "summary":
      let summary = markup(value)
      entry?.summary = summary
    default: break
    }
  }

  private mutating func addAuthor() {
    if let name = Self.line(String(decoding: text, as: UTF8.self), isHTML: false) { entry?.authors.append(name) }
  }

  /// Content as markup: a text has its paragraphs marked.
  private func markup(_ value: String) -> String {
    guard !isHTML else { return value }
    return value.split(whereSeparator: \.isNewline).map { line in
      let escaped = line.map { $0 == "<" ? "&lt;" : $0 == "&" ? "&amp;" : String($0) }.joined()
      return "<p>\(escaped)</p>"
    }.joined()
  }

  private static func line(_ text: String, isHTML: Bool) -> String? {
    var line = TextLine()
    line.append((isHTML ? PlainText.plain(text) : text).utf8)
    return line.isEmpty ? nil : line.text
  }
}

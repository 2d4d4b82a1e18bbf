import DatelineKit
import FoundationEssentials
import Language

/// Reads articles from lines of JSON; ``ArticleSource`` reads all kinds of files.
public struct ArticleReader: Sendable {
  public init() {}

  /// The bytes of a file.
  public func bytes(atPath path: String) throws(ArticleError) -> [UInt8] {
    try Self.check(path: path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "permission denied")
    }
    return Array(data)
  }

  /// Whether there is a file.
  public static func check(path: String) throws(ArticleError) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
    guard !isFolder else { throw .unreadable(path: path, reason: "it is a folder") }
  }

  /// What a line of JSON may say of an article, with the spans that `resolve` asks for.
  private struct Line: Decodable {
    var id: Identifier?
    var text: String?
    var title: String?
    var url: String?
    var date: String?
    var place: String?
    var spans: [[Int]]?
  }

  /// An id written as a string or a number.
  private struct Identifier: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// An article of a line of JSON, and the spans of its toponyms (code points) if it gives any.
  public func article(ofLine line: [UInt8]) throws(ArticleError) -> (article: Article, spans: [Range<Int>]?) {
    let decoded: Line
    do { decoded = try JSONDecoder().decode(Line.self, from: Data(line)) } catch {
      throw .badLine(reason: "this is not an article as a JSON object")
    }
    guard let text = decoded.text else { throw .badLine(reason: "the object has no \"text\"") }
    guard let id = decoded.id?.text else { throw .badLine(reason: "the object has no \"id\"") }
    var date: CalendarDate?
    if let given = decoded.date, !given.isEmpty {
      guard let day = CalendarDate(iso: given) else {
        throw .badLine(reason: "\"\(given)\" is not a date such as 2024-04-19")
      }
      date = day
    }
    var spans: [Range<Int>]?
    if let given = decoded.spans {
      spans = try given.map { (span) throws(ArticleError) in
        guard span.count == 2, span[0] >= 0, span[0] <= span[1] else {
          throw .badLine(reason: "a span is [start, end]")
        }
        return span[0]..<span[1]
      }
    }
    return (
      Article(id: id, text: text, title: decoded.title, url: decoded.url, date: date, place: decoded.place), spans
    )
  }

  /// The id of a line of JSON that is otherwise bad, if it can be told.
  public func id(ofLine line: [UInt8]) -> String? {
    struct Named: Decodable { var id: Identifier? }
    return (try? JSONDecoder().decode(Named.self, from: Data(line)))?.id?.text
  }
}

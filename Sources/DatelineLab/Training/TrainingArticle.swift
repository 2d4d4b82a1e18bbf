import Coordinates
import DatelineKit
import FoundationEssentials
import Gazetteer
import Language

/// An article with its gold, ready for training.
struct TrainingArticle {
  struct Toponym {
    /// Bytes of the document.
    var bytes: Range<Int>
    /// Nil where the gold has no point.
    var point: Coordinate?
  }

  var id: String
  var document: Document
  var toponyms: [Toponym]
  /// The corpus marks demonyms; where it does not, an unmarked demonym is no counter-example.
  var marksDemonyms: Bool
  var home: PlaceID?

  /// The article in capitals; letters beyond ASCII stay as they are, so that offsets do.
  var shouted: TrainingArticle {
    var article = self
    article.document = Document(
      String(decoding: document.utf8.map { (0x61...0x7A).contains($0) ? $0 & ~0x20 : $0 }, as: UTF8.self))
    return article
  }

  /// Articles of JSON lines with code-point spans.
  static func corpus(path: String, marksDemonyms: Bool, homes: [String: String] = [:], reader: PlaceFinder) throws
    -> [TrainingArticle]
  {
    try GoldArticle.all(path: path).map { article in
      let document = Document(article.text)
      let toponyms = article.toponyms.compactMap { gold -> Toponym? in
        document.byteRange(ofScalars: gold.start..<gold.end).map { Toponym(bytes: $0, point: gold.point) }
      }
      let home = article.domain.flatMap { homes[$0] }.flatMap { reader.place(named: $0) }
      return TrainingArticle(
        id: article.id ?? "", document: document, toponyms: toponyms, marksDemonyms: marksDemonyms, home: home)
    }
  }

  /// The homes of outlets by domain: a table of two columns.
  static func homes(path: String) throws -> [String: String] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return Dictionary(
      text.split(separator: "\n").dropFirst().compactMap { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return fields.count > 1 ? (fields[0], fields[1]) : nil
      }, uniquingKeysWith: { $1 })
  }

  /// The project's own paragraphs: blocks of text with `[[surface|country|target|flags]]` marks.
  static func paragraphs(path: String, reader: PlaceFinder) throws -> [TrainingArticle] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var articles: [TrainingArticle] = []
    var lines: [String] = []
    var home: PlaceID?
    var id = ""
    func finish() {
      let body = lines.joined(separator: "\n")
      lines = []
      guard body.contains("[[") else { return }
      articles.append(article(id: id, marked: body, home: home, reader: reader))
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# id:") {
        finish()
        id = String(line.dropFirst(5).trimmingPrefix(" "))
        home = nil
      } else if line.hasPrefix("# place:") {
        home = reader.place(named: String(line.dropFirst(8)).trimmingPrefix(" ").description)
      } else if !line.hasPrefix("#") {
        lines.append(String(line))
      }
    }
    finish()
    return articles
  }

  private static func article(id: String, marked: String, home: PlaceID?, reader: PlaceFinder) -> TrainingArticle {
    var plain: [UInt8] = []
    var toponyms: [Toponym] = []
    var rest = marked[...]
    while let open = rest.range(of: "[["), let close = rest.range(of: "]]", range: open.upperBound..<rest.endIndex) {
      plain += Array(rest[..<open.lowerBound].utf8)
      let fields = rest[open.upperBound..<close.lowerBound].split(separator: "|", omittingEmptySubsequences: false).map(
        String.init)
      let start = plain.count
      plain += Array((fields.first ?? "").utf8)
      toponyms.append(Toponym(bytes: start..<plain.count, point: point(fields, reader: reader)))
      rest = rest[close.upperBound...]
    }
    plain += Array(rest.utf8)
    return TrainingArticle(
      id: id, document: Document(String(decoding: plain, as: UTF8.self)), toponyms: toponyms, marksDemonyms: true,
      home: home)
  }

  /// The point of a target: `city:ID`, `country:XX`, `admin1:XX.NN`, `row:name`, or latitude and longitude.
  private static func point(_ fields: [String], reader: PlaceFinder) -> Coordinate? {
    guard fields.count > 2 else { return nil }
    if fields.count > 3, let latitude = Double(fields[2]), let longitude = Double(fields[3]) {
      return Coordinate(longitude: longitude, latitude: latitude)
    }
    let parts = fields[2].split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let atlas = reader.atlas
    let place: PlaceID? =
      switch parts[0] {
      case "country": atlas.country(code: parts[1])
      case "city", "admin1": atlas.place(source: .geonames, id: parts[1])
      default:
        atlas.candidates(named: parts[1]).first { $0.nameKind == .main && atlas[$0.place].source == .dateline }?.place
      }
    return place.map { atlas[$0].coordinate }
  }
}

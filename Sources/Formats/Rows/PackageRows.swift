import Coordinates
import DatelineKit
import GeoJSON
import GeoPackage
import Toponyms

/// What one article adds to the layers of a GeoPackage: made on any thread, kept as lines of JSON where it has to wait.
public struct PackageRows: Sendable {
  /// The layers, in the order in which ``IncidentPackage`` begins them.
  enum Layer: Int, CaseIterable {
    case sites, incidents, toponyms, articles
  }

  /// A feature on its way.
  struct Entry: Sendable {
    var layer: Layer
    var points: [Coordinate]
    var values: [GeoPackage.Value]
  }

  var entries: [Entry] = []
  /// The day of publication, or nothing.
  var day = ""
  public private(set) var omissions = RowOmissions()

  public init(_ report: Report, profile: RowProfile) {
    let facts = FlatRow.rows(of: report)
    let (rows, omissions) = profile.rows(of: report)
    self.omissions = omissions
    for row in rows {
      entries.append(Entry(layer: .sites, points: Self.points(row), values: Self.values(row.columns, profile.columns)))
    }
    addIncidents(report, facts)
    for toponym in report.toponyms { add(toponym, of: report) }
    addArticle(report)
    day = report.article.date?.description ?? ""
  }

  private static func points(_ row: FlatRow) -> [Coordinate] { row.coordinate.map { [$0] } ?? [] }

  /// Cells as SQLite takes them. Times get the form that GeoPackage asks for.
  static func values(_ cells: [JSONValue.Member], _ columns: [RowColumn]) -> [GeoPackage.Value] {
    zip(columns, cells).map { column, member in
      switch member.value {
      case .string(let text): .text(column.kind == .time ? "\(text).000Z" : text)
      case .int(let number): .integer(number)
      case .double(let number): .real(number)
      default: .null
      }
    }
  }

  private mutating func addIncidents(_ report: Report, _ rows: [FlatRow]) {
    let columns = RowColumn.all(withCodes: report.atlas.hasCodes)
    var next = 0
    for incident in report.incidents {
      let own = rows[next..<next + incident.sites.count]
      next += incident.sites.count
      guard let first = own.first else { continue }
      let shown = zip(columns, first.facts).filter { RowColumn.isOfIncident($0.0) }
      entries.append(
        Entry(
          layer: .incidents, points: own.compactMap(\.coordinate),
          values: Self.values(shown.map(\.1), shown.map(\.0)) + [.real(incident.confidence)]))
    }
  }

  private mutating func add(_ resolved: ResolvedToponym, of report: Report) {
    let span = report.document.scalarRange(ofBytes: resolved.toponym.bytes)
    let place = resolved.place.map { report.atlas[$0] }
    let isPoint = place.map { $0.kind != .country } ?? false
    let values: [GeoPackage.Value] = [
      .text(report.article.id), .integer(span.lowerBound), .integer(span.upperBound),
      .text(report.document.text(ofBytes: resolved.toponym.bytes)), .text(resolved.toponym.usage.rawValue),
      .text(resolved.toponym.form.rawValue), Self.text(place?.name), Self.text(place?.country),
      Self.text(place?.feature), Self.text(place?.source.word), Self.text(place?.sourceID),
      place.map { .integer($0.population) } ?? .null, .real(place == nil ? 0 : resolved.confidence),
    ]
    entries.append(
      Entry(layer: .toponyms, points: isPoint ? place.map { [$0.coordinate] } ?? [] : [], values: values))
  }

  private mutating func addArticle(_ report: Report) {
    let article = report.article
    let focus = report.focus.map { report.atlas[$0] }
    let isPoint = focus.map { $0.kind != .country } ?? false
    let values: [GeoPackage.Value] = [
      .text(article.id), Self.text(article.headline), Self.text(article.outlet), Self.text(article.url),
      Self.text(article.date?.description), .text(report.language), Self.text(focus?.name), Self.text(focus?.country),
      .integer(report.incidents.count), .text(SHA256.digest(Array(article.text.utf8))),
    ]
    entries.append(
      Entry(layer: .articles, points: isPoint ? focus.map { [$0.coordinate] } ?? [] : [], values: values))
  }

  private static func text(_ text: String?) -> GeoPackage.Value { text.map { .text($0) } ?? .null }

  // MARK: Waiting

  /// One line of JSON without its end; numbers that are not whole as their bits, so that none is rounded.
  public var line: String {
    func bits(_ number: Double) -> JSONValue { .int(Int(bitPattern: UInt(number.bitPattern))) }
    let entries = entries.map { entry in
      JSONValue.array([
        .int(entry.layer.rawValue), .array(entry.points.flatMap { [bits($0.longitude), bits($0.latitude)] }),
        .array(
          entry.values.map { value in
            switch value {
            case .null, .bytes: .null
            case .integer(let number): .int(number)
            case .real(let number): .array([bits(number)])
            case .text(let text): .string(text)
            }
          }),
      ])
    }
    return GeoJSONWriter().string(.array([.string(day), .array(entries)]))
  }

  /// Nil where the line is none of ``line``'s.
  public init?(line: [UInt8]) {
    func number(_ value: JSONValue) -> Double? {
      value.intValue.map { Double(bitPattern: UInt64(UInt(bitPattern: $0))) }
    }
    guard let parts = try? GeoJSONReader().value(line).arrayValue, parts.count == 2, let day = parts[0].stringValue,
      let entries = parts[1].arrayValue
    else { return nil }
    self.day = day
    for entry in entries {
      guard let fields = entry.arrayValue, fields.count == 3,
        let layer = fields[0].intValue.flatMap({ Layer(rawValue: $0) }),
        let degrees = fields[1].arrayValue?.compactMap(number), degrees.count % 2 == 0, let cells = fields[2].arrayValue
      else { return nil }
      let values = cells.map { cell -> GeoPackage.Value in
        switch cell {
        case .int(let number): .integer(number)
        case .array(let bits): bits.first.flatMap(number).map { .real($0) } ?? .null
        case .string(let text): .text(text)
        default: .null
        }
      }
      let points = stride(from: 0, to: degrees.count, by: 2).map {
        Coordinate(longitude: degrees[$0], latitude: degrees[$0 + 1])
      }
      self.entries.append(Entry(layer: layer, points: points, values: values))
    }
  }
}

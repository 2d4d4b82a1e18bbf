import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import GeoPackage
import Incidents
import Toponyms

/// Writes reports as a GeoPackage: the layers `sites` (a row as every format has it), `incidents` (all their sites as one feature),
/// `toponyms` and `articles`, with styles for QGIS.
public final class IncidentPackage {
  private let package: GeoPackage
  private let sites: Int
  private let incidents: Int
  private let toponyms: Int
  private let articles: Int
  private let columns: [RowColumn]
  private let metadata: JSONValue
  private var latest = ""

  /// Begins a file; of that name there must be none, or an empty one.
  public init(path: String, atlas: Atlas) throws(GeoPackageError) {
    package = try GeoPackage(path: path)
    columns = RowColumn.all(withCodes: atlas.hasCodes)
    let ofIncident = columns.filter(RowColumn.isOfIncident)
    metadata = .object(IncidentFeatures.members(atlas))
    sites = try package.add(
      GeoPackage.Layer(name: "sites", title: "Sites of incidents", geometry: .point, fields: Self.fields(columns)))
    incidents = try package.add(
      GeoPackage.Layer(
        name: "incidents", title: "Incidents", geometry: .multiPoint,
        fields: Self.fields(ofIncident) + [GeoPackage.Field("confidence", .real)]))
    toponyms = try package.add(
      GeoPackage.Layer(name: "toponyms", title: "Place names", geometry: .point, fields: Self.toponymFields))
    articles = try package.add(
      GeoPackage.Layer(
        name: "articles", title: "Articles, at their focus", geometry: .point, fields: Self.articleFields))
    try package.addStyle(FamilyStyle.qml, to: sites, name: "families")
    try package.addStyle(FamilyStyle.qml, to: incidents, name: "families")
  }

  /// Adds the rows of a report to all four layers.
  /// - Throws: ``GeoPackageError`` where SQLite refuses, with its reason.
  public func write(_ report: Report) throws(GeoPackageError) {
    let rows = FlatRow.rows(of: report)
    for row in rows {
      try package.insert(row.coordinate.map { [$0] } ?? [], values(row) { _ in true }, into: sites)
    }
    var next = 0
    for incident in report.incidents {
      let own = rows[next..<next + incident.sites.count]
      next += incident.sites.count
      guard let first = own.first else { continue }
      let values = values(first, of: RowColumn.isOfIncident) + [.real(incident.confidence)]
      try package.insert(own.compactMap(\.coordinate), values, into: incidents)
    }
    for toponym in report.toponyms { try write(toponym, of: report) }
    try writeArticle(report)
    latest = max(latest, report.article.date?.description ?? "")
  }

  /// Ends the file. It is as of the latest day of publication.
  public func finish() throws(GeoPackageError) {
    try package.addMetadata(GeoJSONWriter().string(metadata), mimeType: "application/json")
    try package.finish(lastChange: "\(latest.isEmpty ? "1970-01-01" : latest)T00:00:00.000Z")
  }

  // MARK: Layers

  private static func fields(_ columns: [RowColumn]) -> [GeoPackage.Field] {
    columns.map { column in
      let kind: GeoPackage.Field.Kind =
        switch column.kind {
        case .text: .text
        case .integer: .integer
        case .real: .real
        case .date: .date
        case .time: .time
        }
      return GeoPackage.Field(column.name, kind)
    }
  }

  /// The cells of a row in some of its columns. Times get the form that GeoPackage asks for.
  private func values(_ row: FlatRow, of isWanted: (RowColumn) -> Bool) -> [GeoPackage.Value] {
    zip(columns, row.columns).filter { isWanted($0.0) }.map { column, member in
      switch member.value {
      case .string(let text): .text(column.kind == .time ? "\(text).000Z" : text)
      case .int(let number): .integer(number)
      case .double(let number): .real(number)
      default: .null
      }
    }
  }

  private static let toponymFields = [
    GeoPackage.Field("article_id", .text), GeoPackage.Field("start", .integer), GeoPackage.Field("end", .integer),
    GeoPackage.Field("text", .text), GeoPackage.Field("kind", .text), GeoPackage.Field("form", .text),
    GeoPackage.Field("name", .text), GeoPackage.Field("country", .text), GeoPackage.Field("feature", .text),
    GeoPackage.Field("gazetteer", .text), GeoPackage.Field("gazetteer_id", .text),
    GeoPackage.Field("population", .integer), GeoPackage.Field("confidence", .real),
  ]

  private func write(_ resolved: ResolvedToponym, of report: Report) throws(GeoPackageError) {
    let span = report.document.scalarRange(ofBytes: resolved.toponym.bytes)
    let place = resolved.place.map { report.atlas[$0] }
    let isPoint = place.map { $0.kind != .country } ?? false
    try package.insert(
      isPoint ? place.map { [$0.coordinate] } ?? [] : [],
      [
        .text(report.article.id), .integer(span.lowerBound), .integer(span.upperBound),
        .text(report.document.text(ofBytes: resolved.toponym.bytes)), .text(resolved.toponym.usage.rawValue),
        .text(resolved.toponym.form.rawValue), Self.text(place?.name), Self.text(place?.country),
        Self.text(place?.feature), Self.text(place?.source.word), Self.text(place?.sourceID),
        place.map { .integer($0.population) } ?? .null, .real(place == nil ? 0 : resolved.confidence),
      ], into: toponyms)
  }

  private static let articleFields = [
    GeoPackage.Field("article_id", .text), GeoPackage.Field("title", .text), GeoPackage.Field("source", .text),
    GeoPackage.Field("source_url", .text), GeoPackage.Field("source_date", .date), GeoPackage.Field("language", .text),
    GeoPackage.Field("focus", .text), GeoPackage.Field("focus_country", .text),
    GeoPackage.Field("incident_count", .integer), GeoPackage.Field("text_sha256", .text),
  ]

  private func writeArticle(_ report: Report) throws(GeoPackageError) {
    let article = report.article
    let focus = report.focus.map { report.atlas[$0] }
    let isPoint = focus.map { $0.kind != .country } ?? false
    try package.insert(
      isPoint ? focus.map { [$0.coordinate] } ?? [] : [],
      [
        .text(article.id), Self.text(article.headline), Self.text(article.outlet), Self.text(article.url),
        Self.text(article.date?.description), .text(report.language), Self.text(focus?.name), Self.text(focus?.country),
        .integer(report.incidents.count), .text(SHA256.digest(Array(article.text.utf8))),
      ], into: articles)
  }

  private static func text(_ text: String?) -> GeoPackage.Value { text.map { .text($0) } ?? .null }
}

import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import GeoPackage
import Incidents

/// Writes reports as a GeoPackage: the layers `sites` (a row as every format has it), `incidents` (all their sites as one feature),
/// `toponyms` and `articles`, with styles for QGIS.
public final class IncidentPackage {
  private let package: GeoPackage
  private let metadata: JSONValue
  private let profile: RowProfile
  private var latest = ""

  /// Begins a file; of that name there must be none, or an empty one.
  /// - Parameter profile: the columns of `sites`; nil for those of the schema.
  public init(path: String, atlas: Atlas, profile: RowProfile? = nil) throws(GeoPackageError) {
    package = try GeoPackage(path: path)
    self.profile = profile ?? RowProfile(withCodes: atlas.hasCodes)
    let ofIncident = RowColumn.all(withCodes: atlas.hasCodes).filter(RowColumn.isOfIncident)
    metadata = .object(IncidentFeatures.members(atlas))
    for layer in PackageRows.Layer.allCases {
      let contents =
        switch layer {
        case .sites:
          GeoPackage.Layer(
            name: "sites", title: "Sites of incidents", geometry: .point, fields: Self.fields(self.profile.columns))
        case .incidents:
          GeoPackage.Layer(
            name: "incidents", title: "Incidents", geometry: .multiPoint,
            fields: Self.fields(ofIncident) + [GeoPackage.Field("confidence", .real)])
        case .toponyms:
          GeoPackage.Layer(name: "toponyms", title: "Place names", geometry: .point, fields: Self.toponymFields)
        case .articles:
          GeoPackage.Layer(
            name: "articles", title: "Articles, at their focus", geometry: .point, fields: Self.articleFields)
        }
      _ = try package.add(contents)
    }
    if self.profile.codebook == nil {
      try package.addStyle(FamilyStyle.qml, to: PackageRows.Layer.sites.rawValue, name: "families")
    }
    try package.addStyle(FamilyStyle.qml, to: PackageRows.Layer.incidents.rawValue, name: "families")
  }

  /// Adds the rows of a report to all four layers.
  /// - Throws: ``GeoPackageError`` where SQLite refuses, with its reason.
  public func write(_ report: Report) throws(GeoPackageError) { try write(PackageRows(report, profile: profile)) }

  /// Adds what a report became, perhaps on another thread, with the profile of this file.
  public func write(_ rows: PackageRows) throws(GeoPackageError) {
    for entry in rows.entries { try package.insert(entry.points, entry.values, into: entry.layer.rawValue) }
    latest = max(latest, rows.day)
  }

  /// Ends the file. It is as of the latest day of publication.
  public func finish() throws(GeoPackageError) {
    try package.addMetadata(GeoJSONWriter().string(metadata), mimeType: "application/json")
    try package.finish(lastChange: "\(latest.isEmpty ? "1970-01-01" : latest)T00:00:00.000Z")
  }

  // MARK: Fields

  static func fields(_ columns: [RowColumn]) -> [GeoPackage.Field] {
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

  private static let toponymFields = [
    GeoPackage.Field("article_id", .text), GeoPackage.Field("start", .integer), GeoPackage.Field("end", .integer),
    GeoPackage.Field("text", .text), GeoPackage.Field("kind", .text), GeoPackage.Field("form", .text),
    GeoPackage.Field("name", .text), GeoPackage.Field("country", .text), GeoPackage.Field("feature", .text),
    GeoPackage.Field("gazetteer", .text), GeoPackage.Field("gazetteer_id", .text),
    GeoPackage.Field("population", .integer), GeoPackage.Field("confidence", .real),
  ]

  private static let articleFields = [
    GeoPackage.Field("article_id", .text), GeoPackage.Field("title", .text), GeoPackage.Field("source", .text),
    GeoPackage.Field("source_url", .text), GeoPackage.Field("source_date", .date), GeoPackage.Field("language", .text),
    GeoPackage.Field("focus", .text), GeoPackage.Field("focus_country", .text),
    GeoPackage.Field("incident_count", .integer), GeoPackage.Field("text_sha256", .text),
  ]
}

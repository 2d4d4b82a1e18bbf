import DatelineKit
import Gazetteer
import GeoJSON

/// Incidents as GeoJSON: a feature for each site, geometry null for countries.
public struct IncidentFeatures: Sendable {
  /// Whether features carry simplestyle's `marker-` properties.
  public var simpleStyle: Bool

  public init(simpleStyle: Bool = false) { self.simpleStyle = simpleStyle }

  /// The sites of all reports, with attribution and versions as members of the collection.
  public func collection(_ reports: [Report]) -> FeatureCollection {
    FeatureCollection(
      reports.flatMap(features), foreignMembers: reports.first.map { Self.members($0.atlas) } ?? [Self.generator])
  }

  /// What a collection says of itself: attribution and licences of the places, and the program.
  static func members(_ atlas: Atlas) -> [JSONValue.Member] {
    let metadata = atlas.metadata.last ?? [:]
    return ["attribution", "licences"].compactMap { key in
      metadata[key].map { JSONValue.Member(key, .string($0)) }
    } + [generator]
  }

  private static let generator = JSONValue.Member("generator", .string("Dateline \(DatelineVersion.current)"))

  /// The sites of a report.
  public func features(_ report: Report) -> [Feature] {
    FlatRow.rows(of: report).map { row in
      Feature(
        id: .string(row.id), geometry: row.coordinate.map { .point(Position($0)) },
        properties: row.columns + (simpleStyle ? style(of: row) : []))
    }
  }

  private func style(of row: FlatRow) -> [JSONValue.Member] {
    let family = row.columns.first { $0.key == "type_family" }?.value
    let name: String
    if case .string(let text)? = family { name = text } else { name = "other" }
    return [
      JSONValue.Member("marker-color", .string(Self.colours[name] ?? "#555555")),
      JSONValue.Member("marker-size", "medium"),
      JSONValue.Member("marker-symbol", .string(Self.symbols[name] ?? "circle")),
    ]
  }

  private static let colours = [
    "strike": "#b2182b", "explosion": "#d6604d", "violence": "#8c510a", "military": "#4d4d4d", "protest": "#7b3294",
    "disaster": "#2166ac",
    "accident": "#e08214", "other": "#555555",
  ]
  private static let symbols = [
    "strike": "rocket", "explosion": "fire-station", "violence": "danger", "military": "square", "protest": "pitch",
    "disaster": "water",
    "accident": "roadblock", "other": "circle",
  ]
}

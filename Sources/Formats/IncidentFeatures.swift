import DatelineKit
import Gazetteer
import GeoJSON
import Incidents

/// Incidents as GeoJSON: a feature for each site, geometry null for countries.
public struct IncidentFeatures: Sendable {
  /// Whether features carry simplestyle's `marker-` properties.
  public var simpleStyle: Bool

  /// - Parameter simpleStyle: whether features get `marker-color` and `marker-symbol` for viewers that know nothing
  ///   else.
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
  public func features(_ report: Report) -> [Feature] { FlatRow.rows(of: report).map(feature) }

  /// A row as a feature.
  func feature(_ row: FlatRow) -> Feature {
    Feature(
      id: .string(row.id), geometry: row.coordinate.map { .point(Position($0)) },
      properties: row.columns + (simpleStyle ? style(of: row) : []))
  }

  private func style(of row: FlatRow) -> [JSONValue.Member] {
    let word = row["type_family"]?.stringValue
    let family = word.flatMap { IncidentType.Family(rawValue: $0) } ?? .other
    return [
      JSONValue.Member("marker-color", .string(FamilyStyle.colour(family))), JSONValue.Member("marker-size", "medium"),
      JSONValue.Member("marker-symbol", .string(FamilyStyle.symbol(family))),
    ]
  }
}

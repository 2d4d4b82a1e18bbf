import ArgumentParser
import DatelineKit
import Gazetteer
import GeoJSON

/// `dateline places info`
struct PlacesInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Tells all that is known of a place.")

  @Argument(help: "The place's id as `search` gives it: geonames:418863, dateline:desert/negev.")
  var id: String

  @Option(help: "table, json, csv or geojson.")
  var format = PlaceFormat.table

  @OptionGroup var data: DataOptions

  func validate() throws {
    guard PlaceReference(id) != nil else {
      let sources = PlaceSource.allCases.map(\.word).joined(separator: ", ")
      throw ValidationError("'\(id)' is no id: a source and an id are wanted, such as geonames:418863 (\(sources))")
    }
  }

  func run() throws {
    guard let reference = PlaceReference(id) else { return }
    let atlas = try data.atlas()
    guard let place = atlas.place(source: reference.source, id: reference.id) else {
      throw InputFailure("no place has the id '\(id)'")
    }
    let row = PlaceRow(place, in: atlas)
    let names = Self.names(of: place, in: atlas)
    switch format {
    case .table: Console.output(table(row, names, atlas.containers(of: place).map { atlas[$0] }))
    case .json:
      Console.output(GeoJSONWriter().string(object(row, names, atlas.containers(of: place).map { atlas[$0] })) + "\n")
    case .csv, .geojson: Console.output(PlaceOutput(rows: [row], atlas: atlas).text(format))
    }
  }

  typealias Names = [(kind: NameKind, names: [String])]

  private static func names(of place: PlaceID, in atlas: Atlas) -> Names {
    let all = atlas.names(of: place)
    return NameKind.allCases.compactMap { kind in
      let names = Set(all.filter { $0.kind == kind }.map(\.name)).sorted {
        $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
      }
      return names.isEmpty ? nil : (kind, names)
    }
  }

  private func table(_ row: PlaceRow, _ names: Names, _ containers: [Place]) -> String {
    let place = row.place
    var lines: [(String, String)] = [
      ("id", place.reference), ("name", place.name), ("kind", place.kind.word), ("feature", place.feature),
      ("country", place.country ?? "none"),
      ("point", "\(place.coordinate.longitude.fixed(6)),\(place.coordinate.latitude.fixed(6))"),
    ]
    if place.population > 0 { lines.append(("population", String(place.population))) }
    if place.radiusKilometres > 0 { lines.append(("radius", "\(place.radiusKilometres.fixed(1)) km")) }
    if place.rank > 0 { lines.append(("rank", String(place.rank))) }
    if place.isCapital { lines.append(("capital", "yes")) }
    for (index, container) in containers.enumerated() {
      lines.append((index == 0 ? "in" : "", "\(container.name) (\(container.kind.word), \(container.reference))"))
    }
    if let code = row.codes.admin1 { lines.append(("admin1_pcode", code)) }
    if let code = row.codes.admin2 { lines.append(("admin2_pcode", code)) }
    for group in names {
      for (index, name) in group.names.enumerated() { lines.append((index == 0 ? "\(group.kind)" : "", name)) }
    }
    let width = lines.map(\.0.count).max() ?? 0
    return lines.map { label, text in
      label + String(repeating: " ", count: width - label.count + 2) + text + "\n"
    }.joined()
  }

  private func object(_ row: PlaceRow, _ names: Names, _ containers: [Place]) -> JSONValue {
    let place = row.place
    return .object(
      row.columns + [
        JSONValue.Member("radius_km", .double(place.radiusKilometres)), JSONValue.Member("rank", .int(place.rank)),
        JSONValue.Member("capital", .bool(place.isCapital)),
        JSONValue.Member(
          "containers",
          .array(
            containers.map { container in
              .object([
                JSONValue.Member("id", .string(container.reference)), JSONValue.Member("name", .string(container.name)),
                JSONValue.Member("kind", .string(container.kind.word)),
              ])
            })),
        JSONValue.Member(
          "names",
          .object(names.map { JSONValue.Member("\($0.kind)", .array($0.names.map(JSONValue.string))) })),
      ])
  }
}

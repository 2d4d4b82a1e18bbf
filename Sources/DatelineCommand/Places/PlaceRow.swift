import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import Geodesy

/// A place as it is listed, with what was asked about it.
struct PlaceRow {
  var place: Place
  var admin1: String?
  var admin2: String?
  var nameKind: NameKind?
  var spelling: String?
  var distance: Distance?
  var codes: (admin1: String?, admin2: String?) = (nil, nil)
  var hasCodes: Bool

  init(_ id: PlaceID, in atlas: Atlas, nameKind: NameKind? = nil) {
    place = atlas[id]
    self.nameKind = nameKind
    for container in atlas.containers(of: id).map({ atlas[$0] }) {
      if container.kind == .admin1 { admin1 = container.name }
      if container.kind == .admin2 { admin2 = container.name }
    }
    hasCodes = atlas.hasCodes
    codes = atlas.unitCodes(of: id)
  }

  /// Columns of machine formats, in their order.
  var columns: [JSONValue.Member] {
    var columns = [
      JSONValue.Member("id", .string(place.reference)), JSONValue.Member("name", .string(place.name)),
      JSONValue.Member("kind", .string(place.kind.word)), JSONValue.Member("feature", .string(place.feature)),
      JSONValue.Member("country", .optional(place.country)), JSONValue.Member("admin1", .optional(admin1)),
      JSONValue.Member("admin2", .optional(admin2)), JSONValue.Member("lon", .double(place.coordinate.longitude)),
      JSONValue.Member("lat", .double(place.coordinate.latitude)),
      JSONValue.Member("population", .int(place.population)),
    ]
    if hasCodes {
      columns.append(JSONValue.Member("admin1_pcode", .optional(codes.admin1)))
      columns.append(JSONValue.Member("admin2_pcode", .optional(codes.admin2)))
    }
    if let nameKind { columns.append(JSONValue.Member("name_kind", .string("\(nameKind)"))) }
    if let spelling { columns.append(JSONValue.Member("spelling", .string(spelling))) }
    if let distance {
      columns.append(JSONValue.Member("distance_m", .double((distance.metres * 1000).rounded() / 1000)))
    }
    return columns
  }
}

/// Rows in one of the formats.
struct PlaceOutput {
  var rows: [PlaceRow]
  var atlas: Atlas

  func text(_ format: PlaceFormat) -> String {
    switch format {
    case .table: table
    case .json: GeoJSONWriter().string(.array(rows.map { .object($0.columns) })) + "\n"
    case .csv: csv
    case .geojson: GeoJSONWriter().string(collection) + "\n"
    }
  }

  private var table: String {
    let hasDistance = rows.contains { $0.distance != nil }
    let hasSpelling = rows.contains { $0.spelling != nil }
    var header = ["ID", "NAME", "KIND", "COUNTRY", "ADMIN1", "ADMIN2", "LON", "LAT", "POPULATION"]
    var numeric: Set<Int> = [6, 7, 8]
    if hasSpelling { header.append("SPELLED") }
    if hasDistance {
      numeric.insert(header.count)
      header.append("KM")
    }
    var table = Table(header: header, numeric: numeric)
    for row in rows {
      let place = row.place
      var cells = [
        place.reference, place.name, place.kind.word, place.country ?? "", row.admin1 ?? "", row.admin2 ?? "",
        place.coordinate.longitude.fixed(4), place.coordinate.latitude.fixed(4),
        place.population > 0 ? String(place.population) : "",
      ]
      if hasSpelling { cells.append(row.spelling ?? "") }
      if let distance = row.distance { cells.append(distance.kilometres.fixed(1)) }
      table.add(cells)
    }
    return table.text
  }

  private var csv: String {
    guard let first = rows.first else { return "" }
    var lines = [first.columns.map(\.key).joined(separator: ",")]
    for row in rows { lines.append(row.columns.map { CSVField.value($0.value) }.joined(separator: ",")) }
    return lines.map { $0 + "\r\n" }.joined()
  }

  private var collection: FeatureCollection {
    let features = rows.map { row in
      Feature(
        id: .string(row.place.reference), geometry: .point(Position(row.place.coordinate)),
        properties: row.columns.filter { $0.key != "id" && $0.key != "lon" && $0.key != "lat" })
    }
    var members: [JSONValue.Member] = []
    if let metadata = atlas.metadata.last {
      members = ["attribution", "licences"].compactMap { key in
        metadata[key].map { JSONValue.Member(key, .string($0)) }
      }
    }
    return FeatureCollection(features, foreignMembers: members)
  }
}

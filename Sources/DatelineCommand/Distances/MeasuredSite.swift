import Coordinates
import GeoJSON

/// A site between which and others is measured.
struct MeasuredSite: Sendable {
  var name: String
  /// Of its source, where it has one: `geonames:418863`, `isfahan-strike.1.1`.
  var id: String?
  /// In words, or a code where a file has one.
  var country: String?
  /// On Earth.
  var coordinate: Coordinate

  var value: JSONValue {
    .object([
      JSONValue.Member("name", .string(name)), JSONValue.Member("id", .optional(id)),
      JSONValue.Member("country", .optional(country)), JSONValue.Member("lon", .double(coordinate.longitude)),
      JSONValue.Member("lat", .double(coordinate.latitude)),
    ])
  }
}

extension MeasuredSite {
  static let longitudeKeys = ["lon", "lng", "longitude", "x"]
  static let latitudeKeys = ["lat", "latitude", "y"]
  static let nameKeys = ["name", "location", "title", "label", "site_id", "id"]

  /// From the columns of a row; nil where there is no place on Earth.
  init?(named given: String?, id: String? = nil, coordinate: Coordinate?, column: (String) -> String?) {
    func first(_ keys: [String]) -> String? { keys.lazy.compactMap(column).first { !$0.isEmpty } }
    let place =
      coordinate
      ?? first(Self.longitudeKeys).flatMap(Double.init).flatMap { longitude in
        first(Self.latitudeKeys).flatMap(Double.init).map { Coordinate(longitude: longitude, latitude: $0) }
      }
    guard let place, place.isValid else { return nil }
    self.coordinate = place
    self.id = id ?? first(["site_id", "id"])
    country = first(["country"])
    name = given ?? first(Self.nameKeys) ?? id ?? place.decimalDegrees(places: 4)
  }

  /// A feature with a point.
  init?(_ feature: Feature) {
    guard case .point(let position)? = feature.geometry else { return nil }
    let id: String? =
      switch feature.id {
      case .string(let text), .decimal(let text): text
      case .int(let number): String(number)
      case nil: nil
      }
    self.init(named: nil, id: id, coordinate: position.coordinate) { feature[$0]?.cell }
  }
}

extension JSONValue {
  /// A scalar as the cell of a table.
  var cell: String? {
    switch self {
    case .string(let text), .decimal(let text): text
    case .int(let number): String(number)
    case .double(let number): String(number)
    case .bool, .null, .array, .object: nil
    }
  }
}

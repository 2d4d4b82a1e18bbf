import Coordinates
import Foundation
import GRDB

/// Natural Earth 1:10m as QGIS ships it in `world_map.gpkg`: countries, first-level units, disputed borders.
struct NaturalEarth {
  /// A ring or line of positions.
  typealias Path = [Coordinate]

  /// A country or first-level unit with its polygons, each an exterior ring (clockwise, as the file has it) and holes.
  struct Unit {
    /// ISO 3166-1 alpha-2; nil where the file has none (it has -99 for Kosovo and others).
    var country: String?
    var name: String?
    /// The name that GeoNames has for a first-level unit.
    var geonamesName: String?
    /// The name of the country of a first-level unit.
    var countryName: String?
    var polygons: [[Path]]
  }

  /// A border that is not agreed upon.
  struct DisputedBorder {
    var name: String
    var left: String
    var right: String
    var lines: [Path]
  }

  private let database: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    database = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// In the file's order.
  func countries() throws -> [Unit] {
    try rows("SELECT geom, iso_a2 AS country, NAME AS name FROM countries ORDER BY fid") { row in
      Unit(
        country: Self.code(row["country"]), name: row["name"], geonamesName: nil, countryName: row["name"],
        polygons: try WellKnownBinary(geoPackage: row["geom"]).polygons())
    }
  }

  /// In the file's order.
  func firstLevelUnits() throws -> [Unit] {
    try rows(
      "SELECT geom, iso_a2 AS country, name, gn_name, admin FROM states_provinces ORDER BY fid"
    ) { row in
      Unit(
        country: Self.code(row["country"]), name: row["name"], geonamesName: row["gn_name"], countryName: row["admin"],
        polygons: try WellKnownBinary(geoPackage: row["geom"]).polygons())
    }
  }

  /// In the file's order.
  func disputedBorders() throws -> [DisputedBorder] {
    try rows("SELECT geom, name, adm0_left, adm0_right FROM disputed_borders ORDER BY fid") { row in
      DisputedBorder(
        name: row["name"] ?? "", left: row["adm0_left"] ?? "", right: row["adm0_right"] ?? "",
        lines: try WellKnownBinary(geoPackage: row["geom"]).lines())
    }
  }

  private func rows<Element>(_ query: String, _ make: (Row) throws -> Element) throws -> [Element] {
    try database.read { try Row.fetchAll($0, sql: query).map(make) }
  }

  private static func code(_ text: String?) -> String? {
    guard let text, text.count == 2, text.allSatisfy(\.isLetter) else { return nil }
    return text
  }
}

/// OGC well-known binary, two-dimensional polygons and lines, as GeoPackage wraps it.
struct WellKnownBinary {
  struct Malformed: Error, CustomStringConvertible {
    var description: String { "a geometry in the GeoPackage is malformed" }
  }

  private let bytes: [UInt8]
  private var offset: Int

  /// - Parameter blob: a GeoPackage geometry: `GP`, version, flags, SRS id, envelope, then WKB.
  init(geoPackage blob: Data) throws {
    bytes = [UInt8](blob)
    guard bytes.count > 8, bytes[0] == 0x47, bytes[1] == 0x50 else { throw Malformed() }
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(bytes[3] >> 1) & 7
    guard envelope < envelopes.count else { throw Malformed() }
    offset = 8 + envelopes[envelope]
  }

  /// The polygons of a POLYGON or MULTIPOLYGON, each an array of rings.
  func polygons() throws -> [[[Coordinate]]] {
    var reader = self
    switch try reader.header() {
    case 3: return [try reader.paths()]
    case 6: return try reader.parts(of: 3) { try $0.paths() }
    default: throw Malformed()
    }
  }

  /// The lines of a LINESTRING or MULTILINESTRING.
  func lines() throws -> [[Coordinate]] {
    var reader = self
    switch try reader.header() {
    case 2: return [try reader.path()]
    case 5: return try reader.parts(of: 2) { try $0.path() }
    default: throw Malformed()
    }
  }

  private mutating func parts<Part>(of type: UInt32, _ read: (inout Self) throws -> Part) throws -> [Part] {
    let count = try number(UInt32.self)
    var parts: [Part] = []
    for _ in 0..<count {
      guard try header() == type else { throw Malformed() }
      parts.append(try read(&self))
    }
    return parts
  }

  /// Byte order and type; only little-endian is written by the tools that made our sources.
  private mutating func header() throws -> UInt32 {
    guard try number(UInt8.self) == 1 else { throw Malformed() }
    return try number(UInt32.self)
  }

  private mutating func paths() throws -> [[Coordinate]] {
    let count = try number(UInt32.self)
    var paths: [[Coordinate]] = []
    for _ in 0..<count { paths.append(try path()) }
    return paths
  }

  private mutating func path() throws -> [Coordinate] {
    let count = try number(UInt32.self)
    var path: [Coordinate] = []
    for _ in 0..<count {
      let longitude = Double(bitPattern: try number(UInt64.self))
      let latitude = Double(bitPattern: try number(UInt64.self))
      path.append(Coordinate(longitude: longitude, latitude: latitude))
    }
    return path
  }

  private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    let size = MemoryLayout<Number>.size
    guard offset + size <= bytes.count else { throw Malformed() }
    var value: Number = 0
    for byte in 0..<size { value |= Number(truncatingIfNeeded: bytes[offset + byte]) << Number(byte * 8) }
    offset += size
    return value
  }
}

import Coordinates

/// A position: longitude and latitude in degrees on WGS 84, and perhaps a height above the ellipsoid in metres (RFC 7946, 3.1.1).
public struct Position: Hashable, Sendable {
  /// Longitude and latitude in degrees; the altitude in metres above the ellipsoid, where it is known.
  public var coordinate: Coordinate
  public var altitude: Double?

  /// A position at a coordinate.
  public init(_ coordinate: Coordinate, altitude: Double? = nil) {
    self.coordinate = coordinate
    self.altitude = altitude
  }

  /// A position in degrees, longitude first, and metres.
  public init(longitude: Double, latitude: Double, altitude: Double? = nil) {
    self.init(Coordinate(longitude: longitude, latitude: latitude), altitude: altitude)
  }
}

/// The seven geometries of RFC 7946, section 3.1.
public indirect enum Geometry: Hashable, Sendable {
  case point(Position)
  case multiPoint([Position])
  case lineString([Position])
  case multiLineString([[Position]])
  /// Exterior ring first, counter-clockwise; holes clockwise; each ring closed.
  case polygon([[Position]])
  case multiPolygon([[[Position]]])
  case geometryCollection([Geometry])

  /// The value of the member `type`.
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    }
  }

  /// Every position, in order.
  public var positions: [Position] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let positions), .lineString(let positions): positions
    case .multiLineString(let lines), .polygon(let lines): lines.flatMap { $0 }
    case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
    case .geometryCollection(let members): members.flatMap(\.positions)
    }
  }
}

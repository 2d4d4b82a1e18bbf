#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A point of the WGS 84 ellipsoid in earth-centred, earth-fixed coordinates, in metres.
///
/// The chord between two such points orders as the geodesic does but for near-ties, because the ellipsoid curves differently
/// from place to place: ``GeodesicBound`` says how near (2 cm over 100 km).
public struct EarthVector: Hashable, Sendable {
  /// Metres from the centre of the Earth: towards 0° E and 90° E on the equator, and towards the north pole.
  public var x: Double
  public var y: Double
  public var z: Double

  /// A vector in metres.
  public init(x: Double, y: Double, z: Double) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  /// Where `coordinate` lies on the ellipsoid.
  public init(_ coordinate: Coordinate) {
    let longitude = coordinate.longitude * .pi / 180
    let latitude = coordinate.latitude * .pi / 180
    let normal = Self.equatorialRadius / (1 - Self.eccentricitySquared * sin(latitude) * sin(latitude)).squareRoot()
    x = normal * cos(latitude) * cos(longitude)
    y = normal * cos(latitude) * sin(longitude)
    z = normal * (1 - Self.eccentricitySquared) * sin(latitude)
  }

  /// The square of the straight distance to `other`, in square metres.
  public func squaredChord(to other: EarthVector) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }

  package static let equatorialRadius = 6_378_137.0
  package static let eccentricitySquared = 0.006_694_379_990_141_316
}

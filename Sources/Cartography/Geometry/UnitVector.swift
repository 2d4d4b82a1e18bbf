import Coordinates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A point of the unit sphere. Latitudes are taken as they are: for clipping and simplifying a map the flattening does not matter.
package struct UnitVector: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var z: Double

  package init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  package init(_ point: Coordinate) {
    let longitude = point.longitude * .pi / 180
    let latitude = point.latitude * .pi / 180
    self.init(x: cos(latitude) * cos(longitude), y: cos(latitude) * sin(longitude), z: sin(latitude))
  }

  package var coordinate: Coordinate {
    Coordinate(longitude: atan2(y, x) * 180 / .pi, latitude: atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi)
  }

  package var length: Double { (x * x + y * y + z * z).squareRoot() }

  package var normalized: UnitVector {
    let length = length
    return length > 0 ? UnitVector(x: x / length, y: y / length, z: z / length) : self
  }

  package func dot(_ other: UnitVector) -> Double { x * other.x + y * other.y + z * other.z }

  package func cross(_ other: UnitVector) -> UnitVector {
    UnitVector(x: y * other.z - z * other.y, y: z * other.x - x * other.z, z: x * other.y - y * other.x)
  }

  /// The angle between two directions, in degrees.
  package func degrees(to other: UnitVector) -> Double { 2 * asin(min((self - other).length / 2, 1)) * 180 / .pi }

  package static func + (left: UnitVector, right: UnitVector) -> UnitVector {
    UnitVector(x: left.x + right.x, y: left.y + right.y, z: left.z + right.z)
  }

  package static func - (left: UnitVector, right: UnitVector) -> UnitVector {
    UnitVector(x: left.x - right.x, y: left.y - right.y, z: left.z - right.z)
  }

  package static func * (vector: UnitVector, factor: Double) -> UnitVector {
    UnitVector(x: vector.x * factor, y: vector.y * factor, z: vector.z * factor)
  }
}

/// The mean radius of the Earth, for turning map metres into angles where some per mille do not matter.
package let meanEarthRadiusMetres = 6_371_008.8

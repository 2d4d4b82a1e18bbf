/// A box of meridians and parallels, in degrees. `west` > `east` means that it crosses the antimeridian (RFC 7946, 5.2).
public struct BoundingBox: Hashable, Sendable {
  /// Degrees on WGS 84; `west` is greater than `east` where the box crosses the antimeridian.
  public var west: Double
  public var south: Double
  public var east: Double
  public var north: Double

  /// A box by its sides, in degrees.
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The smallest box that holds all `coordinates`: of the ways round the globe the shorter. Nil where there are none.
  /// - Complexity: O(n log n)
  public init?(enclosing coordinates: some Sequence<Coordinate>) {
    var longitudes: [Double] = []
    var south = Double.infinity
    var north = -Double.infinity
    for coordinate in coordinates {
      longitudes.append(coordinate.longitude)
      south = min(south, coordinate.latitude)
      north = max(north, coordinate.latitude)
    }
    longitudes.sort()
    guard let first = longitudes.first, let last = longitudes.last else { return nil }
    var (west, east) = (first, last)
    var widestGap = first + 360 - last
    for (left, right) in zip(longitudes, longitudes.dropFirst()) where right - left > widestGap {
      widestGap = right - left
      (west, east) = (right, left)
    }
    self.init(west: west, south: south, east: east, north: north)
  }

  /// Whether the box goes from west to east across ±180°.
  public var crossesAntimeridian: Bool { west > east }

  /// Degrees of longitude from west to east, 0 ... 360.
  public var width: Double { crossesAntimeridian ? east + 360 - west : east - west }

  /// Degrees of latitude from south to north.
  public var height: Double { north - south }

  /// Whether the position lies in the box or on its edge.
  public func contains(_ coordinate: Coordinate) -> Bool {
    guard coordinate.latitude >= south, coordinate.latitude <= north else { return false }
    return crossesAntimeridian
      ? coordinate.longitude >= west || coordinate.longitude <= east
      : coordinate.longitude >= west && coordinate.longitude <= east
  }

  /// The middle of the box, its longitude brought into -180 ... 180.
  public var centre: Coordinate {
    let longitude = west + width / 2
    return Coordinate(longitude: longitude > 180 ? longitude - 360 : longitude, latitude: (south + north) / 2)
  }
}

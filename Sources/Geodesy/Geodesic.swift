import CProj
import Coordinates

/// Geodesics on an ellipsoid, by libproj's `geodesic.h`.
///
/// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), 43–55. Errors are some nanometres.
public struct Geodesic: Sendable {
  /// On the WGS 84 ellipsoid.
  public static let wgs84 = Geodesic(equatorialRadius: Distance(metres: 6_378_137), flattening: 1 / 298.257_223_563)

  private let ellipsoid: geod_geodesic

  public init(equatorialRadius: Distance, flattening: Double) {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, equatorialRadius.metres, flattening)
    self.ellipsoid = ellipsoid
  }

  /// The shortest way between two points.
  public struct Inverse: Hashable, Sendable {
    public var distance: Distance
    /// The course on leaving, degrees clockwise from north, 0 ..< 360.
    public var initialBearing: Angle
    /// The course on arriving (not the way back), degrees clockwise from north, 0 ..< 360.
    public var finalBearing: Angle
  }

  /// Distance and courses of the shortest way. Coordinates out of range give NaN.
  public func inverse(from start: Coordinate, to end: Coordinate) -> Inverse {
    var (metres, initial, final) = (0.0, 0.0, 0.0)
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_inverse(
        ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &metres, &initial, &final)
    }
    return Inverse(
      distance: Distance(metres: metres),
      initialBearing: Angle(degrees: initial).normalizedAsBearing,
      finalBearing: Angle(degrees: final).normalizedAsBearing)
  }

  /// The length of the shortest way. Coordinates out of range give NaN.
  public func distance(from start: Coordinate, to end: Coordinate) -> Distance {
    var metres = 0.0
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_inverse(ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &metres, nil, nil)
    }
    return Distance(metres: metres)
  }

  /// Where a walk ends.
  public struct Direct: Hashable, Sendable {
    public var end: Coordinate
    /// The course on arriving, degrees clockwise from north, 0 ..< 360.
    public var finalBearing: Angle
  }

  /// The point reached by going `distance` from `start` on the course `bearing` (degrees clockwise from north).
  public func direct(from start: Coordinate, bearing: Angle, distance: Distance) -> Direct {
    var (latitude, longitude, final) = (0.0, 0.0, 0.0)
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_direct(
        ellipsoid, start.latitude, start.longitude, bearing.degrees, distance.metres, &latitude, &longitude, &final)
    }
    return Direct(
      end: Coordinate(longitude: longitude, latitude: latitude),
      finalBearing: Angle(degrees: final).normalizedAsBearing)
  }

  /// `count` + 1 points from `start` to `end` at equal distances along the geodesic, both ends among them.
  public func path(from start: Coordinate, to end: Coordinate, count: Int) -> [Coordinate] {
    let steps = max(count, 1)
    var line = geod_geodesicline()
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_inverseline(
        &line, ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, 0)
    }
    return (0...steps).map { step in
      var (latitude, longitude) = (0.0, 0.0)
      geod_position(&line, line.s13 * Double(step) / Double(steps), &latitude, &longitude, nil)
      return Coordinate(longitude: longitude, latitude: latitude)
    }
  }

  /// The circle of all points at `radius` from `centre`, as `count` points clockwise from north, not closed.
  public func circle(around centre: Coordinate, radius: Distance, count: Int = 72) -> [Coordinate] {
    (0..<max(count, 3)).map { step in
      direct(from: centre, bearing: Angle(degrees: 360 * Double(step) / Double(count)), distance: radius).end
    }
  }
}

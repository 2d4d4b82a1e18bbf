import CProj
import Coordinates

/// Geodesics on an ellipsoid, by libproj's `geodesic.h`.
///
/// ```swift
/// let way = Geodesic.wgs84.inverse(from: isfahan, to: tehran)
/// way.distance.kilometres     // 337.8…
/// way.initialBearing.degrees  // clockwise from north
/// ```
/// Errors are some nanometres on the Earth's ellipsoid. Coordinates out of range and numbers that are not finite give NaN,
/// never a trap. Values can be used from any thread.
///
/// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), 43–55, doi:10.1007/s00190-012-0578-z.
public struct Geodesic: Sendable {
  /// On the WGS 84 ellipsoid.
  public static let wgs84 = Geodesic(equatorialRadius: Distance(metres: 6_378_137), flattening: 1 / 298.257_223_563)

  // One element: an array, so that C gets its address and no copy of 400 bytes is made for every call.
  private let ellipsoid: [geod_geodesic]

  /// An ellipsoid of revolution; a sphere where `flattening` is 0, prolate where it is negative. Flattenings to 1/50 keep
  /// full accuracy.
  public init(equatorialRadius: Distance, flattening: Double) {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, equatorialRadius.metres, flattening)
    self.ellipsoid = [ellipsoid]
  }

  /// Half the axis through the equator.
  public var equatorialRadius: Distance { Distance(metres: ellipsoid[0].a) }
  /// (a − b) / a of the half axes; 0 is a sphere.
  public var flattening: Double { ellipsoid[0].f }

  /// What `geodesic.h` asks for.
  @inline(__always)
  func withEllipsoid<Result>(_ body: (UnsafePointer<geod_geodesic>?) -> Result) -> Result {
    ellipsoid.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// The shortest way between two points.
  public struct Inverse: Hashable, Sendable {
    /// The length of the way.
    public var distance: Distance
    /// The course on leaving, degrees clockwise from north, 0 ..< 360.
    public var initialBearing: Angle
    /// The course on arriving (not the way back), degrees clockwise from north, 0 ..< 360.
    public var finalBearing: Angle

    /// A way by its length and its courses at both ends, degrees clockwise from north.
    public init(distance: Distance, initialBearing: Angle, finalBearing: Angle) {
      self.distance = distance
      self.initialBearing = initialBearing
      self.finalBearing = finalBearing
    }

    @inline(__always)
    init(_ ellipsoid: UnsafePointer<geod_geodesic>?, from start: Coordinate, to end: Coordinate) {
      var (metres, initial, final) = (0.0, 0.0, 0.0)
      geod_inverse(
        ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &metres, &initial, &final)
      distance = Distance(metres: metres)
      initialBearing = Angle(degrees: initial).normalizedAsBearing
      finalBearing = Angle(degrees: final).normalizedAsBearing
    }
  }

  /// Distance and courses of the shortest way. Where there are several (from pole to pole), one of them.
  public func inverse(from start: Coordinate, to end: Coordinate) -> Inverse {
    withEllipsoid { Inverse($0, from: start, to: end) }
  }

  /// The length of the shortest way.
  public func distance(from start: Coordinate, to end: Coordinate) -> Distance {
    withEllipsoid { ellipsoid in
      var metres = 0.0
      geod_inverse(ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &metres, nil, nil)
      return Distance(metres: metres)
    }
  }

  /// Where a walk ends.
  public struct Direct: Hashable, Sendable {
    /// Where the walk ends.
    public var end: Coordinate
    /// The course on arriving, degrees clockwise from north, 0 ..< 360.
    public var finalBearing: Angle

    /// An end and the course on arriving.
    public init(end: Coordinate, finalBearing: Angle) {
      self.end = end
      self.finalBearing = finalBearing
    }

    @inline(__always)
    init(_ ellipsoid: UnsafePointer<geod_geodesic>?, from start: Coordinate, bearing: Angle, distance: Distance) {
      var (latitude, longitude, final) = (0.0, 0.0, 0.0)
      geod_direct(
        ellipsoid, start.latitude, start.longitude, bearing.degrees, distance.metres, &latitude, &longitude, &final)
      end = Coordinate(longitude: longitude, latitude: latitude)
      finalBearing = Angle(degrees: final).normalizedAsBearing
    }
  }

  /// The point reached by going `distance` from `start` on the course `bearing` (degrees clockwise from north); a negative
  /// distance goes backwards.
  public func direct(from start: Coordinate, bearing: Angle, distance: Distance) -> Direct {
    withEllipsoid { Direct($0, from: start, bearing: bearing, distance: distance) }
  }

  /// The circle of all points at `radius` from `centre`, as `count` (at least 3) points clockwise from north, not closed.
  public func circle(around centre: Coordinate, radius: Distance, count: Int = 72) -> [Coordinate] {
    let steps = max(count, 3)
    return (0..<steps).map { step in
      direct(from: centre, bearing: Angle(degrees: 360 * Double(step) / Double(steps)), distance: radius).end
    }
  }
}

import CProj
import Coordinates

/// Many points at a time. A point that cannot be shown becomes NaN, and how many there were is returned: one bad point costs
/// that point, not the rest.
extension Transformation {
  /// Projects in place: x is longitude and y latitude in degrees before, the map plane after.
  /// - Returns: how many points could not be shown and are NaN.
  @discardableResult
  public func forward(inPlace points: inout MutableSpan<PlanePoint>) -> Int { convert(&points, PJ_FWD) }

  /// From the map plane to longitude (x) and latitude (y) in degrees, in place.
  /// - Returns: how many points show nothing on Earth and are NaN.
  @discardableResult
  public func inverse(inPlace points: inout MutableSpan<PlanePoint>) -> Int { convert(&points, PJ_INV) }

  /// The points of the plane in the order of the coordinates, NaN where there is none.
  public func forward(_ coordinates: [Coordinate]) -> [PlanePoint] {
    var points = coordinates.map { coordinate in
      coordinate.isValid
        ? PlanePoint(x: coordinate.longitude, y: coordinate.latitude) : PlanePoint(x: .nan, y: .nan)
    }
    var span = points.mutableSpan
    forward(inPlace: &span)
    return points
  }

  /// Longitudes and latitudes in the order of the points, NaN where there are none.
  public func inverse(_ points: [PlanePoint]) -> [Coordinate] {
    var points = points
    var span = points.mutableSpan
    inverse(inPlace: &span)
    return points.map { Coordinate(longitude: $0.x, latitude: $0.y) }
  }

  private func convert(_ points: inout MutableSpan<PlanePoint>, _ direction: PJ_DIRECTION) -> Int {
    let (inward, outward) = factors(direction)
    let object = handle.object
    var failures = 0
    for place in points.indices {
      let point = points[place]
      let result = proj_trans(object, direction, proj_coord(point.x * inward, point.y * inward, 0, 0))
      if Self.isOnSheet(result) {
        points[place] = PlanePoint(x: result.xy.x * outward, y: result.xy.y * outward)
      } else {
        points[place] = PlanePoint(x: .nan, y: .nan)
        failures += 1
      }
    }
    if failures > 0 { proj_errno_reset(object) }
    return failures
  }
}

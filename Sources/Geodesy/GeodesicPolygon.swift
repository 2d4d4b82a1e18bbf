import CProj
import Coordinates

/// What a ring of geodesics encloses, and how long it is.
public struct PolygonMeasure: Hashable, Sendable {
  /// Positive where the ring runs counter-clockwise (RFC 7946's exterior), negative where clockwise.
  public var area: Area
  public var perimeter: Distance
}

extension Geodesic {
  /// Signed area and perimeter of a ring whose edges are geodesics. The first point may be repeated at the end or not; the
  /// ring may enclose a pole or cross the antimeridian, but not itself.
  ///
  /// The area is the one to the left of the ring if that is the smaller, else minus the one to the right, so it lies within
  /// half the ellipsoid's either way. Fewer than three points enclose nothing.
  ///
  /// Source: Karney 2013, section 6. Areas are good to about 0.1 m² an edge.
  public func measure(ring: some Sequence<Coordinate>) -> PolygonMeasure {
    var polygon = geod_polygon()
    geod_polygon_init(&polygon, 0)
    var (area, perimeter) = (0.0, 0.0)
    withEllipsoid { ellipsoid in
      for point in ring { geod_polygon_addpoint(ellipsoid, &polygon, point.latitude, point.longitude) }
      _ = geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, &perimeter)
    }
    return PolygonMeasure(area: Area(squareMetres: area), perimeter: Distance(metres: perimeter))
  }

  /// The area of a polygon as RFC 7946 has it: the exterior ring first, then holes, whichever way they run.
  public func area(ofPolygon rings: [[Coordinate]]) -> Area {
    guard let exterior = rings.first else { return Area(squareMetres: 0) }
    let holes = rings.dropFirst().reduce(0) { $0 + measure(ring: $1).area.magnitude.squareMetres }
    return Area(squareMetres: measure(ring: exterior).area.magnitude.squareMetres - holes)
  }
}

/// Planar measures of rings in degrees of longitude and latitude: RFC 7946 takes lines to be straight there (3.1.1).
enum RingArea {
  /// The area in square degrees, positive where the ring runs counter-clockwise.
  /// - Complexity: O(n)
  static func signed(_ ring: [Position]) -> Double {
    guard let first = ring.first?.coordinate else { return 0 }
    var doubled = 0.0
    var last = first
    // Relative to the first position: differences of near numbers lose nothing.
    var (x, y) = (0.0, 0.0)
    for position in ring.dropFirst() {
      let nextX = x + LongitudeStep.degrees(from: last.longitude, to: position.coordinate.longitude)
      let nextY = position.coordinate.latitude - first.latitude
      doubled += x * nextY - nextX * y
      (x, y) = (nextX, nextY)
      last = position.coordinate
    }
    return doubled / 2
  }

  enum Side {
    case inside
    case outside
    case boundary
  }

  /// Where a position lies by a closed ring that does not cross the antimeridian.
  /// - Complexity: O(n)
  static func side(of position: Position, by ring: [Position]) -> Side {
    let (x, y) = (position.coordinate.longitude, position.coordinate.latitude)
    var isInside = false
    for (start, end) in zip(ring, ring.dropFirst()) {
      let (a, b) = (start.coordinate, end.coordinate)
      let cross = (b.longitude - a.longitude) * (y - a.latitude) - (b.latitude - a.latitude) * (x - a.longitude)
      if cross == 0, min(a.longitude, b.longitude) <= x, x <= max(a.longitude, b.longitude),
        min(a.latitude, b.latitude) <= y, y <= max(a.latitude, b.latitude)
      {
        return .boundary
      }
      if (a.latitude > y) != (b.latitude > y), (cross > 0) == (b.latitude > a.latitude) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }

  /// True where a ring lies outside another one, by the first of its positions that is not on the boundary.
  static func isOutside(_ ring: [Position], _ exterior: [Position]) -> Bool {
    let sides = ring.lazy.prefix(16).map { side(of: $0, by: exterior) }
    return sides.first { $0 != .boundary } == .outside
  }
}

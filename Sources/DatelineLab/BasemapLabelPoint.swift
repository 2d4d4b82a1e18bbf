import Coordinates
import Foundation

/// Areas of loops on the sphere.
enum SphericalArea {
  /// Signed, positive where the loop runs counterclockwise around the smaller side; a loop around a pole counts its cap.
  /// - Parameter loop: unrolled longitudes, first point not repeated.
  static func squareKilometres(_ loop: [Coordinate]) -> Double {
    guard let first = loop.first, let last = loop.last else { return 0 }
    var sum = 0.0
    for (a, b) in zip(loop, loop.dropFirst()) { sum += trapezoid(a, b) }
    var closing = first
    closing.longitude = last.longitude + (first.longitude - last.longitude).remainder(dividingBy: 360)
    sum += trapezoid(last, closing)
    let radius = 6371.0088
    return -sum * radius * radius
  }

  /// The area between a step and the South Pole, positive eastwards, on the unit sphere.
  private static func trapezoid(_ a: Coordinate, _ b: Coordinate) -> Double {
    let width = (b.longitude - a.longitude) * .pi / 180
    return width * (2 + sin(a.latitude * .pi / 180) + sin(b.latitude * .pi / 180)) / 2
  }
}

/// Where a name stands best in an area: the point furthest from its edge.
enum BasemapLabelPoint {
  /// Searches a grid that is refined around its best cell.
  static func inside(_ loop: [Coordinate]) -> Coordinate {
    guard loop.count > 2 else { return loop.first ?? Coordinate(longitude: 0, latitude: 0) }
    var (west, east) = (loop.map(\.longitude).min() ?? 0, loop.map(\.longitude).max() ?? 0)
    var (south, north) = (loop.map(\.latitude).min() ?? 0, loop.map(\.latitude).max() ?? 0)
    var best = loop[0]
    var most = -Double.infinity
    for _ in 0..<6 {
      let (width, height) = (east - west, north - south)
      for row in 0...16 {
        for column in 0...16 {
          let point = Coordinate(
            longitude: west + width * Double(column) / 16, latitude: south + height * Double(row) / 16)
          let distance = depth(of: point, in: loop)
          if distance > most { (best, most) = (point, distance) }
        }
      }
      (west, east) = (best.longitude - width / 10, best.longitude + width / 10)
      (south, north) = (best.latitude - height / 10, best.latitude + height / 10)
    }
    best.longitude = best.longitude.remainder(dividingBy: 360)
    return best
  }

  /// Degrees from the edge as seen at that latitude, negative outside.
  private static func depth(of point: Coordinate, in loop: [Coordinate]) -> Double {
    let shrink = max(cos(point.latitude * .pi / 180), 0.05)
    var inside = false
    var nearest = Double.infinity
    var previous = loop[loop.count - 1]
    for next in loop {
      if (previous.latitude > point.latitude) != (next.latitude > point.latitude) {
        let part = (point.latitude - previous.latitude) / (next.latitude - previous.latitude)
        if point.longitude < previous.longitude + part * (next.longitude - previous.longitude) { inside.toggle() }
      }
      let (dx, dy) = ((next.longitude - previous.longitude) * shrink, next.latitude - previous.latitude)
      let (px, py) = ((point.longitude - previous.longitude) * shrink, point.latitude - previous.latitude)
      let squared = dx * dx + dy * dy
      let along = squared > 0 ? min(max((px * dx + py * dy) / squared, 0), 1) : 0
      let (ax, ay) = (px - along * dx, py - along * dy)
      nearest = min(nearest, ax * ax + ay * ay)
      previous = next
    }
    return inside ? nearest : -nearest
  }
}

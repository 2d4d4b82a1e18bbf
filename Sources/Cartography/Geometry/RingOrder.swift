import Coordinates
import GeoJSON

/// Rings of GeoJSON as the map wants them: on the sphere, with short steps, the area on their left.
struct RingOrder {
  private(set) var rings: [[Coordinate]] = []
  private(set) var holdsNorthPole = false
  /// The outline without the edges that only close a polygon at the antimeridian or a pole.
  private(set) var outlines: [[Coordinate]] = []

  /// GeoJSON's edges are straight in longitude and latitude: they get points every so many degrees.
  private static let longestStep = 1.0

  init(_ polygons: [[[Position]]]) {
    for polygon in polygons {
      for (index, positions) in polygon.enumerated() { add(positions.map(\.coordinate), isExterior: index == 0) }
    }
  }

  private mutating func add(_ positions: [Coordinate], isExterior: Bool) {
    var raw = positions
    // 180° and -180° are one meridian: a ring around a pole may begin on one and end on the other.
    if let first = raw.first, let last = raw.last, raw.count > 1, first.latitude == last.latitude,
      (first.longitude - last.longitude).remainder(dividingBy: 360) == 0
    {
      raw.removeLast()
    }
    guard raw.count > 2 else { return }
    var line = Self.densified(raw + [raw[0]])
    let turns = ((line[line.count - 1].longitude - line[0].longitude) / 360).rounded()
    if turns == 0 {
      if (Self.twiceArea(line) > 0) != isExterior { line.reverse() }
    } else {
      // Around a pole: the smaller side is meant.
      let isNorth = line.map(\.latitude).reduce(0, +) > 0
      if (turns > 0) != (isNorth == isExterior) { line.reverse() }
    }
    outlines += Self.withoutSeams(line)
    // What runs along a pole is no place.
    var loop = line.dropLast().filter { abs($0.latitude) < 89.99 }
    loop = Self.withoutSpurs(loop)
    guard loop.count > 2 else { return }
    var width = 0.0
    for (a, b) in zip(loop, loop.dropFirst() + loop.prefix(1)) {
      width += (b.longitude - a.longitude).remainder(dividingBy: 360)
    }
    if width > 180 || width < -180 { holdsNorthPole = holdsNorthPole != (width > 180) }
    rings.append(loop)
  }

  private static func densified(_ line: [Coordinate]) -> [Coordinate] {
    var last = line[0]
    var dense = [last]
    for point in line.dropFirst() {
      var step = point.longitude - last.longitude.remainder(dividingBy: 360)
      // A jump over more than half the world means the short way, unless it goes from one edge of the world to the other.
      let isWhole = abs(abs(step) - 360) < 1e-9
      if !isWhole { step = step.remainder(dividingBy: 360) }
      let next = Coordinate(longitude: last.longitude + step, latitude: point.latitude)
      let count = max(Int((max(abs(step), abs(next.latitude - last.latitude)) / longestStep).rounded(.up)), 1)
      for index in 1...count {
        let part = Double(index) / Double(count)
        dense.append(
          index == count
            ? next
            : Coordinate(
              longitude: last.longitude + step * part, latitude: last.latitude + (next.latitude - last.latitude) * part)
        )
      }
      last = next
    }
    return dense
  }

  private static func twiceArea(_ line: [Coordinate]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { sum, step in
      sum + step.0.longitude * step.1.latitude - step.1.longitude * step.0.latitude
    }
  }

  private static func isOnEdge(_ point: Coordinate) -> Bool {
    abs(abs(point.longitude.remainder(dividingBy: 360)) - 180) < 1e-6
  }

  private static func withoutSpurs(_ loop: [Coordinate]) -> [Coordinate] {
    loop.indices.filter { index in
      let before = loop[(index + loop.count - 1) % loop.count]
      let after = loop[(index + 1) % loop.count]
      return !(isOnEdge(loop[index]) && isOnEdge(before) && isOnEdge(after))
    }.map { loop[$0] }
  }

  private static func withoutSeams(_ line: [Coordinate]) -> [[Coordinate]] {
    var parts: [[Coordinate]] = []
    var part = [line[0]]
    for (a, b) in zip(line, line.dropFirst()) {
      let isSeam = (isOnEdge(a) && isOnEdge(b)) || (abs(a.latitude) > 89.99 && abs(b.latitude) > 89.99)
      if isSeam {
        if part.count > 1 { parts.append(part) }
        part = [b]
      } else {
        part.append(b)
      }
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  /// A line of GeoJSON with short steps.
  static func line(_ positions: [Position]) -> [Coordinate] {
    positions.count > 1 ? densified(positions.map(\.coordinate)) : []
  }
}

import Coordinates

/// Leaving out points of a line that nobody would miss.
///
/// Source: D. H. Douglas and T. K. Peucker, Algorithms for the reduction of the number of points required to represent a digitized
/// line or its caricature, Cartographica 10 (1973), 112–122; here with chords of the sphere, so that it works everywhere on it.
package enum SphereSimplification {
  /// The line with as few points as keep it within `metres` of itself. Its ends stay, so that lines that meet go on meeting;
  /// of a closed line the point furthest from the start stays too.
  /// - Complexity: O(n log n) as a rule, O(n²) at worst.
  package static func simplify(_ line: [Coordinate], metres: Double) -> [Coordinate] {
    guard line.count > 2, metres > 0 else { return line }
    let points = line.map(UnitVector.init)
    let tolerance = metres / meanEarthRadiusMetres
    var keep = [Bool](repeating: false, count: points.count)
    let last = points.count - 1
    keep[0] = true
    keep[last] = true
    var stack: [(Int, Int)] = []
    if line[0] == line[last] {
      var furthest = 0
      var most = -1.0
      for index in 1..<last {
        let distance = (points[index] - points[0]).length
        if distance > most { (furthest, most) = (index, distance) }
      }
      keep[furthest] = true
      stack = [(0, furthest), (furthest, last)]
    } else {
      stack = [(0, last)]
    }
    while let (start, end) = stack.popLast() {
      guard end - start > 1 else { continue }
      let base = points[start]
      let chord = points[end] - base
      let chordSquared = chord.dot(chord)
      var furthest = start
      var most = tolerance * tolerance
      for index in start + 1..<end {
        let offset = points[index] - base
        let along = chordSquared > 0 ? min(max(offset.dot(chord) / chordSquared, 0), 1) : 0
        let away = offset - chord * along
        // The chord runs below the surface: only what lies beside the great circle counts, not the depth.
        let depth = away.dot(points[index])
        let distance = away.dot(away) - depth * depth
        if distance > most { (furthest, most) = (index, distance) }
      }
      if furthest != start {
        keep[furthest] = true
        stack.append((start, furthest))
        stack.append((furthest, end))
      }
    }
    return zip(line, keep).filter(\.1).map(\.0)
  }
}

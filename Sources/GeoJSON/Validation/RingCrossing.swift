/// Finds out whether a ring crosses itself.
enum RingCrossing {
  private struct Edge {
    var index: Int
    /// Along the sweep.
    var low: Double
    var high: Double
    /// Across it.
    var bottom: Double
    var top: Double
  }

  /// Pairs of edges looked at before a ring is given up as too tangled to say.
  private static let budget = 20_000_000

  /// The first position of an edge that another edge crosses at a point inside both; nil where there is none. Edges that
  /// merely touch do not cross.
  ///
  /// Edges are swept along the axis on which they are shorter, and compared with those that overlap there; few are compared with
  /// each other at once.
  /// - Complexity: O(n log n) and the number of overlapping pairs.
  static func first(in ring: [Position]) -> Int? {
    let count = ring.count - 1
    guard count > 3 else { return nil }
    if count <= mostCompared { return firstCompared(in: ring, count) }
    var (width, height) = (0.0, 0.0)
    for (start, end) in zip(ring, ring.dropFirst()) {
      width += abs(end.coordinate.longitude - start.coordinate.longitude)
      height += abs(end.coordinate.latitude - start.coordinate.latitude)
    }
    let isAlongLongitude = width <= height
    var order = (0..<count).map { index in
      (low: Self.edge(index, of: ring, isAlongLongitude: isAlongLongitude).low, index: Int32(truncatingIfNeeded: index))
    }
    order.sort { $0.low < $1.low }
    var active: [Edge] = []
    var work = 0
    for entry in order {
      let edge = Self.edge(Int(entry.index), of: ring, isAlongLongitude: isAlongLongitude)
      active.removeAll { $0.high < edge.low }
      work += active.count
      guard work <= budget else { return nil }
      for other in active where other.bottom <= edge.top && edge.bottom <= other.top {
        let distance = abs(other.index - edge.index)
        if distance > 1, distance < count - 1, cross(ring, edge.index, other.index) {
          return min(edge.index, other.index)
        }
      }
      active.append(edge)
    }
    return nil
  }

  /// Rings with more edges are swept.
  private static let mostCompared = 12

  private static func firstCompared(in ring: [Position], _ count: Int) -> Int? {
    for first in 0..<count - 2 {
      // The edges beside it share a corner with it; of the first, the last one too.
      for second in first + 2..<(first == 0 ? count - 1 : count) where cross(ring, first, second) { return first }
    }
    return nil
  }

  private static func edge(_ index: Int, of ring: [Position], isAlongLongitude: Bool) -> Edge {
    let (start, end) = (ring[index].coordinate, ring[index + 1].coordinate)
    let (west, east) = (min(start.longitude, end.longitude), max(start.longitude, end.longitude))
    let (south, north) = (min(start.latitude, end.latitude), max(start.latitude, end.latitude))
    return isAlongLongitude
      ? Edge(index: index, low: west, high: east, bottom: south, top: north)
      : Edge(index: index, low: south, high: north, bottom: west, top: east)
  }

  private static func cross(_ ring: [Position], _ first: Int, _ second: Int) -> Bool {
    let (a, b, c, d) = (ring[first], ring[first + 1], ring[second], ring[second + 1])
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
  }

  /// 1 where `c` lies left of the line from `a` to `b`, -1 right of it, 0 on it or too near to say.
  ///
  /// Source of the bound: J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust geometric predicates, 1997.
  private static func side(_ a: Position, _ b: Position, _ c: Position) -> Int {
    let left =
      (a.coordinate.longitude - c.coordinate.longitude) * (b.coordinate.latitude - c.coordinate.latitude)
    let right =
      (a.coordinate.latitude - c.coordinate.latitude) * (b.coordinate.longitude - c.coordinate.longitude)
    let determinant = left - right
    let bound = 3.330_669_073_875_472e-16 * (abs(left) + abs(right))
    return determinant > bound ? 1 : determinant < -bound ? -1 : 0
  }
}

/// Points of the ellipsoid, arranged for finding the nearest by chord many times over: a ``PointTree`` whose leaves hold eight
/// points side by side, and whose every branch knows the box that encloses its points.
///
/// Chords are those between positions rounded to 1/128 m and computed in single precision; how far off they can be says
/// ``GeodesicBound/measuringError(_:)``. Whoever needs the exact order compares what ``ChordMatches`` holds by a better measure.
package struct ChordTree: Sendable {
  /// Eight points, 128 bytes; unused lanes have the identifier -1.
  @usableFromInline
  struct Leaf: Sendable {
    @usableFromInline var x = SIMD8<Int32>.zero
    @usableFromInline var y = SIMD8<Int32>.zero
    @usableFromInline var z = SIMD8<Int32>.zero
    @usableFromInline var identifiers = SIMD8<Int32>(repeating: -1)

    init() {}
  }

  @usableFromInline
  struct Box: Sendable {
    @usableFromInline var low = SIMD4<Int32>(repeating: .max)
    @usableFromInline var high = SIMD4<Int32>(repeating: .min)

    init() {}

    mutating func add(_ lanes: SIMD4<Int32>) {
      low.replace(with: lanes, where: lanes .< low)
      high.replace(with: lanes, where: lanes .> high)
    }
  }

  /// A perfect binary tree in breadth-first order: branch `i` has the branches `2 i` and `2 i + 1`, the root is 1, and
  /// branch `leaves.count + i` is leaf `i`.
  @usableFromInline let boxes: [Box]
  @usableFromInline let leaves: [Leaf]
  package let count: Int

  /// - Parameters:
  ///   - vectors: the points.
  ///   - identifiers: what the tree shall call each of them, not negative.
  /// - Complexity: O(n log n)
  package init(_ vectors: [EarthVector], identifiers: [Int32]) {
    precondition(vectors.count == identifiers.count, "every point needs one identifier")
    count = vectors.count
    let points = vectors.map(Self.quantized)
    var leafCount = 1
    while leafCount * 8 < points.count { leafCount *= 2 }
    var order = points.indices.map { Int32(truncatingIfNeeded: $0) }
    var boxes = [Box](repeating: Box(), count: 2 * leafCount)
    var leaves = [Leaf](repeating: Leaf(), count: leafCount)
    var pending = [(branch: 1, range: 0..<points.count)]
    while let (branch, range) = pending.popLast() {
      if branch < leafCount {
        let middle = range.lowerBound + (range.count + 1) / 2
        if range.count > 1, middle < range.upperBound {
          let axis = PointTree.widestAxis(of: order[range], in: points)
          PointTree.select(middle, in: range, of: &order) {
            (points[Int($0)].lanes[axis], $0) < (points[Int($1)].lanes[axis], $1)
          }
        }
        pending.append((2 * branch, range.lowerBound..<middle))
        pending.append((2 * branch + 1, middle..<range.upperBound))
      } else {
        for (lane, place) in range.enumerated() {
          let point = points[Int(order[place])]
          leaves[branch - leafCount].x[lane] = point.lanes.x
          leaves[branch - leafCount].y[lane] = point.lanes.y
          leaves[branch - leafCount].z[lane] = point.lanes.z
          leaves[branch - leafCount].identifiers[lane] = identifiers[Int(order[place])]
        }
      }
      for place in range { boxes[branch].add(points[Int(order[place])].lanes) }
    }
    self.boxes = boxes
    self.leaves = leaves
  }

  /// To the nearest 1/128 m, without the axis bits of a ``PackedPoint`` that was made for a file.
  @usableFromInline
  static func quantized(_ vector: EarthVector) -> PackedPoint {
    PackedPoint(
      x: PackedPoint.units(vector.x), y: PackedPoint.units(vector.y), z: PackedPoint.units(vector.z))
  }
}

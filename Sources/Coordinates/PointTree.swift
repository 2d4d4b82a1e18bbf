/// A k-d tree without pointers: the points stand in an array, the middle one of every range splits it along its axis, what is
/// not greater stands left of it. Ranges of ``leafSize`` or less are not split.
///
/// Source: J. L. Bentley, Multidimensional binary search trees used for associative searching, CACM 18 (1975), 509–517.
package enum PointTree {
  @inlinable package static var leafSize: Int { 8 }

  /// The order in which points have to stand, and the axes to be stored with them, both by place in the tree.
  /// - Complexity: O(n log n)
  package static func order(_ points: [PackedPoint]) -> (order: [Int32], axes: [UInt8]) {
    var order = (0..<points.count).map { Int32(truncatingIfNeeded: $0) }
    var axes = [UInt8](repeating: 0, count: points.count)
    var pending = [0..<points.count]
    while let range = pending.popLast() {
      guard range.count > leafSize else {
        order[range].sort()
        continue
      }
      let axis = widestAxis(of: order[range], in: points)
      let middle = (range.lowerBound + range.upperBound) / 2
      select(middle, in: range, of: &order) { (points[Int($0)].lanes[axis], $0) < (points[Int($1)].lanes[axis], $1) }
      axes[middle] = UInt8(axis)
      pending.append(range.lowerBound..<middle)
      pending.append(middle + 1..<range.upperBound)
    }
    return (order, axes)
  }

  static func widestAxis(of order: ArraySlice<Int32>, in points: [PackedPoint]) -> Int {
    var low = SIMD4<Int32>(repeating: .max)
    var high = SIMD4<Int32>(repeating: .min)
    for index in order {
      let lanes = points[Int(index)].lanes
      low.replace(with: lanes, where: lanes .< low)
      high.replace(with: lanes, where: lanes .> high)
    }
    let extent = high &- low
    return extent.x >= extent.y ? (extent.x >= extent.z ? 0 : 2) : (extent.y >= extent.z ? 1 : 2)
  }

  /// Puts at `middle` what a sort of `range` would put there, with nothing greater before it (Hoare's quickselect).
  static func select(
    _ middle: Int, in range: Range<Int>, of order: inout [Int32], by less: (Int32, Int32) -> Bool
  ) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = order[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while less(order[left], pivot) { left += 1 }
        while less(pivot, order[right]) { right -= 1 }
        if left <= right {
          order.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if middle <= right { high = right } else if middle >= left { low = left } else { return }
    }
  }

  /// A point found, by its place in the tree, and how far it is.
  package struct Found: Sendable {
    package var index: Int
    /// In square units of ``PackedPoint``.
    package var squaredChord: Double

    @inlinable
    package init(index: Int, squaredChord: Double) {
      self.index = index
      self.squaredChord = squaredChord
    }
  }

  /// The `limit` points nearest to `target` by chord, the nearest first, equal ones by their place.
  /// - Parameters:
  ///   - point: the point at a place of the tree.
  ///   - accepts: which places count.
  ///   - reach: nothing further than this, in square units, is wanted.
  /// - Complexity: about O(log n + limit) where most places count.
  @inlinable
  package static func nearest(
    _ limit: Int, to target: PackedPoint, count: Int, within reach: Double = .infinity,
    point: (Int) -> PackedPoint, accepts: (Int) -> Bool
  ) -> [Found] {
    guard limit > 0 else { return [] }
    var found: [Found] = []
    found.reserveCapacity(min(limit, count) + 1)
    var bound = reach

    func offer(_ index: Int, _ candidate: PackedPoint) {
      let chord = candidate.squaredChord(to: target)
      guard chord <= bound, found.count < limit || chord < bound || index < found[found.count - 1].index, accepts(index)
      else { return }
      if found.count == limit { found.removeLast() }
      var place = found.count
      while place > 0, (found[place - 1].squaredChord, found[place - 1].index) > (chord, index) { place -= 1 }
      found.insert(Found(index: index, squaredChord: chord), at: place)
      if found.count == limit { bound = found[limit - 1].squaredChord }
    }

    func search(_ low: Int, _ high: Int) {
      guard high - low > leafSize else {
        for index in low..<high { offer(index, point(index)) }
        return
      }
      let middle = (low + high) / 2
      let split = point(middle)
      let offset = Double(target.lanes[split.axis] &- split.lanes[split.axis])
      if offset < 0 { search(low, middle) } else { search(middle + 1, high) }
      offer(middle, split)
      guard offset * offset <= bound else { return }
      if offset < 0 { search(middle + 1, high) } else { search(low, middle) }
    }

    search(0, count)
    return found
  }
}

/// What a search of a ``ChordTree`` found, nearest first; kept by the caller so that searching many times allocates nothing.
package struct ChordMatches: Sendable {
  /// Squared chord and identifier in one number that sorts as they do: the bits of a `Float` that is not negative order as it does.
  @usableFromInline var keys: [UInt64] = []
  /// Branches still to be looked into, each with its squared distance.
  @usableFromInline var pending = [UInt64](repeating: 0, count: 64)

  package init() {}

  @inlinable package var count: Int { keys.count }

  @inlinable
  package func identifier(_ place: Int) -> Int32 { Int32(truncatingIfNeeded: keys[place] & 0xffff_ffff) }

  /// In metres, as exact as ``GeodesicBound/measuringError(_:)`` says.
  @inlinable
  package func chord(_ place: Int) -> Double {
    Double(Self.squaredChord(keys[place])).squareRoot() / PackedPoint.unitsPerMetre
  }

  @inlinable
  static func key(_ squaredChord: Float, _ identifier: Int32) -> UInt64 {
    UInt64(squaredChord.bitPattern) << 32 | UInt64(UInt32(bitPattern: identifier))
  }

  @inlinable
  static func squaredChord(_ key: UInt64) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: key >> 32)) }

  @usableFromInline static let nothing = key(.infinity, -1)
}

extension ChordTree {
  /// The `limit` points nearest to `target` by chord, equal ones by their identifiers; fewer where there are fewer.
  /// - Complexity: about O(log n + limit)
  package func nearest(_ limit: Int, to target: EarthVector, into matches: inout ChordMatches) {
    let limit = max(0, min(limit, count))
    if matches.keys.count != limit {
      matches.keys = [UInt64](repeating: ChordMatches.nothing, count: limit)
    } else {
      for place in 0..<limit { matches.keys[place] = ChordMatches.nothing }
    }
    guard limit > 0 else { return }
    search(for: Self.quantized(target).lanes, keys: &matches.keys, pending: &matches.pending)
  }

  /// Fills `keys` with the least there are.
  private func search(for target: SIMD4<Int32>, keys: inout [UInt64], pending: inout [UInt64]) {
    let last = keys.count - 1
    var keys = keys.mutableSpan
    var pending = pending.mutableSpan
    let boxes = boxes.span
    let leaves = leaves.span
    var depth = 0
    var bound = Float.infinity
    var branch = 1
    while true {
      // Down to a leaf, the nearer side first.
      while branch < leaves.count {
        let left = Self.squaredGap(boxes[2 * branch], target)
        let right = Self.squaredGap(boxes[2 * branch + 1], target)
        let (near, far) = left <= right ? (left, right) : (right, left)
        let first = left <= right ? 2 * branch : 2 * branch + 1
        if far <= bound {
          pending[depth] = ChordMatches.key(far, Int32(truncatingIfNeeded: first ^ 1))
          depth += 1
        }
        guard near <= bound else {
          branch = 0
          break
        }
        branch = first
      }
      if branch > 0 {
        let leaf = leaves[branch - leaves.count]
        let chords = Self.squaredChords(leaf, target)
        let close = (chords .<= bound) .& (leaf.identifiers .>= 0)
        if any(close) {
          for lane in 0..<8 where close[lane] {
            let key = ChordMatches.key(chords[lane], leaf.identifiers[lane])
            guard key < keys[last] else { continue }
            var place = last
            while place > 0, keys[place - 1] > key {
              keys[place] = keys[place - 1]
              place -= 1
            }
            keys[place] = key
          }
          bound = ChordMatches.squaredChord(keys[last])
        }
      }
      repeat {
        guard depth > 0 else { return }
        depth -= 1
      } while ChordMatches.squaredChord(pending[depth]) > bound
      branch = Int(pending[depth] & 0xffff_ffff)
    }
  }

  /// Every point whose chord to `target` is at most `metres`, nearest first.
  package func within(metres: Double, of target: EarthVector, into matches: inout ChordMatches) {
    matches.keys.removeAll(keepingCapacity: true)
    guard count > 0, metres >= 0 else { return }
    let units = metres * PackedPoint.unitsPerMetre
    let bound = Float(units * units).nextUp
    let target = Self.quantized(target).lanes
    var depth = 1
    matches.pending[0] = ChordMatches.key(0, 1)
    while depth > 0 {
      depth -= 1
      let branch = Int(matches.pending[depth] & 0xffff_ffff)
      guard Self.squaredGap(boxes[branch], target) <= bound else { continue }
      if branch < leaves.count {
        matches.pending[depth] = UInt64(2 * branch)
        matches.pending[depth + 1] = UInt64(2 * branch + 1)
        depth += 2
        continue
      }
      let leaf = leaves[branch - leaves.count]
      let chords = Self.squaredChords(leaf, target)
      for lane in 0..<8 where leaf.identifiers[lane] >= 0 && chords[lane] <= bound {
        matches.keys.append(ChordMatches.key(chords[lane], leaf.identifiers[lane]))
      }
    }
    matches.keys.sort()
  }

  /// How far a box is from a point at the least.
  @inline(__always)
  private static func squaredGap(_ box: Box, _ target: SIMD4<Int32>) -> Float {
    // Any difference fits 32 bits, and of one axis only one of the two is positive.
    let below = box.low &- target
    let above = target &- box.high
    let gap = SIMD4<Float>(
      below.replacing(with: 0, where: below .< 0) &+ above.replacing(with: 0, where: above .< 0))
    let squares = gap * gap
    return squares.x + squares.y + squares.z
  }

  @inline(__always)
  private static func squaredChords(_ leaf: Leaf, _ target: SIMD4<Int32>) -> SIMD8<Float> {
    let x = SIMD8<Float>(leaf.x &- target.x)
    let y = SIMD8<Float>(leaf.y &- target.y)
    let z = SIMD8<Float>(leaf.z &- target.z)
    return x * x + y * y + z * z
  }
}

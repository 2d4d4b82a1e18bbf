import TestSupport
import Testing

@testable import GeoJSON

struct RingCrossingTests {
  /// Every pair of edges by itself, on a grid of whole numbers, where determinants are exact.
  private static func crosses(_ corners: [(Int, Int)]) -> Bool {
    func side(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int {
      ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).signum()
    }
    let count = corners.count
    for first in 0..<count {
      for second in first + 1..<count where second != first + 1 && !(first == 0 && second == count - 1) {
        let (a, b) = (corners[first], corners[(first + 1) % count])
        let (c, d) = (corners[second], corners[(second + 1) % count])
        if side(a, b, c) * side(a, b, d) < 0, side(c, d, a) * side(c, d, b) < 0 { return true }
      }
    }
    return false
  }

  /// Rings with few corners are compared edge by edge, others swept.
  @Test func ringsAreFoundToCrossAsEveryPairOfEdgesSays() {
    var (crossing, sound) = (0, 0)
    fuzz(rounds: 4000) { random, seed in
      let count = Int.random(in: 3...30, using: &random)
      // Around a middle, so that many do not cross.
      let isStar = Bool.random(using: &random)
      let corners = (0..<count).map { index -> (Int, Int) in
        guard isStar else { return (Int.random(in: 0...40, using: &random), Int.random(in: 0...40, using: &random)) }
        let ways = [
          (3, 0), (2, 1), (1, 2), (0, 3), (-1, 2), (-2, 1), (-3, 0), (-2, -1), (-1, -2), (0, -3), (1, -2), (2, -1),
        ]
        let (way, length) = (ways[index * ways.count / count], Int.random(in: 1...20, using: &random))
        return (way.0 * length, way.1 * length)
      }
      let ring = (corners + corners.prefix(1)).map { Position(longitude: Double($0.0), latitude: Double($0.1)) }
      let found = RingCrossing.first(in: ring) != nil
      #expect(found == Self.crosses(corners), "seed \(seed): \(corners)")
      if found { crossing += 1 } else { sound += 1 }
    }
    #expect(crossing > 500 && sound > 500)
  }
}

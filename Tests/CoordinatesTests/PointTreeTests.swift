import Coordinates
import TestSupport
import Testing

@Suite struct PointTreeTests {
  private static func points(_ count: Int, seed: UInt64) -> [PackedPoint] {
    var numbers = SeededGenerator(seed: seed)
    return (0..<count).map { _ in PackedPoint(EarthVector(numbers.coordinate())) }
  }

  /// The order is part of a file format: files written by one version are searched by another.
  @Test func `the order of a given set never changes`() {
    var numbers = SeededGenerator(seed: 43)
    let points = (0..<1000).map { _ in
      let (x, y, z) = (numbers.next(), numbers.next(), numbers.next())
      return PackedPoint(x: Int32(x % 1_600_000_000), y: Int32(y % 1_600_000_000), z: Int32(z % 400_000_000) * 4)
    }
    let (order, axes) = PointTree.order(points)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (index, axis) in zip(order, axes) {
      hash = (hash ^ UInt64(UInt32(bitPattern: index)) << 8 ^ UInt64(axis)) &* 0x100_0000_01b3
    }
    #expect(order.sorted() == Array(0..<1000))
    #expect(hash == 14_394_029_712_680_428_196)
  }

  @Test func `what is not on Earth is packed without a trap`() {
    let nowhere = PackedPoint(EarthVector(Coordinate(longitude: .nan, latitude: .infinity)))
    #expect(nowhere.lanes == SIMD4(0, 0, 0, 0))
    let north = PackedPoint(EarthVector(Coordinate(longitude: 0, latitude: 90)))
    #expect(north.lanes.z == 813_664_296 && north.axis == 0)
  }

  @Test(arguments: [0, 1, 8, 9, 100, 1000]) func `the nearest, equal to brute force`(count: Int) {
    let points = Self.points(count, seed: 47)
    let (order, axes) = PointTree.order(points)
    let tree = zip(order, axes).map { index, axis in
      var point = points[Int(index)]
      point.axis = Int(axis)
      return point
    }
    for target in Self.points(20, seed: 53) {
      let expected = tree.indices.filter { $0 % 3 != 0 }
        .sorted { (tree[$0].squaredChord(to: target), $0) < (tree[$1].squaredChord(to: target), $1) }
      let found = PointTree.nearest(4, to: target, count: count, point: { tree[$0] }, accepts: { $0 % 3 != 0 })
      #expect(found.map(\.index) == Array(expected.prefix(4)), "seeds 47 and 53")
      let reach = 2e9 * 1e8
      let within = PointTree.nearest(
        count, to: target, count: count, within: reach, point: { tree[$0] }, accepts: { $0 % 3 != 0 })
      #expect(within.map(\.index) == expected.filter { tree[$0].squaredChord(to: target) <= reach })
    }
  }
}

import Testing

@testable import Cartography

@Suite struct LabelPlacerTests {
  /// The benchmark of Christensen, Marks and Shieber: random points on a page of 792 × 612, labels of
  /// 24.1 × 9 that may reach beyond its edge.
  static func benchmark(points: Int, seed: UInt64) -> (placed: Double, overlaps: Int) {
    var random = SplitMix64(seed: seed)
    let items = (0..<points).map { _ in
      let point = PixelPoint(x: random.unit() * 792, y: random.unit() * 612)
      var label = PointLabel("", size: 1, weight: .regular)
      (label.width, label.height) = (24.1, 9)
      let places = label.candidates(around: point, radius: 0.5)
      return LabelPlacer.Item(candidates: places, weight: 10)
    }
    let chosen = LabelPlacer(items, gap: 0).place()
    let boxes = zip(items, chosen).compactMap { item, choice in choice.map { item.candidates[$0].box } }
    var overlaps = 0
    for (index, box) in boxes.enumerated() { overlaps += boxes[(index + 1)...].count { $0.meets(box) } }
    return (Double(boxes.count) / Double(points), overlaps)
  }

  @Test(arguments: [(500, 0.998), (750, 0.985), (1000, 0.93)])
  func theBenchmarkIsMet(points: Int, least: Double) {
    for seed in 1...3 as ClosedRange<UInt64> {
      let result = Self.benchmark(points: points, seed: seed)
      #expect(result.overlaps == 0)
      #expect(result.placed >= least, "\(points) points, seed \(seed): \(result.placed)")
    }
  }

  @Test func heavyLabelsWin() {
    let box = PixelBox(x: 0, y: 0, width: 10, height: 10)
    let items = [1.0, 5, 3].map { LabelPlacer.Item(candidates: [.init(box: box, cost: 0)], weight: $0) }
    #expect(LabelPlacer(items).place() == [nil, 0, nil])
    #expect(LabelPlacer([]).place().isEmpty)
  }
}

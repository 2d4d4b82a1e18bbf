/// The benchmark of Christensen, Marks and Shieber for labels of points: random points on a page of 792 × 612, labels of 24.1 × 9.
///
/// Every label touches its point; none stands apart and is tied to it by a line, as those of sites on a sheet may be.
package struct LabelBenchmark {
  package struct Outcome {
    /// 0 … 1 of the points.
    package var share: Double
    /// Pairs of labels that overlap.
    package var overlaps: Int
  }

  private let items: [LabelPlacer.Item]

  /// - Parameter staysOnPage: whether no label may cross the page's edge.
  package init(points: Int, seed: UInt64, staysOnPage: Bool) {
    let page = PixelBox(x: 0, y: 0, width: 792, height: 612)
    var label = PointLabel("", size: 1, weight: .regular)
    (label.width, label.height) = (24.1, 9)
    var random = SplitMix64(seed: seed)
    items = (0..<points).map { _ in
      let point = PixelPoint(x: random.unit() * page.width, y: random.unit() * page.height)
      let places = label.candidates(around: point, radius: 0.5).filter { !staysOnPage || page.contains($0.box) }
      return LabelPlacer.Item(candidates: places, weight: 10)
    }
  }

  package func run() -> Outcome {
    let chosen = LabelPlacer(items, gap: 0).place()
    let boxes = zip(items, chosen).compactMap { item, choice in choice.map { item.candidates[$0].box } }
    var overlaps = 0
    for (index, box) in boxes.enumerated() { overlaps += boxes[(index + 1)...].count { $0.meets(box) } }
    return Outcome(share: Double(boxes.count) / Double(max(items.count, 1)), overlaps: overlaps)
  }
}

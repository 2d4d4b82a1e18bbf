import Coordinates

/// The names of waters that have room for them, the larger water in the larger type.
struct SeaLabels {
  struct Name {
    var text: PointLabel
    var spacing: Double
    var item: LabelPlacer.Item
  }

  private(set) var names: [Name] = []

  /// Waters of fewer pixels from the middle to the rim get no name.
  private static let leastReach = 16.0

  init(_ seas: [MapSea], mask: WaterMask, _ plane: borrowing MapPlane, layout: SheetLayout) {
    guard !seas.isEmpty else { return }
    let unit = layout.unit
    let worth = seas.filter { $0.radius / plane.metresPerPixel > Self.leastReach * unit && !$0.name.isEmpty }
    let room = SeaRoom(worth, mask: mask, plane)
    let most = 4 + Int(layout.frame.width * layout.frame.height / (45_000 * unit * unit))
    for sea in worth.sorted(by: { ($0.rank, $1.radius, $0.name) < ($1.rank, $0.radius, $1.name) }) {
      guard names.count < most else { return }
      let pixels = sea.radius / plane.metresPerPixel
      let largest = layout.contextSize * (sea.isOcean ? 1.5 : 1.25)
      var size = min(max(pixels / 9, layout.contextSize * 0.9), largest)
      // A name that does not fit is tried once more in the smallest type.
      for _ in 0..<2 {
        let spacing = FontMetrics.takesSpacing(sea.name) ? size * (sea.isOcean ? 0.25 : 0.08) : 0
        var text = PointLabel(sea.name, size: size, weight: .regular)
        text.width = FontMetrics.width(sea.name, size: size, spacing: spacing)
        if text.width < pixels * 2.1 {
          let candidates = room.candidates(sea, width: text.width, height: text.height, margin: 2.5 * unit, plane)
          if !candidates.isEmpty {
            names.append(Name(text: text, spacing: spacing, item: .init(candidates: candidates, weight: 3)))
            break
          }
        }
        if size <= layout.contextSize * 0.9 { break }
        size = layout.contextSize * 0.9
      }
    }
  }
}

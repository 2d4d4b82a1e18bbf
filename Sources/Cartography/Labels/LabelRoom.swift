/// The room that an area on the sheet has for its name.
struct LabelRoom {
  private let rings: [[PixelPoint]]
  private let bounds: PixelBox
  /// Square pixels.
  let area: Double
  let centre: PixelPoint

  /// - Parameter frame: what can be seen; the rings are cut to it.
  init(_ rings: [[PixelPoint]], in frame: PixelBox) {
    self.rings = rings.map { FrameClip.ring($0, to: frame) }.filter { $0.count > 2 }
    var (twiceArea, x, y) = (0.0, 0.0, 0.0)
    var (left, top, right, bottom) = (frame.right, frame.bottom, frame.x, frame.y)
    for ring in self.rings {
      var previous = ring[ring.count - 1]
      for point in ring {
        let cross = previous.x * point.y - point.x * previous.y
        twiceArea += cross
        x += (previous.x + point.x) * cross
        y += (previous.y + point.y) * cross
        left = min(left, point.x)
        right = max(right, point.x)
        top = min(top, point.y)
        bottom = max(bottom, point.y)
        previous = point
      }
    }
    area = abs(twiceArea) / 2
    centre = area > 0 ? PixelPoint(x: x / (3 * twiceArea), y: y / (3 * twiceArea)) : frame.centre
    bounds = PixelBox(x: left, y: top, width: max(right - left, 0), height: max(bottom - top, 0))
  }

  /// Places where a box of this size lies inside the area, best near its centre.
  /// - Parameter margin: pixels to be kept from the sides.
  func candidates(width: Double, height: Double, margin: Double) -> [LabelPlacer.Candidate] {
    guard bounds.width >= width + 2 * margin, bounds.height >= height else { return [] }
    let size = max((bounds.width * bounds.width + bounds.height * bounds.height).squareRoot(), 1)
    let step = max(height * 0.8, bounds.height / 20)
    var candidates: [LabelPlacer.Candidate] = []
    var middle = bounds.y + height / 2
    while middle <= bounds.bottom - height / 2 {
      for (left, right) in intervals(between: middle - height / 2, and: middle + height / 2) {
        let (from, to) = (left + margin, right - margin)
        guard to - from >= width else { continue }
        let free = to - from - width
        let nearest = min(max(centre.x - width / 2, from), to - width)
        for x in [nearest, from + free * 0.15, from + free * 0.5, from + free * 0.85] {
          let box = PixelBox(x: x, y: middle - height / 2, width: width, height: height)
          // A little elbow-room is worth some distance from the centre.
          let tightness = min(free / width, 0.5)
          let cost = 1.8 * box.centre.distance(to: centre) / size + 0.3 * (0.5 - tightness)
          candidates.append(.init(box: box, cost: cost, isInside: true))
        }
      }
      middle += step
    }
    return Array(candidates.sorted { $0.cost < $1.cost }.prefix(24))
  }

  /// Stretches that are inside at the top, the middle and the bottom of a row.
  private func intervals(between top: Double, and bottom: Double) -> [(Double, Double)] {
    var common = inside(at: (top + bottom) / 2)
    for row in [inside(at: top), inside(at: bottom)] {
      var next: [(Double, Double)] = []
      for a in common {
        for b in row where min(a.1, b.1) > max(a.0, b.0) { next.append((max(a.0, b.0), min(a.1, b.1))) }
      }
      common = next
    }
    return common
  }

  private func inside(at y: Double) -> [(Double, Double)] {
    var crossings: [Double] = []
    for ring in rings {
      var previous = ring[ring.count - 1]
      for point in ring {
        if (previous.y > y) != (point.y > y) {
          crossings.append(previous.x + (y - previous.y) / (point.y - previous.y) * (point.x - previous.x))
        }
        previous = point
      }
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
  }
}

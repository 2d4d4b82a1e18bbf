import Coordinates

/// Where the symbols stand. Those that would cover each other are moved apart and tied to their points.
struct SiteMarkers {
  let radius: Double
  let referenceRadius: Double
  private(set) var drawn: [DrawnSite?] = []
  /// In the order of the content; nil for those outside the frame.
  private(set) var references: [PixelPoint?] = []

  /// The symbols' corners reach beyond the radius.
  private static let reach = 1.3

  init(_ content: MapContent, _ plane: borrowing MapPlane, radius: Double) {
    self.radius = radius
    referenceRadius = radius * 0.36
    for site in content.sites {
      guard let coordinate = site.coordinate, let point = plane.point(coordinate), plane.frame.contains(point) else {
        drawn.append(nil)
        continue
      }
      let rounded = PixelPoint(x: (point.x * 10).rounded() / 10, y: (point.y * 10).rounded() / 10)
      drawn.append(DrawnSite(point: rounded, back: plane.coordinate(rounded), symbol: rounded))
    }
    for reference in content.references {
      let point = plane.point(reference.coordinate)
      references.append(point.flatMap { plane.frame.contains($0) ? $0 : nil })
    }
    spread(in: plane.frame)
  }

  private mutating func spread(in frame: PixelBox) {
    let least = radius * 2.35
    let indices = drawn.indices.filter { drawn[$0] != nil }
    for round in 0..<200 {
      var moved = false
      for (order, first) in indices.enumerated() {
        for second in indices[(order + 1)...] {
          guard let a = drawn[first]?.symbol, let b = drawn[second]?.symbol else { continue }
          let distance = a.distance(to: b)
          guard distance < least - 0.05 else { continue }
          moved = true
          // Symbols on one point part in a direction of their own.
          let turn = UnitCircle.point(part: Double((first * 7 + second * 3 + round) % 16) / 16)
          let direction = distance > 0.5 ? PixelPoint(x: (b.x - a.x) / distance, y: (b.y - a.y) / distance) : turn
          let push = (least - distance) / 2 + 0.05
          drawn[first]?.symbol = Self.kept(
            PixelPoint(x: a.x - direction.x * push, y: a.y - direction.y * push), frame, radius)
          drawn[second]?.symbol = Self.kept(
            PixelPoint(x: b.x + direction.x * push, y: b.y + direction.y * push), frame, radius)
        }
      }
      // Places mentioned stay where they are; symbols step aside.
      let apart = radius * 1.25 + referenceRadius * 1.5
      for index in indices {
        for reference in references.compactMap({ $0 }) {
          guard let symbol = drawn[index]?.symbol else { continue }
          let distance = symbol.distance(to: reference)
          guard distance < apart - 0.05 else { continue }
          moved = true
          let direction =
            distance > 0.5
            ? PixelPoint(x: (symbol.x - reference.x) / distance, y: (symbol.y - reference.y) / distance)
            : PixelPoint(x: 0.7, y: -0.7)
          let place = PixelPoint(x: reference.x + direction.x * apart, y: reference.y + direction.y * apart)
          drawn[index]?.symbol = Self.kept(place, frame, radius)
        }
      }
      if !moved { break }
    }
    for index in indices {
      guard var site = drawn[index] else { continue }
      site.symbol = PixelPoint(x: (site.symbol.x * 10).rounded() / 10, y: (site.symbol.y * 10).rounded() / 10)
      drawn[index] = site
    }
  }

  private static func kept(_ point: PixelPoint, _ frame: PixelBox, _ radius: Double) -> PixelPoint {
    let room = frame.insetBy(radius * 1.4)
    return PixelPoint(x: min(max(point.x, room.x), room.right), y: min(max(point.y, room.y), room.bottom))
  }

  /// What the symbols cover.
  var boxes: [PixelBox] {
    drawn.compactMap { $0 }.map { site in
      let reach = radius * Self.reach
      return PixelBox(x: site.symbol.x - reach, y: site.symbol.y - reach, width: 2 * reach, height: 2 * reach)
    }
      + references.compactMap { $0 }.map { point in
        let reach = referenceRadius * 1.4
        return PixelBox(x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach)
      }
  }
}

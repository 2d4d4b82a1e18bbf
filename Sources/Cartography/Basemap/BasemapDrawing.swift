import Coordinates

/// What of a basemap a plane shows, on the sheet.
struct BasemapDrawing {
  var land: [[PixelPoint]]
  var lines: [ArcKind: [[PixelPoint]]]
}

/// Takes from the basemap what a view needs, in the detail that its scale needs.
struct BasemapReader {
  private let basemap: Basemap
  private let level: Int
  private let coarsest: Int
  /// Lines may be this far, in metres, from the source.
  private let tolerance: Double
  private let view: BoundingBox?
  /// Rings of fewer square kilometres cannot be seen.
  private let leastArea: Double
  /// Kinds that a worldview gives to arcs instead of the basemap's.
  private let changes: [Int: ArcKind]

  /// - Parameter view: longitudes and latitudes outside which nothing is shown; nil for the world.
  init(_ basemap: Basemap, metresPerPixel: Double, view: BoundingBox?, changes: [Int: ArcKind] = [:]) {
    self.changes = changes
    self.basemap = basemap
    tolerance = metresPerPixel * 0.35
    level = basemap.level(within: tolerance * 0.5)
    coarsest = max(basemap.levelCount - 1, 0)
    self.view = view
    leastArea = metresPerPixel * metresPerPixel * 0.7 / 1e6
  }

  private func isSeen(_ box: LineBox) -> Bool { view.map(box.meets) ?? true }

  private func line(_ arc: Int) -> [Coordinate] {
    guard isSeen(basemap.box(ofArc: arc)) else { return basemap.line(ofArc: arc, level: coarsest) }
    return SphereSimplification.simplify(basemap.line(ofArc: arc, level: level), metres: tolerance)
  }

  /// The loops of some rings, those left out that are too small or too far away.
  func loops(_ rings: Range<Int>) -> [[Coordinate]] {
    rings.compactMap { index in
      let ring = basemap.ring(index)
      guard ring.area >= leastArea, isSeen(ring.box) else { return nil }
      var loop: [Coordinate] = []
      for reference in basemap.arcs(of: ring) {
        let line = line(reference.arc)
        loop += (reference.reversed ? line.reversed() : line).dropLast()
      }
      return loop.count > 2 ? loop : nil
    }
  }

  func land() -> [[Coordinate]] { loops(0..<basemap.landCount) }

  func lines(_ kind: ArcKind) -> [[Coordinate]] {
    (0..<basemap.arcCount).compactMap { arc in
      guard (changes[arc] ?? basemap.kind(ofArc: arc)) == kind, isSeen(basemap.box(ofArc: arc)) else { return nil }
      let line = line(arc)
      return line.count > 1 ? line : nil
    }
  }
}

/// The outlines of the symbols: a shape a family, so that colour is never the only sign.
enum SymbolShape {
  /// The outline around `centre`; all shapes have about the area of a circle of that radius and take a number inside.
  static func path(_ family: SymbolFamily, at centre: PixelPoint, radius: Double) -> String {
    var path = SVGPath()
    path.append(
      points(family).map { PixelPoint(x: centre.x + $0.0 * radius, y: centre.y + $0.1 * radius) }, closed: true)
    return path.data
  }

  /// Corners in units of the radius, y downwards.
  private static func points(_ family: SymbolFamily) -> [(Double, Double)] {
    switch family {
    case .strike: regular(corners: 20, radius: 1)
    case .explosion: star(points: 8, outer: 1.18, inner: 0.92)
    case .violence: [(0, -1.22), (1.22, 0), (0, 1.22), (-1.22, 0)]
    case .military: [(-0.92, -0.92), (0.92, -0.92), (0.92, 0.92), (-0.92, 0.92)]
    case .protest: [(-0.98, -0.9), (0.98, -0.9), (0.98, 0.62), (0.25, 0.62), (0, 1.1), (-0.25, 0.62), (-0.98, 0.62)]
    case .disaster: [(0, -1.3), (1.25, 0.85), (-1.25, 0.85)]
    case .accident: regular(corners: 6, radius: 1.1)
    case .other:
      [(-0.5, -1.05), (0.5, -1.05), (1.05, -0.5), (1.05, 0.5), (0.5, 1.05), (-0.5, 1.05), (-1.05, 0.5), (-1.05, -0.5)]
    }
  }

  /// How far below the centre a number stands best, in units of the radius.
  static func numberDrop(_ family: SymbolFamily) -> Double {
    switch family {
    case .disaster: 0.2
    case .protest: -0.12
    default: 0
    }
  }

  private static func regular(corners: Int, radius: Double) -> [(Double, Double)] {
    (0..<corners).map { corner in
      let direction = UnitCircle.point(part: Double(corner) / Double(corners))
      return (direction.x * radius, direction.y * radius)
    }
  }

  private static func star(points: Int, outer: Double, inner: Double) -> [(Double, Double)] {
    (0..<points * 2).map { corner in
      let direction = UnitCircle.point(part: Double(corner) / Double(points * 2))
      let radius = corner % 2 == 0 ? outer : inner
      return (direction.x * radius, direction.y * radius)
    }
  }
}

import Coordinates

/// Meridians and parallels at a round distance.
struct Graticule {
  /// Degrees between two parallels.
  let step: Double
  /// Degrees between two meridians, more towards the poles, where they come together.
  let meridianStep: Double

  private static let steps = [0.5, 1, 2, 5, 10, 15, 20, 30]

  /// - Parameters:
  ///   - height: degrees of latitude that the map shows.
  ///   - latitude: of its middle.
  init(height: Double, latitude: Double = 0) {
    let step = Self.steps.first { height / $0 <= 5 } ?? 30
    self.step = step
    let shrink = max(UnitVector(Coordinate(longitude: 0, latitude: min(abs(latitude), 88))).x, 0.05)
    meridianStep = Self.steps.first { $0 * shrink >= step * 0.75 } ?? 30
  }

  /// All lines inside a box, in steps short enough to be bent.
  func lines(in box: BoundingBox) -> [[Coordinate]] {
    let south = max(((box.south / step).rounded(.down)) * step, -90)
    let north = min(((box.north / step).rounded(.up)) * step, 90)
    let west = (box.west / meridianStep).rounded(.down) * meridianStep
    let east =
      min((box.west + box.width) / meridianStep, (west + 360) / meridianStep - 1).rounded(.up) * meridianStep
    var lines: [[Coordinate]] = []
    // Meridians stop short of the poles, where they would crowd.
    let (lowest, highest) = (max(south, -90 + step), min(north, 90 - step))
    if lowest < highest {
      for longitude in stride(from: west, through: east, by: meridianStep) {
        lines.append(
          Self.steps(from: lowest, to: highest, by: 2).map {
            Coordinate(longitude: longitude.remainder(dividingBy: 360), latitude: $0)
          })
      }
    }
    for latitude in stride(from: south, through: north, by: step) where abs(latitude) < 90 {
      lines.append(
        Self.steps(from: west, to: min(east + meridianStep, west + 360), by: 2).map {
          Coordinate(longitude: $0.remainder(dividingBy: 360), latitude: latitude)
        })
    }
    return lines
  }

  private static func steps(from start: Double, to end: Double, by step: Double) -> [Double] {
    let count = max(Int(((end - start) / step).rounded(.up)), 1)
    return (0...count).map { start + (end - start) * Double($0) / Double(count) }
  }
}

import Coordinates

/// The member `bbox` (RFC 7946, 5): a box of meridians and parallels, with heights where the positions have them.
///
/// Indirect, so that the many features without one stay small.
public indirect enum Bounds: Hashable, Sendable {
  case plane(BoundingBox)
  /// `lowest` and `highest` are metres above the ellipsoid.
  case space(BoundingBox, lowest: Double, highest: Double)

  /// The box without altitudes.
  public var box: BoundingBox {
    switch self {
    case .plane(let box), .space(let box, _, _): box
    }
  }

  /// From 4 or 6 numbers in the order of the RFC: all lowest values, then all highest ones. Nil for any other count.
  public init?(_ numbers: [Double]) {
    switch numbers.count {
    case 4:
      self = .plane(BoundingBox(west: numbers[0], south: numbers[1], east: numbers[2], north: numbers[3]))
    case 6:
      self = .space(
        BoundingBox(west: numbers[0], south: numbers[1], east: numbers[3], north: numbers[4]),
        lowest: numbers[2], highest: numbers[5])
    default: return nil
    }
  }

  /// In the order of the RFC.
  public var numbers: [Double] {
    switch self {
    case .plane(let box): [box.west, box.south, box.east, box.north]
    case .space(let box, let lowest, let highest): [box.west, box.south, lowest, box.east, box.north, highest]
    }
  }
}

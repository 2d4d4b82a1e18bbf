#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Directions on the sheet.
enum UnitCircle {
  /// The point at a part (0 ..< 1) of the way round, clockwise from the top.
  static func point(part: Double) -> PixelPoint {
    PixelPoint(x: sin(part * 2 * .pi), y: -cos(part * 2 * .pi))
  }
}

/// An angle, held in degrees.
public struct Angle: Hashable, Comparable, Sendable {
  public var degrees: Double

  public init(degrees: Double) { self.degrees = degrees }
  public init(radians: Double) { degrees = radians * 180 / .pi }

  public var radians: Double { degrees * .pi / 180 }

  /// The same direction in 0 ..< 360, as compasses have it.
  public var normalizedAsBearing: Angle {
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    let bearing = rest < 0 ? rest + 360 : rest
    return Angle(degrees: bearing == 360 ? 0 : bearing)
  }

  public static func < (left: Angle, right: Angle) -> Bool { left.degrees < right.degrees }
}

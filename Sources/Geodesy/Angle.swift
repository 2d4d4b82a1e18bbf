import Coordinates

/// An angle, held in degrees.
public struct Angle: Hashable, Comparable, Sendable {
  /// In degrees, of any size and sign.
  public var degrees: Double

  /// An angle of degrees.
  public init(degrees: Double) { self.degrees = degrees }
  /// An angle of radians.
  public init(radians: Double) { degrees = radians * 180 / .pi }

  /// In radians.
  public var radians: Double { degrees * .pi / 180 }

  /// The same direction in 0 ..< 360, as compasses have it.
  public var normalizedAsBearing: Angle {
    if degrees >= 0, degrees < 360 { return self }
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    let bearing = rest < 0 ? rest + 360 : rest
    return Angle(degrees: bearing == 360 ? 0 : bearing)
  }

  public static func < (left: Angle, right: Angle) -> Bool { left.degrees < right.degrees }
}

extension Angle {
  /// `045°`: a course in whole degrees with three digits, 000 to 359.
  public var formattedAsBearing: String {
    let text = (normalizedAsBearing.degrees.rounded() == 360 ? 0 : normalizedAsBearing.degrees).fixed(0)
    return String(repeating: "0", count: max(0, 3 - text.utf8.count)) + text + "°"
  }

  /// `-12.50°`, as it is held.
  public func formatted(places: Int = 2) -> String { degrees.fixed(places) + "°" }
}

/// A length on the Earth, held in metres.
public struct Distance: Hashable, Comparable, Sendable {
  /// In metres.
  public var metres: Double

  /// A length of metres.
  public init(metres: Double) { self.metres = metres }
  /// A length of kilometres.
  public init(kilometres: Double) { metres = kilometres * 1000 }
  /// International miles of 1609.344 m.
  public init(miles: Double) { metres = miles * Self.metresPerMile }
  /// Nautical miles of 1852 m.
  public init(nauticalMiles: Double) { metres = nauticalMiles * Self.metresPerNauticalMile }

  /// In kilometres, statute miles of 1609.344 m, or nautical miles of 1852 m.
  public var kilometres: Double { metres / 1000 }
  public var miles: Double { metres / Self.metresPerMile }
  public var nauticalMiles: Double { metres / Self.metresPerNauticalMile }

  public static func < (left: Distance, right: Distance) -> Bool { left.metres < right.metres }

  private static let metresPerMile = 1609.344
  private static let metresPerNauticalMile = 1852.0
}

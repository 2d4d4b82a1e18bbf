import Coordinates

/// An area on the Earth, held in square metres.
public struct Area: Hashable, Comparable, Sendable {
  /// In square metres; negative where the direction of a ring gives the area its sign.
  public var squareMetres: Double

  /// An area of square metres.
  public init(squareMetres: Double) { self.squareMetres = squareMetres }
  /// An area of square kilometres.
  public init(squareKilometres: Double) { squareMetres = squareKilometres * 1e6 }

  /// In square kilometres.
  public var squareKilometres: Double { squareMetres / 1e6 }
  /// International square miles of 2,589,988.110336 m².
  public var squareMiles: Double { squareMetres / (1609.344 * 1609.344) }
  public var hectares: Double { squareMetres / 1e4 }

  /// The area without its sign.
  public var magnitude: Area { Area(squareMetres: squareMetres.magnitude) }

  public static func < (left: Area, right: Area) -> Bool { left.squareMetres < right.squareMetres }

  /// `340 m²`, `2.5 km²`, `1,648,195 km²`.
  public var formatted: String {
    if squareMetres.magnitude < 99_950 { return squareMetres.fixed(0, grouped: true) + " m²" }
    return squareKilometres.fixed(squareKilometres.magnitude < 9.95 ? 1 : 0, grouped: true) + " km²"
  }
}

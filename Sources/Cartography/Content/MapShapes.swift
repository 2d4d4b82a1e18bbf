import Coordinates
import GeoJSON
import Geodesy

/// A province or the like that something is known to have happened in: tinted and named, never pinned.
public struct MapArea: Sendable {
  /// ISO 3166-1 alpha-2 of its country.
  public var country: String
  /// As GeoNames has it.
  public var name: String
  /// Somewhere inside, for finding the area where the basemap knows it by another name.
  public var inside: Coordinate?
  public var label: String
  /// The number of the incident, if it has one.
  public var number: Int?
  public var details: [String]

  /// A first-level unit to be tinted, by its country and name; `inside` is a point of it.
  public init(
    country: String, name: String, inside: Coordinate? = nil, label: String, number: Int? = nil, details: [String] = []
  ) {
    self.country = country
    self.name = name
    self.inside = inside
    self.label = label
    self.number = number
    self.details = details
  }
}

/// The shortest way between two places, drawn with its length.
public struct MapDistanceLine: Sendable {
  /// The ends of the line; it is drawn along the geodesic between them.
  public var start: Coordinate
  public var end: Coordinate
  /// Instead of the length.
  public var label: String?

  public init(from start: Coordinate, to end: Coordinate, label: String? = nil) {
    self.start = start
    self.end = end
    self.label = label
  }
}

/// Circles around a place, each with its radius.
public struct MapRangeRings: Sendable {
  /// The middle of the rings and their radii along the ellipsoid.
  public var centre: Coordinate
  public var radii: [Distance]

  /// Rings around a point, one for each radius.
  public init(centre: Coordinate, radii: [Distance]) {
    self.centre = centre
    self.radii = radii
  }
}

/// Anything with a geometry, drawn as it says itself.
public struct MapFeature: Sendable {
  /// Where a colour comes from.
  public enum Colour: Hashable, Sendable {
    /// The theme's first.
    case usual
    /// `#rrggbb`
    case literal(String)
    /// The theme's colour of this number, of eight.
    case category(Int)
    /// The theme's step from little to much, of five.
    case step(Int)
  }

  /// The `marker-size` of simplestyle.
  public enum Size: String, Sendable { case small, medium, large }

  /// In longitude and latitude on WGS 84.
  public var geometry: Geometry
  /// Written beside it where there is room.
  public var label: String?
  /// What a reader is told who points at it.
  public var title: String?
  public var stroke: Colour
  public var fill: Colour
  /// 0 … 1
  public var strokeOpacity: Double
  public var fillOpacity: Double
  /// Pixels on a sheet of 800.
  public var strokeWidth: Double
  public var size: Size
  /// A letter or digit on the marker.
  public var symbol: String?

  /// A feature with the properties of simplestyle; nil takes the theme's.
  public init(
    geometry: Geometry, label: String? = nil, title: String? = nil, colour: Colour = .usual, strokeOpacity: Double = 1,
    fillOpacity: Double = 0.35, strokeWidth: Double = 1.4, size: Size = .medium, symbol: String? = nil
  ) {
    self.geometry = geometry
    self.label = label
    self.title = title
    stroke = colour
    fill = colour
    self.strokeOpacity = strokeOpacity
    self.fillOpacity = fillOpacity
    self.strokeWidth = strokeWidth
    self.size = size
    self.symbol = symbol
  }
}

/// What a colour of the features means.
public struct MapLegend: Sendable {
  /// What the colours stand for, and each with its meaning, from top to bottom.
  public var title: String
  public var entries: [(colour: MapFeature.Colour, text: String)]

  /// A legend of entries in the order given.
  public init(title: String, entries: [(colour: MapFeature.Colour, text: String)]) {
    self.title = title
    self.entries = entries
  }
}

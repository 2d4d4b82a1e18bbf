/// The sixteen winds, clockwise from north.
public enum CompassPoint: Int, CaseIterable, Sendable {
  case north, northNorthEast, northEast, eastNorthEast, east, eastSouthEast, southEast, southSouthEast
  case south, southSouthWest, southWest, westSouthWest, west, westNorthWest, northWest, northNorthWest

  /// The wind nearest to a bearing in degrees clockwise from north.
  public init(nearest bearing: Angle) {
    let sector = (bearing.normalizedAsBearing.degrees / 22.5).rounded()
    self = sector.isFinite ? Self.allCases[Int(sector) % 16] : .north
  }

  /// Degrees clockwise from north, 0 ..< 360.
  public var bearing: Angle { Angle(degrees: Double(rawValue) * 22.5) }

  /// `N`, `NNE`, `NE` …
  public var abbreviation: String {
    ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"][rawValue]
  }
}

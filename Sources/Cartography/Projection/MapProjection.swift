import Coordinates

/// A projection by PROJ's name with its parameters, and what must be known of it to clip before it.
public struct MapProjection: Hashable, Sendable {
  /// Where the plane tears.
  enum Cut: Hashable, Sendable {
    /// Along the meridian opposite `centralMeridian` (degrees).
    case antimeridian(centralMeridian: Double)
    /// Nowhere within `reach` degrees of `centre`; nothing beyond can be drawn.
    case horizon(centre: Coordinate, reach: Double)
  }

  /// The definition that PROJ gets, without datum and units.
  public var definition: String
  var cut: Cut
  /// Latitudes that can be drawn.
  var latitudes: ClosedRange<Double> = -90...90

  /// True where the definition is a code that PROJ looks up.
  var isReferenceSystem = false

  /// The definition as PROJ takes it, on WGS 84, in metres.
  public var projString: String { isReferenceSystem ? definition : "\(definition) +datum=WGS84 +units=m +no_defs" }

  /// Rounds to 7 decimals and drops zeros at the end.
  static func parameter(_ name: String, _ degrees: Double) -> String {
    let rounded = (degrees * 1e7).rounded() / 1e7
    let text = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    return " +\(name)=\(text)"
  }
}

/// What a map should keep true.
public enum MapProperty: String, Sendable, CaseIterable {
  case equalArea = "Equalarea"
  case conformal = "Conformal"
  case equidistant = "Equidistant"
  case compromise = "Compromise"
}

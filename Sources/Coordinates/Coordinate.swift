/// A place on Earth: longitude and latitude in degrees on WGS 84, in that order, as RFC 7946 has it.
///
/// Any two numbers can be held; ``isValid`` says whether they name a place. Whoever takes numbers from outside asks it.
public struct Coordinate: Hashable, Sendable {
  /// Degrees east of Greenwich, -180 ... 180.
  public var longitude: Double
  /// Degrees north of the equator, -90 ... 90.
  public var latitude: Double

  /// A position in degrees, longitude first. Nothing is checked: ask ``isValid``.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// True where both numbers are finite and in range.
  public var isValid: Bool {
    longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90
  }
}

extension Coordinate: CustomStringConvertible {
  /// `lon,lat`, as the command line takes it.
  public var description: String { "\(longitude),\(latitude)" }
}

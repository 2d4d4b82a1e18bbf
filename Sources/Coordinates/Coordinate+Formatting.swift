extension Coordinate {
  /// `51.674722,32.652500`: longitude and latitude in degrees, as ``init(parsing:)`` and the command line take them.
  /// - Parameter places: decimals; six are 0.11 m on the equator.
  public func decimalDegrees(places: Int = 6) -> String {
    "\(longitude.fixed(places)),\(latitude.fixed(places))"
  }

  /// `32°39′09″N 51°40′29″E`: latitude and longitude in degrees, minutes and seconds, rounded to the given decimals of a second.
  public func degreesMinutesSeconds(places: Int = 0) -> String {
    Self.sexagesimal(latitude, "N", "S", places) + " " + Self.sexagesimal(longitude, "E", "W", places)
  }

  private static func sexagesimal(_ degrees: Double, _ positive: String, _ negative: String, _ places: Int) -> String {
    guard degrees.magnitude < 1e6 else { return degrees.description }
    var unit = 1.0
    for _ in 0..<max(0, min(places, 6)) { unit *= 10 }
    // Rounded once, in the smallest unit, so that 59.9996″ carries.
    let total = (degrees.magnitude * 3600 * unit).rounded()
    let minutes = (total / (60 * unit)).rounded(.down)
    let seconds = (total - minutes * 60 * unit) / unit
    let whole = (minutes / 60).rounded(.down)
    func padded(_ text: String) -> String { text.prefix { $0 != "." }.count < 2 ? "0" + text : text }
    let minute = padded((minutes - whole * 60).fixed(0))
    let side = degrees < 0 && total > 0 ? negative : positive
    return "\(whole.fixed(0))°\(minute)′\(padded(seconds.fixed(places)))″\(side)"
  }
}

import Coordinates

/// A square of the Military Grid Reference System on WGS 84, such as `39SWS6327612965` (a metre) or `39SWS61` (ten kilometres).
///
/// ```swift
/// let square = try MGRS(parsing: "39S WS 632 129")
/// square.centre   // its middle, by PROJ's utm
/// square.side     // 100 m
/// ```
/// Source: NGA.SIG.0012, Universal Grids and Grid Reference Systems (2014); the projections are PROJ's `utm` and `ups`.
public struct MGRS: Hashable, Sendable {
  /// 1 ... 60; 0 at the poles.
  public let zone: Int
  /// The band of latitude, `C` ... `X`; `A`, `B`, `Y`, `Z` at the poles.
  public let band: Character
  /// The two letters of the square of 100 km.
  public let square: String
  /// Easting and northing within that square, in units of ``side``.
  public let easting: Int
  public let northing: Int
  /// Digits of each, 0 ... 5.
  public let digits: Int
  /// The middle of the square.
  public let centre: Coordinate

  /// The length of an edge: 100 km for no digits, 1 m for five.
  public var side: Distance { Distance(metres: Self.unit(digits)) }

  init(
    zone: Int, band: Character, square: String, easting: Int, northing: Int, digits: Int, centre: Coordinate
  ) {
    self.zone = zone
    self.band = band
    self.square = square
    self.easting = easting
    self.northing = northing
    self.digits = digits
    self.centre = centre
  }

  /// Metres in one unit of the last digit.
  static func unit(_ digits: Int) -> Double { [100_000, 10_000, 1000, 100, 10, 1][min(max(digits, 0), 5)] }

  /// The middle of a square, on its grid.
  static func middle(column: Int, row: Int, easting: Int, northing: Int, digits: Int) -> PlanePoint {
    PlanePoint(
      x: Double(column) * 100_000 + (Double(easting) + 0.5) * unit(digits),
      y: Double(row) * 100_000 + (Double(northing) + 0.5) * unit(digits))
  }

  /// The grid on which a square lies: a zone of UTM, or one of the two polar caps.
  static func grid(zone: Int, isNorth: Bool) -> String {
    zone == 0 ? "+proj=ups +ellps=WGS84" + (isNorth ? "" : " +south") : "+proj=utm +zone=\(zone) +ellps=WGS84"
  }
}

extension MGRS: CustomStringConvertible {
  /// `39SWS6327612965`, without spaces.
  public var description: String {
    func padded(_ number: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
    let numbers = digits > 0 ? padded(easting) + padded(northing) : ""
    return (zone > 0 ? (zone < 10 ? "0" : "") + String(zone) : "") + String(band) + square + numbers
  }
}

/// What is wrong with a grid reference.
public enum MGRSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a zone, a band, two letters and an even count of digits up to ten.
  case notAReference(String)
  /// No such square in that zone and band.
  case noSuchSquare(String, in: String)
  /// Not a place on Earth.
  case notOnEarth(Coordinate)

  public var description: String {
    switch self {
    case .notAReference(let text):
      "Expected an MGRS reference, found '\(text)'. Write zone, band, square and as many digits east as north, as in 39S WS 6327 1296."
    case .noSuchSquare(let square, let text):
      "Expected a square of that zone and band, found '\(square)' in '\(text)'. Check its letters; 39S has WS, for one."
    case .notOnEarth(let coordinate):
      "Expected a longitude and latitude, found \(coordinate)."
    }
  }
}

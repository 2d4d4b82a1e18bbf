import Coordinates

extension MGRS {
  /// Whether a text has the form of a grid reference, which no other notation of a coordinate has.
  public static func isReference(_ text: String) -> Bool { Parts(text) != nil }

  /// Reads `39SWS6327612965`, `39S WS 63276 12965`, `9S WR`, `ZAH1234` and their like.
  /// - Throws: ``MGRSError``
  public init(parsing text: String) throws(MGRSError) {
    guard let parts = Parts(text) else { throw .notAReference(text) }
    guard let corner = Self.corner(parts) else {
      throw .noSuchSquare(String(parts.square), in: text)
    }
    guard let grid = try? Transformation(Self.grid(zone: parts.zone, isNorth: parts.band >= "N")) else {
      throw .notAReference(text)
    }
    var found: Coordinate?
    for row in corner.rows where Self.meets(parts.band, column: corner.column, row: row, on: grid) {
      found = try? grid.inverse(
        Self.middle(
          column: corner.column, row: row, easting: parts.easting, northing: parts.northing, digits: parts.digits))
    }
    guard let found else { throw .noSuchSquare(String(parts.square), in: text) }
    self.init(
      zone: parts.zone, band: parts.band, square: String(parts.square), easting: parts.easting,
      northing: parts.northing, digits: parts.digits, centre: found)
  }

  /// Whether any of a square of 100 km lies in a band of latitude. On the edge a square is in both bands.
  private static func meets(_ band: Character, column: Int, row: Int, on grid: borrowing Transformation) -> Bool {
    var corners: [Double] = []
    for (east, north) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
      let corner = PlanePoint(x: Double(column + east) * 100_000, y: Double(row + north) * 100_000)
      if let place = try? grid.inverse(corner) { corners.append(place.latitude) }
    }
    guard let south = corners.min(), let north = corners.max() else { return false }
    let degrees = latitudes(band)
    return south <= degrees.upperBound && north >= degrees.lowerBound
  }

  /// Degrees of latitude that a band covers.
  private static func latitudes(_ band: Character) -> ClosedRange<Double> {
    guard let place = MGRSLetters.bands.firstIndex(of: band) else { return band < "C" ? -90...(-80) : 84...90 }
    let south = Double(place * 8 - 80)
    return south...(band == "X" ? 84 : south + 8)
  }

  /// The column of a square and the rows in which it can be, in units of 100 km on its grid.
  private static func corner(_ parts: Parts) -> (column: Int, rows: [Int])? {
    if parts.zone == 0 {
      guard let polar = MGRSLetters.polar.first(where: { $0.band == parts.band }),
        let column = polar.columns.firstIndex(of: parts.square[0]), let row = polar.rows.firstIndex(of: parts.square[1])
      else { return nil }
      return (column + polar.firstColumn, [row + polar.firstRow])
    }
    guard let (column, row) = MGRSLetters.utm(square: parts.square, zone: parts.zone),
      let band = MGRSLetters.bands.firstIndex(of: parts.band)
    else { return nil }
    // The band's middle row, a degree being 111 km; a band has some nine rows (the last thirteen), so one in twenty fits.
    let middle = Int((Double(band * 8 - 80) + (parts.band == "X" ? 6 : 4)) * 1.11)
    return (column, (-5...5).map { row + 20 * $0 }.filter { abs($0 - middle) <= 10 })
  }

  /// What stands where in a reference.
  private struct Parts {
    var zone = 0
    var band: Character = "N"
    var square: [Character] = []
    var digits = 0
    var easting = 0
    var northing = 0

    init?(_ text: String) {
      let characters = text.filter { !$0.isWhitespace }.uppercased()
      guard characters.utf8.count <= 15, characters.utf8.count == characters.count else { return nil }
      let zoneDigits = characters.prefix { $0.isNumber }
      var rest = characters.dropFirst(zoneDigits.count)
      guard zoneDigits.count <= 2, let letter = rest.popFirst() else { return nil }
      band = letter
      if zoneDigits.isEmpty {
        guard "ABYZ".contains(letter) else { return nil }
      } else {
        guard let number = Int(zoneDigits), (1...60).contains(number), MGRSLetters.bands.contains(letter) else {
          return nil
        }
        zone = number
      }
      square = Array(rest.prefix(2))
      let numbers = rest.dropFirst(2)
      guard square.count == 2, square.allSatisfy({ ("A"..."Z").contains($0) && $0 != "I" && $0 != "O" }),
        numbers.count.isMultiple(of: 2), numbers.count <= 10, numbers.allSatisfy({ ("0"..."9").contains($0) })
      else { return nil }
      digits = numbers.count / 2
      guard digits > 0 else { return }
      guard let east = Int(numbers.prefix(digits)), let north = Int(numbers.suffix(digits)) else { return nil }
      (easting, northing) = (east, north)
    }
  }
}

extension Coordinate {
  /// Reads any notation: a grid reference where the text has the form of one (its centre is taken), else what
  /// ``Coordinates/Coordinate/init(parsing:)`` takes.
  /// - Throws: ``MGRSError`` or `CoordinateParseError`.
  public init(parsingAnyNotation text: String) throws {
    self = MGRS.isReference(text) ? try MGRS(parsing: text).centre : try Coordinate(parsing: text)
  }
}

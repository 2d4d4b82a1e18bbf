import Coordinates

extension MGRS {
  /// The square in which a coordinate lies.
  /// - Parameter digits: 0 (100 km) ... 5 (1 m).
  /// - Throws: ``MGRSError/notOnEarth(_:)``
  public init(_ coordinate: Coordinate, digits: Int = 5) throws(MGRSError) {
    guard coordinate.isValid else { throw .notOnEarth(coordinate) }
    let digits = min(max(digits, 0), 5)
    let isPolar = coordinate.latitude < -80 || coordinate.latitude >= 84
    let zone = isPolar ? 0 : Self.zone(of: coordinate)
    guard let grid = try? Transformation(Self.grid(zone: zone, isNorth: coordinate.latitude >= 0)),
      let point = try? grid.forward(coordinate)
    else { throw .notOnEarth(coordinate) }
    let unit = Self.unit(digits)
    // A nanometre more, so that what lies on a line of the grid by rounding is not put before it.
    let (x, y) = ((point.x + 1e-9).rounded(.down), (point.y + 1e-9).rounded(.down))
    let column = Int((x / 100_000).rounded(.down))
    let row = Int((y / 100_000).rounded(.down))
    let name: (band: Character, square: String)?
    if isPolar {
      name = Self.polarName(column: column, row: row, isNorth: coordinate.latitude >= 0)
    } else {
      let band = MGRSLetters.bands[min(Int((coordinate.latitude + 80) / 8), MGRSLetters.bands.count - 1)]
      name = MGRSLetters.utm(column: column, row: row, zone: zone).map { (band, $0) }
    }
    guard let name else { throw .notOnEarth(coordinate) }
    let easting = Int((x - Double(column) * 100_000) / unit)
    let northing = Int((y - Double(row) * 100_000) / unit)
    let middle = Self.middle(column: column, row: row, easting: easting, northing: northing, digits: digits)
    guard let centre = try? grid.inverse(middle) else { throw .notOnEarth(coordinate) }
    self.init(
      zone: zone, band: name.band, square: name.square, easting: easting, northing: northing, digits: digits,
      centre: centre)
  }

  /// Six degrees each, but for the south-west of Norway and for Svalbard.
  static func zone(of coordinate: Coordinate) -> Int {
    let (longitude, latitude) = (coordinate.longitude, coordinate.latitude)
    if latitude >= 56, latitude < 64, longitude >= 3, longitude < 12 { return 32 }
    if latitude >= 72, longitude >= 0, longitude < 42 {
      return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37
    }
    return longitude == 180 ? 1 : min(Int((longitude + 180) / 6) + 1, 60)
  }

  private static func polarName(column: Int, row: Int, isNorth: Bool) -> (band: Character, square: String)? {
    let polar = MGRSLetters.polar[(isNorth ? 2 : 0) + (column >= 20 ? 1 : 0)]
    let (east, north) = (column - polar.firstColumn, row - polar.firstRow)
    guard polar.columns.indices.contains(east), polar.rows.indices.contains(north) else { return nil }
    return (polar.band, String([polar.columns[east], polar.rows[north]]))
  }
}

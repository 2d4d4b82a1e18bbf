/// The letters of the squares of 100 km. Rows repeat every 20 squares in UTM; odd and even zones start at A and F.
///
/// Source: NGA.SIG.0012 (2014), appendix B.
enum MGRSLetters {
  /// From the south, 8° each (the last 12°).
  static let bands = Array("CDEFGHJKLMNPQRSTUVWX")
  private static let utmRows = Array("ABCDEFGHJKLMNPQRSTUV")
  private static let utmColumns = [Array("ABCDEFGH"), Array("JKLMNPQR"), Array("STUVWXYZ")]

  /// A polar cap, west or east of the meridians 0 and 180.
  struct Polar {
    var band: Character
    var columns: [Character]
    var firstColumn: Int
    var rows: [Character]
    var firstRow: Int
  }

  static let polar = [
    Polar(
      band: "A", columns: Array("JKLPQRSTUXYZ"), firstColumn: 8, rows: Array("ABCDEFGHJKLMNPQRSTUVWXYZ"), firstRow: 8),
    Polar(
      band: "B", columns: Array("ABCFGHJKLPQR"), firstColumn: 20, rows: Array("ABCDEFGHJKLMNPQRSTUVWXYZ"), firstRow: 8),
    Polar(band: "Y", columns: Array("RSTUXYZ"), firstColumn: 13, rows: Array("ABCDEFGHJKLMNP"), firstRow: 13),
    Polar(band: "Z", columns: Array("ABCFGHJ"), firstColumn: 20, rows: Array("ABCDEFGHJKLMNP"), firstRow: 13),
  ]

  /// The letters of the square `column`, `row` (in units of 100 km of false easting and of northing from the equator).
  static func utm(column: Int, row: Int, zone: Int) -> String? {
    let columns = utmColumns[(zone - 1) % 3]
    guard columns.indices.contains(column - 1) else { return nil }
    let shifted = row + (zone % 2 == 0 ? 5 : 0)
    return String([columns[column - 1], utmRows[((shifted % 20) + 20) % 20]])
  }

  /// Column, and row but for multiples of 20.
  static func utm(square: [Character], zone: Int) -> (column: Int, row: Int)? {
    guard let column = utmColumns[(zone - 1) % 3].firstIndex(of: square[0]),
      let row = utmRows.firstIndex(of: square[1])
    else { return nil }
    return (column + 1, (row - (zone % 2 == 0 ? 5 : 0) + 20) % 20)
  }
}

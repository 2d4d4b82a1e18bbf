import Coordinates
import Foundation

/// The house's decisions on borders that are not agreed upon: `Gazetteer/tables/worldview.tsv`.
struct BasemapEditorial {
  enum Failure: Error, CustomStringConvertible {
    case badRow(line: Int, reason: String)

    var description: String {
      switch self {
      case .badRow(let line, let reason): "worldview table, line \(line): \(reason)"
      }
    }
  }

  private struct Border {
    var countries: Set<String>
    var box: BoundingBox?
  }

  private var borders: [Border] = []
  /// By country code in the source, a slash and the unit's name.
  private var units: [String: String] = [:]
  private var hiddenLines: Set<String> = []

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if row.isEmpty || row.hasPrefix("#") { continue }
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 9 else {
        throw Failure.badRow(line: index + 1, reason: "9 cells expected, \(cells.count) found")
      }
      switch (cells[0], cells[7]) {
      case ("border", "disputed"):
        borders.append(Border(countries: [cells[1], cells[2]], box: try Self.box(cells[3...6], line: index + 1)))
      case ("unit", let country) where country.count == 2:
        units["\(cells[1])/\(cells[2])"] = country
      case ("line", "hidden"):
        hiddenLines.insert("\(cells[1])/\(cells[2])")
      default:
        throw Failure.badRow(line: index + 1, reason: "'\(cells[0])' with '\(cells[7])' means nothing")
      }
    }
  }

  private static func box(_ cells: ArraySlice<String>, line: Int) throws -> BoundingBox? {
    if cells.allSatisfy(\.isEmpty) { return nil }
    let sides = cells.compactMap(Double.init)
    guard sides.count == 4 else {
      throw Failure.badRow(line: line, reason: "west, south, east and north must be numbers")
    }
    return BoundingBox(west: sides[0], south: sides[1], east: sides[2], north: sides[3])
  }

  /// True where the line between these two countries at `point` is not agreed upon.
  func isDisputed(between first: String, and second: String, at point: Coordinate) -> Bool {
    // Land without a country has no border that everybody agrees upon.
    if first == "--" || second == "--" { return true }
    return borders.contains { $0.countries == [first, second] && ($0.box?.contains(point) ?? true) }
  }

  /// The country that gets a unit, if the table gives it to another than the source does.
  func country(ofUnit name: String?, in country: String) -> String? {
    name.flatMap { units["\(country)/\($0)"] }
  }

  func hides(_ line: NaturalEarth.DisputedBorder) -> Bool { hiddenLines.contains("\(line.name)/\(line.left)") }
}

import Coordinates

/// Decisions on borders that go before the basemap's own: whose a unit is, and which borders are drawn as agreed upon.
///
/// A table as `Gazetteer/tables/worldview.tsv`, cells parted by tabs, `#` for notes:
///
///     unit    FR  Departement du Finistere    GB  a unit by the name that the basemap has (GeoNames); the lines around it are disputed
///     border  EG  SD  33  21.5  37.5  24  plain   inside the box (west, south, east, north), or everywhere if it is empty
///     border  IL  SY                      disputed
///
/// Rows of borders are applied after those of units, the last that fits counting. Lines change, and with them what is dashed; the tint of
/// a country that a story means keeps the basemap's outline.
public struct Worldview: Hashable, Sendable {
  private struct Border: Hashable {
    var countries: Set<String>
    var box: BoundingBox?
    var kind: ArcKind
  }

  private var borders: [Border] = []
  /// By the basemap's country, a slash and the unit's name.
  private var units: [String: String] = [:]

  /// - Throws: ``WorldviewError`` with the line.
  public init(_ table: String) throws(WorldviewError) {
    for (index, row) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = row.hasSuffix("\r") ? row.dropLast() : row
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 8 else {
        throw WorldviewError(line: index + 1, reason: "8 or 9 cells expected, \(cells.count) found")
      }
      switch (cells[0], cells[7]) {
      case ("border", "plain"), ("border", "disputed"):
        borders.append(
          Border(
            countries: [cells[1], cells[2]], box: try Self.box(cells[3...6], line: index + 1),
            kind: cells[7] == "plain" ? .border : .disputed))
      case ("unit", let country) where country.utf8.count == 2:
        units["\(cells[1])/\(cells[2])"] = country
      // Claims are left out when the basemap is made.
      case ("line", "hidden"): continue
      default:
        throw WorldviewError(line: index + 1, reason: "'\(cells[0])' with '\(cells[7])' means nothing")
      }
    }
  }

  private static func box(_ cells: ArraySlice<String>, line: Int) throws(WorldviewError) -> BoundingBox? {
    if cells.allSatisfy(\.isEmpty) { return nil }
    let sides = cells.compactMap { Double($0) }
    guard sides.count == 4, sides.allSatisfy(\.isFinite) else {
      throw WorldviewError(line: line, reason: "west, south, east and north must be numbers")
    }
    return BoundingBox(west: sides[0], south: sides[1], east: sides[2], north: sides[3])
  }

  /// The arcs that are drawn otherwise than the basemap says.
  /// - Complexity: O(n) for n arcs of units; a few milliseconds.
  func changes(to basemap: Basemap) -> [Int: ArcKind] {
    let owners = (0..<basemap.unitCount).map { index in
      let unit = basemap.unit(index)
      let given = units["\(unit.country)/\(unit.name)"]
      return (country: given ?? unit.country, isGiven: given != nil)
    }
    var changes: [Int: ArcKind] = [:]
    for (arc, sides) in neighbours(in: basemap) {
      let (a, b) = (owners[sides.0], owners[sides.1])
      if a.isGiven || b.isGiven {
        changes[arc] = a.country == b.country && a.isGiven == b.isGiven ? .firstLevel : .disputed
      }
      guard a.country != b.country else { continue }
      for border in borders where border.countries == [a.country, b.country] {
        if let box = border.box {
          let line = basemap.line(ofArc: arc, level: basemap.levelCount - 1)
          guard let middle = line.dropFirst(line.count / 2).first,
            box.contains(
              Coordinate(longitude: middle.longitude.remainder(dividingBy: 360), latitude: middle.latitude))
          else { continue }
        }
        changes[arc] = border.kind
      }
    }
    return changes
  }

  /// The two units beside each arc that has two.
  private func neighbours(in basemap: Basemap) -> [Int: (Int, Int)] {
    var first = [Int](repeating: -1, count: basemap.arcCount)
    var both: [Int: (Int, Int)] = [:]
    for index in 0..<basemap.unitCount {
      for ring in basemap.unit(index).rings {
        for reference in basemap.arcs(of: basemap.ring(ring)) {
          if first[reference.arc] >= 0 {
            both[reference.arc] = (first[reference.arc], index)
          } else {
            first[reference.arc] = index
          }
        }
      }
    }
    return both
  }
}

/// What is wrong with a table of a worldview.
public struct WorldviewError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line of the table, from 1.
  public var line: Int
  /// What is wrong there, as a clause.
  public var reason: String
  public var description: String { "worldview table, line \(line): \(reason)" }
}

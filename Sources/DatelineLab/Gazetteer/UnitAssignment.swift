import Coordinates
import Foundation

/// Which of Natural Earth's units make up which of GeoNames' first-level units, by the towns that lie in them.
struct UnitAssignment {
  private var codes: [String?]
  private var members: [String: [Int]] = [:]

  init(units: [NaturalEarth.Unit], areas: [UnitArea], towns: [GazetteerSources.Town]) {
    var byCountry: [String: [Int]] = [:]
    for (index, unit) in units.enumerated() {
      if let country = unit.country { byCountry[country, default: []].append(index) }
    }
    var votes = [[String: Int]](repeating: [:], count: units.count)
    for town in towns where !town.admin1code.isEmpty && town.admin1code != "00" {
      guard let unit = byCountry[town.countrycode]?.first(where: { areas[$0].contains(town.coordinate) }) else { continue }
      votes[unit][town.admin1, default: 0] += 1
    }
    codes = votes.map { votes in votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    for (index, code) in codes.enumerated() {
      if let code { members[code, default: []].append(index) }
    }
  }

  func code(ofUnit unit: Int) -> String? { codes[unit] }

  /// Numbers of Natural Earth's units.
  func units(ofCode code: String) -> [Int] { members[code] ?? [] }
}

/// The towns of 2015, found again by name and place.
struct ReverseIndex {
  private let towns: [GazetteerSources.ReverseTown]
  private var cells: [Cell: [Int]] = [:]

  private struct Cell: Hashable {
    var country: String
    var x: Int
    var y: Int
  }

  private static let cellDegrees = 0.25

  init(_ towns: [GazetteerSources.ReverseTown]) {
    self.towns = towns
    for (index, town) in towns.enumerated() { cells[Self.cell(town.country, town.coordinate), default: []].append(index) }
  }

  private static func cell(_ country: String, _ point: Coordinate) -> Cell {
    Cell(
      country: country, x: Int((point.longitude / cellDegrees).rounded(.down)),
      y: Int((point.latitude / cellDegrees).rounded(.down)))
  }

  /// The town of 2015 nearest to a town, within some 20 km.
  func nearest(to town: GazetteerSources.Town) -> GazetteerSources.ReverseTown? {
    let centre = Self.cell(town.countrycode, town.coordinate)
    let scale = cos(town.latitude * .pi / 180)
    var best: (distance: Double, index: Int)?
    for x in -1...1 {
      for y in -1...1 {
        for index in cells[Cell(country: centre.country, x: centre.x + x, y: centre.y + y)] ?? [] {
          let (dx, dy) = ((towns[index].coordinate.longitude - town.longitude) * scale, towns[index].coordinate.latitude - town.latitude)
          let distance = dx * dx + dy * dy
          if distance < best?.distance ?? 0.04 { best = (distance, index) }
        }
      }
    }
    return best.map { towns[$0.index] }
  }

  /// The name of 2015 for each first-level code of today: what most of its towns had.
  func firstLevelNames(of towns: [GazetteerSources.Town]) -> [String: String] {
    var votes: [String: [String: Int]] = [:]
    for town in towns {
      guard let found = nearest(to: town), !found.admin1.isEmpty else { continue }
      votes[town.admin1, default: [:]][found.admin1, default: 0] += 1
    }
    return votes.compactMapValues { votes in votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }
}

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
      guard let unit = byCountry[town.countrycode]?.first(where: { areas[$0].contains(town.coordinate) }) else {
        continue
      }
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

/// Towns by country and cell of a quarter degree.
struct TownIndex {
  private struct Cell: Hashable {
    var country: String
    var x: Int
    var y: Int

    init(country: String, x: Int, y: Int) {
      (self.country, self.x, self.y) = (country, x, y)
    }

    init(_ country: String, _ point: Coordinate) {
      self.init(
        country: country, x: Int((point.longitude * 4).rounded(.down)), y: Int((point.latitude * 4).rounded(.down)))
    }
  }

  private var cells: [Cell: [Int]] = [:]

  mutating func add(_ town: Int, at point: Coordinate, country: String) {
    cells[Cell(country, point), default: []].append(town)
  }

  /// The towns of a country in the cells around a point, `reach` cells each way.
  func towns(around point: Coordinate, country: String, cells reach: Int) -> [Int] {
    let centre = Cell(country, point)
    return (-reach...reach).flatMap { x in
      (-reach...reach).flatMap { y in cells[Cell(country: country, x: centre.x + x, y: centre.y + y)] ?? [] }
    }
  }
}

/// The towns of 2015, found again by name and place.
struct ReverseIndex {
  private let towns: [GazetteerSources.ReverseTown]
  private var index = TownIndex()

  init(_ towns: [GazetteerSources.ReverseTown]) {
    self.towns = towns
    for (number, town) in towns.enumerated() { index.add(number, at: town.coordinate, country: town.country) }
  }

  /// The town of 2015 nearest to a town, within some 20 km.
  func nearest(to town: GazetteerSources.Town) -> GazetteerSources.ReverseTown? {
    let scale = cos(town.latitude * .pi / 180)
    var best: (distance: Double, number: Int)?
    for number in index.towns(around: town.coordinate, country: town.countrycode, cells: 1) {
      let other = towns[number].coordinate
      let (dx, dy) = ((other.longitude - town.longitude) * scale, other.latitude - town.latitude)
      let distance = dx * dx + dy * dy
      if distance < best?.distance ?? 0.04 { best = (distance, number) }
    }
    return best.map { towns[$0.number] }
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

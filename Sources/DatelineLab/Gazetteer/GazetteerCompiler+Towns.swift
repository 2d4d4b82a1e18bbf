import Coordinates
import Foundation
import Gazetteer
import Language

/// Towns, of today and of 2015, and airports.
extension GazetteerCompiler {
  mutating func addTowns() {
    var capitals: [String: Int] = [:]
    let wanted = Dictionary(sources.countries.map { ($0.iso, Folding.key(of: $0.capital)) }, uniquingKeysWith: { $1 })
    for town in sources.towns {
      let second = reverse.nearest(to: town).flatMap { secondLevel[Self.unitKey(town.admin1, $0.admin2)] }
      let number = builder.add(
        PlaceDraft(
          name: UnitNames.romanised(town.name, country: town.countrycode), kind: .city, feature: "PPL",
          coordinate: town.coordinate, country: town.countrycode,
          population: town.population, source: .geonames, sourceID: String(town.geonameid),
          parent: second ?? firstLevel[town.admin1] ?? countries[town.countrycode]))
      towns[town.geonameid] = number
      townIndex.add(number, at: town.coordinate, country: town.countrycode)
      knownTownNames[number] = Set(([town.name] + town.alternatenames).map { Folding.key(of: $0) })
      var isCapital = Folding.key(of: town.name) == wanted[town.countrycode]
      for name in town.alternatenames {
        builder.addName(name, kind: Self.isCode(name) ? .code : .alternate, to: number)
        isCapital = isCapital || Folding.key(of: name) == wanted[town.countrycode]
      }
      if isCapital, town.population > capitals[town.countrycode].map({ builder[$0].population }) ?? -1 {
        capitals[town.countrycode] = number
      }
    }
    for number in capitals.values {
      builder[number].isCapital = true
      builder[number].feature = "PPLC"
    }
    for country in sources.countries
    where capitals[country.iso] == nil && countries[country.iso] != nil && !country.capital.isEmpty {
      remarks.append("capital \(country.capital) of \(country.iso) was not found")
    }
  }

  /// Towns of the source of 2015 that today's leaves out, mostly of fewer than 500 people.
  mutating func addFormerTowns() {
    for town in sources.reverseTowns {
      let key = Folding.key(of: town.name)
      let near = townIndex.towns(around: town.coordinate, country: town.country, cells: 1)
      guard !near.contains(where: { knownTownNames[$0]?.contains(key) ?? false }) else { continue }
      let parent = unit(around: town.coordinate, country: town.country)
      let number = builder.add(
        PlaceDraft(
          name: UnitNames.romanised(town.name, country: town.country), kind: .city, feature: "PPL",
          coordinate: town.coordinate, country: town.country, source: .geonames,
          sourceID: "2015/\(town.country)/\(town.name)/\(town.coordinate)", parent: parent))
      townIndex.add(number, at: town.coordinate, country: town.country)
      knownTownNames[number] = [key]
    }
  }

  /// `IFN`, `NYC`: three capitals that stand among the names of a town.
  private static func isCode(_ name: String) -> Bool {
    name.utf8.count == 3 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  mutating func addAirports() {
    let military = [
      "Air Base", "Air Force", "Airbase", "AFB", "Military", "Army", "Naval", "RAF ", "Marine Corps", "NAS ",
      "Air Station",
    ]
    for airport in sources.airports {
      let isMilitary = military.contains { airport.name.contains($0) }
      guard !airport.iata.isEmpty || isMilitary, airport.coordinate.isValid else { continue }
      let number = builder.add(
        PlaceDraft(
          name: airport.name, kind: .airport, feature: isMilitary ? "AIRB" : "AIRP", coordinate: airport.coordinate,
          country: airport.country.count == 2 ? airport.country : nil, radiusKilometres: 3, rank: 5, source: .airports,
          sourceID: airport.icao.isEmpty ? airport.iata : airport.icao,
          parent: unit(around: airport.coordinate, country: airport.country)))
      if !airport.iata.isEmpty { builder.addName(airport.iata, kind: .code, to: number) }
      for name in Self.shortForms(of: airport.name) { builder.addName(name, kind: .alias, to: number) }
    }
  }

  /// `Heathrow Airport` of `London Heathrow International Airport` and the like.
  static func shortForms(of name: String) -> [String] {
    var forms: Set<String> = []
    if name.contains(" International Airport") {
      forms.insert(name.replacingOccurrences(of: " International Airport", with: " Airport"))
      forms.insert(name.replacingOccurrences(of: " International Airport", with: " International"))
    }
    if name.hasSuffix(" Air Base") {
      forms.insert(name.replacingOccurrences(of: " Air Base", with: " Airbase"))
      forms.insert(name.replacingOccurrences(of: " Air Base", with: " Air Force Base"))
    }
    if name.hasSuffix(" Air Force Base") {
      forms.insert(name.replacingOccurrences(of: " Air Force Base", with: " AFB"))
    }
    return forms.sorted()
  }
}

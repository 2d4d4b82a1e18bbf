import Coordinates
import Foundation
import Language

/// The data that the default gazetteer is compiled from, read into memory.
struct GazetteerSources {
  struct Town: Decodable {
    var geonameid: Int
    var name: String
    var latitude: Double
    var longitude: Double
    var countrycode: String
    var population: Int
    var admin1code: String
    var alternatenames: [String]

    var coordinate: Coordinate { Coordinate(longitude: longitude, latitude: latitude) }
    var admin1: String { "\(countrycode).\(admin1code)" }
  }

  struct Country: Decodable {
    var geonameid: Int
    var name: String
    var iso: String
    var iso3: String
    var isonumeric: Int
    var capital: String
    var population: Int
  }

  struct Continent: Decodable {
    var lng: String
    var lat: String
    var toponymName: String
    var geonameId: Int
  }

  /// A town of 2015 with the names of its units.
  struct ReverseTown {
    var name: String
    var coordinate: Coordinate
    var admin1: String
    var admin2: String
    var country: String
  }

  struct Airport {
    var icao: String
    var iata: String
    var name: String
    var city: String
    var country: String
    var coordinate: Coordinate
  }

  var towns: [Town]
  var countries: [Country]
  /// Names of countries in many languages, by ISO 3166-1 alpha-2.
  var countryNames: [String: [String]]
  var continents: [Continent]
  var reverseTowns: [ReverseTown]
  var airports: [Airport]
  var naturalEarth: NaturalEarth
  var tables: String

  /// - Parameters:
  ///   - folder: what `make data` fills: `cities500.json`, `countries.json`, `rg_cities1000.csv`, `airports.csv`, `world_map.gpkg`.
  ///   - tables: `Gazetteer/tables`.
  init(folder: String, tables: String) throws {
    func data(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }
    towns = try JSONDecoder().decode([String: Town].self, from: data("cities500.json")).values
      .sorted { $0.geonameid < $1.geonameid }
    countries = try JSONDecoder().decode([String: Country].self, from: data("countries.json")).values
      .sorted { $0.iso < $1.iso }
    let named = try DelimitedText.tabs(path: "\(folder)/country-names.tsv")
    // in Latin letters English alone: the Spanish for Grenada is a city of Spain
    let useful = named.rows.filter { row in
      row["language"] == "en"
        || row["name"].unicodeScalars.contains { $0.value >= 0x370 && !(0x1E00...0x1EFF).contains($0.value) }
    }
    countryNames = Dictionary(grouping: useful, by: { $0["country"] }).mapValues { $0.map { $0["name"] } }
    continents = try JSONDecoder().decode([String: Continent].self, from: data("continents.json")).values
      .sorted { $0.geonameId < $1.geonameId }
    reverseTowns = try DelimitedText.commas(path: "\(folder)/rg_cities1000.csv").rows.compactMap { row in
      guard let latitude = Double(row["lat"]), let longitude = Double(row["lon"]) else { return nil }
      return ReverseTown(
        name: row["name"], coordinate: Coordinate(longitude: longitude, latitude: latitude), admin1: row["admin1"],
        admin2: row["admin2"], country: row["cc"])
    }
    airports = try DelimitedText.commas(path: "\(folder)/airports.csv").rows.compactMap { row in
      guard let latitude = Double(row["lat"]), let longitude = Double(row["lon"]) else { return nil }
      return Airport(
        icao: row["icao"], iata: row["iata"], name: row["name"], city: row["city"], country: row["country"],
        coordinate: Coordinate(longitude: longitude, latitude: latitude))
    }
    naturalEarth = try NaturalEarth(path: "\(folder)/world_map.gpkg")
    self.tables = tables
  }
}

import Coordinates
import Gazetteer

/// A gazetteer of a few real places, for tests that must not depend on the whole world.
package enum SampleGazetteer {
  /// Units come before what they contain: a row names its container by the id of an earlier one.
  private static let rows: [(draft: PlaceDraft, container: String?, names: [(String, NameKind)])] = [
    (
      country("Iran", "IR", 130_758, 53.7, 32.5), nil,
      [("Islamic Republic of Iran", .alternate), ("Iranian", .demonym)]
    ),
    (country("Israel", "IL", 294_640, 34.9, 31.4), nil, [("Israeli", .demonym), ("IL", .code)]),
    (country("Romania", "RO", 798_549, 25.0, 46.0), nil, [("Romanian", .demonym)]),
    (country("France", "FR", 3_017_382, 2.5, 46.7), nil, [("French", .demonym)]),
    (country("United States", "US", 6_252_001, -98.6, 39.8), nil, [("U.S.", .abbreviation), ("America", .alias)]),
    (admin1("Isfahan Province", "IR", 418_862, 52.3, 33.0), "130758", []),
    (admin1("Texas", "US", 4_736_286, -99.3, 31.4), "6252001", [("Tex.", .abbreviation), ("TX", .code)]),
    (
      city("Isfahan", "IR", 418_863, 51.677_5, 32.652_2, 1_547_164), "418862",
      [("Esfahan", .alternate), ("اصفهان", .alternate), ("Исфахан", .alternate)]
    ),
    (city("Qahjaverestan", "IR", 119_505, 51.837_2, 32.702_8, 8_000), "418862", []),
    (city("Arad", "RO", 686_254, 21.316_7, 46.183_3, 169_065), "798549", []),
    (city("Arad", "IL", 295_548, 35.212_8, 31.258_8, 23_700), "294640", [("ערד", .alternate)]),
    (
      city("Paris", "FR", 2_988_507, 2.348_8, 48.853_4, 2_138_551), "3017382",
      [("Parisian", .demonym), ("巴黎", .alternate)]
    ),
    (city("Paris", "US", 4_717_560, -95.555_5, 33.660_9, 24_782), "4736286", []),
    (city("New York", "US", 5_128_581, -74.006, 40.714_3, 8_804_190), "6252001", [("New York City", .alternate)]),
    (city("Tel Aviv-Yafo", "IL", 293_397, 34.780_6, 32.080_9, 432_892), "294640", [("Tel Aviv", .alternate)]),
    (city("Bat Yam", "IL", 295_629, 34.751_9, 32.023_8, 128_979), "294640", []),
    (
      PlaceDraft(
        name: "Red Sea", kind: .water, feature: "sea", coordinate: Coordinate(longitude: 38.5, latitude: 20.3),
        country: nil, radiusKilometres: 900, rank: 1, source: .dateline, sourceID: "red-sea"),
      nil, []
    ),
    (
      PlaceDraft(
        name: "Ben Gurion Airport", kind: .airport, feature: "airport",
        coordinate: Coordinate(longitude: 34.886_7, latitude: 32.011_4), country: "IL", radiusKilometres: 3, rank: 3,
        source: .airports, sourceID: "LLBG"),
      "294640", [("TLV", .code)]
    ),
  ]

  package static func builder() -> GazetteerBuilder {
    var builder = GazetteerBuilder()
    var numbers: [String: Int] = [:]
    for row in rows {
      var draft = row.draft
      draft.parent = row.container.flatMap { numbers[$0] }
      let number = builder.add(draft)
      numbers[draft.sourceID] = number
      for (name, kind) in row.names { builder.addName(name, kind: kind, to: number) }
    }
    return builder
  }

  /// The bytes of its file.
  package static func bytes() -> [UInt8] {
    builder().encode(metadata: ["attribution": "GeoNames, CC BY 4.0", "licences": "CC BY 4.0"])
  }

  private static func country(
    _ name: String, _ code: String, _ id: Int, _ longitude: Double, _ latitude: Double
  ) -> PlaceDraft {
    place(name, .country, "PCLI", code, id, longitude, latitude, 0)
  }

  private static func admin1(
    _ name: String, _ code: String, _ id: Int, _ longitude: Double, _ latitude: Double
  ) -> PlaceDraft {
    place(name, .admin1, "ADM1", code, id, longitude, latitude, 1_000_000)
  }

  private static func city(
    _ name: String, _ code: String, _ id: Int, _ longitude: Double, _ latitude: Double, _ population: Int
  ) -> PlaceDraft {
    place(name, .city, "PPL", code, id, longitude, latitude, population)
  }

  private static func place(
    _ name: String, _ kind: PlaceKind, _ feature: String, _ code: String, _ id: Int, _ longitude: Double,
    _ latitude: Double, _ population: Int
  ) -> PlaceDraft {
    PlaceDraft(
      name: name, kind: kind, feature: feature, coordinate: Coordinate(longitude: longitude, latitude: latitude),
      country: code, population: population, source: .geonames, sourceID: String(id))
  }
}

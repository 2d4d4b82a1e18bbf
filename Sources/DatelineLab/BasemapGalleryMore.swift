import Cartography
import Coordinates
import GeoJSON
import Geodesy

/// Sheets that show more than sites.
extension GallerySheet {
  static let more = [earthquake, hormuz, provinces, corridor, arabic]

  private static let earthquake = GallerySheet(
    name: "earthquake",
    content: MapContent(
      title: "Two earthquakes in one night", subtitle: "Killed and injured, by city", credit: "Dateline",
      date: "6 February 2023",
      sites: [
        ("Kahramanmaraş", 36.93, 37.58, 12_622), ("Antakya", 36.16, 36.2, 22_000), ("Gaziantep", 37.38, 37.06, 3_904),
        ("Adıyaman", 38.28, 37.76, 6_013), ("Malatya", 38.32, 38.35, 1_393), ("Aleppo", 37.16, 36.2, 430),
      ].enumerated().map { index, city in
        MapSite(
          number: index + 1, label: city.0, coordinate: at(city.1, city.2),
          details: ["\(grouped(city.3)) killed or injured"],
          family: .disaster, casualties: city.3)
      },
      context: [
        town("Adana", 35.32, 37, 1_765_981), town("Diyarbakır", 40.22, 37.91, 1_108_218),
        town("Latakia", 35.78, 35.52, 709_000), town("Şanlıurfa", 38.79, 37.16, 526_247),
        town("Kayseri", 35.49, 38.73, 592_840), town("Raqqa", 39.01, 35.95, 220_000),
      ]),
    options: MapOptions(showsCasualties: true))

  /// With a comma between thousands.
  private static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    return "\(number / 1000),\(String(number % 1000 + 1000).dropFirst())"
  }

  private static let hormuz: GallerySheet = {
    var content = MapContent(
      title: "Tanker seized near the Strait of Hormuz", credit: "Dateline", date: "13 April 2024",
      sites: [
        MapSite(
          number: 1, label: "Container ship boarded", coordinate: at(55.9, 25.9),
          details: ["Boarded from a helicopter", "50 nautical miles from Fujairah"], family: .military,
          uncertainty: Distance(kilometres: 25))
      ],
      references: [MapReference(label: "Fujairah", coordinate: at(56.34, 25.12))],
      context: [
        town("Dubai", 55.3, 25.26, 3_478_300), town("Abu Dhabi", 54.4, 24.45, 603_492, true),
        town("Bandar Abbas", 56.27, 27.19, 352_173), town("Muscat", 58.41, 23.58, 797_000, true),
        town("Sohar", 56.71, 24.36, 108_274), town("Minab", 57.08, 27.15, 70_169),
      ])
    content.distances = [MapDistanceLine(from: at(55.9, 25.9), to: at(56.27, 27.19))]
    content.rings = [
      MapRangeRings(centre: at(56.27, 27.19), radii: [Distance(kilometres: 100), Distance(kilometres: 250)])
    ]
    return GallerySheet(name: "hormuz", content: content, options: MapOptions(style: blues))
  }()

  /// A house style, as `--style` reads it.
  private static let blues: MapStyle = {
    let json = JSONValue.object([
      .init("colours", .object([.init("sea", "#cfe3ee"), .init("land", "#f4f1ea"), .init("military", "#0b4f8a")])),
      .init("font", "Georgia, 'Liberation Serif', serif"), .init("sizes", .object([.init("title", 22)])),
    ])
    return (try? MapStyle(json)) ?? MapStyle()
  }()

  private static let provinces: GallerySheet = {
    var content = MapContent(
      title: "Power cuts in three regions after the storm", credit: "Dateline", date: "9 November 2023",
      sites: [
        MapSite(
          number: 1, label: "Brest", coordinate: at(-4.49, 48.39), details: ["Gusts of 207 km/h"], family: .disaster)
      ],
      context: [
        town("Paris", 2.35, 48.86, 2_138_551, true), town("Rennes", -1.68, 48.11, 209_375),
        town("Nantes", -1.55, 47.22, 277_269), town("Rouen", 1.1, 49.44, 112_787), town("Caen", -0.36, 49.18, 110_624),
        town("Le Mans", 0.2, 48, 144_515), town("London", -0.13, 51.51, 8_961_989, true),
      ])
    content.areas = [
      MapArea(
        country: "FR", name: "Finistère", inside: at(-4.1, 48.3), label: "Finistère", number: 2,
        details: ["200,000 homes without power"]),
      MapArea(
        country: "FR", name: "Manche", inside: at(-1.3, 49.1), label: "Manche", number: 2),
      MapArea(country: "FR", name: "Côtes-d'Armor", inside: at(-2.9, 48.45), label: "Côtes-d’Armor", number: 2),
    ]
    return GallerySheet(name: "provinces", content: content)
  }()

  /// What `dateline render` draws: a file of points, lines and areas with colours of its own.
  private static let corridor: GallerySheet = {
    func feature(_ geometry: Geometry, _ properties: [(String, JSONValue)]) -> Feature {
      Feature(geometry: geometry, properties: properties.map { JSONValue.Member($0.0, $0.1) })
    }
    func positions(_ pairs: [(Double, Double)]) -> [Position] {
      pairs.map { Position(longitude: $0.0, latitude: $0.1) }
    }
    let collection = FeatureCollection([
      feature(
        .polygon([positions([(30.9, 45.9), (32.6, 45.7), (32.9, 46.2), (31.6, 46.7), (30.9, 46.4), (30.9, 45.9)])]),
        [("title", "Closed to shipping"), ("fill", "#c2540a"), ("stroke", "#a04000"), ("fill-opacity", .double(0.3))]),
      feature(
        .lineString(positions([(30.74, 46.4), (30.6, 45.4), (29.9, 44.6), (29.0, 43.4), (28.9, 42.0), (29.1, 41.2)])),
        [("title", "Grain corridor"), ("stroke", "#1d7a4d"), ("stroke-width", 3)]),
      feature(
        .point(Position(longitude: 30.74, latitude: 46.48)),
        [("title", "Odesa"), ("marker-color", "#1d7a4d"), ("marker-symbol", "a"), ("marker-size", "large")]),
      feature(
        .point(Position(longitude: 28.97, latitude: 41.01)), [("title", "Istanbul"), ("marker-color", "#1d7a4d")]),
      feature(
        .point(Position(longitude: 30.2, latitude: 45.26)), [("title", "Snake Island"), ("marker-size", "small")]),
    ])
    return GallerySheet(
      name: "corridor", content: MapContent(collection, title: "The grain corridor", credit: "Dateline"))
  }()

  private static let arabic: GallerySheet = {
    var content = MapContent(
      title: "اشتباكات في الخرطوم وضواحيها", credit: "Dateline", date: "١٥ أبريل ٢٠٢٣",
      sites: [
        MapSite(
          number: 1, label: "الخرطوم", coordinate: at(32.53, 15.55), details: ["اشتباك"], family: .violence),
        MapSite(
          number: 2, label: "مروي", coordinate: at(31.82, 18.48), details: ["عملية عسكرية"], family: .military,
          look: .dashed),
      ],
      context: [
        town("عطبرة", 33.99, 17.7, 134_586), town("كسلا", 36.4, 15.45, 401_477), town("ود مدني", 33.52, 14.4, 332_714),
      ]
    )
    content.countryNames = [
      "SD": "السودان", "SS": "جنوب السودان", "EG": "مصر", "ET": "إثيوبيا", "ER": "إريتريا", "SA": "السعودية",
      "TD": "تشاد",
      "LY": "ليبيا",
    ]
    content.seas = [
      MapSea(name: "البحر الأحمر", coordinate: at(38, 20), radius: 900_000, rank: 1)
    ]
    return GallerySheet(name: "arabic", content: content, options: MapOptions(language: "ar"))
  }()
}

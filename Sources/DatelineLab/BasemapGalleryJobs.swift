import Cartography
import Coordinates
import Geodesy

extension GallerySheet {
  static func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(longitude: longitude, latitude: latitude)
  }

  static func town(
    _ name: String, _ longitude: Double, _ latitude: Double, _ population: Int, _ isCapital: Bool = false
  ) -> ContextPlace {
    ContextPlace(name: name, coordinate: at(longitude, latitude), population: population, isCapital: isCapital)
  }

  static let jobs: [(String, MapContent)] = [
    (
      "isfahan",
      MapContent(
        title: "Strikes traded between Israel and Iran, April 2024",
        subtitle: "Where the attacks hit, and where one is planned",
        credit: "Dateline", date: "19 April 2024",
        sites: [
          MapSite(
            number: 1, label: "Qahjaverestan", coordinate: at(51.84, 32.70),
            details: ["Air strike near an air base, 19 April 2024", "Suspected: Israel"], family: .strike,
            look: .dashed, uncertainty: Distance(kilometres: 15)),
          MapSite(
            number: 2, label: "Arad", coordinate: at(35.21, 31.26),
            details: ["Drones and missiles, 13–14 April 2024", "1 injured · Iran"], family: .strike),
          MapSite(
            number: 2, label: "Negev", coordinate: at(34.8, 30.8), details: ["Air base hit, 13–14 April 2024"],
            family: .strike, uncertainty: Distance(kilometres: 60)),
          MapSite(
            number: 3, label: "Damascus", coordinate: at(36.29, 33.51),
            details: ["Consulate bombed, 1 April 2024", "7 killed · Israel"], family: .strike),
          MapSite(
            number: 4, label: "Rafah", coordinate: at(34.25, 31.29), details: ["Ground operation planned"],
            family: .military, look: .hollow),
        ],
        references: [MapReference(label: "Isfahan", coordinate: at(51.67, 32.65))],
        countries: [
          MapCountry(code: "IL", label: "Israel", number: 2, details: ["Barrage of more than 300 drones and missiles"])
        ],
        context: [
          town("Tehran", 51.42, 35.69, 7_153_309, true), town("Baghdad", 44.4, 33.34, 7_216_000, true),
          town("Riyadh", 46.72, 24.69, 4_205_961, true),
          town("Amman", 35.94, 31.96, 1_275_857, true), town("Beirut", 35.5, 33.89, 1_916_100, true),
          town("Jerusalem", 35.22, 31.77, 801_000, true),
          town("Tel Aviv", 34.78, 32.08, 432_892), town("Cairo", 31.25, 30.06, 9_606_916, true),
          town("Kuwait City", 47.98, 29.37, 60_064, true),
          town("Basra", 47.78, 30.51, 2_600_000), town("Mosul", 43.12, 36.34, 1_739_800),
          town("Aleppo", 37.16, 36.2, 1_602_264),
          town("Shiraz", 52.54, 29.61, 1_249_942), town("Ahvaz", 48.68, 31.32, 841_145),
          town("Tabriz", 46.29, 38.08, 1_424_641),
          town("Mashhad", 59.57, 36.3, 2_307_177), town("Doha", 51.53, 25.29, 344_939, true),
          town("Manama", 50.59, 26.23, 147_074, true),
          town("Kermanshah", 47.06, 34.31, 621_100), town("Medina", 39.61, 24.47, 1_300_000),
          town("Tabuk", 36.57, 28.4, 455_450),
        ])
    ),
    (
      "city",
      MapContent(
        title: "Market bombing kills at least 12 in Maiduguri", credit: "Dateline", date: "2 May 2024",
        sites: [
          MapSite(
            number: 1, label: "Maiduguri", coordinate: at(13.16, 11.85),
            details: ["Bombing, 1 May 2024", "At least 12 killed"], family: .explosion)
        ],
        context: [
          town("Bama", 13.69, 11.52, 118_121), town("N’Djamena", 15.05, 12.11, 721_081, true),
          town("Damaturu", 11.96, 11.75, 44_268),
          town("Konduga", 13.42, 11.65, 20_253), town("Kousseri", 15.03, 12.08, 435_547),
          town("Gwoza", 13.69, 11.09, 40_000), town("Biu", 12.19, 10.61, 95_005),
          town("Mora", 14.14, 11.05, 55_216), town("Monguno", 13.61, 12.67, 19_000),
        ])
    ),
    (
      "pacific",
      MapContent(
        title: "Cyclone crosses Fiji, heads for Samoa", subtitle: "Landfall and forecast", credit: "Dateline",
        sites: [
          MapSite(
            number: 1, label: "Suva", coordinate: at(178.44, -18.14), details: ["Storm, 3 killed"], family: .disaster),
          MapSite(
            number: 2, label: "Apia", coordinate: at(-171.77, -13.83), details: ["Warning"], family: .disaster,
            look: .hollow, uncertainty: Distance(kilometres: 120)),
        ],
        context: [
          town("Nuku‘alofa", -175.2, -21.14, 22_400, true), town("Labasa", 179.38, -16.43, 24_187),
          town("Nadi", 177.42, -17.8, 42_284), town("Pago Pago", -170.7, -14.28, 11_500, true),
        ])
    ),
    (
      "world",
      MapContent(
        title: "A week of incidents around the world", subtitle: "10 to 16 June", credit: "Dateline",
        sites: [
          MapSite(
            number: 1, label: "Los Angeles", coordinate: at(-118.24, 34.05), details: ["Wildfire"], family: .disaster),
          MapSite(
            number: 2, label: "Port-au-Prince", coordinate: at(-72.34, 18.54), details: ["Clash"], family: .violence),
          MapSite(
            number: 3, label: "São Paulo", coordinate: at(-46.64, -23.55), details: ["Protest"], family: .protest),
          MapSite(number: 4, label: "Paris", coordinate: at(2.35, 48.85), details: ["Protest"], family: .protest),
          MapSite(number: 5, label: "Khartoum", coordinate: at(32.53, 15.55), details: ["Shelling"], family: .strike),
          MapSite(number: 6, label: "Kharkiv", coordinate: at(36.25, 49.98), details: ["Air strike"], family: .strike),
          MapSite(
            number: 7, label: "Kabul", coordinate: at(69.17, 34.53), details: ["Bombing"], family: .explosion,
            look: .dashed),
          MapSite(
            number: 8, label: "Manila", coordinate: at(120.98, 14.6), details: ["Deployment"], family: .military,
            look: .hollow),
          MapSite(
            number: 9, label: "Tokyo", coordinate: at(139.69, 35.69), details: ["Train derailed"], family: .accident),
          MapSite(number: 10, label: "Sydney", coordinate: at(151.21, -33.87), details: ["Arrest"], family: .other),
        ])
    ),
    (
      "svalbard",
      MapContent(
        title: "Helicopter lost off Svalbard", credit: "Dateline",
        sites: [
          MapSite(
            number: 1, label: "Barentsburg", coordinate: at(14.21, 78.06), details: ["Helicopter crashed at sea"],
            family: .accident, uncertainty: Distance(kilometres: 20))
        ],
        references: [MapReference(label: "Longyearbyen", coordinate: at(15.64, 78.22))])
    ),
    (
      "arctic",
      MapContent(
        title: "Military exercises around the Arctic Ocean", credit: "Dateline",
        sites: [
          MapSite(number: 1, label: "Murmansk", coordinate: at(33.09, 68.97), family: .military),
          MapSite(number: 2, label: "Thule", coordinate: at(-68.7, 76.53), family: .military),
          MapSite(number: 3, label: "Utqiaġvik", coordinate: at(-156.79, 71.29), family: .military, look: .hollow),
          MapSite(number: 4, label: "Tiksi", coordinate: at(128.87, 71.64), family: .military, look: .dashed),
        ])
    ),
    (
      "chukotka",
      MapContent(
        title: "Search in the Bering Strait", credit: "Dateline",
        sites: [
          MapSite(number: 1, label: "Anadyr", coordinate: at(177.51, 64.73), family: .accident),
          MapSite(number: 2, label: "Nome", coordinate: at(-165.41, 64.5), family: .accident, look: .dashed),
        ])
    ),
    (
      "antarctica",
      MapContent(
        title: "Stations cut off by storms", credit: "Dateline",
        sites: [
          MapSite(number: 1, label: "McMurdo", coordinate: at(166.67, -77.85), family: .disaster),
          MapSite(number: 2, label: "Vostok", coordinate: at(106.84, -78.46), family: .disaster),
          MapSite(number: 3, label: "Halley", coordinate: at(-26.5, -75.6), family: .disaster, look: .dashed),
        ])
    ),
    (
      "gaza",
      MapContent(
        title: "Four incidents close together in Gaza and around it", credit: "Dateline",
        sites: [
          MapSite(number: 1, label: "Gaza City", coordinate: at(34.47, 31.5), family: .strike),
          MapSite(number: 2, label: "Khan Yunis", coordinate: at(34.3, 31.34), family: .violence),
          MapSite(number: 3, label: "Rafah", coordinate: at(34.25, 31.29), family: .military, look: .hollow),
          MapSite(number: 4, label: "Sderot", coordinate: at(34.6, 31.52), family: .explosion, look: .dashed),
        ],
        context: [
          town("Jerusalem", 35.22, 31.77, 801_000, true), town("Tel Aviv", 34.78, 32.08, 432_892),
          town("Beersheba", 34.79, 31.25, 186_600), town("Hebron", 35.1, 31.53, 160_470),
          town("Amman", 35.94, 31.96, 1_275_857, true), town("El Arish", 33.8, 31.13, 128_855),
        ])
    ),
    (
      "country-only",
      MapContent(
        title: "Epidemic in the Congo basin", credit: "Dateline", sites: [],
        countries: [
          MapCountry(code: "CD", label: "DR Congo", number: 1, details: ["Epidemic, since March"]),
          MapCountry(code: "CG", label: "Congo", number: 1),
        ])
    ),
    (
      "ukraine",
      MapContent(
        title: "Overnight attacks on Ukraine", subtitle: "Drones and missiles, 5 March", credit: "Dateline",
        sites: [
          MapSite(number: 1, label: "Kyiv", coordinate: at(30.52, 50.45), details: ["Missiles"], family: .strike),
          MapSite(number: 2, label: "Odesa", coordinate: at(30.74, 46.48), details: ["Drones"], family: .strike),
          MapSite(
            number: 3, label: "Sevastopol", coordinate: at(33.53, 44.6), details: ["Explosion"], family: .explosion,
            look: .dashed),
          MapSite(number: 4, label: "Kherson", coordinate: at(32.61, 46.64), details: ["Shelling"], family: .strike),
          MapSite(
            number: 5, label: "Donetsk region", coordinate: at(37.7, 48.1), details: ["Clashes"], family: .violence,
            uncertainty: Distance(kilometres: 90)),
        ],
        context: [
          town("Lviv", 24.02, 49.84, 717_803), town("Kharkiv", 36.25, 49.98, 1_430_885),
          town("Dnipro", 35.04, 48.46, 1_032_822), town("Minsk", 27.57, 53.9, 1_742_124, true),
          town("Chișinău", 28.86, 47.01, 635_994, true), town("Bucharest", 26.1, 44.43, 1_877_155, true),
          town("Rostov-on-Don", 39.71, 47.24, 1_074_482),
        ])
    ),
  ]
}

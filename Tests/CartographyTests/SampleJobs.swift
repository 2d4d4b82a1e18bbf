import Coordinates
import Foundation
import Geodesy

@testable import Cartography

/// Maps of several extents, for tests that hold for every map.
enum SampleJobs {
  static let basemapPath = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gazetteer/world.basemap").path

  static func basemap() throws -> Basemap { try Basemap(path: basemapPath) }

  static func waters() throws -> Waters {
    try Waters(path: String(basemapPath.dropLast("world.basemap".count)) + "world.waters")
  }

  static func site(
    _ number: Int, _ label: String, _ longitude: Double, _ latitude: Double, _ family: SymbolFamily = .strike,
    _ look: MapSite.Look = .solid, radius: Double? = nil
  ) -> MapSite {
    MapSite(
      number: number, label: label, coordinate: Coordinate(longitude: longitude, latitude: latitude),
      details: ["Something happened, 19 April 2024"], family: family, look: look,
      uncertainty: radius.map { Distance(kilometres: $0) })
  }

  static func town(_ name: String, _ longitude: Double, _ latitude: Double, _ population: Int) -> ContextPlace {
    ContextPlace(name: name, coordinate: Coordinate(longitude: longitude, latitude: latitude), population: population)
  }

  static let levant = MapContent(
    title: "Strikes traded", subtitle: "April 2024", credit: "Dateline",
    sites: [
      site(1, "Qahjaverestan", 51.84, 32.70, .strike, .dashed, radius: 15), site(2, "Arad", 35.21, 31.26),
      site(2, "Negev", 34.8, 30.8, .strike, .solid, radius: 60), site(3, "Damascus", 36.29, 33.51),
      site(4, "Rafah", 34.25, 31.29, .military, .hollow),
    ],
    references: [MapReference(label: "Isfahan", coordinate: Coordinate(longitude: 51.67, latitude: 32.65))],
    countries: [MapCountry(code: "IL", label: "Israel", number: 2)],
    context: [
      town("Tehran", 51.42, 35.69, 7_153_309), town("Baghdad", 44.4, 33.34, 7_216_000),
      town("Amman", 35.94, 31.96, 1_275_857),
      town("Jerusalem", 35.22, 31.77, 801_000), town("Tel Aviv", 34.78, 32.08, 432_892),
      town("Cairo", 31.25, 30.06, 9_606_916),
      town("Basra", 47.78, 30.51, 2_600_000), town("Shiraz", 52.54, 29.61, 1_249_942),
      town("Beirut", 35.5, 33.89, 1_916_100),
    ])

  static let world = MapContent(
    title: "A week of incidents", credit: "Dateline",
    sites: [
      site(1, "Los Angeles", -118.24, 34.05, .disaster), site(2, "Port-au-Prince", -72.34, 18.54, .violence),
      site(3, "São Paulo", -46.64, -23.55, .protest), site(4, "Paris", 2.35, 48.85, .protest),
      site(5, "Khartoum", 32.53, 15.55), site(6, "Kharkiv", 36.25, 49.98),
      site(7, "Kabul", 69.17, 34.53, .explosion, .dashed),
      site(8, "Manila", 120.98, 14.6, .military, .hollow), site(9, "Tokyo", 139.69, 35.69, .accident),
      site(10, "Sydney", 151.21, -33.87, .other),
    ])

  static let pacific = MapContent(
    title: "Cyclone", credit: "",
    sites: [
      site(1, "Suva", 178.44, -18.14, .disaster), site(2, "Apia", -171.77, -13.83, .disaster, .hollow, radius: 120),
    ])

  static let arctic = MapContent(
    title: "Exercises", credit: "",
    sites: [
      site(1, "Murmansk", 33.09, 68.97, .military), site(2, "Thule", -68.7, 76.53, .military),
      site(3, "Utqiaġvik", -156.79, 71.29, .military, .hollow), site(4, "Tiksi", 128.87, 71.64, .military, .dashed),
    ])

  static let antarctic = MapContent(
    title: "Storms", credit: "",
    sites: [
      site(1, "McMurdo", 166.67, -77.85, .disaster), site(2, "Vostok", 106.84, -78.46, .disaster),
      site(3, "Halley", -26.5, -75.6, .disaster),
    ])

  static let city = MapContent(title: "Bombing", credit: "", sites: [site(1, "Maiduguri", 13.16, 11.85, .explosion)])

  static let crowd = MapContent(
    title: "Close together", credit: "",
    sites: [
      site(1, "Gaza City", 34.47, 31.5), site(2, "Khan Yunis", 34.3, 31.34, .violence),
      site(3, "Rafah", 34.25, 31.29, .military, .hollow),
      site(4, "Sderot", 34.6, 31.52, .explosion, .dashed), site(5, "Gaza City port", 34.45, 31.52),
      site(6, "Deir al-Balah", 34.35, 31.42),
    ])

  static let all: [(name: String, content: MapContent)] = [
    ("levant", levant), ("world", world), ("pacific", pacific), ("arctic", arctic), ("antarctic", antarctic),
    ("city", city), ("crowd", crowd),
  ]
}

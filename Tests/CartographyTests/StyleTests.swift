import Coordinates
import Foundation
import GeoJSON
import Geodesy
import TestSupport
import Testing

@testable import Cartography

@Suite struct StyleTests {
  static func style(_ members: [(String, JSONValue)]) throws -> MapStyle {
    try MapStyle(.object(members.map { JSONValue.Member($0.0, $0.1) }))
  }

  static func object(_ key: String, _ value: JSONValue) -> JSONValue { .object([.init(key, value)]) }

  @Test func aHouseSetsColoursFontAndSizes() throws {
    let style = try Self.style([
      ("colours", Self.object("sea", "#CDE")), ("font", "Georgia, 'PT Serif', serif"),
      ("sizes", Self.object("title", 30)),
    ])
    let svg = try MapSheet(SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(style: style)).svg()
    #expect(svg.contains("fill=\"#ccddee\""))
    #expect(svg.contains("font-family=\"Georgia, 'PT Serif', serif\""))
    #expect(svg.contains("font-size=\"30\""))
  }

  /// The example in Docs/maps.md is a style, and every key is spoken of.
  @Test func theManualIsRight() throws {
    let path = GalleryTests.folder.deletingLastPathComponent().appendingPathComponent("maps.md")
    let manual = try String(contentsOf: path, encoding: .utf8)
    let example = try #require(manual.split(separator: "```json").dropFirst().first?.split(separator: "```").first)
    #expect(throws: Never.self) { try MapStyle(GeoJSONReader().value(Array(example.utf8))) }
    let keys =
      Array(MapTheme.names.keys) + SymbolFamily.allCases.map(\.rawValue) + Array(TypeSizes.names.keys)
    for key in keys { #expect(manual.contains("`\(key)`"), "\(key)") }
  }

  @Test func whatAStyleCannotSetIsNamed() throws {
    func message(_ members: [(String, JSONValue)]) -> String {
      do throws(MapStyleError) {
        _ = try MapStyle(.object(members.map { JSONValue.Member($0.0, $0.1) }))
        return ""
      } catch { return error.description }
    }
    #expect(
      message([("color", 1)])
        == "'color' is nothing that a style can set; there are: colours, colours-dark, colours-print, font, sizes")
    #expect(message([("colours", Self.object("ocean", "#fff"))]).hasPrefix("'colours.ocean' is nothing"))
    #expect(
      message([("colours", Self.object("sea", "blue"))]) == "'colours.sea' should be a colour such as \"#d5e3ea\"")
    #expect(message([("sizes", Self.object("title", 3))]) == "'sizes.title' should be a number of pixels from 4 to 120")
    #expect(message([("font", "x;}<svg")]) == "'font' should be names of fonts with commas between them")
    #expect(message([("sizes", 3)]) == "'sizes' should be an object")
  }

  @Test func codesAreTaken() throws {
    for code in ["EPSG:3857", "3035", "EPSG:32638", "EPSG:5514", "ESRI:54030"] {
      let sheet = try MapSheet(SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(projection: code))
      #expect(sheet.drawn.allSatisfy { $0 != nil }, "\(code)")
    }
    for code in ["EPSG:4979", "EPSG:999999"] {
      #expect(throws: ProjectionError.self) {
        try MapSheet(SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(projection: code))
      }
    }
  }

  @Test(arguments: ["en", "fr", "de-CH", "es-419", "ar", "xx"]) func theSheetSpeaks(language: String) throws {
    let words = SheetWords.named(language)
    #expect(words.families.count == SymbolFamily.allCases.count)
    let sheet = try MapSheet(
      SampleJobs.levant, basemap: SampleJobs.basemap(), options: MapOptions(language: language))
    let reading = SVGReading(sheet.svg())
    let legend = reading.elements.filter { $0.layer == "legend" }.map(\.text).joined(separator: " ")
    #expect(legend.contains(words.planned.split(separator: " ")[0]))
    #expect(reading.elements.first?.attributes["lang"] == words.language)
  }

  @Test func numbersAreGroupedAsTheLanguageDoes() {
    #expect(SheetWords.english.number(1234) == "1,234" && SheetWords.german.number(12_345) == "12.345")
    #expect(SheetWords.german.number(1234) == "1234" && SheetWords.english.number(-1_000_000) == "-1,000,000")
    #expect(SheetWords.english.distance(1609.344 * 3.25, in: .imperial) == "3.3 mi")
    #expect(
      SheetWords.german.distance(3250, in: .metric) == "3,3 km"
        && SheetWords.english.distance(450, in: .metric) == "450 m")
  }
}

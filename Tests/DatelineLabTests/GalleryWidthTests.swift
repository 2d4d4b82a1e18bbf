import Cartography
import Foundation
import TestSupport
import Testing

@testable import DatelineLab

/// Every sheet of the gallery at the widths of telephones, articles and print, measured from its SVG.
@Suite struct GalleryWidthTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gazetteer").path

  private static func svg(_ sheet: GallerySheet, _ width: Int, _ theme: MapOptions.Theme) throws -> String {
    var options = sheet.options
    (options.width, options.theme) = (width, theme)
    return try MapSheet(
      sheet.content, basemap: Basemap(path: data + "/world.basemap"), waters: Waters(path: data + "/world.waters"),
      options: options
    ).svg()
  }

  @Test(arguments: GallerySheet.all.map(\.name), [360, 800, 1600])
  func noNameMeetsANameASymbolOrTheFrame(name: String, width: Int) throws {
    let sheet = try #require(GallerySheet.all.first { $0.name == name })
    let reading = try #require(SheetReading(Self.svg(sheet, width, .light)))
    #expect(!reading.names.isEmpty && reading.faults == [])
  }

  /// On a telephone's width two of three regions have their names beside them.
  @Test func namesOutsideTheirAreasAreTiedToThem() throws {
    let sheet = try #require(GallerySheet.all.first { $0.name == "provinces" })
    let lines = SVGReading(try Self.svg(sheet, 360, .light)).elements.filter {
      $0.layer == "leaders" && $0.name != "g"
    }
    #expect(lines.count == 2)
  }

  /// The map of the world ends where that ocean begins.
  @Test(arguments: [360, 800, 1600]) func theSouthernOceanStaysSouth(width: Int) throws {
    let world = try #require(GallerySheet.all.first { $0.name == "world" })
    let names = try #require(SheetReading(Self.svg(world, width, .light))).names.map(\.text)
    #expect(names.contains("Indian Ocean") && !names.contains("Southern Ocean"))
  }

  /// Themes differ in colours alone, so that what holds of one holds of all.
  @Test func noThemeMovesAnything() throws {
    for sheet in GallerySheet.all {
      let light = try Self.geometry(Self.svg(sheet, 360, .light))
      for theme in MapOptions.Theme.allCases where theme != .light {
        #expect(try Self.geometry(Self.svg(sheet, 360, theme)) == light, "\(sheet.name), \(theme)")
      }
    }
  }

  /// The elements of a sheet without their colours.
  private static func geometry(_ svg: String) -> [String] {
    let colours: Set<String> = ["fill", "stroke", "fill-opacity", "stroke-opacity"]
    return SVGReading(svg).elements.map { element in
      let attributes = element.attributes.filter { !colours.contains($0.key) }.sorted { $0.key < $1.key }
      return "\(element.name) \(attributes.map { "\($0.key)=\($0.value)" }) \(element.text)"
    }
  }
}

import ArgumentParser
import Cartography
import Foundation

/// `dateline-lab gallery`: draws sheets of many extents, to be looked at. `Docs/gallery` is made by it:
///
///     swift run -c release dateline-lab gallery -o Docs/gallery
struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery", abstract: "Draws sample sheets of many extents, themes and widths.")

  @Option(help: "The basemap.")
  var basemap = "Gazetteer/world.basemap"

  @Option(help: "Lakes, rivers and names of seas.")
  var waters = "Gazetteer/world.waters"

  @Option(name: .shortAndLong, help: "The folder to write to.")
  var output: String

  @Option(help: "Widths in pixels, instead of each sheet's own; the files' names then bear width and theme.")
  var width: [Int] = []

  @Option(help: "light, dark or print, instead of each sheet's own.")
  var theme: [String] = []

  @Option(help: "Only the sheets with these names.")
  var only: [String] = []

  func run() throws {
    let basemap = try Basemap(path: basemap)
    let waters = try Waters(path: waters)
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    for sheet in GallerySheet.all where only.isEmpty || only.contains(sheet.name) {
      for (file, options) in variants(of: sheet) {
        let start = ContinuousClock.now
        let drawn = try MapSheet(sheet.content, basemap: basemap, waters: waters, options: options)
        let svg = drawn.svg()
        let spent = ContinuousClock.now - start
        try Data(svg.utf8).write(to: URL(fileURLWithPath: "\(output)/\(file).svg"))
        print("\(file): \(svg.utf8.count) bytes, \(spent), \(drawn.projection)")
      }
    }
  }

  private func variants(of sheet: GallerySheet) -> [(String, MapOptions)] {
    if width.isEmpty, theme.isEmpty { return [(sheet.name, sheet.options)] }
    let themes = theme.compactMap(MapOptions.Theme.init)
    return (width.isEmpty ? [sheet.options.width] : width).flatMap { width in
      (themes.isEmpty ? [sheet.options.theme] : themes).map { theme in
        var options = sheet.options
        (options.width, options.theme) = (width, theme)
        return ("\(sheet.name)-\(width)-\(theme.rawValue)", options)
      }
    }
  }
}

/// A sheet of the gallery.
struct GallerySheet {
  var name: String
  var content: MapContent
  var options = MapOptions()

  static let all =
    jobs.map { GallerySheet(name: $0.0, content: $0.1, options: special[$0.0] ?? MapOptions()) } + more

  /// Some sheets show other widths and themes.
  private static let special: [String: MapOptions] = [
    "gaza": MapOptions(width: 360), "ukraine": MapOptions(theme: .dark), "country-only": MapOptions(theme: .print),
    "world": MapOptions(width: 900),
  ]
}

import ArgumentParser
import Cartography
import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON

/// `dateline render`: a map of any GeoJSON.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draws a map of any GeoJSON.",
    discussion: """
      Features are drawn as their simplestyle properties say (marker-color, marker-size, marker-symbol, stroke, stroke-width, \
      stroke-opacity, fill, fill-opacity, title, description); rows of `dateline map` and `dateline incidents` become numbered \
      sites. MAP.txt says in words what the map shows.
      """)

  @Argument(help: "A GeoJSON file: a document, lines or a text sequence; - for standard input.")
  var features: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The map to write; - for SVG on standard output.", valueName: "map.svg"))
  var output: String

  @Option(help: ArgumentHelp("Colours by the values of a property, with a legend.", valueName: "property"))
  var colorBy: String?

  @Option(
    help: ArgumentHelp("The property that is written beside features; by default title or name.", valueName: "property")
  )
  var label: String?

  @Flag(help: "Draw no towns for orientation.")
  var noTowns = false

  @OptionGroup var drawing: MapDrawingOptions

  @OptionGroup var data: DataOptions

  func validate() throws {
    if let format = drawing.format, let ending, ending != format {
      throw ValidationError("--format \(format.rawValue) does not go with '\(output)'")
    }
    if output == "-", drawing.width.pixels.count > 1 || (drawing.format ?? .svg) != .svg {
      throw ValidationError("standard output takes one map as SVG")
    }
  }

  /// The format that the output's name says.
  private var ending: MapFormat? {
    MapFormat.allCases.first { output.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  func run() throws {
    let file = try RenderedFile(path: features)
    for (name, flag) in [(colorBy, "--color-by"), (label, "--label")] {
      if let name { try file.require(property: name, of: flag) }
    }
    file.complaints.forEach(Console.complain)
    let files = try MapFiles(drawing, format: drawing.format ?? ending ?? .svg, inputs: [features])
    var content = MapContent(file.collection, title: file.title, colorBy: colorBy, label: label)
    var lookup = SiteLookup(data: data, quiet: false)
    try drawing.complete(&content, &lookup)
    let places = file.collection.features.flatMap { $0.geometry?.positions.map(\.coordinate) ?? [] }
    if !noTowns, !places.isEmpty { content.context = try data.atlas().contextPlaces(around: places) }
    let sheets = try files.sheets(content, name: features)
    guard output != "-" else {
      for sheet in sheets { Console.output(sheet.svg()) }
      return
    }
    for path in try files.write(sheets, to: ending.map { String(output.dropLast($0.rawValue.count + 1)) } ?? output) {
      Console.output("\(path)\n")
    }
  }
}

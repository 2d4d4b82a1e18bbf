import ArgumentParser
import Cartography
import Coordinates
import Foundation

/// `dateline-lab basemap`: compiles `world.basemap` from Natural Earth.
struct BasemapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "basemap", abstract: "Compiles world.basemap from Natural Earth's world_map.gpkg.")

  @Option(help: "Natural Earth 1:10m as QGIS ships it.")
  var source: String

  @Option(help: "Decisions on borders that are not agreed upon.")
  var worldview = "Gazetteer/tables/worldview.tsv"

  @Option(name: .shortAndLong, help: "Where to write the basemap.")
  var output: String

  func run() throws {
    let contents = try BasemapCompiler(
      source: NaturalEarth(path: source), editorial: BasemapEditorial(path: worldview)
    ).compile()
    let bytes = Basemap.encode(contents)
    try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    print("\(output): \(bytes.count) bytes, \(contents.arcs.count) arcs, \(contents.countries.count) countries")
  }
}

import ArgumentParser
import Foundation

/// `dateline-lab gazetteer`: compiles `Gazetteer/world.gazetteer`.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer", abstract: "Compiles the default gazetteer from its sources.",
    discussion: "The sources are fetched by `make data`; see Gazetteer/README.md.")

  @Option(help: "The folder with the sources.")
  var sources = ".build/data"

  @Option(help: "The folder with the hand tables.")
  var tables = "Gazetteer/tables"

  @Option(name: .shortAndLong, help: "The file to write.")
  var output = "Gazetteer/world.gazetteer"

  func run() throws {
    var compiler = GazetteerCompiler(sources: try GazetteerSources(folder: sources, tables: tables))
    let bytes = try compiler.compile()
    try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    for remark in compiler.remarks { FileHandle.standardError.write(Data("\(remark)\n".utf8)) }
    print("\(output): \(bytes.count) bytes, \(compiler.builder.count) places")
  }
}

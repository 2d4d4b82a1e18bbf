import ArgumentParser

/// What only maintainers run: compiling data, training, evaluating, benchmarks.
@main
struct Lab: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline-lab", abstract: "Compiles Dateline's data, trains and measures it.",
    subcommands: [
      GazetteerCommand.self, CoverageCommand.self, BenchGazetteerCommand.self, SyntheticDumpCommand.self,
      TrainCommand.self, EvaluateCommand.self, FoldTableCommand.self, BasemapCommand.self, WatersCommand.self,
      GalleryCommand.self,
      GeodesyBenchmarkCommand.self, TrainIncidentsCommand.self, EvaluateSitesCommand.self, EvaluateMUCCommand.self,
      LabelBenchmarkCommand.self, FuzzCommand.self, StageBenchmarkCommand.self, GrowthBenchmarkCommand.self,
    ])
}

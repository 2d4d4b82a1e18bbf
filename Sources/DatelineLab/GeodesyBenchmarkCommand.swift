import ArgumentParser

/// `dateline-lab bench-geodesy`: the loops of `Benchmarks/geodesy/bench.c` in Swift, and nearest neighbours.
struct GeodesyBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-geodesy",
    abstract: "Times geodesics and projections; Benchmarks/geodesy/compare.sh sets them beside C.")

  @Option(help: "Points a loop.")
  var count = 200_000

  @Flag(help: "Time the nearest neighbours too.")
  var nearest = false

  func run() throws {
    try GeodesyBenchmarks.againstC(count: count)
    if nearest { GeodesyBenchmarks.nearest() }
  }
}

import ArgumentParser

/// `dateline-lab bench-geodesy`: the loops of `Benchmarks/geodesy/bench.c` in Swift, and nearest neighbours.
struct GeodesyBenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-geodesy",
    abstract: "Times geodesics and projections; Benchmarks/geodesy/compare.sh sets them beside C.")

  @Option(help: "Points a loop.")
  var count = 200_000

  @Flag(help: "Time the nearest neighbours too.")
  var nearest = false

  @Flag(help: "Set two threads beside one: items a second by the clock, and what they cost of CPU time.")
  var threads = false

  func run() async throws {
    guard !threads else { return await GeodesyBenchmarks.threads(count: count) }
    try GeodesyBenchmarks.againstC(count: count)
    if nearest { GeodesyBenchmarks.nearest() }
  }
}

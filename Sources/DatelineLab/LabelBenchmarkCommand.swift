import ArgumentParser
import Cartography

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `dateline-lab bench-labels`: how many labels of random points find room, over many pages.
struct LabelBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-labels",
    abstract: "Measures how many labels find room, by the benchmark of Christensen, Marks and Shieber.")

  @Option(help: "Points on a page.")
  var points = [500, 750, 1000]

  @Option(help: "Pages of each kind, one for each seed from 1.")
  var seeds = 25

  func validate() throws {
    guard seeds > 0, points.allSatisfy({ $0 > 0 }) else { throw ValidationError("Pages and points must be positive.") }
  }

  func run() {
    print("labels\tpoints\tpages\tmean %\tworst %\toverlaps\tmean ms\tworst ms")
    for staysOnPage in [true, false] {
      for count in points {
        var shares: [Double] = []
        var times: [Double] = []
        var overlaps = 0
        for seed in 1...UInt64(seeds) {
          let start = Self.milliseconds()
          let outcome = LabelBenchmark(points: count, seed: seed, staysOnPage: staysOnPage).run()
          times.append(Self.milliseconds() - start)
          shares.append(outcome.share * 100)
          overlaps += outcome.overlaps
        }
        let row = [
          staysOnPage ? "on the page" : "over its edge", "\(count)", "\(seeds)",
          Self.mean(shares), Self.rounded(shares.min() ?? 0), "\(overlaps)", Self.mean(times),
          Self.rounded(times.max() ?? 0),
        ]
        print(row.joined(separator: "\t"))
      }
    }
  }

  private static func mean(_ values: [Double]) -> String { rounded(values.reduce(0, +) / Double(values.count)) }

  private static func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

  /// Of CPU time.
  private static func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
  }
}

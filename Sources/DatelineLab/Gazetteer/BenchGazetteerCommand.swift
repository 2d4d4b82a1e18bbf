import ArgumentParser
import Coordinates
import DataFiles
import DatelineKit
import Gazetteer
import Geodesy
import Language

#if canImport(Glibc)
  import Glibc
#endif

/// `dateline-lab bench-gazetteer`: how long opening, look-ups and searches take, beside what they may.
struct BenchGazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-gazetteer", abstract: "Measures opening, look-ups and nearest places of a gazetteer.")

  @Option(help: "The gazetteer; the default one if none is given.")
  var gazetteer: String?

  @Option(help: "How many points or names a measurement takes.")
  var rounds = 200_000

  func run() throws {
    let path = try gazetteer ?? Atlas.defaultPath()
    let opening = try (0..<20).map { _ in
      try Self.seconds {
        let atlas = try Atlas(paths: [path])
        guard !atlas.candidates(named: "Isfahan").isEmpty || gazetteer != nil else { throw ExitCode(1) }
      }
    }.sorted()
    let atlas = try Atlas(paths: [path])
    let verifying = try Self.seconds { try atlas.verify() }
    report("open and first look-up, median of 20", opening[10] * 1e3, "ms", limit: 3)
    report("the first of them", opening[19] * 1e3, "ms (slowest)", limit: nil)
    report("checksum of the whole file", verifying * 1e3, "ms", limit: nil)

    let names = try sampleNames(atlas, path: path)
    var found = 0
    let few = (0..<100).flatMap { _ in names.prefix(2_000) }
    for (label, list) in [("look-up among 2,000 names", few), ("look-up among \(names.count) names", names)] {
      // Sixteen at a time, for the clock takes as long as a look-up; the median of the sixteenths.
      var times: [Double] = []
      for round in 0..<2 {
        for start in stride(from: 0, to: list.count - 15, by: 16) {
          let time = Self.nanoseconds {
            for index in start..<start + 16 { found &+= atlas.candidates(named: list[index]).count }
          }
          if round == 1 { times.append(time / 16) }
        }
      }
      times.sort()
      report("\(label): median", times[times.count / 2], "ns", limit: 250)
      report("\(label): 99 %", times[times.count * 99 / 100], "ns", limit: nil)
    }
    let misses = ["Ghahjaverestann", "Parliamentarian", "Netanyahoo Street", "Washingtonburgh"]
    let fuzzy = Self.seconds { for name in misses { found &+= atlas.fuzzyCandidates(named: name).count } }
    report("fuzzy look-up that finds little, mean", fuzzy / Double(misses.count) * 1e6, "µs", limit: 1_000)
    nearest(atlas, &found)
    print("(\(found) found)")
  }

  private func nearest(_ atlas: Atlas, _ found: inout Int) {
    let places = atlas.count
    let targets = (0..<20_000).map { index -> Coordinate in
      let place = atlas.coordinate(ofPlaceNumber: index * 7_919 % max(places, 1))
      return Coordinate(
        longitude: max(-180, min(180, place.longitude + 0.013 * Double(index % 17 - 8))),
        latitude: max(-90, min(90, place.latitude + 0.011 * Double(index % 13 - 6))))
    }
    var best = Double.infinity
    for _ in 0..<3 {
      let time = Self.seconds {
        for target in targets { found &+= atlas.nearestByGeodesic(10, to: target).count }
      }
      best = min(best, time)
    }
    report(
      "10 nearest of \(places) places in geodesic order, in the file, mean", best / Double(targets.count) * 1e6, "µs",
      limit: 5)
    // Of a larger file the first places are one region, from which the targets are far.
    guard places < 300_000 else { return }
    let index = CoordinateIndex((0..<min(places, 250_000)).map { atlas.coordinate(ofPlaceNumber: $0) })
    var search = NearestSearch()
    best = .infinity
    for _ in 0..<3 {
      let time = Self.seconds {
        for target in targets {
          index.nearest(10, to: target, search: &search)
          found &+= search.indices.count
        }
      }
      best = min(best, time)
    }
    report(
      "10 nearest of \(index.count) in a CoordinateIndex, mean", best / Double(targets.count) * 1e6, "µs", limit: 5)
  }

  /// Names spread over the places.
  private func sampleNames(_ atlas: Atlas, path: String) throws -> [String] {
    let count = atlas.count
    guard count > 0 else { throw ExitCode(1) }
    return (0..<min(rounds, count)).map { atlas.name(ofPlaceNumber: $0 &* 104_729 % count) }
  }

  private func report(_ what: String, _ value: Double, _ unit: String, limit: Double?) {
    let verdict =
      limit.map { value <= $0 ? "  (at most \($0.fixed(0)): met)" : "  (at most \($0.fixed(0)): NOT met)" } ?? ""
    print("\(what): \(value.fixed(value < 100 ? 2 : 0)) \(unit)\(verdict)")
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return clock() - start
  }

  private static func nanoseconds(_ body: () -> Void) -> Double {
    let start = clock()
    body()
    return (clock() - start) * 1e9
  }

  /// Time of the processor, not of the wall: other programs do not count.
  private static func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

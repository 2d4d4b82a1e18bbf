import ArgumentParser
import Cartography
import Coordinates
import DataFiles
import DatelineKit
import Formats
import Foundation
import Gazetteer
import Language

/// `dateline-lab bench-growth`: how cost grows with the work, one line a size: what, size, milliseconds, and the power of the size with
/// which it grew since the line before.
struct GrowthBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-growth",
    abstract: "Measures how cost grows with the article, the map, the gazetteer, and with hostile texts.")

  @Option(help: "The folder with the articles.")
  var seeds = "seeds"

  @Option(help: "Gazetteers of growing size.")
  var gazetteer: [String] = []

  @Option(help: "What to measure: articles, maps, gazetteers, hostile; all if none is given.")
  var only: [String] = []

  @Option(help: "Kinds of hostile texts; all if none is given.")
  var kind: [String] = []

  @Option(help: "The bytes of the smaller hostile texts; the larger have four times as many.")
  var hostileBytes = 250_000

  @Flag(help: "Fail where a hostile text of four times the bytes costs more than five times as much.")
  var check = false

  private func isWanted(_ what: String) -> Bool { only.isEmpty || only.contains(what) }

  func run() throws {
    let reader = try Newsreader()
    print("what\tsize\tms\tpower")
    if isWanted("articles") { try articles(reader) }
    if isWanted("hostile") { try hostile(reader) }
    if isWanted("maps") { try maps() }
    if isWanted("gazetteers") { try gazetteers() }
  }

  /// Prints as it measures; stops where the next size would take more than a minute.
  private func grow(_ what: String, _ sizes: [Int], _ measure: (Int) throws -> Double) rethrows {
    var last: (size: Int, seconds: Double)?
    for size in sizes {
      if let last {
        let times = Double(size) / Double(last.size)
        guard last.seconds * times < 60 else {
          print("\(what)\t\(size)\ttoo long\t")
          break
        }
      }
      let seconds = try measure(size)
      let power = last.map { Foundation.log(seconds / $0.seconds) / Foundation.log(Double(size) / Double($0.size)) }
      print("\(what)\t\(size)\t\((seconds * 1e3).fixed(3))\t\(power.map { $0.fixed(2) } ?? "")")
      fflush(nil)
      last = (size, seconds)
    }
  }

  private func articles(_ reader: Newsreader) throws {
    let samples = try SampleArticles(folder: seeds)
    let sizes = [1000, 10_000, 100_000, 1_000_000]
    grow("geoparse, bytes of an article", sizes) { size in
      let text = samples.article(bytes: size)
      return CPUClock.best { _ = reader.names.toponyms(of: Document(text)) }
    }
    grow("incidents, bytes of an article", sizes) { size in
      let text = samples.article(bytes: size)
      return CPUClock.best { _ = reader.read(Article(id: "a", text: text)) }
    }
  }

  private func hostile(_ reader: Newsreader) throws {
    let jobs: [(String, (String) -> Void)] = [
      ("geoparse", { _ = reader.names.toponyms(of: Document($0)) }),
      ("incidents", { _ = ReportLines().incidents(reader.read(Article(id: "a", text: $0))) }),
    ]
    var slow: [String] = []
    for (name, unit) in HostileText.kinds where kind.isEmpty || kind.contains(name) {
      let (short, long) = (
        HostileText.text(of: unit, bytes: hostileBytes), HostileText.text(of: unit, bytes: hostileBytes * 4)
      )
      for (job, work) in jobs {
        // Measured once more where another program may have been in the way.
        for attempt in 0..<3 {
          var costs: [Int: Double] = [:]
          grow("\(job), \(name)", [short.utf8.count, long.utf8.count]) { size in
            let cost = CPUClock.best(of: 3, budget: 2) { work(size == short.utf8.count ? short : long) }
            costs[size] = cost
            return cost
          }
          guard check, costs[long.utf8.count] ?? .infinity > 5 * (costs[short.utf8.count] ?? 0) else { break }
          if attempt == 2 { slow.append("\(job), \(name)") }
        }
      }
    }
    guard slow.isEmpty else {
      print("four times the bytes cost more than five times as much: \(slow.joined(separator: "; "))")
      throw ExitCode(1)
    }
  }

  private func maps() throws {
    let locator = DataFileLocator.current
    let basemap = try Basemap(path: locator.locate("world.basemap", variable: "DATELINE_BASEMAP"))
    let waters = try Waters(path: locator.locate("world.waters", variable: "DATELINE_WATERS"))
    try grow("map, sites", [1, 10, 100, 1000, 10_000]) { count in
      var random = SplitMix(state: 1)
      let sites = (1...count).map { number in
        MapSite(
          number: number, label: "Site \(number)",
          coordinate: Coordinate(
            longitude: 20 + Double(random.below(30_000)) / 1000, latitude: 20 + Double(random.below(20_000)) / 1000),
          family: .other)
      }
      let content = MapContent(title: "Sites", sites: sites)
      return try CPUClock.best(of: 3) { _ = try MapSheet(content, basemap: basemap, waters: waters).svg() }
    }
  }

  private func gazetteers() throws {
    let atlases = try ([Atlas.defaultPath()] + gazetteer).map { try Atlas(paths: [$0]) }
    let bySize = Dictionary(atlases.map { ($0.count, $0) }) { first, _ in first }
    grow("1,000,000 look-ups, places", bySize.keys.sorted()) { size in
      guard let atlas = bySize[size] else { return 0 }
      let names = (0..<10_000).map { atlas.name(ofPlaceNumber: $0 &* 104_729 % size) }
      var found = 0
      return CPUClock.best(of: 5) { for name in names { found &+= atlas.candidates(named: name).count } } * 100
    }
    grow("100,000 nearest, places", bySize.keys.sorted()) { size in
      guard let atlas = bySize[size] else { return 0 }
      let places = (0..<5_000).map { atlas.coordinate(ofPlaceNumber: $0 &* 104_729 % size) }
      var found = 0
      return CPUClock.best(of: 5) { for place in places { found &+= atlas.nearest(10, to: place).count } } * 20
    }
  }
}

import ArgumentParser
import Cartography
import Coordinates
import DataFiles
import DatelineKit
import Formats
import Foundation
import Gazetteer
import GeoJSON
import Incidents
import Language
import Toponyms

/// `dateline-lab bench-stages`: what each stage of the pipeline costs, one line a figure: name, value, unit, parted by tabs.
struct StageBenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-stages",
    abstract: "Measures each stage from text to map, on one thread and on two, in CPU time (the least of several runs)."
  )

  @Option(help: "The folder with the articles.")
  var seeds = "seeds"

  @Option(help: "How many articles.")
  var articles = 60

  func run() async throws {
    let texts = try SampleArticles(folder: seeds).articles(articles)
    let bytes = texts.reduce(0) { $0 + $1.utf8.count }
    Self.tell("articles", Double(texts.count), "of \(bytes / texts.count) bytes")
    memory()
    try stages(texts, bytes)
    try await threads(texts, bytes)
    try features(texts)
    try maps()
  }

  private static func tell(_ name: String, _ value: Double, _ unit: String) {
    print("\(name)\t\(value.fixed(value < 10 ? 3 : value < 1000 ? 1 : 0))\t\(unit)")
  }

  /// What the machine can do at best: copying and hashing memory that no cache holds.
  private func memory() {
    let size = 64 << 20
    let source = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    let target = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer {
      source.deallocate()
      target.deallocate()
    }
    for place in stride(from: 0, to: size, by: 4096) { source[place] = 1 }
    let copying = CPUClock.best { target.copyMemory(from: UnsafeRawBufferPointer(source)) }
    Self.tell("memory copy", Double(size) / copying / 1e9, "GB/s")
    var sum: UInt64 = 0
    let hashing = CPUClock.best { sum &+= XXHash64.hash(ByteView(UnsafeRawBufferPointer(source))) }
    Self.tell("checksum", Double(size) / hashing / 1e9, "GB/s")
  }

  private func stages(_ texts: [String], _ bytes: Int) throws {
    let atlas = try Atlas(paths: [Atlas.defaultPath()])
    let model = try ToponymModel(path: ToponymModel.defaultPath())
    let incidentModel = try IncidentModel(path: IncidentModel.defaultPath())
    let (recognizer, resolver) = (Recognizer(atlas: atlas, model: model), Resolver(atlas: atlas, model: model))
    let extractor = IncidentExtractor(atlas: atlas, model: incidentModel)
    let lines = ReportLines()
    var documents: [Document] = []
    var names: [[Toponym]] = []
    var placed: [[ResolvedToponym]] = []
    var found: [[Incident]] = []
    var dates = 0
    var written = 0
    let steps: [(String, () -> Void)] = [
      ("tokeniser", { documents = texts.map { Document($0) } }),
      ("language", { for document in documents { dates += TextLanguage.of(document).utf8.count } }),
      ("dates", { for document in documents { dates += DateFinder(document).dates().count } }),
      ("tagger", { names = documents.map { recognizer.toponyms(in: $0) } }),
      ("resolver", { placed = zip(names, documents).map { resolver.resolve($0, in: $1) } }),
      (
        "incidents",
        {
          found = zip(documents, placed).map { extractor.incidents(in: $0, toponyms: $1, publication: nil) }
        }
      ),
      (
        "lines of toponyms",
        {
          for (document, toponyms) in zip(documents, placed) {
            written +=
              lines.toponyms(
                toponyms, of: document, article: Article(id: "a", text: ""), atlas: atlas, nullWhereUnresolved: false
              ).utf8.count
          }
        }
      ),
    ]
    for (name, step) in steps {
      let seconds = CPUClock.best(step)
      Self.tell(name, seconds / Double(texts.count) * 1e6, "µs/article")
      Self.tell("\(name), bytes", Double(bytes) / seconds / 1e6, "MB/s")
    }
    let count = (names.reduce(0) { $0 + $1.count }, found.reduce(0) { $0 + $1.count })
    Self.tell("toponyms found", Double(count.0), "in all")
    Self.tell(
      "incidents found", Double(count.1),
      "in all (\(dates > 0 && written > 0 ? "dates and lines too" : "nothing else"))")
  }

  /// Whole articles on one thread and on two. On a busy machine the clock says little, and CPU time that stays the same says that the
  /// threads do not hinder each other.
  private func threads(_ texts: [String], _ bytes: Int) async throws {
    let reader = try Newsreader()
    let kinds: [(String, @Sendable (String) -> Int)] = [
      ("geoparse", { text in reader.names.toponyms(of: Document(text)).count }),
      ("incidents", { text in ReportLines().incidents(reader.read(Article(id: "a", text: text))).utf8.count }),
    ]
    for (name, work) in kinds {
      var best = [1: (wall: Double.infinity, cpu: Double.infinity), 2: (wall: Double.infinity, cpu: Double.infinity)]
      for _ in 0..<5 {
        for threads in [1, 2] {
          let (wall, cpu) = (CPUClock.wall, CPUClock.process)
          await withTaskGroup(of: Int.self) { group in
            for thread in 0..<threads {
              group.addTask {
                stride(from: thread, to: texts.count, by: threads).reduce(0) { $0 &+ work(texts[$1]) }
              }
            }
          }
          let spent = (wall: CPUClock.wall - wall, cpu: CPUClock.process - cpu)
          let last = best[threads] ?? spent
          best[threads] = (min(last.wall, spent.wall), min(last.cpu, spent.cpu))
        }
      }
      guard let one = best[1], let two = best[2] else { continue }
      Self.tell("\(name), 1 thread", Double(texts.count) / one.cpu, "articles/s of CPU")
      Self.tell("\(name), 1 thread, bytes", Double(bytes) / one.cpu / 1e6, "MB/s of CPU")
      Self.tell("\(name), 2 threads", Double(texts.count) / two.cpu * 2, "articles/s of two CPUs")
      Self.tell("\(name), 2 threads, bytes", Double(bytes) / two.cpu * 2 / 1e6, "MB/s of two CPUs")
      Self.tell("\(name), CPU time of two threads over one", two.cpu / one.cpu, "ratio")
      Self.tell("\(name), clock of one thread over two", one.wall / two.wall, "ratio (2 on two free cores)")
    }
  }

  private func features(_ texts: [String]) throws {
    let reader = try Newsreader()
    let reports = texts.enumerated().map { reader.read(Article(id: "a\($0.offset)", text: $0.element)) }
    var bytes: [UInt8] = []
    let rows = CPUClock.best { _ = IncidentFeatures(simpleStyle: true).collection(reports) }
    let collection = IncidentFeatures(simpleStyle: true).collection(reports)
    let writing = CPUClock.best { bytes = GeoJSONWriter().bytes(.featureCollection(collection)) }
    let reading = try CPUClock.best { _ = try GeoJSONReader().object(bytes) }
    let validating = CPUClock.best { _ = GeoJSONValidator().faults(in: bytes) }
    Self.tell("rows of incidents", rows / Double(max(collection.features.count, 1)) * 1e6, "µs/feature")
    for (name, seconds) in [("write", writing), ("read", reading), ("validate", validating)] {
      Self.tell("GeoJSON, \(name)", Double(bytes.count) / seconds / 1e6, "MB/s")
    }
  }

  private func maps() throws {
    let locator = DataFileLocator.current
    let basemap = try Basemap(path: locator.locate("world.basemap", variable: "DATELINE_BASEMAP"))
    let waters = try Waters(path: locator.locate("world.waters", variable: "DATELINE_WATERS"))
    for name in ["city", "isfahan", "ukraine", "world"] {
      guard let sheet = GallerySheet.all.first(where: { $0.name == name }) else { continue }
      let seconds = try CPUClock.best(of: 5) {
        _ = try MapSheet(sheet.content, basemap: basemap, waters: waters, options: sheet.options).svg()
      }
      Self.tell("map, \(name)", seconds * 1e3, "ms")
    }
  }
}

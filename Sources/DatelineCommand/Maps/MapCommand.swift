import ArgumentParser
import Cartography
import DataFiles
import DatelineKit
import Formats
import Gazetteer
import Geodesy
import GeoJSON
import Incidents
import Language

/// `dateline map`: the main job.
struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Writes GeoJSON and a map of the incidents that articles tell.",
    discussion: """
      For each ARTICLE it writes DIR/NAME.geojson, the map DIR/NAME.svg and what the map shows in words, DIR/NAME.txt \
      (NAME-alt.txt where that is an article), and prints a table.

      An ARTICLE is a page of HTML, a text or Markdown (with title, date, url and place between lines of --- at its head), a \
      file of many (JSON lines, WARC, RSS, Atom), any of these with gzip, a folder of them, or an address, which is fetched once.
      """)

  @Argument(
    help: "Pages of HTML, text, Markdown, JSON lines, WARC, feeds, folders of them, addresses; - for standard input.")
  var articles: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output = "."

  @Flag(help: "Print no table.")
  var quiet = false

  @Flag(help: "Draw one map of all articles, and write DIR/together.geojson, .svg and .txt.")
  var together = false

  @Option(help: ArgumentHelp("A file for what could not be read, one JSON object a line.", valueName: "file"))
  var errors: String?

  @Option(help: ArgumentHelp("How many threads read; all cores if it is left out.", valueName: "count"))
  var threads: Int?

  @OptionGroup var drawing: MapDrawingOptions

  @OptionGroup var options: ArticleOptions

  func validate() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads takes a count from 1") }
  }

  func run() async throws {
    if together { return try await drawTogether() }
    let reader = try options.data.newsreader()
    let files = try MapFiles(drawing, format: drawing.format ?? .svg, inputs: articles)
    let home = try options.homePlace(reader.names)
    var lookup = SiteLookup(data: options.data, quiet: quiet)
    try OutputFile.makeFolder(output)
    var names = OutputNames()
    var failed = false
    let errors = try errors.map { path throws(InputFailure) in try BatchFile(path: path) }
    let source = source()
    let options = options
    try await source.inOrder(threads: threads ?? ParallelChunks.cores) { input in
      (input.isWholeFile, reader.read(options.complete(input.article), home: home))
    } deliver: { results, _ in
      for result in results {
        switch result {
        case .success((let isWholeFile, let report)):
          do {
            try write(report, isWholeFile: isWholeFile, files, &names, &lookup)
          } catch let failure as InputFailure {
            Console.complain(failure.message)
            failed = true
          }
        case .failure(let fault):
          Console.complain("\(fault)")
          try errors?.write(fault.jsonLine)
          failed = true
        }
      }
    }
    try errors?.commit()
    Console.remark(passedOver: source.passedOver, false)
    if failed { throw ExitCode(1) }
  }

  /// The articles, to be handed out one after the other.
  func source() -> ArticleSource {
    ArticleSource(articles, standardInput: .text, web: options.web, sparing: [errors].compactMap { $0 })
  }

  private func write(
    _ report: Report, isWholeFile: Bool, _ files: MapFiles, _ names: inout OutputNames, _ lookup: inout SiteLookup
  ) throws {
    var report = report
    let id = report.article.id
    let name = names.name(for: id, isWholeFile: isWholeFile)
    // a file's article goes by the name of what is written of it, one of a stream by its own id
    if isWholeFile { report.article.id = name.name }
    if let taken = name.taken {
      Console.complain("\(id): \(taken) is written already, so this one is called \(name.name)")
    }
    try write(report, name: name.name, files, &lookup)
  }

  private func write(_ report: Report, name: String, _ files: MapFiles, _ lookup: inout SiteLookup) throws {
    let path = "\(output)/\(name)"
    var sheets: [MapSheet] = []
    if var content = report.mapContent {
      try drawing.complete(&content, &lookup)
      sheets = try files.sheets(content, name: name)
    }
    let features = IncidentFeatures(simpleStyle: true).collection([report])
    try OutputFile.write(GeoJSONWriter().string(features), to: "\(path).geojson")
    let written = try files.write(sheets, to: path)
    guard !quiet else { return }
    guard !written.isEmpty else {
      return Console.output("\(name): no incident found; \(path).geojson is an empty collection\n")
    }
    Console.output(table(report) + (["\(path).geojson"] + written).map { "\($0)\n" }.joined())
  }

  /// Incident, place, date, how sure.
  private func table(_ report: Report) -> String {
    var table = Table(header: ["", "INCIDENT", "PLACE", "DATE", "TOLD AS", "SURE"], numeric: [0, 5])
    for (number, incident) in report.incidents.enumerated() {
      for (index, site) in incident.sites.enumerated() {
        let told =
          incident.attribution == .unknown
          ? incident.modality.rawValue : "\(incident.modality.rawValue), \(incident.attribution.rawValue)"
        let country =
          site.precision == .country
          ? "" : site.country.flatMap { CountryCode.country($0)?.name }.map { ", \($0)" } ?? ""
        let place = "\(site.phrase.prefix(1).uppercased())\(site.phrase.dropFirst())\(country)"
        let sure = Int((min(incident.confidence, site.confidence) * 100).rounded())
        table.add([
          index == 0 ? "\(number + 1)" : "", index == 0 ? incident.type.title : "", place,
          index == 0 ? incident.date.words ?? "no date" : "",
          index == 0 ? told : "", "\(sure) %",
        ])
      }
    }
    return table.text
  }
}

/// What lies under every map: countries, and lakes, rivers and the names of seas.
struct MapGround {
  let basemap: Basemap
  let waters: Waters

  init() throws(InputFailure) {
    do {
      let locator = DataFileLocator.current
      basemap = try Basemap(path: locator.locate("world.basemap", variable: "DATELINE_BASEMAP"))
      try basemap.verify()
      waters = try Waters(path: locator.locate("world.waters", variable: "DATELINE_WATERS"))
      try waters.verify()
    } catch {
      throw InputFailure(error)
    }
  }
}

/// Names of output files: equal ones get `-2`, `-3` …
struct OutputNames {
  private var used: Set<String> = []

  /// A file's name without its folder and ending.
  static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "article"
    return file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : String(file[..<$0]) } ?? file
  }

  /// A name for what is written of an article of a stream or an address: of an address the end of its path, without what a file
  /// name cannot hold.
  static func stem(ofID id: String) -> String {
    var name = id[...]
    if WebAccess.isAddress(id), let scheme = id.firstRange(of: "://") {
      let parts = id[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
      name = parts.last ?? "page"
      if parts.count > 1, let dot = name.lastIndex(of: "."), name[dot...].count <= 6 { name = name[..<dot] }
    }
    var plain = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(80) {
      let isPlain = scalar != "/" && scalar != "\\" && scalar != ":" && scalar.properties.generalCategory != .control
      plain.append(isPlain ? scalar : "-")
    }
    let stem = String(plain).drop { $0 == "." || $0 == "-" || $0 == " " }
    return stem.isEmpty ? "article" : String(stem)
  }

  /// The name for an article, and the name that was taken already, if one was.
  mutating func name(for id: String, isWholeFile: Bool) -> (name: String, taken: String?) {
    let stem = isWholeFile && !WebAccess.isAddress(id) ? Self.stem(of: id) : Self.stem(ofID: id)
    guard used.contains(stem) else {
      used.insert(stem)
      return (stem, nil)
    }
    var number = 2
    while used.contains("\(stem)-\(number)") { number += 1 }
    used.insert("\(stem)-\(number)")
    return ("\(stem)-\(number)", stem)
  }
}

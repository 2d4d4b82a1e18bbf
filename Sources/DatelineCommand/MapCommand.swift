import ArgumentParser
import Cartography
import DataFiles
import DatelineKit
import Formats
import GeoJSON
import Incidents
import Language

/// `dateline map`: the main job.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Writes GeoJSON and a map of the incidents that articles tell.",
    discussion: "For each ARTICLE it writes DIR/NAME.geojson and DIR/NAME.svg and prints a table.")

  @Argument(help: "Text files, one article each; - for standard input.")
  var articles: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "dir"))
  var output = "."

  @Option(help: "The width of the map in pixels.")
  var width = 800

  @Option(help: "The height of the map in pixels; by default as the extent asks.")
  var height: Int?

  @Option(help: "The map's title; by default the article's.")
  var title: String?

  @Option(help: "Who made the map.")
  var credit: String?

  @Option(help: "The map's colours: light, dark or print.")
  var theme = MapOptions.Theme.light

  @Option(help: "A projection as PROJ takes it; by default chosen by extent.")
  var projection: String?

  @Flag(help: "Print no table.")
  var quiet = false

  @OptionGroup var options: ArticleOptions

  func validate() throws {
    guard (200...20_000).contains(width), height.map({ (150...20_000).contains($0) }) ?? true else {
      throw ValidationError("--width takes 200 to 20000 pixels, --height 150 to 20000")
    }
  }

  func run() throws {
    let reader = try options.data.newsreader()
    let ground = try MapGround()
    let home = try options.homePlace(reader)
    try OutputFile.makeFolder(output)
    var names = OutputNames()
    var failed = false
    for path in articles {
      do {
        let article = options.complete(try read(path))
        let name = names.name(for: path)
        let report = reader.read(
          Article(id: name.name, text: article.text, title: article.title, url: article.url, date: article.date),
          home: home)
        if let taken = name.taken {
          Console.complain("\(path): \(taken) is written already, so this one is called \(name.name)")
        }
        try write(report, name: name.name, ground: ground)
      } catch let failure as InputFailure {
        Console.complain(failure.message)
        failed = true
      } catch let failure as ArticleError {
        Console.complain("\(failure)")
        failed = true
      }
    }
    if failed { throw ExitCode(1) }
  }

  private func read(_ path: String) throws -> Article {
    guard path == "-" else { return try ArticleReader().article(atPath: path) }
    return Article(id: "stdin", text: try ArticleReader.text(Console.standardInput(), path: "standard input"))
  }

  private func write(_ report: Report, name: String, ground: MapGround) throws {
    let path = "\(output)/\(name)"
    var sheet: MapSheet?
    if var content = report.mapContent {
      if let title { content.title = title }
      if let credit { content.credit = credit }
      do {
        sheet = try MapSheet(
          content, basemap: ground.basemap, waters: ground.waters,
          options: MapOptions(width: width, height: height, theme: theme, projection: projection))
      } catch {
        throw InputFailure("\(name): the map cannot be drawn: \(error)")
      }
    }
    let features = IncidentFeatures(simpleStyle: true).collection([report])
    try OutputFile.write(GeoJSONWriter().string(features), to: "\(path).geojson")
    if let sheet { try OutputFile.write(sheet.svg(), to: "\(path).svg") }
    guard !quiet else { return }
    guard sheet != nil else {
      return Console.output("\(name): no incident found; \(path).geojson is an empty collection\n")
    }
    Console.output("\(table(report))\(path).geojson\n\(path).svg\n")
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

extension MapOptions.Theme: ExpressibleByArgument {}

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

  /// The name for an input, and the name that was taken already, if one was.
  mutating func name(for path: String) -> (name: String, taken: String?) {
    let file = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? "article"
    let stem = file.lastIndex(of: ".").flatMap { $0 == file.startIndex ? nil : String(file[..<$0]) } ?? file
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

import ArgumentParser
import Cartography
import DatelineKit
import GeoJSON
import Geodesy

/// How maps are drawn, the same in every command that draws them.
struct MapDrawingOptions: ParsableArguments {
  @Option(
    help: "The width in pixels; with several (360,800,1600) a map for each, laid out anew and called NAME-360.svg …")
  var width = MapWidths(pixels: [800])

  @Option(help: "The height in pixels; by default as the extent asks.")
  var height: Int?

  @Option(help: "The map's title; by default the input's.")
  var title: String?

  @Option(help: "Who made the map.")
  var credit: String?

  @Option(help: "The map's colours: light, dark or print.")
  var theme = MapOptions.Theme.light

  @Option(help: ArgumentHelp("Colours, font and sizes of the house, as JSON.", valueName: "file"))
  var style: String?

  @Option(help: ArgumentHelp("Decisions on borders that go before Dateline's own, as a table.", valueName: "file"))
  var worldview: String?

  @Option(help: ArgumentHelp("The language of key and credits: ar, de, en, es or fr.", valueName: "code"))
  var lang = "en"

  @Option(help: "A projection as PROJ takes it; by default chosen by extent.")
  var projection: String?

  @Option(help: "What lengths beside lines and rings are given in: metric or imperial.")
  var units = MapOptions.Units.metric

  @Flag(help: "Draws circles as large as the numbers of people killed and injured.")
  var casualties = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Draws the shortest way between sites with its length; may be repeated.", valueName: "site; site"))
  var distanceLine: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Draws circles around a site; may be repeated.", valueName: "site; 50 km; 100 km"))
  var rangeRing: [String] = []

  @Option(help: "svg, pdf or png; the latter two by rsvg-convert, where it is installed.")
  var format: MapFormat?

  func validate() throws {
    guard width.pixels.allSatisfy((200...20_000).contains), height.map({ (150...20_000).contains($0) }) ?? true else {
      throw ValidationError("--width takes 200 to 20000 pixels, --height 150 to 20000")
    }
    guard Set(width.pixels).count == width.pixels.count else { throw ValidationError("--width names a width twice") }
    guard MapOptions.languages.contains(where: { lang.lowercased().split(separator: "-").first.map(String.init) == $0 })
    else {
      throw ValidationError("--lang takes one of \(MapOptions.languages.joined(separator: ", ")), not '\(lang)'")
    }
    for line in distanceLine where Self.parts(line).count < 2 {
      throw ValidationError("--distance-line takes two sites or more with semicolons between, not '\(line)'")
    }
    for ring in rangeRing {
      let parts = Self.parts(ring)
      guard parts.count > 1 else {
        throw ValidationError("--range-ring takes a site and distances with semicolons between, not '\(ring)'")
      }
      for text in parts.dropFirst() {
        do { _ = try Distance(parsing: text) } catch { throw ValidationError("--range-ring: \(error)") }
      }
    }
  }

  fileprivate static func parts(_ text: String) -> [String] {
    text.split(separator: ";").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// The options for each width, with what the files named hold.
  func mapOptions() throws(InputFailure) -> [MapOptions] {
    var options = MapOptions(
      height: height, theme: theme, projection: projection, language: lang, units: units,
      showsCasualties: casualties)
    if let style { options.style = try Self.read(style: style) }
    if let worldview { options.worldview = try Self.read(worldview: worldview) }
    return width.pixels.map { pixels in
      options.width = pixels
      return options
    }
  }

  private static func read(style path: String) throws(InputFailure) -> MapStyle {
    let bytes = try ByteSource(path: path).bytes()
    do { return try MapStyle(GeoJSONReader().value(bytes)) } catch { throw InputFailure("\(path): \(error)") }
  }

  private static func read(worldview path: String) throws(InputFailure) -> Worldview {
    guard let table = String(validating: try ByteSource(path: path).bytes(), as: UTF8.self) else {
      throw InputFailure("\(path): this is not UTF-8; convert it first, for example with iconv")
    }
    do { return try Worldview(table) } catch { throw InputFailure("\(path): \(error)") }
  }

  /// Puts title, credit, lines and rings on a map.
  func complete(_ content: inout MapContent, _ lookup: inout SiteLookup) throws {
    if let title { content.title = title }
    if let credit { content.credit = credit }
    for line in distanceLine {
      let sites = try Self.parts(line).map { try lookup.site($0) }
      content.distances += zip(sites, sites.dropFirst()).map {
        MapDistanceLine(from: $0.coordinate, to: $1.coordinate)
      }
      content.references += sites.map { MapReference(label: $0.name, coordinate: $0.coordinate) }
    }
    for ring in rangeRing {
      let parts = Self.parts(ring)
      let site = try lookup.site(parts[0])
      content.rings.append(
        MapRangeRings(centre: site.coordinate, radii: try parts.dropFirst().map { try Distance(parsing: $0) }))
      content.references.append(MapReference(label: site.name, coordinate: site.coordinate))
    }
    // One mark a place: lines and rings may share their ends, and a site stands for itself.
    var known = Set(content.sites.compactMap(\.coordinate))
    content.references = content.references.filter { known.insert($0.coordinate).inserted }
  }
}

/// `360,800,1600`
struct MapWidths: ExpressibleByArgument {
  var pixels: [Int]

  init(pixels: [Int]) { self.pixels = pixels }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    pixels = parts.compactMap { Int($0) }
    guard pixels.count == parts.count else { return nil }
  }

  var defaultValueDescription: String { pixels.map { "\($0)" }.joined(separator: ",") }
}

extension MapOptions.Theme: ExpressibleByArgument {}
extension MapOptions.Units: ExpressibleByArgument {}

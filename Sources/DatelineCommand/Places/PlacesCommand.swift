import ArgumentParser
import DatelineKit
import Gazetteer

/// `dateline places`: the gazetteer itself.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Searches the gazetteer, or builds one of your own.",
    subcommands: [PlacesSearch.self, PlacesNearest.self, PlacesInfo.self, PlacesBuild.self])
}

/// How places are written.
enum PlaceFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv, geojson }

extension PlaceKind: ExpressibleByArgument {
  public init?(argument: String) {
    guard let kind = PlaceKind.allCases.first(where: { $0.word == argument.lowercased() }) else { return nil }
    self = kind
  }

  public static var allValueStrings: [String] { allCases.map(\.word) }
}

/// An id as outputs have it: `geonames:418863`, `dateline:desert/negev`.
struct PlaceReference {
  var source: PlaceSource
  var id: String

  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"),
      let source = PlaceSource.allCases.first(where: { $0.word == text[..<colon] })
    else { return nil }
    self.source = source
    id = String(text[text.index(after: colon)...])
  }
}

extension Place {
  /// `geonames:418863`
  var reference: String { "\(source.word):\(sourceID)" }
}

/// `dateline places search`
struct PlacesSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Lists the places with a name, the most prominent first.",
    discussion: """
      Names are compared without case, accents and hyphens, in any script. Where no place has the name as written, forms such as \
      "Hamilton Twp." or "Town of Groton" are tried; --fuzzy tries other spellings too (Ghahjaverestan, Ar Raqqah).
      """)

  @Argument(help: "The name.")
  var name: String

  @Option(help: ArgumentHelp("Only places in this country: a code such as IR.", valueName: "code"))
  var country: String?

  @Option(help: "Only places of this kind.")
  var kind: PlaceKind?

  @Flag(help: "Try other spellings where no place has the name.")
  var fuzzy = false

  @Option(help: "How many at most.")
  var limit = 20

  @Option(help: "table, json, csv or geojson.")
  var format = PlaceFormat.table

  @OptionGroup var data: DataOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes 1 or more") }
    if let country, country.utf8.count != 2 {
      throw ValidationError("--country takes a code of two letters such as IR, not '\(country)'")
    }
  }

  func run() throws {
    let atlas = try data.atlas()
    if let country, atlas.country(code: country.uppercased()) == nil {
      throw InputFailure("no country has the code '\(country.uppercased())'")
    }
    var rows = listed(atlas.candidates(named: name).map { PlaceRow($0.place, in: atlas, nameKind: $0.nameKind) })
    if rows.isEmpty {
      rows = listed(atlas.candidatesByPattern(named: name).map { PlaceRow($0.place, in: atlas, nameKind: $0.nameKind) })
      if !rows.isEmpty { Console.complain("no place is called '\(name)'; these may be meant") }
    }
    if rows.isEmpty, fuzzy {
      rows = listed(
        atlas.fuzzyCandidates(named: name).map { found in
          var row = PlaceRow(found.place, in: atlas, nameKind: found.nameKind)
          row.spelling = found.spelling
          return row
        })
      if !rows.isEmpty { Console.complain("no place is called '\(name)'; these are spelled like it") }
    }
    guard !rows.isEmpty else {
      let inCountry = country.map { " in \($0.uppercased())" } ?? ""
      throw InputFailure(
        "no place called '\(name)' is known\(inCountry)\(fuzzy ? "" : "; --fuzzy looks for other spellings")")
    }
    Console.output(PlaceOutput(rows: rows, atlas: atlas).text(format))
  }

  private func listed(_ rows: [PlaceRow]) -> [PlaceRow] {
    Array(
      rows.filter { row in
        (country == nil || row.place.country == country?.uppercased()) && (kind == nil || row.place.kind == kind)
      }.prefix(limit))
  }
}

/// `dateline places nearest`
struct PlacesNearest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nearest", abstract: "Lists the places nearest to a point, by geodesic distance.")

  @Argument(help: ArgumentHelp("Longitude and latitude in degrees.", valueName: "lon,lat"))
  var point: String

  @Option(help: "How many.")
  var limit = 10

  @Option(help: "Only places of this kind; may be repeated.")
  var kind: [PlaceKind] = []

  @Option(help: "table, json, csv or geojson.")
  var format = PlaceFormat.table

  @OptionGroup var data: DataOptions

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit takes 1 to 100000") }
    guard (try? SiteNotation.coordinate(point)) != nil else {
      throw ValidationError("'\(point)' is no point: lon,lat in degrees is wanted, such as 51.67,32.65")
    }
  }

  func run() throws {
    guard let point = try SiteNotation.coordinate(point) else { return }
    let atlas = try data.atlas()
    let rows = atlas.neighbours(limit, of: point, kinds: kind.isEmpty ? nil : Set(kind)).map { found in
      var row = PlaceRow(found.place, in: atlas)
      row.distance = found.distance
      return row
    }
    Console.output(PlaceOutput(rows: rows, atlas: atlas).text(format))
  }
}

import ArgumentParser
import Cartography
import DataFiles
import DatelineKit
import Formats
import Gazetteer
import Incidents

/// `dateline incidents`
struct IncidentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents", abstract: "Works out the incidents that articles tell.",
    discussion: """
      ndjson writes one object an article; geojson, geojsonl (a feature a line), geojsonseq (RFC 8142), csv and kml write \
      one row a site, all with the same columns; gpkg adds layers of incidents, place names and articles, and needs -o; lpf \
      is the Linked Places Format. With -o, csv has its column types beside it (.csvt), for GDAL and QGIS.

      --edits takes a table of what a person decided, with the columns of csv: article_id, site_id or location, and in \
      review accept, reject, move or add; move and add take longitude and latitude, add also type (or incident_id), \
      location, event_date, killed_min and other columns.
      """)

  @Option(help: "ndjson, geojson, geojsonl, geojsonseq, csv, gpkg, kml or lpf.")
  var format = OutputFormat.text(.ndjson)

  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Tell on standard error why each incident was found, and what was left out.")
  var explain = false

  @Option(help: ArgumentHelp("A table of accepted, rejected, moved and added sites.", valueName: "file.csv"))
  var edits: String?

  @Flag(help: "csv: a row of HXL tags behind the header.")
  var hxl = false

  @Flag(help: "csv: a byte order mark, for Excel.")
  var excel = false

  @Flag(name: .customLong("simplestyle"), help: "GeoJSON: simplestyle's colours and symbols.")
  var simpleStyle = false

  @Option(
    help: ArgumentHelp(
      "Formats of rows: the columns of another codebook: acled, ucdp, meltt or timemap.", valueName: "codebook"))
  var columns: RowProfile.Codebook?

  @Option(
    help: ArgumentHelp(
      "Formats of rows: fields of the articles' JSON that rows repeat, between commas.", valueName: "name,name"))
  var keep: String?

  @Option(
    help: ArgumentHelp(
      "A second file, GeoJSON: the countries, provinces and circles in which sites lie that are no points.",
      valueName: "file.geojson"))
  var areas: String?

  @OptionGroup var stream: StreamOptions

  func validate() throws {
    guard format == .text(.csv) || !(hxl || excel) else {
      throw ValidationError("--hxl and --excel go with --format csv")
    }
    let isGeoJSON = [.text(.geojson), .text(.geojsonl), .text(.geojsonseq)].contains(format)
    guard isGeoJSON || !simpleStyle else { throw ValidationError("--simplestyle goes with the GeoJSON formats") }
    guard format != .package || stream.output != nil else {
      throw ValidationError("--format gpkg writes a file: it needs -o FILE")
    }
    guard columns == nil && keep == nil || ![.text(.ndjson), .text(.lpf)].contains(format) else {
      throw ValidationError(
        "--columns and --keep go with the formats of rows: geojson, geojsonl, geojsonseq, csv, gpkg, kml")
    }
    if let clash = profile(withCodes: true).clash {
      throw ValidationError("--keep: there is a column \(clash) already")
    }
    guard areas == nil || ![stream.output, stream.errors].contains(areas) else {
      throw ValidationError("--areas names a file that is written already")
    }
  }

  private var keptFields: [String] {
    (keep ?? "").split(separator: ",").map { String($0) }.filter { !$0.isEmpty }
  }

  private func profile(withCodes: Bool) -> RowProfile { RowProfile(columns, withCodes: withCodes, kept: keptFields) }

  func run() async throws {
    let edits = try edits.map { path in try Self.table(path) }
    let basemap = try areas.map { _ in try Self.basemapPath() }
    let reader = try stream.options.data.newsreader()
    let home = try stream.options.homePlace(reader.names)
    var session = try BatchSession(
      stream,
      outputs: [areas, format == .text(.csv) ? stream.output.map(Self.typesPath(beside:)) : nil].compactMap { $0 },
      facets: try facets(),
      dataPaths: try stream.options.data.paths(withIncidents: true) + (basemap.map { [$0] } ?? []))
    let file = try session.file(stream.output)
    let areaText = try basemap.map { path in AreaText(basemap: try Self.basemap(path), atlas: reader.atlas) }
    let areaFile = try areaText.map { text in AreaFile(try session.file(areas), text: text) }
    let (options, selection, explain, path) = (stream.options, selection, explain, self.edits)
    let report: @Sendable (ReadArticle) -> (Report, [Console.Words]) = { input in
      var words: [Console.Words] = []
      let read = reader.read(options.complete(input.article), home: home)
      let report = selection.applied(to: Self.edited(read, by: edits, path, &words))
      words += StreamOptions.wordsOnLanguage(report.language, of: report.article.id)
      words += StreamOptions.wordsOnLength(report)
      if explain {
        let text = reader.explanation(of: report).text
        if !text.isEmpty { words.append(.lines(text)) }
      }
      return (report, words)
    }
    let profile = profile(withCodes: reader.atlas.hasCodes)
    let isWhole =
      switch format {
      case .text(let format):
        try await writeText(format, file, profile, reader.atlas, areaText, areaFile, report, &session)
      case .package: try await writePackage(file, profile, reader.atlas, areaText, areaFile, report, &session)
      }
    if !isWhole { throw ExitCode(1) }
  }

  /// What makes two runs the same, besides the input.
  private func facets() throws -> BatchJournal.Facets {
    let table = try edits.map { path in String(XXHash64.hash(try ByteSource(path: path).bytes()), radix: 16) }
    return [
      ("command", "incidents"), ("--format", format.defaultValueDescription),
      ("--min-confidence", "\(selection.minConfidence)"), ("--types", selection.types ?? ""), ("--edits", table ?? ""),
      ("--hxl", "\(hxl)"), ("--excel", "\(excel)"), ("--simplestyle", "\(simpleStyle)"),
      ("--columns", columns?.rawValue ?? ""), ("--keep", keep ?? ""), ("--areas", areas ?? ""),
    ]
  }

  private typealias Reading = @Sendable (ReadArticle) -> (Report, [Console.Words])

  private func writeText(
    _ format: IncidentWriter.Format, _ file: BatchFile, _ profile: RowProfile, _ atlas: Atlas, _ areaText: AreaText?,
    _ areas: AreaFile?, _ read: @escaping Reading, _ session: inout BatchSession
  ) async throws -> Bool {
    let options = IncidentWriter.Options(
      simpleStyle: simpleStyle, hxl: hxl, byteOrderMark: excel, profile: profile)
    let text = IncidentText(format, options: options, atlas: atlas)
    let writer = IncidentWriter(format, options: options, atlas: atlas) { bytes in try file.write(bytes) }
    let (hxl, path) = (hxl, stream.output)
    let output = IncidentTextOutput(
      file, writer: writer, takesBadLines: format == .ndjson, profile: profile, areas: areas,
      beforeCommit: {
        if format == .csv, !hxl, let path { try Self.writeTypes(of: profile.columns, beside: path) }
      },
      work: { input in
        let (report, words) = read(input)
        let fragment = text.fragment(report)
        return IncidentProduct(
          main: fragment, areas: areaText?.fragment(report), omissions: fragment.omissions, words: words)
      })
    return try await session.run(to: output, keeping: keptFields)
  }

  private func writePackage(
    _ file: BatchFile, _ profile: RowProfile, _ atlas: Atlas, _ areaText: AreaText?, _ areas: AreaFile?,
    _ read: @escaping Reading, _ session: inout BatchSession
  ) async throws -> Bool {
    let output = IncidentPackageOutput(
      path: stream.output ?? "", rows: file, atlas: atlas, profile: profile, areas: areas,
      work: { input in
        let (report, words) = read(input)
        let rows = PackageRows(report, profile: profile)
        return IncidentProduct(
          main: rows, areas: areaText?.fragment(report), omissions: rows.omissions, words: words)
      })
    return try await session.run(to: output, keeping: keptFields)
  }

  /// The report as the table of edits corrects it; edits that fit no site are told.
  private static func edited(
    _ report: Report, by table: EditTable?, _ path: String?, _ words: inout [Console.Words]
  ) -> Report {
    guard let table, let path else { return report }
    let (edited, unanswered) = report.edited(by: table.edits)
    for index in unanswered {
      words.append(.complaint("\(path):\(table.lines[index]): \(report.article.id) has no such site"))
    }
    return edited
  }

  private static func table(_ path: String) throws -> EditTable {
    let table: EditTable
    do { table = try EditTable(path: path) } catch { throw InputFailure(error) }
    guard table.faults.total > 0 else { return table }
    for fault in table.faults.first { Console.complain("\(fault)") }
    throw InputFailure(
      "\(path): \(table.faults.total) \(table.faults.total == 1 ? "row" : "rows") cannot be used; nothing was written")
  }

  private static func basemapPath() throws -> String {
    do { return try DataFileLocator.current.locate("world.basemap", variable: "DATELINE_BASEMAP") } catch {
      throw InputFailure(error)
    }
  }

  private static func basemap(_ path: String) throws -> Basemap {
    do {
      let basemap = try Basemap(path: path)
      try basemap.verify()
      return basemap
    } catch {
      throw InputFailure(error)
    }
  }

  private static func typesPath(beside path: String) -> String {
    path.lowercased().hasSuffix(".csv") ? "\(path.dropLast(4)).csvt" : "\(path).csvt"
  }

  /// `FILE.csvt`, for GDAL.
  static func writeTypes(of columns: [RowColumn], beside path: String) throws {
    let types = try OutputStream(path: typesPath(beside: path))
    try types.write(CommaText(columns: columns).types)
    try types.finish()
  }
}

extension RowProfile.Codebook: ExpressibleByArgument {}

/// The forms in which incidents are written.
enum OutputFormat: Hashable, ExpressibleByArgument {
  case text(IncidentWriter.Format)
  case package

  init?(argument: String) {
    if argument == "gpkg" {
      self = .package
    } else {
      guard let format = IncidentWriter.Format(rawValue: argument) else { return nil }
      self = .text(format)
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .text(let format): format.rawValue
    case .package: "gpkg"
    }
  }

  static var allValueStrings: [String] { IncidentWriter.Format.allCases.map(\.rawValue) + ["gpkg"] }
}

/// Which incidents are shown.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out what is less sure than this, 0 to 1; sites that a person reviewed stay.", valueName: "share"))
  var minConfidence = 0.0

  @Option(help: ArgumentHelp("Only incidents of these types, between commas.", valueName: "type,type"))
  var types: String?

  func validate() throws {
    guard (0...1).contains(minConfidence) else { throw ValidationError("--min-confidence takes a number from 0 to 1") }
    for name in names where IncidentType(rawValue: name) == nil {
      let known = IncidentType.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--types: '\(name)' is none of \(known)")
    }
    guard types == nil || !names.isEmpty else { throw ValidationError("--types names no type") }
  }

  private var names: [String] {
    (types ?? "").split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
  }

  func applied(to report: Report) -> Report {
    report.selecting(
      minConfidence: minConfidence, types: types == nil ? nil : Set(names.compactMap { IncidentType(rawValue: $0) }))
  }
}

import ArgumentParser
import DataFiles
import DatelineKit
import Formats
import Gazetteer
import Incidents

/// `dateline incidents`
struct IncidentsCommand: ParsableCommand {
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
  }

  func run() throws {
    let edits = try edits.map { path in try Self.table(path) }
    let reader = try stream.options.data.newsreader()
    let isWhole =
      switch format {
      case .text(let text): try writeText(text, reader, edits)
      case .package: try writePackage(reader, edits)
      }
    if !isWhole { throw ExitCode(1) }
  }

  private func writeText(_ format: IncidentWriter.Format, _ reader: Newsreader, _ edits: EditTable?) throws -> Bool {
    let output = try OutputStream(path: stream.output)
    let writer = IncidentWriter(
      format, options: IncidentWriter.Options(simpleStyle: simpleStyle, hxl: hxl, byteOrderMark: excel),
      atlas: reader.atlas
    ) { bytes in try output.write(bytes) }
    let isWhole = try stream.read(
      with: reader.names,
      StreamOptions.Receiver(
        article: { input in try writer.write(report(of: input, reader, edits)) },
        badLine: format == .ndjson ? { line in try output.write(line) } : nil))
    try writer.finish()
    if format == .csv, !hxl, let path = stream.output { try writeTypes(beside: path, atlas: reader.atlas) }
    try output.finish()
    return isWhole
  }

  private func writePackage(_ reader: Newsreader, _ edits: EditTable?) throws -> Bool {
    let file = try StagedFile(path: stream.output ?? "")
    let package: IncidentPackage
    do { package = try IncidentPackage(path: file.partialPath, atlas: reader.atlas) } catch {
      throw InputFailure("\(file.path): cannot be written: \(error)")
    }
    let isWhole = try stream.read(
      with: reader.names,
      StreamOptions.Receiver(article: { input in
        let report = report(of: input, reader, edits)
        do { try package.write(report) } catch { throw InputFailure("\(file.path): cannot be written: \(error)") }
      }))
    do { try package.finish() } catch { throw InputFailure("\(file.path): cannot be written: \(error)") }
    try file.commit()
    return isWhole
  }

  /// What is shown of an article: edited, then selected.
  private func report(of input: StreamOptions.Input, _ reader: Newsreader, _ edits: EditTable?) -> Report {
    let report = selection.applied(to: edited(reader.read(input.article, home: input.home), by: edits))
    StreamOptions.tellLanguage(report.language, of: report.article.id)
    if explain { tell(reader.explanation(of: report)) }
    return report
  }

  private func tell(_ explanation: Explanation) {
    let text = explanation.text
    if !text.isEmpty { Console.say(text) }
  }

  /// The report as the table of edits corrects it; edits that fit no site are told.
  private func edited(_ report: Report, by table: EditTable?) -> Report {
    guard let table, let path = edits else { return report }
    let (report, unanswered) = report.edited(by: table.edits)
    for index in unanswered {
      Console.complain("\(path):\(table.lines[index]): \(report.article.id) has no such site")
    }
    return report
  }

  private static func table(_ path: String) throws -> EditTable {
    let table: EditTable
    do { table = try EditTable(path: path) } catch { throw InputFailure(error) }
    guard table.faults.total > 0 else { return table }
    for fault in table.faults.first { Console.complain("\(fault)") }
    throw InputFailure(
      "\(path): \(table.faults.total) \(table.faults.total == 1 ? "row" : "rows") cannot be used; nothing was written")
  }

  /// `FILE.csvt`, for GDAL.
  private func writeTypes(beside path: String, atlas: Atlas) throws {
    let isNamedSo = path.lowercased().hasSuffix(".csv")
    let types = try OutputStream(path: isNamedSo ? "\(path.dropLast(4)).csvt" : "\(path).csvt")
    try types.write(CommaText(columns: RowColumn.all(withCodes: atlas.hasCodes)).types)
    try types.finish()
  }
}

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

import ArgumentParser
import DataFiles
import DatelineKit
import Formats
import GeoJSON
import Geodesy

/// `dateline merge`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Joins the incidents of many articles: one event that ten articles tell is one.",
    discussion: """
      Reads what dateline incidents wrote: lines of JSON, or GeoJSON in any of its layouts. Two incidents are one event where \
      their types are kin, two of their places no further apart than --within, and their days no further than --days; what \
      one article keeps apart stays apart. Every article is kept as a source, and so is what they do not agree on.
      """)

  @Argument(
    help:
      "Files that dateline incidents wrote (.ndjson, .jsonl, .geojson, .geojsonl, .geojsonseq); - for standard input.")
  var files: [String] = ["-"]

  @Option(help: "How far apart two places of one event may be, as 25km, 10mi.")
  var within = "25km"

  @Option(help: "How many days apart two days of one event may be.")
  var days = IncidentJoiner.defaultDays

  @Option(help: "ndjson, geojson, geojsonl, geojsonseq, csv, gpkg or kml.")
  var format = OutputFormat.text(.ndjson)

  @Option(
    help: ArgumentHelp(
      "Formats of rows: the columns of another codebook: acled, ucdp, meltt or timemap.", valueName: "codebook"))
  var columns: RowProfile.Codebook?

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: "No remarks.")
  var quiet = false

  func validate() throws {
    _ = try reach()
    guard (0...3660).contains(days) else { throw ValidationError("--days takes a count from 0 to 3660") }
    guard format != .text(.lpf) else { throw ValidationError("--format lpf has no room for joined incidents") }
    guard format != .package || output != nil else {
      throw ValidationError("--format gpkg writes a file: it needs -o FILE")
    }
    guard columns == nil || format != .text(.ndjson) else {
      throw ValidationError("--columns goes with the formats of rows")
    }
  }

  private func reach() throws -> Distance {
    guard let reach = try? Distance(parsing: within), (0...1_000_000).contains(reach.metres) else {
      throw ValidationError("--within takes a distance up to 1000 km, such as 25km, not '\(within)'")
    }
    return reach
  }

  func run() throws {
    let joiner = IncidentJoiner(reach: try reach(), days: days)
    var reader = MergeReader()
    for path in files { reader.read(path) }
    let writer = MergeWriter(reader.merge, by: joiner, members: reader.members, codebook: columns)
    let outcome: MergeWriter.Outcome
    switch format {
    case .text(let format):
      let file = try OutputStream(path: output)
      do { outcome = try writer.write(format) { bytes in try file.write(bytes) } } catch let fault as ToldIncidentFault
      {
        throw InputFailure(fault)
      }
      if format == .csv, let output { try IncidentsCommand.writeTypes(of: writer.columns, beside: output) }
      try file.finish()
    case .package:
      let file = try StagedFile(path: output ?? "")
      do { outcome = try writer.writePackage(path: file.partialPath) } catch {
        throw InputFailure("\(file.path): cannot be written: \(error)")
      }
      try file.commit()
    }
    tell(outcome, reader)
    if reader.hasFailed { throw ExitCode(1) }
  }

  private func tell(_ outcome: MergeWriter.Outcome, _ reader: MergeReader) {
    func counted(_ number: Int, _ word: String) -> String {
      "\(BatchProgress.grouped(number)) \(word)\(number == 1 ? "" : "s")"
    }
    Console.remark(
      """
      \(counted(reader.merge.count, "incident")) are \(counted(outcome.events, "event")), \
      \(BatchProgress.grouped(outcome.joined)) of them told by more than one article (places within \(within), \
      days within \(days))
      """, quiet)
    if reader.merge.repetitions > 0 {
      Console.remark("\(counted(reader.merge.repetitions, "row")) came twice and count once", quiet)
    }
    if let columns, outcome.omissions.total > 0 {
      Console.complain("--columns \(columns.rawValue): \(outcome.omissions.words)")
    }
  }
}

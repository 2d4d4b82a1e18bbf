import ArgumentParser
import Geodesy

/// `dateline distance`: geodesics between sites.
struct DistanceCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, geojson }

  static let configuration = CommandConfiguration(
    commandName: "distance", abstract: "Geodesic distances and bearings between sites.",
    discussion: """
      A SITE is a name ("Isfahan", "Arad, IL"), "lon,lat" in degrees, degrees with letters or signs ("32°39′N 51°40′E") or a \
      grid reference (39SWS6312). A FILE is GeoJSON (.geojson, .json, \
      .geojsonl, .geojsonseq), CSV with the columns lon, lat and name (.csv), or lines of JSON, such as those of \
      `dateline incidents` (.ndjson, .jsonl; - for standard input).

      Two sites give one distance, more of them the full matrix, --from SITE one to many, --chain the way through all in their \
      order. Distances are along the WGS 84 ellipsoid, bearings in degrees clockwise from north. JSON numbers its sites from 0; \
      it and CSV are unrounded.
      """)

  @Argument(help: "Sites or files.")
  var sites: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Measure from this site, or from each of a file; may be repeated.", valueName: "site|file"))
  var from: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Measure to this site, or to each of a file; may be repeated.", valueName: "site|file"))
  var to: [String] = []

  @Flag(help: "Measure from each site to the next, and the whole way.")
  var chain = false

  @Option(help: ArgumentHelp("Only the K nearest to each site.", valueName: "k"))
  var nearest: Int?

  @Option(help: ArgumentHelp("Only sites within a radius of each: 50km, 30 mi.", valueName: "radius"))
  var within: String?

  @Option(help: ArgumentHelp("What tables and CSV give distances in: km, mi, nmi or m.", valueName: "unit"))
  var units = DistanceUnit.kilometres

  @Option(help: "table, csv, json or geojson (lines, cut at the antimeridian).")
  var format = Format.table

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "How many threads measure; by default one a core.")
  var threads: Int?

  @Flag(help: "Say nothing of names that mean several places, or of records without one.")
  var quiet = false

  @OptionGroup var data: DataOptions

  func validate() throws {
    guard sites.isEmpty || from.isEmpty || to.isEmpty else {
      throw ValidationError("sites beside both --from and --to are neither; say with --from or --to what they are")
    }
    let given = sites + from + to
    guard given.count >= 2 || given.contains(where: SiteFile.isPath) else {
      throw ValidationError("distance takes two sites or more, or files of them")
    }
    guard !chain || (to.isEmpty && nearest == nil && within == nil && (from.isEmpty || sites.isEmpty)) else {
      throw ValidationError("--chain goes through one list of sites, without --to, --nearest and --within")
    }
    if let nearest, nearest < 1 { throw ValidationError("--nearest takes 1 or more") }
    guard (1...1024).contains(threads ?? 1) else { throw ValidationError("--threads takes 1 to 1024") }
    if let within { _ = try reach(within) }
  }

  private func reach(_ text: String) throws(ValidationError) -> Distance {
    do { return try Distance(parsing: text, unit: units) } catch { throw ValidationError("--within: \(error)") }
  }

  func run() async throws {
    let plan = try plan()
    let output = try TextOutput(path: output)
    if format == .table, isMatrix(plan) {
      try output.write(DistanceTable.matrix(plan, unit: units))
    } else {
      try await write(plan, to: output)
    }
    try output.finish()
  }

  // MARK: What is measured

  private func plan() throws -> DistancePlan {
    var lookup = SiteLookup(data: data, quiet: quiet)
    func found(_ texts: [String]) throws -> [MeasuredSite] { try texts.flatMap { try lookup.sites($0) } }
    var choice = DistancePlan.Choice.all
    if chain { choice = .chain }
    if nearest != nil || within != nil {
      let reach = try within.map { try self.reach($0) } ?? Distance(metres: .infinity)
      choice = .nearest(limit: nearest ?? .max / 2, within: reach)
    }
    let (starts, ends) = (try found(from.isEmpty && !to.isEmpty ? sites : from), try found(to.isEmpty ? sites : to))
    if !starts.isEmpty, !ends.isEmpty { return DistancePlan(from: starts, to: ends, choice) }
    let sites = starts + ends
    guard sites.count > 1 else { throw InputFailure("there is one site only, and nothing to measure to") }
    if sites.count == 2, case .all = choice { return DistancePlan(from: [sites[0]], to: [sites[1]], choice) }
    return DistancePlan(among: sites, choice)
  }

  /// Few enough sites for a table of two dimensions.
  private func isMatrix(_ plan: DistancePlan) -> Bool {
    guard case .all = plan.choice else { return false }
    return (2...12).contains(plan.from.count) && (2...8).contains(plan.to.count)
  }

  // MARK: Writing

  private var pairsAPart: Int { 4096 }

  /// Parts of the rows are measured and written on several threads, and put out in their order.
  private func write(_ plan: DistancePlan, to output: TextOutput) async throws {
    let format: any PairFormat =
      switch format {
      case .table: PairTable(plan: plan, unit: units)
      case .csv: PairCSV(plan: plan, unit: units)
      case .json: PairJSON(plan: plan)
      case .geojson: PairGeoJSON(plan: plan)
      }
    try output.write(format.head)
    let separator = format.separator
    var isFirst = true
    let size = max(1, pairsAPart / max(plan.rowLength, 1))
    try await ParallelChunks.inOrder((plan.from.count + size - 1) / size, threads: threads ?? ParallelChunks.cores) {
      part in
      let rows = plan.from.dropFirst(part * size).prefix(size)
      return rows.flatMap { plan.pairs(from: $0).map(format.text) }.joined(separator: separator)
    } deliver: { text in
      guard !text.isEmpty else { return }
      if !isFirst { try output.write(separator) }
      isFirst = false
      try output.write(text)
    }
    try output.write(format.foot)
  }
}

extension DistanceUnit: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }

  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

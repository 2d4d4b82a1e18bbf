import ArgumentParser
import GeoJSON

/// `dateline validate`: RFC 7946, with remedies.
struct ValidateCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, ndjson }

  enum Layout: String, ExpressibleByArgument, CaseIterable {
    case automatic, document, lines, sequence

    var readerLayout: FeatureReader.Layout {
      switch self {
      case .automatic: .automatic
      case .document: .document
      case .lines: .newlineDelimited
      case .sequence: .textSequence
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Lists the breaches of RFC 7946 in GeoJSON, with what to do about each.",
    discussion: """
      Texts of any length are read in constant memory: documents, a text a line, and text sequences (RFC 8142). What the RFC only \
      advises against is a warning; --strict fails for warnings too. Places are JSON Pointers (RFC 6901) and bytes from 0.
      """)

  @Argument(help: "GeoJSON files; - for standard input.")
  var files: [String]

  @Option(help: "table, json (one document) or ndjson (an object a fault).")
  var format = Format.table

  @Option(
    help: "How texts follow each other: automatic (by the file's name and first bytes), document, lines or sequence.")
  var layout = Layout.automatic

  @Option(help: "Coordinates with more decimals get a warning, 0 to 20.")
  var maximumDecimals = 7

  @Option(help: "How deep arrays and objects may nest, 1 to 512.")
  var maximumDepth = 128

  @Option(help: "How many faults of a file a table shows.")
  var limit = 200

  @Flag(help: "Warnings count as faults.")
  var strict = false

  @Flag(help: "Print nothing for files without faults.")
  var quiet = false

  func validate() throws {
    guard (0...20).contains(maximumDecimals) else { throw ValidationError("--maximum-decimals takes 0 to 20") }
    guard (1...512).contains(maximumDepth) else { throw ValidationError("--maximum-depth takes 1 to 512") }
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more") }
  }

  func run() throws {
    let output = try TextOutput()
    var listing: any FaultListing =
      switch format {
      case .table: FaultTable(limit: limit, quiet: quiet, to: output)
      case .json: FaultDocument(to: output)
      case .ndjson: FaultLines(output: output)
      }
    var failed = false
    for path in files {
      let file = ValidatedFile(path: path, strict: strict)
      do {
        let source = try ByteSource(path: path)
        try listing.begin(file)
        try GeoJSONValidator(maximumDecimals: maximumDecimals, maximumDepth: maximumDepth)
          .validate(layout(of: path), from: source.read) { fault in
            file.count(fault)
            try listing.add(fault, of: file)
          }
      } catch {
        let failure = (error as? InputFailure) ?? InputFailure(error)
        Console.complain(failure.message)
        file.failure = failure.message
      }
      try listing.end(file)
      if !file.isValid { failed = true }
    }
    try listing.finish()
    try output.finish()
    if failed { throw ExitCode(1) }
  }

  private func layout(of path: String) -> FeatureReader.Layout {
    guard layout == .automatic else { return layout.readerLayout }
    let name = path.lowercased()
    if [".geojsonl", ".geojsons", ".ndjson", ".jsonl", ".ndgeojson"].contains(where: name.hasSuffix) {
      return .newlineDelimited
    }
    return name.hasSuffix(".geojsonseq") ? .textSequence : .automatic
  }
}

/// A file that was looked at, and how many faults it has.
final class ValidatedFile {
  let path: String
  private let isStrict: Bool
  private(set) var errors = 0
  private(set) var warnings = 0
  /// Why it could not be read.
  var failure: String?

  init(path: String, strict: Bool) {
    self.path = path
    isStrict = strict
  }

  func count(_ fault: GeoJSONFault) {
    if fault.rule.severity == .error { errors += 1 } else { warnings += 1 }
  }

  /// As people know it.
  var name: String { path == "-" ? "standard input" : path }

  var isValid: Bool { failure == nil && errors == 0 && (warnings == 0 || !isStrict) }

  /// `2 errors, 1 warning`
  var summary: String {
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    return [errors > 0 ? counted(errors, "error") : nil, warnings > 0 ? counted(warnings, "warning") : nil]
      .compactMap { $0 }.joined(separator: ", ")
  }
}

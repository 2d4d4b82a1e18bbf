import ArgumentParser
import DatelineKit
import Formats
import Gazetteer
import GeoJSON
import Language
import Toponyms

/// What the commands share that read lines of JSON or text files and write lines of JSON.
struct StreamOptions: ParsableArguments {
  @Argument(help: "Files of JSON lines (.ndjson, .jsonl) or text files; - for JSON lines on standard input.")
  var files: [String] = ["-"]

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var options: ArticleOptions

  /// What a command writes about an article: reader, article, spans (code points) if the input gives them, the outlet's home.
  typealias Writer = (Newsreader, Article, [Range<Int>]?, PlaceID?) -> String

  /// Calls `write` for each article; a bad line costs one line with `error`.
  func run(_ write: Writer) throws {
    let reader = try options.data.newsreader()
    let home = try options.homePlace(reader)
    var lines = LineOutput(path: output)
    var failed = false
    for path in files {
      switch Self.input(path) {
      case .failure(let failure):
        Console.complain("\(failure)")
        failed = true
      case .success(.text(let article)): lines.add(write(reader, options.complete(article), nil, home))
      case .success(.lines(let bytes)):
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { $0 > 0x20 }) {
          switch Self.article(ofLine: Array(line)) {
          case .success(let input): lines.add(write(reader, options.complete(input.article), input.spans, home))
          case .failure(let failure):
            lines.add(Self.errorLine(Array(line), number: number + 1, failure))
            Console.complain("\(path):\(number + 1): \(failure)")
            failed = true
          }
        }
      }
    }
    try lines.finish()
    if failed { throw ExitCode(1) }
  }

  private enum Input {
    case text(Article)
    case lines([UInt8])
  }

  private static func input(_ path: String) -> Result<Input, ArticleError> {
    let isLines = path == "-" || [".ndjson", ".jsonl", ".json"].contains { path.hasSuffix($0) }
    return Result { () throws(ArticleError) in
      guard isLines else { return .text(try ArticleReader().article(atPath: path)) }
      return .lines(path == "-" ? Console.standardInput() : try ArticleReader().bytes(atPath: path))
    }
  }

  private static func article(ofLine line: [UInt8]) -> Result<(article: Article, spans: [Range<Int>]?), ArticleError> {
    Result { () throws(ArticleError) in try ArticleReader().article(ofLine: line) }
  }

  private static func errorLine(_ line: [UInt8], number: Int, _ failure: ArticleError) -> String {
    GeoJSONWriter().string(
      .object([
        JSONValue.Member("id", .optional(ArticleReader().id(ofLine: line))), JSONValue.Member("line", .int(number)),
        JSONValue.Member("error", .string("\(failure)")),
      ]))
  }
}

/// Lines on their way to a file, which appears whole, or to standard output.
struct LineOutput {
  private let path: String?
  private var pending = ""

  init(path: String?) { self.path = path }

  mutating func add(_ line: String) {
    pending += line
    pending += "\n"
    guard path == nil, pending.utf8.count > 1 << 16 else { return }
    Console.output(pending)
    pending.removeAll(keepingCapacity: true)
  }

  mutating func finish() throws(InputFailure) {
    if let path { try OutputFile.write(pending, to: path) } else { Console.output(pending) }
    pending = ""
  }
}

/// `dateline geoparse`
struct GeoparseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geoparse", abstract: "Finds the place names of articles and their places, as lines of JSON.")

  @Flag(help: "Tells on standard error why each name was taken for its place: the candidates and what decided.")
  var explain = false

  @OptionGroup var stream: StreamOptions

  func run() throws {
    try stream.run { reader, article, _, home in
      let document = Document(article.text)
      if explain { ExplainedNames(reader: reader).tell(document, of: article, home: home) }
      let toponyms = reader.toponyms(of: document, home: reader.home(of: article, given: home))
      return ReportLines().toponyms(
        toponyms, of: document, id: article.id, atlas: reader.atlas, nullWhereUnresolved: false)
    }
  }
}

/// `dateline resolve`
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Finds the places of toponyms that are known: the input has \"spans\".")

  @OptionGroup var stream: StreamOptions

  func run() throws {
    try stream.run { reader, article, spans, home in
      let document = Document(article.text)
      let bytes = (spans ?? []).map { document.byteRange(ofScalars: $0) ?? 0..<0 }
      let toponyms = reader.places(
        ofSpans: bytes, in: document, home: reader.home(of: article, given: home))
      return ReportLines().toponyms(
        toponyms, of: document, id: article.id, atlas: reader.atlas, nullWhereUnresolved: true)
    }
  }
}

/// `dateline incidents`
struct IncidentsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case ndjson, geojson }

  static let configuration = CommandConfiguration(
    commandName: "incidents", abstract: "Works out the incidents that articles tell.")

  @Option(help: "ndjson (one object an article) or geojson (one feature a site).")
  var format = Format.ndjson

  @OptionGroup var stream: StreamOptions

  func run() throws {
    switch format {
    case .ndjson:
      try stream.run { reader, article, _, home in ReportLines().incidents(reader.read(article, home: home)) }
    case .geojson:
      throw InputFailure("--format geojson is not there yet for streams: use `dateline map`")
    }
  }
}

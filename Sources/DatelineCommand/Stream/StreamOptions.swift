import ArgumentParser
import DataFiles
import DatelineKit
import Formats
import Gazetteer
import GeoJSON
import Language

/// What the commands share that read lines of JSON or text files.
struct StreamOptions: ParsableArguments {
  @Argument(help: "Files of JSON lines (.ndjson, .jsonl) or text files; - for JSON lines on standard input.")
  var files: [String] = ["-"]

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("A file for what could not be read, one JSON object a line.", valueName: "file"))
  var errors: String?

  @OptionGroup var options: ArticleOptions

  /// An article of the input.
  struct Input {
    var article: Article
    /// The toponyms that the input gives, in code points.
    var spans: [Range<Int>]?
    /// The outlet's home that the command line gives.
    var home: PlaceID?
  }

  /// Where articles go, and lines that are none.
  struct Receiver {
    var article: (Input) throws -> Void
    /// Takes the line of JSON that tells of a bad line; nil where the format has no room for it.
    var badLine: ((String) throws -> Void)?
  }

  /// Hands over each article, in order. Bad lines are told on standard error, in the file for errors, and to the receiver.
  func read(with reader: NameReader, _ receiver: Receiver) throws -> Bool {
    let home = try options.homePlace(reader)
    let errors = try errors.map { path throws(InputFailure) in try OutputStream(path: path) }
    var isWhole = true
    for path in files {
      switch Self.source(path) {
      case .failure(let failure):
        Console.complain("\(failure)")
        try errors?.write(Self.errorLine(id: path, number: nil, failure))
        isWhole = false
      case .success(.text(let article)):
        try receiver.article(Input(article: options.complete(article), spans: nil, home: home))
      case .success(.lines(let lines)):
        while let line = try next(of: lines) {
          guard line.contains(where: { $0 > 0x20 }) else { continue }
          switch Self.article(ofLine: line) {
          case .success(let input):
            try receiver.article(Input(article: options.complete(input.article), spans: input.spans, home: home))
          case .failure(let failure):
            let told = Self.errorLine(id: ArticleReader().id(ofLine: line), number: lines.line, failure)
            try receiver.badLine?(told)
            try errors?.write(told)
            Console.complain("\(path):\(lines.line): \(failure)")
            isWhole = false
          }
        }
      }
    }
    try errors?.finish()
    return isWhole
  }

  private func next(of lines: LineReader) throws(InputFailure) -> [UInt8]? {
    do { return try lines.next().map { Array($0) } } catch { throw InputFailure(error) }
  }

  /// One line of JSON for each article, and one for each bad line.
  func run(_ line: @escaping (NameReader, Input) -> String) throws {
    let reader = try options.data.nameReader()
    let output = try OutputStream(path: output)
    let isWhole = try read(
      with: reader,
      Receiver(
        article: { input in try output.write(line(reader, input) + "\n") }, badLine: { line in try output.write(line) })
    )
    try output.finish()
    if !isWhole { throw ExitCode(1) }
  }

  /// Says that a text is in another language than English.
  static func tellLanguage(_ language: String, of id: String) {
    guard language != TextLanguage.english else { return }
    Console.complain("\(id): the text is not English (language \(language)), so no incidents are looked for")
  }

  private enum Source {
    case text(Article)
    case lines(LineReader)
  }

  private static func source(_ path: String) -> Result<Source, ArticleError> {
    let isLines = path == "-" || [".ndjson", ".jsonl", ".json"].contains { path.hasSuffix($0) }
    return Result { () throws(ArticleError) in
      guard isLines else { return .text(try ArticleReader().article(atPath: path)) }
      do throws(DataFileError) {
        if path == "-" { return .lines(try LineReader(descriptor: 0, path: "standard input")) }
      } catch {
        throw .unreadable(path: "standard input", reason: "\(error)")
      }
      try ArticleReader.check(path: path)
      do throws(DataFileError) { return .lines(try LineReader(path: path)) } catch {
        throw .unreadable(path: path, reason: "permission denied")
      }
    }
  }

  private static func article(ofLine line: [UInt8]) -> Result<(article: Article, spans: [Range<Int>]?), ArticleError> {
    Result { () throws(ArticleError) in try ArticleReader().article(ofLine: line) }
  }

  private static func errorLine(id: String?, number: Int?, _ failure: ArticleError) -> String {
    GeoJSONWriter().string(
      .object([
        JSONValue.Member("id", .optional(id)), JSONValue.Member("line", .optional(number)),
        JSONValue.Member("error", .string("\(failure)")),
      ])) + "\n"
  }
}

import ArgumentParser
import DatelineKit
import Formats
import Gazetteer
import Language

/// What the commands share that read lines of JSON or text files.
struct StreamOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Articles: pages of HTML, text, Markdown, JSON lines, WARC, feeds, folders of them, addresses; - for standard input."
    ))
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
    /// Whether the article is all of its file, whose path is its id.
    var isWholeFile = false
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
    let source = ArticleSource(files, web: options.web)
    for part in source {
      switch part.read() {
      case .success(let input):
        try receiver.article(
          Input(
            article: options.complete(input.article), spans: input.spans, home: home, isWholeFile: input.isWholeFile))
      case .failure(let fault):
        if fault.isDocument { try receiver.badLine?(fault.jsonLine) }
        try errors?.write(fault.jsonLine)
        Console.complain("\(fault)")
        isWhole = false
      }
    }
    Console.tell(passedOver: source.passedOver)
    try errors?.finish()
    return isWhole
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
}

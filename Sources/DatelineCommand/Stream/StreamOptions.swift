import ArgumentParser
import DatelineKit
import Formats
import Gazetteer
import Geodesy
import Language

/// What the commands share that read articles by the thousand.
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

  @Option(help: ArgumentHelp("How many threads read; all cores if it is left out.", valueName: "count"))
  var threads: Int?

  @Flag(help: "Go on where the same command was interrupted; needs -o and files.")
  var resume = false

  @Flag(name: .shortAndLong, help: "No progress on the terminal, no remarks.")
  var quiet = false

  @OptionGroup var options: ArticleOptions

  func validate() throws {
    guard threads ?? 1 >= 1 else { throw ValidationError("--threads takes a count from 1") }
    guard !resume || output != nil else { throw ValidationError("--resume needs -o FILE: its journal is beside that") }
    guard errors == nil || errors != output else { throw ValidationError("--errors and -o name the same file") }
  }

  var threadCount: Int { threads ?? ParallelChunks.cores }

  /// The files that are written.
  var outputs: [String] { [output, errors].compactMap { $0 } }

  /// The articles, to be handed out one after the other.
  /// - Parameters:
  ///   - kept: names of fields of lines of JSON that articles keep.
  ///   - outputs: files that are not read where they lie in a folder that is.
  func source(keeping kept: [String] = [], sparing outputs: [String]) -> ArticleSource {
    ArticleSource(files, web: options.web, keeping: kept, sparing: outputs)
  }

  /// One line of JSON for each article, and one for each bad line.
  /// - Parameters:
  ///   - command: what tells runs of one command from those of another.
  ///   - line: done on any thread.
  func run(
    _ command: String, facets: BatchJournal.Facets = [],
    _ line: @escaping @Sendable (NameReader, ReadArticle, PlaceID?) -> LineOutput.Product
  ) async throws {
    let reader = try options.data.nameReader()
    let home = try options.homePlace(reader)
    var session = try BatchSession(
      self, facets: [("command", command)] + facets, dataPaths: options.data.paths(withIncidents: false))
    let options = options
    let output = LineOutput(try session.file(output)) { input in
      line(reader, options.complete(input), home)
    }
    if !(try await session.run(to: output)) { throw ExitCode(1) }
  }

  /// Says that only the beginning of a text was searched.
  static func wordsOnLength(_ report: Report) -> [Console.Words] {
    guard report.language == TextLanguage.english, report.document.utf8.count > Newsreader.longestStory else {
      return []
    }
    return [
      .complaint(
        "\(report.article.id): the text is longer than \(Newsreader.longestStory / 1000) kB; "
          + "incidents are looked for in that much of its beginning")
    ]
  }

  /// Says that a text is in another language than English.
  static func wordsOnLanguage(_ language: String, of id: String) -> [Console.Words] {
    guard language != TextLanguage.english else { return [] }
    return [.complaint("\(id): the text is not English (language \(language)), so no incidents are looked for")]
  }
}

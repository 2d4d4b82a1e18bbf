import ArgumentParser
import Cartography
import DatelineKit
import Formats
import Gazetteer

/// `dateline report`
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Writes one page that shows articles, their map, incidents and timeline.",
    discussion: """
      The page is one file of HTML that needs no network and no other file: the articles with their places and the \
      sentences that tell of incidents marked, the map, a timeline and a table with the evidence. What belongs together lights \
      up together; names tell why they were placed where they were. It filters by type, day and sureness, and saves GeoJSON, \
      CSV and SVG.

      An article that is all of its file is called as the file is, without folder and ending; others by their id.
      """)

  @Option(help: "The page's title; by default the headline of the only article.")
  var title: String?

  @OptionGroup var selection: SelectionOptions

  @OptionGroup var stream: StreamOptions

  func validate() throws {
    guard stream.output != nil else { throw ValidationError("report writes a file: it needs -o FILE.html") }
    guard !stream.resume else {
      throw ValidationError("report writes its page when all is read: there is nothing to go on with by --resume")
    }
  }

  func run() async throws {
    let reader = try stream.options.data.newsreader()
    let (stories, isWhole) = try await read(reader)
    guard !stories.isEmpty else {
      Console.complain("no article could be read, so no page was written")
      throw ExitCode(1)
    }
    var sheets: ReportPage.Sheets?
    if let content = Report.mapContent(of: stories.map(\.report)) { sheets = try self.sheets(content) }
    let path = stream.output ?? ""
    let name = stories.count == 1 ? stories[0].report.article.id : OutputNames.stem(of: path)
    let page = ReportPage(stories, title: title, name: Self.fileName(name))
    let output = try OutputStream(path: path)
    try output.write(page.html(sheets))
    try output.finish()
    if !isWhole { throw ExitCode(1) }
  }

  /// Every article that can be read, in order.
  private func read(_ reader: Newsreader) async throws -> (stories: [ReportPage.Story], isWhole: Bool) {
    let home = try stream.options.homePlace(reader.names)
    let source = stream.source(sparing: stream.outputs)
    let selection = selection
    var stories: [ReportPage.Story] = []
    let isWhole = try await stream.readNamed(source) { article in
      let report = selection.applied(to: reader.read(article, home: home))
      return ReportPage.Story(report, reader: reader, home: home)
    } _: { story, name in
      var story = story
      if let name { story.report.article.id = name }
      StreamOptions.tellLanguage(story.report.language, of: story.report.article.id)
      stories.append(story)
    }
    Console.remark(passedOver: source.passedOver, stream.quiet)
    return (stories, isWhole)
  }

  /// The map as `dateline map` draws it, and once more for narrow windows.
  private func sheets(_ content: MapContent) throws(InputFailure) -> ReportPage.Sheets {
    let ground = try MapGround()
    func sheet(_ options: MapOptions) throws(InputFailure) -> MapSheet {
      do {
        return try MapSheet(content, basemap: ground.basemap, waters: ground.waters, options: options)
      } catch {
        throw InputFailure("the map cannot be drawn: \(error)")
      }
    }
    return (
      wide: try sheet(MapOptions()), narrow: try sheet(MapOptions(width: ReportPage.narrowWidth))
    )
  }

  /// A name without what systems of files take for something else.
  private static func fileName(_ name: String) -> String {
    let plain = name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }
    let trimmed = String(plain).drop { $0 == "." || $0 == "-" }.prefix(80)
    return trimmed.isEmpty ? "report" : String(trimmed)
  }
}

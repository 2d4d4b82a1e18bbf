import DataFiles
import Foundation
import Gazetteer
import Language
import Testing
import Toponyms

@testable import DatelineKit
@testable import Incidents

/// What Docs/limits.md promises of texts that no one writes.
@Suite struct LimitsTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gazetteer").path

  private static let reader = Result {
    Newsreader(
      atlas: try Atlas(paths: ["\(data)/world.gazetteer"]), model: try ToponymModel(path: "\(data)/news.model"),
      incidentModel: try IncidentModel(path: "\(data)/incidents.model"))
  }

  @Test(arguments: ["in ", "a blast, ", "Kabul and ", "👩‍👩‍👧🏽 ", "([{ ", "19 April 2024, ", "killed "])
  func noSentenceIsLongerThanItsLimit(unit: String) {
    let document = Document(String(repeating: unit, count: 5000))
    let longest = document.sentences.map(\.tokens.count).max() ?? 0
    #expect(longest == 300)
    #expect(document.sentences.reduce(0) { $0 + $1.tokens.count } == document.tokens.count)
  }

  /// Behind the limit names are found, and no incidents.
  @Test func onlyTheBeginningOfALongTextIsSearchedForIncidents() throws {
    let reader = try Self.reader.get()
    let filler = String(repeating: "The committee met again and talked about the weather of the week.\n\n", count: 3100)
    #expect(filler.utf8.count > Newsreader.longestStory)
    let first = "A car bomb killed twelve people in Kabul on Monday.\n\n"
    let last = "A flood killed nine people in Derna on Tuesday.\n"
    let report = reader.read(Article(id: "long", text: first + filler + last))
    let names = report.toponyms.map { report.document.text(ofBytes: $0.toponym.bytes) }
    #expect(names == ["Kabul", "Derna"])
    #expect(report.incidents.flatMap(\.sites).map(\.name) == ["Kabul"])
    let short = reader.read(Article(id: "long", text: first + filler.prefix(6800)))
    #expect(short.incidents.map(\.type) == report.incidents.map(\.type))
    #expect(short.incidents.map(\.confidence) == report.incidents.map(\.confidence))
    // without the rest, the end is told
    #expect(
      !reader.read(Article(id: "end", text: first + last)).incidents.flatMap(\.sites).filter { $0.name == "Derna" }
        .isEmpty)
  }

  /// So many mentions are joined that the cost of weighing each against each is bounded.
  @Test func mentionsBeyondTheLimitMakeNoIncidents() throws {
    let reader = try Self.reader.get()
    let text = (0..<600).map { "A car bomb killed \($0 + 2) people in \(["Kabul", "Derna", "Nairobi"][$0 % 3]). " }
      .joined()
    let report = reader.read(Article(id: "many", text: text))
    let last = report.incidents.flatMap(\.evidence).map(\.upperBound).max() ?? 0
    #expect(last > 0 && last < text.utf8.count * 5 / 6)
  }
}

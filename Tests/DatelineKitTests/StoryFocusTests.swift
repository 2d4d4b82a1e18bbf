import Language
import TestSupport
import Testing

@testable import DatelineKit
@testable import Gazetteer
@testable import Toponyms

@Suite struct StoryFocusTests {
  private let atlas: Atlas
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    atlas = try Atlas(paths: [folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")])
  }

  private static let ids = [
    "Iran": "130758", "Isfahan": "418863", "Qahjaverestan": "119505", "Israel": "294640", "ARAD": "295548",
    "Paris": "2988507", "Iranian": "130758",
  ]

  /// The focus of a text in which the names between marks are places.
  private func focus(_ marked: String, usage: Toponym.Usage = .literal) throws -> String? {
    let (text, spans) = MarkedText.read(marked)
    let document = Document(text)
    let toponyms = try spans.map { span in
      let name = document.text(ofBytes: span)
      let id = try #require(Self.ids[name])
      let first = try #require(document.tokens.firstIndex { Int($0.start) == span.lowerBound })
      let place: PlaceID = try #require(atlas.place(source: .geonames, id: id))
      return ResolvedToponym(
        toponym: Toponym(
          tokens: first..<first + 1, bytes: span, form: name == "Iranian" ? .demonym : .name, usage: usage,
          isDateline: name == "ARAD"),
        place: place, confidence: 0.9, alternatives: [])
    }
    let report = Report(
      article: Article(id: "a", text: text), document: document, toponyms: toponyms, incidents: [], atlas: atlas)
    return report.focus.map { atlas[$0].name }
  }

  @Test(
    arguments: [
      ("Nothing is named.", nil), ("A blast hit ‹Isfahan›.", "Isfahan"), ("‹Iran› spoke.", "Iran"),
      ("A blast hit ‹Isfahan›, in ‹Iran›. ‹Iran› blamed ‹Israel›.", "Isfahan"),
      ("‹ARAD› — A blast hit ‹Isfahan›.", "Isfahan"), ("‹ARAD› — He came.", nil),
      ("‹Iran› and ‹Iran› and ‹Iran›, then ‹Isfahan›, ‹Iran› and ‹Iran›.", "Iran"),
      ("A blast hit ‹Paris›. He spoke. He left. He came. He sat. He stood. He slept. ‹Isfahan› was calm.", "Paris"),
      ("‹Iranian› men and ‹Iranian› women came to ‹Paris›.", "Paris"),
    ] as [(String, String?)]) func aStoryIsAboutThePlaceThatGathersMost(marked: String, name: String?) throws
  {
    #expect(try focus(marked) == name)
  }

  @Test func equalsAreDecidedByTheGazetteer() throws {
    let first = try focus("‹Paris› ‹Isfahan›")
    for _ in 0..<20 { #expect(try focus("‹Paris› ‹Isfahan›") == first) }
  }
}

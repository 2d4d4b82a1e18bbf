import DatelineKit
import Formats
import Foundation
import Gazetteer
import Incidents
import Language
import TestSupport
import Testing
import Toponyms

@Suite struct ReportLinesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func object(_ line: String) throws -> [String: Any] {
    #expect(!line.contains("\n"))
    return try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func incidentsAreOneObjectALine() throws {
    let line = try object(ReportLines().incidents(try SampleReport.report(in: folder)))
    #expect(Set(line.keys) == ["id", "incidents", "focus", "unresolved"])
    let incidents = try #require(line["incidents"] as? [[String: Any]])
    #expect(incidents.map { $0["id"] as? String } == ["story.1", "story.2"])
    let strike = try #require(incidents.first)
    let casualties = try #require(strike["casualties"] as? [String: Any])
    #expect((casualties["injured"] as? [String: Any])?["min"] as? Int == 12)
    #expect((casualties["injured"] as? [String: Any])?["max"] is NSNull)
    #expect(casualties["missing"] is NSNull)
    #expect(strike["evidence"] as? [[Int]] == [[0, 54]])
    let sites = try #require(strike["sites"] as? [[String: Any]])
    #expect(sites.map { $0["precision"] as? Int } == [2, 4])
    #expect(sites.map { $0["lon"] as? Double } == [51.6775, 53.7])
    #expect(sites.map { $0["start"] as? Int } == [14, 39])
    #expect((line["focus"] as? [String: Any])?["name"] as? String == "Isfahan")
  }

  @Test func spansCountCodePoints() throws {
    let atlas = try Atlas(paths: [folder.write(SampleGazetteer.bytes(), to: "sample.gazetteer")])
    let (text, spans) = MarkedText.read("🔥 é — ‹Paris› and ‹Nowhereville›")
    let document = Document(text)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let model = try ToponymModel(path: root.appending(path: "Gazetteer/news.model").path)
    let places = Newsreader(
      atlas: atlas, model: model,
      incidentModel: try IncidentModel(path: root.appending(path: "Gazetteer/incidents.model").path)
    )
    .places(ofSpans: spans, in: document)
    let nulls = try object(
      ReportLines().toponyms(
        places, of: document, article: Article(id: "a", text: ""), atlas: atlas, nullWhereUnresolved: true))
    let toponyms = try #require(nulls["toponyms"] as? [Any])
    #expect(toponyms.count == 2)
    let paris = try #require(toponyms.first as? [String: Any])
    #expect(paris["start"] as? Int == 6)
    #expect(paris["end"] as? Int == 11)
    #expect(paris["country"] as? String == "FR")
    #expect(toponyms.last is NSNull)
    let listed = try object(
      ReportLines().toponyms(
        places, of: document, article: Article(id: "a", text: ""), atlas: atlas, nullWhereUnresolved: false))
    let unresolved = try #require((listed["toponyms"] as? [[String: Any]])?.last)
    #expect(unresolved["text"] as? String == "Nowhereville")
    #expect(unresolved["lon"] is NSNull)
    #expect(unresolved["confidence"] as? Double == 0)
  }
}

import Foundation
import GeoJSON
import Incidents
import TestSupport
import Testing

@testable import DatelineKit
@testable import Formats

/// What stands between marks in KML, and what Linked Places hold.
@Suite struct MarkupTests {
  private let folder: TemporaryFolder
  private let report: Report

  init() throws {
    folder = try TemporaryFolder()
    report = try SampleReport.report(in: folder)
  }

  private func text(_ format: IncidentWriter.Format, _ report: Report) throws -> String {
    var bytes: [UInt8] = []
    let writer = IncidentWriter(format, atlas: report.atlas) { bytes.append(contentsOf: $0) }
    try writer.write(report)
    try writer.finish()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"),
      ("a\u{1B}[2J\u{0}", "a\u{FFFD}[2J\u{FFFD}"),
      ("é\n🔥", "é\n🔥"), ("]]>", "]]&gt;"),
    ] as [(String, String)]) func marksAreEscaped(text: String, escaped: String)
  {
    #expect(XMLText.escaped(text) == escaped)
  }

  @Test func nothingOfAnArticleIsMarkup() throws {
    var incident = try #require(report.incidents.first)
    incident.actors = [Actor(text: "<script>alert(1)</script>", role: .perpetrator)]
    let text = try text(.kml, report.with([incident]))
    #expect(!text.contains("<script"))
    #expect(text.contains("<SimpleData name=\"actor1\">&lt;script&gt;"))
    #expect(text.contains("suspected: &amp;lt;script&amp;gt;"), "a description is shown as HTML")
  }

  @Test func placemarksHaveDaysStylesAndPoints() throws {
    let text = try text(.kml, report)
    #expect(text.components(separatedBy: "<Placemark>").count == 4)
    #expect(text.contains("<name>Air strike in Isfahan</name>"))
    #expect(text.contains("<TimeSpan><begin>2024-04-19</begin><end>2024-04-19</end></TimeSpan>"))
    #expect(text.contains("<styleUrl>#strike</styleUrl>"))
    #expect(text.contains("<Style id=\"strike\"><IconStyle><color>ff2b18b2</color>"))
    #expect(text.contains("<Point><coordinates>51.6775,32.6522</coordinates></Point>"))
    #expect(text.components(separatedBy: "<Point>").count == 3, "a country is no pin")
    #expect(text.hasSuffix("</Document>\n</kml>\n"))
  }

  @Test func linkedPlacesHaveNamesTimesAndLinks() throws {
    let text = try text(.lpf, report)
    #expect(GeoJSONValidator().faults(in: Array(text.utf8)) == [])
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["@context"] as? String)?.hasSuffix("linkedplaces-context-v1.1.jsonld") == true)
    let features = try #require(object["features"] as? [[String: Any]])
    #expect(features.map { $0["@id"] as? String } == ["1.1", "1.2", "2.1"].map { "urn:dateline:story.\($0)" })
    let isfahan = try #require(features.first)
    #expect((isfahan["names"] as? [[String: Any]])?.first?["toponym"] as? String == "Isfahan")
    #expect((isfahan["links"] as? [[String: Any]])?.first?["identifier"] as? String == "gn:418863")
    #expect((isfahan["geometry"] as? [String: Any])?["certainty"] as? String == "less-certain")
    let spans = (isfahan["when"] as? [String: Any])?["timespans"] as? [[String: [String: String]]]
    #expect(spans == [["start": ["in": "2024-04-19"], "end": ["in": "2024-04-19"]]])
    #expect(features[2]["when"] == nil, "no day is known")
  }
}

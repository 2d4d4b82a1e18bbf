import DatelineKit
import Foundation
import Language
import TestSupport
import Testing
import Toponyms

@testable import DatelineKit
@testable import Formats
@testable import Gazetteer
@testable import Incidents

@Suite struct ReportPageTests {
  private let folder: TemporaryFolder
  private let report: Report

  init() throws {
    folder = try TemporaryFolder()
    report = try SampleReport.report(in: folder)
  }

  private func story(_ report: Report) -> ReportPage.Story {
    let words = report.document.sentences.map { sentence -> [EventWord] in
      let bytes = report.document.bytes(of: sentence.tokens)
      return [EventWord(type: .protest, text: "word", bytes: bytes.lowerBound..<bytes.lowerBound + 2)]
    }
    return ReportPage.Story(report, explanation: Explanation(report, eventWords: words), traces: [])
  }

  private func html(_ report: Report, title: String? = nil) -> String {
    ReportPage([story(report)], title: title, name: "story").html(nil)
  }

  private func told(_ text: String, title: String? = nil, url: String? = nil, id: String = "a") -> Report {
    Report(
      article: Article(id: id, text: text, title: title, url: url), document: Document(text), toponyms: [],
      incidents: [], atlas: report.atlas)
  }

  @Test func theSentencesThatTellOfIncidentsAreMarkedAndNumbered() throws {
    let page = html(report)
    #expect(
      page.contains(
        "<span class=\"told f-strike\" data-i=\"1\"><b class=\"event f-strike\">Se</b>ven died in Isfahan"))
    #expect(
      page.contains(
        "<a class=\"badge\" id=\"t-1\" href=\"#i-1\" data-i=\"1\" aria-label=\"Incident 1: Air strike in Isfahan\">"))
    #expect(page.contains("<tbody id=\"i-2\" class=\"f-protest\" data-i=\"2\" data-type=\"protest\">"))
    #expect(page.contains("2 incidents at 3 sites, 0 on the map"))
  }

  @Test func aRowASiteSaysWhereAndHowSurely() {
    let page = html(report)
    #expect(page.components(separatedBy: "<tr ").count == 1 + 3)
    #expect(page.contains("data-s=\"0\" data-p=\"0\" data-sure=\"81\""))
    #expect(page.contains("data-s=\"1\" data-c=\"c0\" data-sure=\"81\""))
    #expect(page.contains("the country as a whole: no point on the map"))
    #expect(page.contains("data-s=\"2\" data-p=\"1\" data-sure=\"50\""))
    #expect(page.contains("<dt>date</dt><dd>2024-04-19, “on Friday”, reckoned from publication on 2024-04-19"))
  }

  @Test func thePolicyNamesTheStyleAndTheScriptAndNothingElse() throws {
    let page = html(report)
    func inside(_ open: String, _ close: String) throws -> String {
      let start = try #require(page.range(of: open))
      let end = try #require(page.range(of: close, range: start.upperBound..<page.endIndex))
      return String(page[start.upperBound..<end.lowerBound])
    }
    func hash(_ text: String) -> String { Data(SHA256.bytes(Array(text.utf8))).base64EncodedString() }
    let policy = try inside("Content-Security-Policy\" content=\"", "\"")
    #expect(
      policy == """
        default-src 'none'; style-src 'sha256-\(hash(try inside("<style>", "</style>")))'; \
        script-src 'sha256-\(hash(try inside("<script>", "</script>")))'; base-uri 'none'; form-action 'none'
        """)
    #expect(
      !page.contains(" style=\"") && !page.contains(" onclick") && !page.contains("<link") && !page.contains("url("))
  }

  @Test func whatAnArticleHoldsStaysText() {
    let attack = "</script><script>x()</script><img src=x onerror=\"x()\"> & 'end'"
    let page = html(
      told(
        "\(attack)\n\nIt was said in the city on Monday that the museum is open again.", title: attack,
        url: "javascript:x()", id: attack),
      title: attack)
    #expect(page.components(separatedBy: "<script").count == 1 + 3)
    #expect(!page.contains("<img") && !page.contains("href=\"javascript"))
    let escaped =
      "&lt;/script&gt;&lt;script&gt;x()&lt;/script&gt;&lt;img src=x onerror=&quot;x()&quot;&gt; &amp; &#39;end&#39;"
    #expect(page.contains("<title>\(escaped)</title>"))
    #expect(page.contains(escaped + "</h1>"))
    #expect(page.contains("<span class=\"id\">\(escaped)</span>"))
  }

  @Test func anArticleInAnotherLanguageSaysSo() {
    let spanish = Report(
      article: Article(id: "a", text: "La sequía"), document: Document("La sequía"), language: "es", toponyms: [],
      incidents: [], atlas: report.atlas)
    let page = html(spanish)
    #expect(page.contains("<div class=\"text\" lang=\"es\" dir=\"auto\">"))
    #expect(page.contains("Not English (language: es): no incidents were looked for."))
    #expect(!page.contains("<table>") && !page.contains("data-save=\""))
  }

  @Test(arguments: [
    ("One.\nTwo.", ["One.", "Two."]), ("One\ntwo.\n\n Three. \n", ["One\ntwo.", "Three."]),
    ("A\r\nb\r\n\r\nc", ["A\r\nb", "c"]),
    ("\n\n One", ["One"]),
    (String(repeating: "x", count: 120) + "\ny\n\nz", [String(repeating: "x", count: 120), "y", "z"]),
  ]) func paragraphsAreLinesOrWhatBlankLinesPart(text: String, expected: [String]) {
    let page = PageStory(
      report: told(text), explanation: Explanation(told(text), eventWords: []), traces: [], number: 0, incidents: [],
      firstName: 0, isNoSite: [:])
    #expect(ArticleMarks(page).paragraphs.map { page.report.document.text(ofBytes: $0) } == expected)
  }

  @Test(arguments: [
    ("https://news.example/a?b=c&d", true), ("HTTP://news.example", true), ("javascript:alert(1)", false),
    ("data:text/html,x", false), ("https://a b", false), ("https://a\u{0}", false), ("//news.example", false),
    ("https://a\u{202E}b", false),
  ]) func onlyAddressesOfTheWebBecomeLinks(address: String, isLink: Bool) {
    #expect((PageText.link(address) != nil) == isLink)
  }

  @Test func numbersAndMarksAreWrittenForPeople() {
    #expect(PageText.grouped(1_547_164) == "1,547,164")
    #expect(PageText.grouped(-12) == "-12")
    #expect(PageText.count(1, "site") == "1 site" && PageText.count(0, "site") == "0 sites")
    #expect(
      PageText.percent(0.146) == "15\u{A0}%" && PageText.percent(.nan) == "0\u{A0}%"
        && PageText.percent(2) == "100\u{A0}%")
    #expect(PageText.escaped("a\u{202E}b\u{1B}<é>") == "ab\u{FFFD}&lt;é&gt;")
  }

  @Test func rowsLeaveOutWhatEqualsTheRowAbove() throws {
    let lines = PageRows(reports: [report]).text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 + 3)
    #expect(lines[0].hasPrefix("{\"type\":\"FeatureCollection\",\"bbox\":[") && lines[0].hasSuffix("\"features\":["))
    let names = lines[1].split(separator: "\t")
    let count = try #require(Int(lines[2]))
    #expect(Array(names.prefix(count)).map(String.init) == RowColumn.all(withCodes: false).map(\.name))
    #expect(names.suffix(3) == ["marker-color", "marker-size", "marker-symbol"])
    var above: [Substring] = []
    let cells = lines.dropFirst(3).map { line -> [Substring] in
      let row = line.split(separator: "\t", omittingEmptySubsequences: false)
      above = row.enumerated().map { $1.isEmpty ? above[$0] : $1 }
      return above
    }
    #expect(cells.allSatisfy { $0.count == names.count + 1 })
    #expect(cells.map { $0[1] } == ["\"story.1.1\"", "\"story.1.2\"", "\"story.2.1\""])
    #expect(cells.map { $0[0] == "null" } == [false, true, false])
    #expect(!lines.joined().contains("<"))
  }

  @Test func theTimelineTellsTheDaysBetween() throws {
    func incident(_ number: Int, _ day: String?) throws -> PageIncident {
      var incident = report.incidents[0]
      let date = try day.map { try #require(CalendarDate(iso: $0)) }
      incident.date =
        date.map { IncidentDate(start: $0, end: $0, precision: .day, basis: nil, text: nil) } ?? .unknown
      return PageIncident(number: number, incident: incident, sites: [], story: 0, index: 0)
    }
    let html = try PageTimeline(
      incidents: [
        incident(1, "2024-04-19"), incident(2, nil), incident(3, "2024-04-18"), incident(4, "2024-01-18"),
        incident(5, "2011-01-01"), incident(6, "2024-04-30"),
      ]
    ).html
    let order = html.components(separatedBy: "data-i=\"").dropFirst().compactMap { $0.first }
    #expect(String(order) == "543162")
    let gaps = html.components(separatedBy: "<li class=\"gap\">").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(gaps == ["13 years later", "3 months later", "11 days later"])
    #expect(html.contains("<span>No day told</span>"))
  }
}

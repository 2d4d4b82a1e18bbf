import Foundation
import Testing

@Suite(.serialized) struct ReportCommandTests {
  private let command: Command

  init() throws {
    command = try Command()
    try command.folder.write("A blast in Isfahan killed two people on Friday.\n", to: "story.txt")
    try command.folder.write(
      """
      {"id": "one", "text": "A blast in Paris killed two people on Friday.", "date": "2024-04-20"}
      {"id": "two", "text": "A blast in Isfahan killed three people on Friday.", "date": "2024-04-20"}

      """, to: "two.ndjson")
  }

  @Test func anArticleBecomesOnePage() throws {
    let outcome = try command.run(["report", "story.txt", "-o", "page.html", "--date", "2024-04-20"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "" && outcome.complaints == "")
    #expect(try command.names(in: ".") == ["page.html", "story.txt", "two.ndjson"])
    let page = try command.read("page.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(page.utf8.count < 400_000)
    #expect(page.contains("1 incident at 1 site, 1 on the map"))
    #expect(page.contains("<g id=\"sites\">\n<g data-site=\"0\"><title>1: Isfahan"))
    #expect(page.contains("data-name=\"story\""))
    #expect(page.contains("\"places\":[[\"Isfahan\","))
  }

  @Test func theMapIsThatOfTheMapCommandButForWhatThePageMarks() throws {
    _ = try command.run(["report", "story.txt", "-o", "page.html", "--date", "2024-04-20"])
    _ = try command.run(["map", "story.txt", "-o", "map", "--date", "2024-04-20"])
    let page = try command.read("page.html")
    let map = try command.read("map/story.svg")
    let start = try #require(page.range(of: "<svg xmlns"))
    let end = try #require(page.range(of: "</svg>\n", range: start.upperBound..<page.endIndex))
    let shown = String(page[start.lowerBound..<end.upperBound])
    #expect(shown != map)
    #expect(shown.replacing(/\ data-site="[0-9\ ]+"/, with: "") == map)
    let geojson = try command.read("map/story.geojson")
    #expect(page.contains(geojson.prefix { $0 != "\n" } + "\nsite_id\t"))
  }

  @Test func theSameArticlesGiveTheSamePageAnywhere() throws {
    _ = try command.run(["report", "two.ndjson", "story.txt", "-o", "one.html"])
    _ = try command.run(
      ["report", "two.ndjson", "story.txt", "-o", "two.html"],
      environment: ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    let pages = try ["one", "two"].map { try command.read("\($0).html") }
    #expect(
      pages[0] == pages[1].replacingOccurrences(of: "data-name=\"two\"", with: "data-name=\"one\""))
    #expect(pages[0].contains("<h1 class=\"title\">Incidents told by 3 articles</h1>"))
    #expect(pages[0].components(separatedBy: "<article ").count == 1 + 3)
  }

  @Test func inputsThatFailAreNamedAndTheRestIsDone() throws {
    let outcome = try command.run(["report", "none.txt", "story.txt", "-o", "page.html"])
    #expect(outcome.status == 1)
    #expect(outcome.complaints == "dateline: none.txt: there is no such file\n")
    #expect(try command.read("page.html").contains("<span class=\"id\">story</span>"))
    let failed = try command.run(["report", "none.txt", "-o", "other.html"])
    #expect(failed.status == 1)
    #expect(
      failed.complaints
        == "dateline: none.txt: there is no such file\ndateline: no article could be read, so no page was written\n")
    #expect(!command.exists("other.html"))
  }

  @Test func whatIsNotAskedForIsLeftOut() throws {
    _ = try command.run(["report", "two.ndjson", "-o", "page.html", "--types", "flood", "--title", "Floods"])
    let page = try command.read("page.html")
    #expect(page.contains("<h1 class=\"title\">Floods</h1>") && page.contains("No incident found"))
    #expect(!page.contains("<table>") && !page.contains("<figure"))
  }

  @Test func oneMapShowsAllArticles() throws {
    let outcome = try command.run(["map", "--together", "two.ndjson", "story.txt", "-o", "out", "--date", "2024-04-20"])
    #expect(outcome.status == 0 && outcome.complaints == "")
    #expect(
      outcome.output == """
        3 incidents told by 3 articles
        out/together.geojson
        out/together.svg
        out/together.txt

        """)
    #expect(try command.names(in: "out") == ["together.geojson", "together.svg", "together.txt"])
    let features = try #require(
      JSONSerialization.jsonObject(with: Data(command.read("out/together.geojson").utf8)) as? [String: Any])
    let ids = (features["features"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
    #expect(ids == ["one.1.1", "two.1.1", "story.1.1"])
    let words = try command.read("out/together.txt")
    #expect(words.hasPrefix("Map: Incidents told by 3 articles.") && words.contains("3: Isfahan"))
  }
}

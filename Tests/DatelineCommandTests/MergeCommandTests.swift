import Foundation
import GeoJSON
import Testing

@Suite(.serialized) struct MergeCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  private static let articles = """
    {"id": "a", "text": "A bomb blast in Isfahan killed 7 people on Friday.", "date": "2024-04-19", "url": "https://one.example.org/a"}
    {"id": "b", "text": "A bomb blast in Isfahan killed 9 people on Friday, police said.", "date": "2024-04-20", "url": "https://two.example.org/b"}
    {"id": "c", "text": "A bomb blast in Paris killed 2 people on Friday.", "date": "2024-04-19", "url": "https://one.example.org/c"}
    {"id": "d", "text": "A bomb blast in Isfahan killed 4 people on Friday.", "date": "2024-05-03", "url": "https://one.example.org/d"}

    """

  private func write(_ format: String, to name: String) throws {
    let outcome = try command.run(
      ["incidents", "--format", format, "-o", name], input: Self.articles)
    #expect(outcome.status == 0)
  }

  private func events(_ outcome: Command.Outcome) throws -> [[String: Any]] {
    try outcome.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: ["ndjson", "geojson", "geojsonl", "geojsonseq"]) func oneEventOfTwoArticlesIsOne(format: String)
    throws
  {
    try write(format, to: "in.\(format)")
    let outcome = try command.run(["merge", "in.\(format)"])
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints
        == "dateline: 4 incidents are 3 events, 1 of them told by more than one article (places within 25km, days within 1)\n"
    )
    let events = try events(outcome)
    #expect(events.map { $0["n_articles"] as? Int } == [2, 1, 1])
    let event = try #require(events.first)
    let sources = try #require(event["sources"] as? [[String: Any]])
    #expect(sources.map { $0["article_id"] as? String } == ["a", "b"])
    #expect(sources.map { $0["incident_id"] as? String } == ["a.1", "b.1"])
    if format != "ndjson" {
      #expect(sources.map { $0["source"] as? String } == ["one.example.org", "two.example.org"])
    }
    let disagreements = try #require(event["disagreements"] as? [[String: Any]])
    let killed = try #require(disagreements.first { $0["field"] as? String == "killed" })
    let values = try #require(killed["values"] as? [[String: Any]])
    #expect(values.map { $0["value"] as? String } == ["7", "9"])
    #expect(values.map { $0["articles"] as? [String] } == [["a"], ["b"]])
    let site = try #require((event["sites"] as? [[String: Any]])?.first)
    #expect(site["killed_min"] as? Int == 7)
    #expect(site["killed_max"] as? Int == 9)
    #expect(site["incident_id"] as? String == event["id"] as? String)
  }

  @Test func theOrderOfTheInputDoesNotCount() throws {
    try write("geojsonl", to: "in.geojsonl")
    let lines = try command.read("in.geojsonl").split(separator: "\n")
    try command.folder.write(lines.reversed().joined(separator: "\n"), to: "reversed.geojsonl")
    for format in ["ndjson", "csv", "geojson", "kml"] {
      let straight = try command.run(["merge", "in.geojsonl", "--format", format])
      let reversed = try command.run(["merge", "reversed.geojsonl", "--format", format])
      #expect(straight.output == reversed.output)
      #expect(!straight.output.isEmpty)
    }
    let twice = try command.run(["merge", "in.geojsonl", "reversed.geojsonl", "--quiet"])
    #expect(try command.run(["merge", "in.geojsonl"]).output == twice.output)
    #expect(twice.complaints == "")
    #expect(
      try command.run(["merge", "in.geojsonl", "reversed.geojsonl"]).complaints.contains(
        "4 rows came twice and count once"))
  }

  @Test func rowsTellOfSources() throws {
    try write("geojson", to: "in.geojson")
    let outcome = try command.run(["merge", "in.geojson", "--format", "geojson"])
    #expect(GeoJSONValidator().faults(in: Array(outcome.output.utf8)) == [])
    let collection = try GeoJSONReader().object(outcome.output)
    #expect(collection.features.count == 3)
    let feature = try #require(collection.features.first)
    #expect(feature["n_sources"] == .int(2))
    #expect(feature["sources"] == .string("one.example.org; two.example.org"))
    #expect(feature["articles"] == .string("a; b"))
    #expect(feature["disagreements"]?.stringValue?.contains("killed: 7 (a), 9 (b)") == true)
    #expect(outcome.output.contains("\"attribution\":\"GeoNames"), "who made the places is still told")
    #expect(try command.run(["merge", "in.geojson", "--format", "gpkg", "-o", "out.gpkg"]).status == 0)
    #expect(try command.bytes(of: "out.gpkg").starts(with: Data("SQLite format 3".utf8)))
  }

  @Test func windowsAreSettable() throws {
    try write("ndjson", to: "in.ndjson")
    let outcome = try command.run(["merge", "in.ndjson", "--days", "14", "--within", "10 mi"])
    #expect(try events(outcome).map { $0["n_articles"] as? Int } == [3, 1])
    #expect(outcome.complaints.contains("(places within 10 mi, days within 14)"))
  }

  @Test func whatIsNoneOfOursIsNamedAndTheRestIsDone() throws {
    try write("ndjson", to: "in.ndjson")
    try command.folder.write(
      "{\"id\": 4}\n{\"id\":\"x\",\"line\":3,\"error\":\"no text\"}\nnonsense\n", to: "other.ndjson")
    try command.folder.write(
      #"{"type":"Feature","geometry":null,"properties":{"name":"x"}}"#, to: "other.geojsonl")
    let outcome = try command.run(["merge", "other.ndjson", "in.ndjson", "none.ndjson", "other.geojsonl"])
    #expect(outcome.status == 1)
    #expect(try events(outcome).count == 3)
    for words in [
      "other.ndjson:1: the object is no line of dateline incidents", "other.ndjson:3: ",
      "none.ndjson: there is no such file", "other.geojsonl: feature 1: the feature has no site_id",
    ] {
      #expect(outcome.complaints.contains(words), "\(words) in \(outcome.complaints)")
    }
    #expect(!outcome.complaints.contains("other.ndjson:2"), "an article that could not be read has no incidents")
  }

  @Test(
    arguments: [
      (["--within", "far"], "--within takes a distance up to 1000 km"), (["--days", "5000"], "--days takes a count"),
      (["--format", "lpf"], "--format lpf has no room"), (["--format", "gpkg"], "--format gpkg writes a file"),
      (["--columns", "acled"], "--columns goes with the formats of rows"),
    ] as [([String], String)]) func aWrongCommandLineIsRefused(arguments: [String], complaint: String) throws
  {
    let outcome = try command.run(["merge"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.contains(complaint), "\(outcome.complaints)")
  }
}

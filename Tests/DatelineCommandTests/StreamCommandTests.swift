import Foundation
import Testing

@Suite(.serialized) struct StreamCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func aBadLineCostsOneLine() throws {
    let input = """
      {"id": "a", "text": "A blast in Paris."}
      {"id": "b"}

      not json
      {"id": 4, "text": "Arad, Israel"}
      """
    let outcome = try command.run(["geoparse", "-"], input: input)
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == """
        dateline: -:2: the object has no "text"
        dateline: -:4: this is not an article as a JSON object

        """)
    let lines = try objects(outcome.output)
    #expect(lines.map { $0["id"] as? String } == ["a", "b", nil, "4"])
    #expect(lines.map { $0["line"] as? Int } == [nil, 2, 4, nil])
    #expect(lines[1]["error"] as? String == "the object has no \"text\"")
    let toponyms = try #require(lines[0]["toponyms"] as? [[String: Any]])
    #expect(toponyms.map { $0["start"] as? Int } == [11])
    #expect(toponyms.map { $0["country"] as? String } == ["FR"])
  }

  @Test func resolveGivesOneToponymASpanInOrder() throws {
    let input = #"{"id": "a", "text": "🔥 Paris, Arad, Zzyzx", "spans": [[9, 13], [2, 7], [15, 20], [90, 95], [0, 12]]}"#
    let outcome = try command.run(["resolve"], input: input)
    #expect(outcome.status == 0)
    let line = try #require(objects(outcome.output).first)
    let toponyms = try #require(line["toponyms"] as? [Any])
    #expect(toponyms.map { ($0 as? [String: Any])?["text"] as? String } == ["Arad", "Paris", nil, nil, nil])
  }

  @Test func incidentsAreLinesInTheOrderOfTheInput() throws {
    let input = (0..<20).map { "{\"id\": \"\($0)\", \"text\": \"A blast in Isfahan killed \($0 + 2) people.\"}\n" }
      .joined()
    let (first, second) = (try command.run(["incidents"], input: input), try command.run(["incidents"], input: input))
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(try objects(first.output).map { $0["id"] as? String } == (0..<20).map(String.init))
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    try command.folder.write("A blast in Isfahan.", to: "story.txt")
    let written = try command.run(["geoparse", "story.txt", "-o", "lines.ndjson"])
    #expect(written.status == 0)
    #expect(written.output == "")
    #expect(try objects(command.read("lines.ndjson")).map { $0["id"] as? String } == ["story.txt"])
    let refused = try command.run(["geoparse", "story.txt", "-o", "none/lines.ndjson"])
    #expect(refused.status == 1)
    #expect(refused.complaints == "dateline: none/lines.ndjson: cannot be written: its folder does not exist\n")
    #expect(try command.folder.names() == ["lines.ndjson", "story.txt"])
  }

  @Test func filesThatFailAreNamedAndTheRestIsDone() throws {
    try command.folder.write("A blast in Isfahan.", to: "story.txt")
    let outcome = try command.run(["geoparse", "none.ndjson", "none.txt", "story.txt"])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints
        == "dateline: none.ndjson: there is no such file\ndateline: none.txt: there is no such file\n")
    #expect(try objects(outcome.output).count == 1)
  }

  @Test func otherLanguagesAreNamedAndKeepTheirToponyms() throws {
    let input =
      "{\"id\": \"es\", \"text\": \"Un fuerte terremoto sacudió la costa de Paris y dejó a miles de personas sin luz.\"}\n"
    let outcome = try command.run(["geoparse"], input: input)
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "dateline: es: the text is not English (language es); names may be missed\n")
    let line = try #require(objects(outcome.output).first)
    #expect(line["language"] as? String == "es")
    #expect(line["toponyms"] is [Any])
  }

  @Test func nothingInGivesNothingOut() throws {
    let outcome = try command.run(["incidents"], input: "\n\n")
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.complaints == "")
  }

  @Test func whatNobodyReadsEndsQuietly() throws {
    let line = "{\"id\": \"a\", \"text\": \"A blast in Paris and Arad and Isfahan.\"}\n"
    let outcome = try command.run(
      ["geoparse"], input: String(repeating: line, count: 300), closingOutput: true)
    #expect(outcome.hasExited)
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
  }
}

import Foundation
import Testing

@Suite(.serialized) struct ValidateCommandTests {
  private let command: Command
  private static let open = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#
  private static let sound = #"{"type":"Feature","geometry":null,"properties":{}}"#

  init() throws { command = try Command() }

  @Test func aSoundFileIsValid() throws {
    try command.folder.write(Self.sound, to: "a.geojson")
    let outcome = try command.run(["validate", "a.geojson"])
    #expect(outcome.status == 0 && outcome.output == "a.geojson: valid\n" && outcome.complaints == "")
    #expect(try command.run(["validate", "--quiet", "a.geojson"]).output == "")
  }

  @Test func aTableNamesRulePlaceAndRemedy() throws {
    try command.folder.write(Self.open, to: "a.geojson")
    let outcome = try command.run(["validate", "a.geojson"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        a.geojson: not valid, 1 error
               RULE          PLACE           BYTE  FOUND
        error  ring-closure  /coordinates/0    33

        ring-closure: the first and the last position of a ring differ. Repeat the first position at the end. (RFC 7946, 3.1.6)

        """)
  }

  @Test func aWarningIsNoFaultUnlessAsked() throws {
    let input = #"{"type":"Point","coordinates":[1.123456789,2]}"#
    let outcome = try command.run(["validate", "-"], input: input)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("standard input: valid, 1 warning\n"))
    #expect(outcome.output.contains("warning  precision  /coordinates"))
    #expect(try command.run(["validate", "--strict", "-"], input: input).status == 1)
    #expect(try command.run(["validate", "--strict", "--maximum-decimals", "9", "-"], input: input).status == 0)
  }

  @Test func linesAreObjects() throws {
    try command.folder.write(Self.open, to: "a.geojson")
    let outcome = try command.run(["validate", "--format", "ndjson", "a.geojson", "none.geojson"])
    #expect(outcome.status == 1)
    #expect(outcome.complaints == "dateline: none.geojson: there is no such file\n")
    let objects = try outcome.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == 2)
    #expect(objects[0]["rule"] as? String == "ring-closure" && objects[0]["pointer"] as? String == "/coordinates/0")
    #expect(objects[0]["severity"] as? String == "error" && objects[0]["byte"] as? Int == 33)
    #expect(objects[0]["remedy"] as? String == "Repeat the first position at the end.")
    #expect(objects[1]["error"] as? String == "none.geojson: there is no such file")
  }

  @Test func aDocumentHoldsAllFiles() throws {
    try command.folder.write(Self.open, to: "a.geojson")
    try command.folder.write(Self.sound, to: "b.geojson")
    let outcome = try command.run(["validate", "--format", "json", "a.geojson", "none", "b.geojson"])
    let document = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let files = try #require(document["files"] as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == ["a.geojson", "none", "b.geojson"])
    #expect(files.map { $0["valid"] as? Bool } == [false, false, true])
    #expect(files.map { ($0["faults"] as? [Any])?.count } == [1, 0, 0])
    #expect(files[1]["error"] as? String == "none: there is no such file")
  }

  @Test func linesAndSequencesAreReadTextByText() throws {
    try command.folder.write("\(Self.sound)\n\n\(Self.open)\n", to: "a.geojsonl")
    let lines = try command.run(["validate", "a.geojsonl"])
    #expect(lines.status == 1 && lines.output.contains("\n   3  error  ring-closure  /coordinates/0"))
    let sequence = "\u{1E}\(Self.sound)\n\u{1E}\(Self.open)\n"
    let texts = try command.run(["validate", "-"], input: sequence)
    #expect(texts.status == 1 && texts.output.contains("\n   2  error  ring-closure  /coordinates/0"))
    // the same as one document is broken from its second byte on
    let document = try command.run(["validate", "--layout", "document", "a.geojsonl"])
    #expect(document.status == 1 && document.output.contains("syntax"))
  }

  @Test func aTableIsNoLongerThanAsked() throws {
    let features = (0..<30).map { _ in #"{"type":"Feature","geometry":null}"# }.joined(separator: ",")
    try command.folder.write(#"{"type":"FeatureCollection","features":[\#(features)]}"#, to: "a.geojson")
    let outcome = try command.run(["validate", "--limit", "4", "a.geojson"])
    #expect(outcome.output.contains("not valid, 30 errors"))
    #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("error") } == 4)
    #expect(outcome.output.hasSuffix("and 26 more; --limit shows them, --format ndjson lists them all\n"))
    #expect(try command.run(["validate", "--format", "ndjson", "a.geojson"]).output.split(separator: "\n").count == 30)
  }

  @Test func whatAFileHoldsCannotDriveTheTerminal() throws {
    let outcome = try command.run(["validate", "-"], input: #"{"type":"\u001b[31mred\u009b","key\u001b]":1}"#)
    #expect(outcome.status == 1)
    #expect(
      !outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x80..<0xA0).contains($0.value) })
    #expect(outcome.output.contains("\u{FFFD}[31mred"))
  }

  @Test func aFileThatCannotBeOpenedHasNothingOfTheOneBefore() throws {
    try command.folder.write(Self.open, to: "a.geojson")
    try command.folder.write(Self.sound, to: "b.geojson")
    let outcome = try command.run(["validate", "a.geojson", "none.geojson", "b.geojson"])
    #expect(outcome.status == 1 && outcome.complaints == "dateline: none.geojson: there is no such file\n")
    #expect(!outcome.output.contains("none.geojson"))
    #expect(outcome.output.hasSuffix("(RFC 7946, 3.1.6)\nb.geojson: valid\n"))
    #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("error") } == 1)
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let outcome = try command.run(["validate", "none.geojson", ".", "-"], input: "")
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == """
        dateline: none.geojson: there is no such file
        dateline: .: cannot be read: it is a folder

        """)
    #expect(outcome.output.hasPrefix("standard input: not valid, 1 error\n") && outcome.output.contains("truncated"))
  }
}

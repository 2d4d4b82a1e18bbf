import Foundation
import Testing

@Suite(.serialized) struct MapCommandTests {
  private let command: Command
  private let story = "A blast in Isfahan killed two people on Friday.\n"

  init() throws {
    command = try Command()
    try command.folder.write(story, to: "story.txt")
  }

  @Test func anArticleBecomesGeoJSONAndAMap() throws {
    let outcome = try command.run(["map", "story.txt", "-o", "a/new/folder", "--date", "2024-04-20"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(try command.names(in: "a/new/folder") == ["story.geojson", "story.svg"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.suffix(2) == ["a/new/folder/story.geojson", "a/new/folder/story.svg"])
    let row = try #require(lines.dropFirst().first)
    #expect(row.contains("Isfahan, Iran") && row.contains("19 Apr 2024"))
    let features = try #require(
      JSONSerialization.jsonObject(with: Data(command.read("a/new/folder/story.geojson").utf8)) as? [String: Any])
    #expect((features["features"] as? [Any])?.count == 1)
    #expect(try command.read("a/new/folder/story.svg").contains("Isfahan"))
  }

  @Test func theSameArticleGivesTheSameBytesAnywhere() throws {
    let first = try command.run(["map", "story.txt", "-o", "one"])
    let second = try command.run(
      ["map", "story.txt", "-o", "two"],
      environment: ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(first.status == 0 && second.status == 0)
    for name in ["story.geojson", "story.svg"] {
      #expect(try command.read("one/\(name)") == command.read("two/\(name)"))
    }
  }

  @Test func inputsThatFailAreNamedAndTheRestIsDone() throws {
    try command.folder.write("", to: "empty.txt")
    try command.folder.write([0x50, 0x4B, 0x00, 0x01], to: "binary.txt")
    try command.folder.write([0x4D, 0xFC, 0x6C, 0x6C], to: "latin.txt")
    let outcome = try command.run([
      "map", "none.txt", "empty.txt", "binary.txt", "latin.txt", ".", "story.txt", "-o", "out",
    ])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == """
        dateline: none.txt: there is no such file
        dateline: empty.txt: the file is empty
        dateline: binary.txt: this is not text (it holds NUL bytes)
        dateline: latin.txt: this is not UTF-8; convert it first, for example with iconv
        dateline: .: cannot be read: it is a folder

        """)
    #expect(try command.names(in: "out") == ["story.geojson", "story.svg"])
  }

  @Test(arguments: [
    ("story.txt", "dateline: story.txt: this folder cannot be made: a file of that name is in the way\n"),
    (
      "story.txt/deep", "dateline: story.txt/deep: this folder cannot be made: a file stands where a folder should be\n"
    ),
  ]) func aFileWhereTheFolderShouldBeIsRefused(folder: String, complaint: String) throws {
    let outcome = try command.run(["map", "story.txt", "-o", folder])
    #expect(outcome.status == 1)
    #expect(outcome.complaints == complaint)
    #expect(try command.read("story.txt") == story)
    #expect(try command.folder.names() == ["story.txt"])
  }

  @Test func aFolderWhereTheFileShouldBeLeavesNothingBehind() throws {
    try FileManager.default.createDirectory(
      atPath: "\(command.folder.path)/out/story.geojson", withIntermediateDirectories: true)
    let outcome = try command.run(["map", "story.txt", "-o", "out"])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == "dateline: out/story.geojson: cannot be written: a folder of that name is in the way\n")
    #expect(try command.names(in: "out") == ["story.geojson"])
    #expect(try command.names(in: "out/story.geojson") == [])
  }

  @Test func inputsOfEqualNamesAreKeptApart() throws {
    try FileManager.default.createDirectory(atPath: "\(command.folder.path)/other", withIntermediateDirectories: true)
    try command.folder.write("A fire in Paris on Monday killed one.", to: "other/story.md")
    let outcome = try command.run(["map", "story.txt", "other/story.md", "-o", "out", "--quiet"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(
      outcome.complaints == "dateline: other/story.md: story is written already, so this one is called story-2\n")
    #expect(try command.names(in: "out").filter { $0.hasSuffix("json") } == ["story-2.geojson", "story.geojson"])
    #expect(try command.read("out/story.geojson").contains("\"story.1.1\""))
    #expect(try command.read("out/story-2.geojson").contains("\"story-2.1.1\""))
  }

  @Test func standardInputIsAnArticleToo() throws {
    let outcome = try command.run(["map", "-", "-o", "out"], input: story)
    #expect(outcome.status == 0)
    #expect(try command.names(in: "out") == ["stdin.geojson", "stdin.svg"])
    let empty = try command.run(["map", "-", "-o", "none"])
    #expect(empty.status == 1)
    #expect(empty.complaints == "dateline: standard input: the file is empty\n")
    #expect(try command.names(in: "none") == [])
  }

  @Test func anArticleWithoutIncidentsIsNoFailure() throws {
    try command.folder.write("Paris is a pleasant city.", to: "quiet.txt")
    let outcome = try command.run(["map", "quiet.txt", "-o", "out"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "quiet: no incident found; out/quiet.geojson is an empty collection\n")
    #expect(try command.names(in: "out") == ["quiet.geojson"])
    #expect(try command.read("out/quiet.geojson").contains("\"features\":[\n]"))
  }

  @Test func whatNobodyReadsEndsQuietly() throws {
    let outcome = try command.run(["map", "story.txt", "-o", "out"], closingOutput: true)
    #expect(outcome.hasExited)
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(try command.names(in: "out") == ["story.geojson", "story.svg"])
  }
}

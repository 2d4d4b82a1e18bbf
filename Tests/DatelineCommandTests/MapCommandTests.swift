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
    #expect(try command.names(in: "a/new/folder") == ["story.geojson", "story.svg", "story.txt"])
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.suffix(3) == ["a/new/folder/story.geojson", "a/new/folder/story.svg", "a/new/folder/story.txt"])
    #expect(try command.read("a/new/folder/story.txt").contains("1: Isfahan, "))
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
    for name in ["story.geojson", "story.svg", "story.txt"] {
      #expect(try command.read("one/\(name)") == command.read("two/\(name)"))
    }
  }

  @Test func inputsThatFailAreNamedAndTheRestIsDone() throws {
    try command.folder.write("", to: "empty.txt")
    try command.folder.write([0x50, 0x4B, 0x00, 0x01], to: "binary.txt")
    try command.folder.write(Array("é ü ñ ö ".utf8) + [0x81, 0x6C], to: "latin.txt")
    let outcome = try command.run([
      "map", "none.txt", "empty.txt", "binary.txt", "latin.txt", "story.txt", "-o", "out",
    ])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == """
        dateline: none.txt: there is no such file
        dateline: empty.txt: the file is empty
        dateline: binary.txt: this is not text (it holds NUL bytes)
        dateline: latin.txt: this is not UTF-8; convert it first, for example with iconv

        """)
    #expect(try command.names(in: "out") == ["story.geojson", "story.svg", "story.txt"])
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
    #expect(try command.names(in: "out") == ["stdin.geojson", "stdin.svg", "stdin.txt"])
    let empty = try command.run(["map", "-", "-o", "none"])
    #expect(empty.status == 1)
    #expect(empty.complaints == "dateline: stdin: the file is empty\n")
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
    #expect(try command.names(in: "out") == ["story.geojson", "story.svg", "story.txt"])
  }

  @Test func anArticleIsNotWrittenOver() throws {
    try command.folder.write("Paris is a pleasant city.", to: "other.txt")
    try FileManager.default.createDirectory(atPath: "\(command.folder.path)/in", withIntermediateDirectories: true)
    try command.folder.write("A fire in Paris on Monday killed one.", to: "in/other.md")
    let outcome = try command.run(["map", "./story.txt", "in/other.md", "other.txt", "--quiet"])
    #expect(outcome.status == 0)
    #expect(try command.read("story.txt") == story)
    #expect(try command.read("other.txt") == "Paris is a pleasant city.")
    #expect(try command.read("story-alt.txt").contains("1: Isfahan, "))
    #expect(try command.read("other-alt.txt").contains("1: Paris, "))
    // nor is what stands where the words would go
    let again = try command.run(["map", "story.txt", "story-alt.txt", "--quiet"])
    #expect(again.status == 0)
    #expect(try command.read("story.txt") == story)
    #expect(try command.read("story-alt-alt.txt").hasPrefix("Map: "))
  }

  @Test func severalWidthsAreLaidOutAnew() throws {
    let outcome = try command.run(["map", "story.txt", "-o", "out", "--width", "360,800", "--quiet"])
    #expect(outcome.status == 0)
    #expect(try command.names(in: "out") == ["story-360.svg", "story-800.svg", "story.geojson", "story.txt"])
    let (narrow, wide) = (try command.read("out/story-360.svg"), try command.read("out/story-800.svg"))
    #expect(narrow.hasPrefix("<svg") && narrow.contains("width=\"360\"") && wide.contains("width=\"800\""))
    // titles are smaller on a telephone, and nothing is merely scaled
    #expect(narrow.contains("font-size=\"17\"") && wide.contains("font-size=\"20\""))
  }

  @Test func casualtiesAreDrawnWhenAskedFor() throws {
    let plain = try command.run(["map", "story.txt", "-o", "plain", "--quiet"])
    let outcome = try command.run(["map", "story.txt", "-o", "out", "--quiet", "--casualties"])
    #expect(plain.status == 0 && outcome.status == 0)
    #expect(try !command.read("plain/story.svg").contains("id=\"casualties\""))
    let svg = try command.read("out/story.svg")
    #expect(svg.contains("id=\"casualties\"") && svg.contains(">2 killed or injured<"))
  }

  @Test func aHouseHasItsStyle() throws {
    try command.folder.write(
      ##"{"colours":{"sea":"#123456"},"font":"Georgia, serif","sizes":{"title":30}}"##, to: "house.json")
    let outcome = try command.run(["map", "story.txt", "-o", "out", "--style", "house.json", "--quiet"])
    #expect(outcome.status == 0)
    let svg = try command.read("out/story.svg")
    #expect(svg.contains("#123456") && svg.contains("Georgia, serif") && svg.contains("font-size=\"30\""))
  }

  @Test(arguments: [
    (##"{"colours":{"ocean":"#fff"}}"##, "house.json: 'colours.ocean' is nothing that a style can set; there are: "),
    (#"{"sizes":{"title":"big"}}"#, "house.json: 'sizes.title' should be a number of pixels from 4 to 120\n"),
    ("{", "house.json: document: the text ends too early. "),
  ]) func whatIsWrongWithAStyleIsNamed(style: String, complaint: String) throws {
    try command.folder.write(style, to: "house.json")
    let outcome = try command.run(["map", "story.txt", "-o", "out", "--style", "house.json"])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.complaints.hasPrefix("dateline: \(complaint)"))
    #expect(!command.exists("out"))
  }

  @Test func aWorldviewIsReadAndItsFaultsNamed() throws {
    try command.folder.write("border\tIR\tIQ\t\t\t\t\tdisputed\n", to: "view.tsv")
    try command.folder.write("border\tIR\n", to: "bad.tsv")
    let wide = ["map", "story.txt", "--range-ring", "Isfahan; 900 km", "--quiet"]
    let plain = try command.run(wide + ["-o", "plain"])
    let outcome = try command.run(wide + ["-o", "out", "--worldview", "view.tsv"])
    #expect(plain.status == 0 && outcome.status == 0)
    #expect(try command.read("plain/story.svg") != command.read("out/story.svg"))
    let bad = try command.run(["map", "story.txt", "-o", "none", "--worldview", "bad.tsv"])
    #expect(bad.status == 1)
    #expect(bad.complaints == "dateline: bad.tsv: worldview table, line 1: 8 or 9 cells expected, 2 found\n")
  }

  @Test func linesAndRingsAreDrawn() throws {
    let outcome = try command.run([
      "map", "story.txt", "-o", "out", "--quiet", "--distance-line", "Isfahan; Tel Aviv", "--range-ring",
      "Tel Aviv; 100 km; 200 mi", "--units", "imperial", "--lang", "de",
    ])
    #expect(outcome.status == 0 && outcome.complaints == "")
    let svg = try command.read("out/story.svg")
    #expect(svg.contains("id=\"distance-lines\"") && svg.contains("id=\"range-rings\"") && svg.contains("lang=\"de\""))
    #expect(svg.contains(">62 mi<") && svg.contains(">200 mi<"))
    let words = try command.read("out/story.txt")
    #expect(words.hasPrefix("Karte: ") && words.contains(" Isfahan – Tel Aviv-Yafo: 988 mi."))
    let unknown = try command.run(["map", "story.txt", "-o", "none", "--range-ring", "Nowhereville; 3 km"])
    #expect(unknown.status == 1 && unknown.complaints == "dateline: no place called 'Nowhereville' is known\n")
  }

  @Test func withoutItsProgramNoPictureIsMade() throws {
    let outcome = try command.run(
      ["map", "story.txt", "-o", "out", "--format", "png"], environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints.hasPrefix("dateline: --format png needs the program rsvg-convert, which is not installed: "))
    #expect(!command.exists("out"))
  }

  /// A program of the name that copies its input stands for the real one.
  @Test func picturesAreMadeByRsvgConvert() throws {
    let program = try command.folder.write("#!/bin/sh\ncp \"$5\" \"$4\"\n", to: "rsvg-convert")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let fonts = try command.folder.write("#!/bin/sh\nprintf 'Liberation Sans'\n", to: "fc-match")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fonts)
    let path = ["PATH": "\(command.folder.path):/usr/bin:/bin"]
    let outcome = try command.run(["map", "story.txt", "-o", "out", "--format", "pdf"], environment: path)
    #expect(outcome.status == 0)
    #expect(try command.names(in: "out") == ["story.geojson", "story.pdf", "story.txt"])
    #expect(try command.read("out/story.pdf").hasPrefix("<svg"))
    #expect(outcome.complaints == "")
    try command.folder.write("#!/bin/sh\nprintf 'DejaVu Sans'\n", to: "fc-match")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: fonts)
    let wide = try command.run(["map", "story.txt", "-o", "out", "--format", "pdf"], environment: path)
    #expect(wide.status == 0)
    #expect(wide.complaints.hasPrefix("dateline: texts are drawn in DejaVu Sans, which is wider than Arial, "))
    try command.folder.write("#!/bin/sh\nexit 3\n", to: "rsvg-convert")
    try command.folder.write("#!/bin/sh\nexit 1\n", to: "fc-match")
    for file in [program, fonts] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    }
    let failing = try command.run(["map", "story.txt", "-o", "none", "--format", "png"], environment: path)
    #expect(failing.status == 1)
    #expect(failing.complaints == "dateline: none/story.png: rsvg-convert failed (it ended with 3)\n")
    #expect(try command.names(in: "none") == ["story.geojson"])
  }
}

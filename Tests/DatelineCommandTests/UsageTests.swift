import TestSupport
import Testing

@testable import DatelineCommand

@Suite(.serialized) struct UsageTests {
  private let command: Command

  init() throws { command = try Command() }

  @Test(arguments: [
    [], ["map"], ["report"], ["render"], ["geoparse"], ["resolve"], ["incidents"], ["distance"], ["validate"],
  ]) func everyCommandHasHelp(name: [String]) throws {
    let outcome = try command.run(name + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(outcome.output.contains("USAGE: \((["dateline"] + name).joined(separator: " "))"))
  }

  @Test func theVersionIsToldWithDataAndLicences() throws {
    let outcome = try command.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.wholeMatch(of: /dateline \d+\.\d+\.\d+, with PROJ \d+\.\d+\.\d+/) != nil)
    let gazetteer = try #require(lines.first { $0.hasPrefix("gazetteer ") })
    #expect(gazetteer.hasSuffix(command.gazetteer))
    #expect(gazetteer.contains(#/ 1 +[0-9a-f]{16} /#))
    for words in ["Apache License 2.0", "LGPL-3.0", "Who publishes places found with it names: "] {
      #expect(outcome.output.contains(words))
    }
  }

  @Test func theVersionIsToldWithoutDataToo() throws {
    let text = try command.folder.write("nothing", to: "text")
    let outcome = try command.run(
      ["--version"], environment: ["DATELINE_GAZETTEER": "/none/x.gazetteer", "DATELINE_BASEMAP": text])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("dateline 0."))
    #expect(outcome.output.contains("world.gazetteer was not found"))
    #expect(outcome.output.contains("\(text) is not a data file of Dateline"))
  }

  @Test(arguments: [
    (["nonsense"], "Unexpected argument 'nonsense'"), (["map"], "Missing expected argument '<articles> ...'"),
    (["map", "a", "--width", "10"], "--width takes 200 to 20000 pixels, --height 150 to 20000"),
    (["map", "a", "--width", "360,x"], "The value '360,x' is invalid for '--width <width>'"),
    (["map", "a", "--width", "360,360"], "--width names a width twice"),
    (["map", "a", "--lang", "xx"], "--lang takes one of ar, de, en, es, fr, not 'xx'"),
    (
      ["map", "a", "--range-ring", "Isfahan; far"],
      "--range-ring: Expected a distance, found 'far'. Write a number and km, mi, nmi or m, as in 30 km."
    ),
    (["map", "a", "--distance-line", "Isfahan"], "--distance-line takes two sites or more with semicolons between"),
    (["render", "a"], "Missing expected argument '--output <map.svg>'"),
    (["render", "a", "-o", "a.png", "--format", "pdf"], "--format pdf does not go with 'a.png'"),
    (["distance", "--chain", "--nearest", "2", "0,0", "1,1"], "--chain goes through one list of sites"),
    (["distance", "--within", "x", "0,0", "1,1"], "--within: Expected a distance, found 'x'."),
    (["distance", "--units", "ells", "0,0", "1,1"], "The value 'ells' is invalid for '--units <unit>'"),
    (["distance", "--from", "0,0", "--to", "1,1", "2,2"], "sites beside both --from and --to are neither"),
    (["report", "a.txt"], "report writes a file: it needs -o FILE.html"),
    (["validate"], "Missing expected argument '<files> ...'"),
    (["map", "a", "--theme", "pink"], "The value 'pink' is invalid for '--theme <theme>'"),
    (["map", "a", "--date", "yesterday"], "--date takes a day such as 2024-04-19, not 'yesterday'"),
    (["distance", "Isfahan"], "distance takes two sites or more, or files of them"),
    (["distance", "0,0", "1,1", "-x"], "Unknown option '-x'"),
    (["incidents", "--format", "xml"], "The value 'xml' is invalid"),
    (["geoparse", "--none"], "Unknown option '--none'"),
  ]) func aWrongCommandLineIsRefused(arguments: [String], complaint: String) throws {
    let outcome = try command.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.complaints.hasPrefix("dateline: Error: \(complaint)"))
    #expect(try command.folder.names() == [])
  }

  @Test func aMissingGazetteerIsNamedWithThePlacesTried() throws {
    for arguments in [["map", "a.txt"], ["geoparse"], ["distance", "Isfahan", "Arad"]] {
      let outcome = try command.run(arguments, environment: ["DATELINE_GAZETTEER": "/none/world.gazetteer"])
      #expect(outcome.status == 1)
      #expect(
        outcome.complaints == "dateline: world.gazetteer was not found; looked for\n  /none/world.gazetteer\n")
    }
  }

  @Test func aDamagedGazetteerIsRefused() throws {
    var bytes = SampleGazetteer.bytes()
    bytes[bytes.count - 3] ^= 0x40
    let path = try command.folder.write(bytes, to: "damaged.gazetteer")
    let outcome = try command.run(["distance", "Isfahan", "Arad"], environment: ["DATELINE_GAZETTEER": path])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints
        == "dateline: \(path) is damaged (its content does not match its checksum); copy or build it again\n")
    let foreign = try command.run(["distance", "Isfahan", "Arad", "--gazetteer", "/dev/null"])
    #expect(foreign.status == 1)
    #expect(foreign.complaints == "dateline: /dev/null cannot be read: it is not a file\n")
  }

  @Test func anUnknownHomeIsNamed() throws {
    try command.folder.write("A blast in Paris.", to: "story.txt")
    let outcome = try command.run(["map", "story.txt", "--home", "Nowhereville", "-o", "out"])
    #expect(outcome.status == 1)
    #expect(outcome.complaints == "dateline: --home: no place called 'Nowhereville' is known\n")
    #expect(!command.exists("out"))
  }

  @Test func outputsOfEqualNamesGetNumbers() {
    var names = OutputNames()
    let found = ["a/x.txt", "b/x.md", "x-2.txt", "x", "stdin", "stdin.txt", ".hidden", "x.tar.gz"].map {
      names.name(for: $0, isWholeFile: true)
    }
    #expect(found.map(\.name) == ["x", "x-2", "x-2-2", "x-3", "stdin", "stdin-2", ".hidden", "x.tar"])
    #expect(found.map(\.taken) == [nil, "x", "x-2", "x", nil, "stdin", nil, nil])
  }

  @Test func tablesAlignTheirColumns() {
    var table = Table(header: ["PLACE", "KM"], numeric: [1])
    table.add(["Arad", "7"])
    table.add(["Москва", "1000"])
    table.add(["", ""])
    #expect(table.text == "PLACE     KM\nArad       7\nМосква  1000\n\n")
  }
}

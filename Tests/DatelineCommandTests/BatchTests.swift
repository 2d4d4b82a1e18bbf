import Foundation
import Testing

/// Many articles in one run: on several threads, in folders, interrupted and gone on with.
@Suite(.serialized) struct BatchTests {
  private let command: Command

  init() throws { command = try Command() }

  /// Articles with incidents, pins and countries, and a bad line in a hundred.
  private func lines(_ count: Int) -> String {
    let towns = ["Isfahan", "Arad, Israel", "Paris", "Iran"]
    return (0..<count).map { number in
      if number % 100 == 57 { return "{\"id\": \"bad\(number)\"}\n" }
      let town = towns[number % towns.count]
      let text =
        "A bomb blast in \(town) killed \(number % 7 + 2) people on Friday. Shelling in \(town) wounded \(number) on Thursday."
      return
        "{\"id\": \"a\(number)\", \"text\": \"\(text)\", \"date\": \"2024-04-\(number % 20 + 10)\", \"desk\": \(number)}\n"
    }.joined()
  }

  @Test(arguments: ["ndjson", "geojson", "geojsonl", "csv", "kml", "lpf"])
  func threadsDoNotChangeABytes(format: String) throws {
    try command.folder.write(lines(120), to: "in.ndjson")
    let one = try command.run(["incidents", "in.ndjson", "--format", format, "--threads", "1"])
    let four = try command.run(["incidents", "in.ndjson", "--format", format, "--threads", "4"])
    #expect(one.status == 1)
    #expect(one.output.utf8.count > 10_000)
    #expect(one.output == four.output)
    #expect(one.complaints == four.complaints)
    #expect(one.complaints.hasPrefix("dateline: in.ndjson:58: the object has no \"text\"\n"))
  }

  /// Runs until the journal speaks of more than it did, and kills the program.
  /// - Returns: false where the run ended before that.
  private func interrupt(_ arguments: [String], journal: String) throws -> Bool {
    let before = try? command.bytes(of: journal)
    let process = try command.start(arguments)
    while process.isRunning {
      if let now = try? command.bytes(of: journal), now != before {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
      }
      usleep(2_000)
    }
    return false
  }

  @Test(arguments: ["ndjson", "geojson", "csv", "gpkg"])
  func whatWasKilledGoesOnToTheSameBytes(format: String) throws {
    var count = 400
    var kills = 0
    while kills == 0, count < 300_000 {
      try command.folder.write(lines(count), to: "in.ndjson")
      let arguments = [
        "incidents", "in.ndjson", "--format", format, "-o", "out.\(format)", "--types", "bombing", "--errors",
        "errors.ndjson", "--areas",
        "areas.geojson",
      ]
      if try interrupt(arguments, journal: "out.\(format).journal") { kills += 1 }
      guard kills > 0 else {
        try FileManager.default.removeItem(atPath: "\(command.folder.path)/out.\(format)")
        count *= 4
        continue
      }
      #expect(!command.exists("out.\(format)"))
      if try interrupt(arguments + ["--resume"], journal: "out.\(format).journal") { kills += 1 }
      let rest = try command.run(arguments + ["--resume"])
      #expect(rest.status == 1, "there are bad lines")
      if kills == 2 { #expect(rest.complaints.contains("articles are done already")) }
      let whole = try command.run([
        "incidents", "in.ndjson", "--format", format, "-o", "whole.\(format)", "--types", "bombing", "--errors",
        "whole-errors.ndjson", "--areas",
        "whole-areas.geojson",
      ])
      #expect(whole.status == 1)
      for (name, other) in [
        ("out.\(format)", "whole.\(format)"), ("errors.ndjson", "whole-errors.ndjson"),
        ("areas.geojson", "whole-areas.geojson"),
      ] {
        #expect(try command.bytes(of: name) == command.bytes(of: other), "\(name), killed \(kills) times")
      }
      #expect(try command.read("errors.ndjson").split(separator: "\n").count == count / 100)
    }
    try #require(kills > 0, "the program was never killed in the middle")
    #expect(try command.folder.names().filter { $0.contains("partial") || $0.contains("journal") } == [])
  }

  @Test func anotherRunIsNotGoneOnWith() throws {
    var count = 400
    let arguments = ["geoparse", "in.ndjson", "-o", "out.ndjson"]
    try command.folder.write(lines(count), to: "in.ndjson")
    while !(try interrupt(arguments, journal: "out.ndjson.journal")) {
      count *= 4
      try #require(count < 1_000_000)
      try command.folder.write(lines(count), to: "in.ndjson")
    }
    let journal = try command.read("out.ndjson.journal")
    for (other, difference) in [
      (arguments + ["--date", "2024-01-01"], "--date"), (["incidents"] + arguments.dropFirst(), "command"),
      (arguments + ["--gazetteer", command.gazetteer], "set of data files"),
    ] {
      let refused = try command.run(other + ["--resume"])
      #expect(refused.status == 1)
      #expect(
        refused.complaints
          == "dateline: --resume: the run that was interrupted had another \(difference) (out.ndjson.journal); give it the same as then, or leave out --resume to begin anew\n"
      )
    }
    try command.folder.write(lines(count + 1), to: "in.ndjson")
    let refused = try command.run(arguments + ["--resume"])
    #expect(refused.complaints.contains("had another input (out.ndjson.journal)"))
    #expect(try command.read("out.ndjson.journal") == journal, "what is there stays")
    let anew = try command.run(arguments)
    #expect(anew.complaints.contains("out.ndjson: what an interrupted run left is given up"))
    #expect(try command.folder.names() == ["in.ndjson", "out.ndjson"])
  }

  @Test func resumingNothingIsBeginning() throws {
    try command.folder.write(lines(3), to: "in.ndjson")
    let outcome = try command.run(["geoparse", "in.ndjson", "-o", "out.ndjson", "--resume"])
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints
        == "dateline: --resume: nothing of an interrupted run is beside out.ndjson; this is the beginning\n")
    #expect(try command.read("out.ndjson").split(separator: "\n").count == 3)
    let piped = try command.run(["geoparse", "-", "-o", "out.ndjson", "--resume"], input: lines(1))
    #expect(piped.status == 1)
    #expect(piped.complaints == "dateline: --resume: standard input cannot be read again; give files\n")
  }

  @Test(
    arguments: [
      (["--resume"], "--resume needs -o FILE: its journal is beside that"),
      (["--threads", "0"], "--threads takes a count from 1"),
      (["-o", "a", "--errors", "a"], "--errors and -o name the same file"),
    ] as [([String], String)]) func aWrongCommandLineIsRefused(arguments: [String], complaint: String) throws
  {
    let outcome = try command.run(["geoparse"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.complaints.hasPrefix("dateline: Error: \(complaint)"), "\(outcome.complaints)")
  }

  @Test func foldersAreReadInTheOrderOfTheirPaths() throws {
    try FileManager.default.createDirectory(
      atPath: "\(command.folder.path)/news/b", withIntermediateDirectories: true)
    try command.folder.write("A blast in Isfahan.", to: "news/c.txt")
    try command.folder.write("A blast in Paris.", to: "news/b/z.txt")
    try command.folder.write("{\"id\": \"line\", \"text\": \"A blast in Arad.\"}\n", to: "news/a.ndjson")
    try command.folder.write("no article", to: "news/picture.bin")
    let outcome = try command.run(["geoparse", "news", "--threads", "2"])
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints == "dateline: 1 file in folders are no articles by name or content and were passed over\n")
    #expect(try command.run(["geoparse", "news", "--quiet"]).complaints == "")
    let ids = try outcome.output.split(separator: "\n").map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["id"] as? String
    }
    #expect(ids == ["line", "news/b/z.txt", "news/c.txt"])
  }

  @Test func twoRunsDoNotWriteOneFile() throws {
    try command.folder.write(lines(200), to: "in.ndjson")
    let arguments = ["incidents", "in.ndjson", "-o", "out.ndjson"]
    let first = try command.start(arguments)
    while first.isRunning, !command.exists("out.ndjson.partial") { usleep(1_000) }
    let second = try command.run(arguments)
    if first.isRunning {
      #expect(second.status == 1)
      #expect(
        second.complaints
          == "dateline: out.ndjson: cannot be written: another run is writing it (out.ndjson.partial is in use)\n")
    }
    first.waitUntilExit()
    #expect(try command.read("out.ndjson").split(separator: "\n").count == 200)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: Command.terminal), "util-linux's script gives the terminal"))
  func aTerminalShowsABar() throws {
    try command.folder.write(lines(800), to: "in.ndjson")
    let text = try command.shown(["incidents", "in.ndjson", "-o", "out.ndjson"])
    let bars = text.split(separator: "\r").filter { $0.contains("[#") }
    #expect(
      bars.contains { $0.contains(" articles, ") && $0.contains("/s") && $0.contains(" %") }, "\(text.prefix(300))")
    #expect(bars.contains { $0.contains(" failed") })
    #expect(text.contains("in.ndjson:58: the object has no \"text\""), "complaints stand on lines of their own")
    let last = try #require(text.range(of: "[#", options: .backwards))
    #expect(text[last.upperBound...].contains("\r\u{1B}[K"), "nothing of the bar stays")
    #expect(!(try command.shown(["incidents", "in.ndjson", "-o", "out.ndjson", "--quiet"])).contains("[#"))
  }
}

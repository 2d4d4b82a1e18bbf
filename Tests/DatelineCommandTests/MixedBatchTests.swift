import Foundation
import TestSupport
import Testing

/// Batches of every kind of input at once: the same bytes at any number of threads and after interruptions.
@Suite(.serialized) struct MixedBatchTests {
  private let command: Command

  init() throws { command = try Command() }

  private static func story(_ number: Int) -> String {
    let towns = ["Isfahan", "Arad, Israel", "Paris", "Iran"]
    return
      "A car bomb exploded at a market in \(towns[number % towns.count]) on Friday and killed \(number % 7 + 2) people, police said. "
      + "Officers found the wreck of the car beside the gate, and \(number % 50 + 3) people were taken to hospitals."
  }

  private static func page(_ number: Int) -> String {
    "<!doctype html><html><head><title>Bomb \(number)</title><meta property=\"article:published_time\" content=\"2024-04-20\"></head>"
      + "<body><p>\(story(number))</p></body></html>"
  }

  private static func record(_ number: Int) -> String {
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(page(number))"
    return
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\(number)\r\nContent-Type: application/http\r\n"
      + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
  }

  /// A folder with some of each kind, and among them what cannot be read or is none.
  private func write(_ count: Int) throws {
    for folder in ["in/pages", "in/texts"] {
      try FileManager.default.createDirectory(
        atPath: "\(command.folder.path)/\(folder)", withIntermediateDirectories: true)
    }
    try command.folder.write((0..<count).map(Self.record).joined(), to: "in/crawl.warc")
    let entries = (0..<20).map {
      "<item><title>Entry</title><link>https://example.org/feed/\($0)</link><description>&lt;p&gt;\(Self.story($0))&lt;/p&gt;</description></item>"
    }
    try command.folder.write(
      "<rss version=\"2.0\"><channel><title>News</title>\(entries.joined())</channel></rss>", to: "in/feed.xml")
    let lines = (0..<count).map { number in
      number % 100 == 57
        ? "{\"id\": \"bad\(number)\"}" : "{\"id\": \"line\(number)\", \"text\": \"\(Self.story(number))\"}"
    }
    try command.folder.write(lines.joined(separator: "\n"), to: "in/lines.ndjson")
    for number in 0..<20 {
      try command.folder.write(Self.page(number), to: "in/pages/\(number).html")
      try command.folder.write(
        "---\ndate: 2024-04-20\n---\n# Bomb\n\n\(Self.story(number))\n", to: "in/texts/\(number).md")
      try command.folder.write(Self.story(number), to: "in/texts/\(number).txt")
    }
    try command.folder.write("<html><body><a href=1>x</a></body></html>", to: "in/pages/index.html")
    try command.folder.write("p {}", to: "in/pages/style.css")
  }

  @Test(arguments: ["ndjson", "csv"]) func threadsDoNotChangeABytes(format: String) throws {
    try write(150)
    let arguments = ["incidents", "in", "--format", format, "--errors", "errors.ndjson"]
    let one = try command.run(arguments + ["--threads", "1"])
    let errors = try command.read("errors.ndjson")
    let four = try command.run(arguments + ["--threads", "4"])
    #expect(one.status == 1)
    #expect(one.output.utf8.count > 50_000)
    #expect(one.output == four.output)
    #expect(one.complaints == four.complaints)
    #expect(try command.read("errors.ndjson") == errors)
    #expect(errors.split(separator: "\n").count == 2)
    #expect(one.complaints.hasSuffix("1 file in folders are no articles by name or content and were passed over\n"))
    guard format == "ndjson" else { return }
    let ids = try one.output.split(separator: "\n").map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["id"] as? String ?? ""
    }
    #expect(ids.count == 150 + 20 + 150 + 21 + 40)
    #expect(ids.first == "https://example.org/0")
    #expect(ids[150] == "https://example.org/feed/0")
    #expect(ids.last == "in/texts/9.txt")
  }

  @Test func whatWasKilledGoesOnToTheSameBytes() throws {
    var count = 400
    let arguments = ["geoparse", "in", "-o", "in/out.ndjson", "--errors", "in/errors.ndjson"]
    while true {
      try write(count)
      let process = try command.start(arguments)
      while process.isRunning, !command.exists("in/out.ndjson.journal") { usleep(2_000) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { break }
      count *= 4
      try #require(count < 200_000, "the program was never killed in the middle")
    }
    let rest = try command.run(arguments + ["--resume"])
    #expect(rest.complaints.contains("articles are done already"))
    let (output, errors) = (try command.bytes(of: "in/out.ndjson"), try command.bytes(of: "in/errors.ndjson"))
    // the outputs lie in the folder that is read, and are not read
    #expect(try command.run(arguments).status == 1)
    #expect(try command.bytes(of: "in/out.ndjson") == output)
    #expect(try command.bytes(of: "in/errors.ndjson") == errors)
    #expect(output.filter { $0 == 0x0A }.count == 2 * count + 81)
    #expect(try command.names(in: "in").filter { $0.contains("partial") || $0.contains("journal") } == [])
  }

  @Test func whatMayChangeIsNotGoneOnWith() throws {
    try command.folder.write(Self.page(1), to: "page.html")
    let address = try command.run(["geoparse", "page.html", "http://127.0.0.1:9/x", "-o", "out.ndjson", "--resume"])
    #expect(address.status == 1)
    #expect(
      address.complaints
        == "dateline: --resume: http://127.0.0.1:9/x may give another page than then; save it as a file first\n")
    let pipe = try command.run(["geoparse", "/dev/null", "-o", "out.ndjson", "--resume"])
    #expect(
      pipe.complaints == "dateline: --resume: /dev/null is no file and cannot be read again; give files\n")
    let page = try command.run(["report", "page.html", "-o", "out.html", "--resume"])
    #expect(page.status == 2)
    #expect(
      page.complaints.hasPrefix("dateline: Error: report writes its page when all is read: there is nothing to go on"))
    #expect(try command.folder.names() == ["page.html"])
  }

  @Test func mapsAndReportsAreTheSameAtAnyNumberOfThreads() throws {
    try write(5)
    for folder in ["one", "four"] {
      let threads = folder == "one" ? "1" : "4"
      let maps = try command.run(["map", "in", "-o", folder, "--errors", "\(folder).ndjson", "--threads", threads])
      #expect(maps.status == 1, "a page is an index")
      let together = try command.run(["map", "in", "-o", folder, "--together", "--quiet", "--threads", threads])
      #expect(together.status == 1)
      let report = try command.run([
        "report", "in", "-o", "\(folder)/report.html", "--title", "All", "--threads", threads,
      ])
      #expect(report.status == 1)
    }
    let names = try command.names(in: "one")
    #expect(names == (try command.names(in: "four")))
    #expect(["together.geojson", "report.html", "line1.svg", "0-2.geojson", "3.svg"].allSatisfy(names.contains))
    for name in names {
      #expect(try command.bytes(of: "one/\(name)") == command.bytes(of: "four/\(name)"), "\(name)")
    }
    #expect(try command.bytes(of: "one.ndjson") == command.bytes(of: "four.ndjson"))
    #expect(try command.read("one.ndjson").split(separator: "\n").count == 1)
  }
}

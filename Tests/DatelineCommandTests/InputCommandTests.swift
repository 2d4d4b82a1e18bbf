import Foundation
import TestSupport
import Testing

/// Pages, folders and addresses as people give them to the commands.
@Suite(.serialized) struct InputCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  private static let story = "A blast in Isfahan killed two people on Monday, the governor of the province said."
  private static let page =
    "<!doctype html><html><head><title>Blast in Isfahan</title><meta property=\"article:published_time\" content=\"2024-04-16\"></head>"
    + "<body><nav><a href=\"/\">Home</a></nav><p>\(story)</p></body></html>"

  private func objects(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func anExtractedTextIsRepeatedAndOffsetsIndexIt() throws {
    try command.folder.write(Self.page, to: "blast.html")
    try command.folder.write("---\ndate: 2024-04-16\n---\n🔥 \(Self.story)", to: "blast.txt")
    try command.folder.write(Self.story, to: "plain.txt")
    let outcome = try command.run(["geoparse", "blast.html", "blast.txt", "plain.txt"])
    #expect(outcome.status == 0)
    let lines = try objects(outcome.output)
    #expect(lines.map { $0["text"] as? String } == [Self.story, "🔥 \(Self.story)", nil])
    #expect(lines.map { $0["date"] as? String } == ["2024-04-16", "2024-04-16", nil])
    #expect(lines[0]["title"] as? String == "Blast in Isfahan")
    let starts = lines.map { ($0["toponyms"] as? [[String: Any]])?.first?["start"] as? Int }
    #expect(starts == [11, 13, 11])
    // what was extracted can be read again
    let again = try command.run(["geoparse"], input: outcome.output.split(separator: "\n")[0] + "\n")
    #expect(try objects(again.output)[0]["toponyms"] as? NSArray == lines[0]["toponyms"] as? NSArray)
    let incidents = try objects(command.run(["incidents", "blast.html"]).output)
    #expect(incidents[0]["text"] as? String == Self.story)
    #expect(incidents[0]["id"] as? String == "blast.html")
  }

  @Test func aBadDocumentCostsOneLine() throws {
    try command.folder.write(Self.page, to: "good.html")
    try command.folder.write("<html><body><a href=1>x</a></body></html>", to: "index.html")
    try command.folder.write("---\nx\n---\n", to: "slip.md")
    let outcome = try command.run(["geoparse", ".", "--errors", "errors.ndjson"])
    #expect(outcome.status == 1)
    let lines = try objects(outcome.output)
    #expect(lines.map { $0["id"] as? String } == ["./good.html", "./index.html", "./slip.md"])
    #expect(lines.map { $0["error"] != nil } == [false, true, true])
    #expect(try objects(command.read("errors.ndjson")).count == 2)
    #expect(
      outcome.complaints.contains("dateline: ./slip.md:2: front matter: 'x' is not 'key: value'\n"))
  }

  @Test func standardInputIsWhatItHolds() throws {
    let page = try command.run(["geoparse", "-"], input: Self.page)
    #expect(try objects(page.output)[0]["id"] as? String == "stdin")
    #expect(try objects(page.output)[0]["text"] as? String == Self.story)
    let map = try command.run(["map", "-", "-o", "out"], input: "{\"id\": \"../a/b\", \"text\": \"\(Self.story)\"}\n")
    #expect(map.status == 0)
    #expect(try command.names(in: "out").contains("a-b.geojson"))
  }

  @Test func filesOfEveryKindMakeMaps() throws {
    try command.folder.write(Self.page, to: "one.html")
    try command.folder.write("# Blast\n\n\(Self.story)\n", to: "two.md")
    let outcome = try command.run(["map", "one.html", "two.md", "-o", "out", "--quiet"])
    #expect(outcome.status == 0)
    let names = try command.names(in: "out")
    #expect(["one.geojson", "one.svg", "two.geojson", "two.svg"].allSatisfy(names.contains))
    let collection =
      try JSONSerialization.jsonObject(with: Data(command.read("out/one.geojson").utf8)) as? [String: Any]
    let features = try #require(collection?["features"] as? [[String: Any]])
    let row = try #require(features.first?["properties"] as? [String: Any])
    #expect(row["article_id"] as? String == "one")
    #expect(row["source_date"] as? String == "2024-04-16")
    #expect(row["event_date"] as? String == "2024-04-15")
  }

  private func server() throws -> LoopbackServer {
    let page = Self.page
    return try #require(
      LoopbackServer { path in
        func answer(_ status: String, _ header: String = "", _ body: [UInt8] = []) -> [UInt8] {
          Array("HTTP/1.1 \(status)\r\nConnection: close\r\n\(header)Content-Length: \(body.count)\r\n\r\n".utf8) + body
        }
        switch path {
        case "/story.html?x=1": return answer("200 OK", "Content-Type: text/html; charset=utf-8\r\n", Array(page.utf8))
        case "/latin":
          let words = "<p>Ein Knall in Isfahan t\u{F6}tete zwei Menschen am Montag, sagte man.</p>"
          return answer(
            "200 OK", "Content-Type: text/html; charset=ISO-8859-1\r\n", words.unicodeScalars.map { UInt8($0.value) })
        case "/moved": return answer("302 Found", "Location: story.html?x=1#top\r\n")
        case "/circle": return answer("301 Moved", "Location: /circle\r\n")
        case "/file": return answer("301 Moved", "Location: file:///etc/hostname\r\n")
        case "/large":
          return Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)
            + [UInt8](repeating: 0x61, count: 40 << 20)
        case "/told": return Array("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".utf8)
        case "/picture": return answer("200 OK", "Content-Type: image/png\r\n", [0x89, 0x50, 0x4E, 0x47, 0, 0])
        case "/nothing": return []
        case "/gone": return answer("410 Gone")
        default: return answer("404 Not Found")
        }
      }, "no server can be started on this machine")
  }

  @Test func anAddressIsFetchedOnceAndPolitely() throws {
    let server = try server()
    let address = server.address("/story.html?x=1")
    let outcome = try command.run(["geoparse", address, "--allow-private"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let line = try objects(outcome.output)[0]
    #expect(line["id"] as? String == address)
    #expect(line["url"] as? String == address)
    #expect(line["text"] as? String == Self.story)
    #expect(server.requests.count == 1)
    let request = try #require(server.requests.first)
    #expect(request.hasPrefix("GET /story.html?x=1 HTTP/1.1\r\n"))
    #expect(request.contains("\r\nUser-Agent: dateline/"))
    #expect(!request.lowercased().contains("cookie") && !request.lowercased().contains("authorization"))
    let map = try command.run(["map", address, "--allow-private", "-o", "out", "--quiet"])
    #expect(map.status == 0)
    #expect(try command.names(in: "out").contains("story.svg"))
  }

  @Test func redirectsAreFollowedAndTheCharsetIsThatOfTheHeader() throws {
    let server = try server()
    let outcome = try command.run(["geoparse", server.address("/moved"), server.address("/latin"), "--allow-private"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let lines = try objects(outcome.output)
    #expect(lines[0]["id"] as? String == server.address("/moved"))
    #expect(lines[0]["url"] as? String == server.address("/story.html?x=1"))
    #expect((lines[1]["text"] as? String)?.hasPrefix("Ein Knall in Isfahan tötete") ?? false)
  }

  @Test func thisMachineIsNotAskedUnlessAllowed() throws {
    let server = try server()
    let refused =
      "it leads to an address of a private network or of this machine, which is not asked; --allow-private allows it"
    let addresses = [
      server.address("/story.html"), "http://localhost:\(server.port)/story.html", "http://[::1]:\(server.port)/",
      "http://0x7f000001:\(server.port)/", "http://2130706433:\(server.port)/",
      "http://[::ffff:127.0.0.1]:\(server.port)/",
      "http://10.1.2.3/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://[fd00::1]/",
      "http://0.0.0.0/",
    ]
    let outcome = try command.run(["geoparse"] + addresses)
    #expect(outcome.status == 1)
    #expect(server.requests.isEmpty)
    let told = outcome.complaints.split(separator: "\n").map(String.init)
    #expect(told == addresses.map { "dateline: \($0): \(refused)" })
  }

  @Test func whatCannotBeFetchedIsNamed() throws {
    let server = try server()
    let wanted = [
      ("/circle", "the server sends on more than 5 times"),
      ("/file", "it leads to 'file:///etc/hostname', which is no address of http or https"),
      ("/large", "the page has more than 32 MB"), ("/told", "the page has more than 32 MB"),
      ("/picture", "it gives image/png and no page, feed or text; save it as a file first"),
      ("/gone", "there is no such page (410)"), ("/other", "there is no such page (404)"),
    ]
    let outcome = try command.run(["geoparse", "--allow-private"] + wanted.map { server.address($0.0) })
    #expect(outcome.status == 1)
    let told = outcome.complaints.split(separator: "\n").map(String.init)
    #expect(told == wanted.map { "dateline: \(server.address($0.0)): \($0.1)" })
    #expect(server.requests.count == wanted.count + 5)
  }
}

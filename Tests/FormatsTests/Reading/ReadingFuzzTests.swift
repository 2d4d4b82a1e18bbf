import Formats
import Foundation
import TestSupport
import Testing

/// Whatever bytes come in, reading ends with articles or faults.
@Suite struct ReadingFuzzTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ bytes: [UInt8], _ name: String) throws {
    for part in ArticleSource([try folder.write(bytes, to: name)]) {
      switch part.read() {
      case .success(let read): #expect(!read.article.text.isEmpty || name.hasSuffix("json"))
      case .failure(let fault): #expect(!"\(fault)".isEmpty)
      }
    }
  }

  @Test(arguments: PageTests.names) func damagedPagesEndInArticlesOrFaults(name: String) throws {
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: "\(PageTests.folder)/\(name).html")))
    try fuzz(rounds: 24) { random, _ in
      var bytes = whole
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      if !bytes.isEmpty, Bool.random(using: &random) { random.damage(&bytes, in: 0..<bytes.count) }
      try read(bytes, "page.html")
    }
  }

  @Test func damagedStreamsEndInArticlesOrFaults() throws {
    let page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n2d\r\n<p>A fire broke out in the mill on Friday.</p>\r\n0\r\n\r\n"
    let record =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n"
    let archive = Array((record + record).utf8)
    let feed = Array(
      "<rss><channel><item><link>https://a.example/</link><description>A fire &amp; smoke &nbsp; in the mill on Friday night.</description></item></channel></rss>"
        .utf8)
    let text = Array("---\ntitle: \"a\"\ndate: 2024-04-19\n---\n# A *b* [c](d)\n\nA fire ![x](y).\n".utf8)
    let seeds: [(name: String, bytes: [UInt8])] = [
      ("a.warc", archive), ("a.warc.gz", Packing.gzip(archive) + Packing.gzip(archive)), ("feed.xml", feed),
      ("a.md", text),
      ("a.txt", text), ("a.ndjson", Array("{\"id\": 1, \"text\": \"\\u0041\"}\n{\"id\": 2, \"text\": \"b\"}\n".utf8)),
    ]
    try fuzz(rounds: 900) { random, seed in
      let (name, whole) = seeds[Int(seed) % seeds.count]
      var bytes = whole
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      if !bytes.isEmpty { random.damage(&bytes, in: 0..<bytes.count) }
      try read(bytes, name)
    }
  }
}

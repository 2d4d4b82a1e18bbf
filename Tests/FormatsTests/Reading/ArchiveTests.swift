import DatelineKit
import Formats
import TestSupport
import Testing

@Suite struct ArchiveTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let page =
    "<html><head><title>Mill fire</title></head><body><p>A fire broke out in the old mill of Cockermouth on Friday.</p></body></html>"

  private func record(
    _ type: String, _ address: String?, _ block: [UInt8], mediaType: String = "application/http; msgtype=response"
  )
    -> [UInt8]
  {
    var head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Date: 2024-04-19T10:00:00Z\r\n"
    if let address { head += "WARC-Target-URI: \(address)\r\n" }
    head += "Content-Type: \(mediaType)\r\nContent-Length: \(block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private func answer(_ header: String, _ body: [UInt8], status: String = "200 OK") -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(header)\r\n\r\n".utf8) + body
  }

  private var records: [[UInt8]] {
    let html = Array(Self.page.utf8)
    let half = html.count / 2
    let chunks =
      Array("\(String(half, radix: 16));x=y\r\n".utf8) + html[..<half]
      + Array("\r\n\(String(html.count - half, radix: 16))\r\n".utf8)
      + html[half...] + Array("\r\n0\r\n\r\n".utf8)
    let latin = html.map { $0 == 0x6F ? 0xF6 : $0 }
    return [
      record("warcinfo", nil, Array("software: test".utf8), mediaType: "application/warc-fields"),
      record(
        "request", "https://a.example/1", Array("GET / HTTP/1.1\r\n\r\n".utf8),
        mediaType: "application/http; msgtype=request"),
      record("response", "https://a.example/1", answer("Content-Type: text/html; charset=utf-8", html)),
      record("response", "https://a.example/p.png", answer("Content-Type: image/png", [0x89, 0x50, 0])),
      record(
        "response", "https://a.example/2", answer("content-type: text/html\r\ntransfer-encoding: chunked", chunks)),
      record("response", "https://a.example/gone", answer("Content-Type: text/html", html, status: "404 Not Found")),
      record(
        "response", "https://a.example/3",
        answer("Content-Type: TEXT/HTML\r\nContent-Encoding: gzip", Packing.gzip(html))),
      // an archive that undid the compression and kept its header
      record("response", "https://a.example/4", answer("Content-Type: text/html\r\nContent-Encoding: gzip", html)),
      record("response", "<https://a.example/5>", answer("Content-Type: text/html; charset=\"windows-1252\"", latin)),
      record(
        "response", "https://a.example/6", answer("Content-Type: text/html\r\nContent-Encoding: br", [1, 2, 3, 4])),
      record(
        "response", "https://a.example/7",
        answer("Content-Type: text/html\r\nContent-Encoding: deflate", Packing.zlib(html))),
      record("conversion", "https://a.example/8", Array("A blast in Paris.".utf8), mediaType: "text/plain"),
      record(
        "response", "https://a.example/robots.txt", answer("Content-Type: text/plain", Array("User-agent: *".utf8))),
    ]
  }

  private func outcomes(_ path: String) -> [String] {
    ArticleSource([path]).map { part in
      switch part.read() {
      case .success(let read): "\(read.article.id) \(read.article.url ?? "-") \(read.article.text.prefix(34))"
      case .failure(let fault): "\(fault.id ?? "-"): \(fault)"
      }
    }
  }

  private let wanted = [
    "https://a.example/1 https://a.example/1 A fire broke out in the old mill o",
    "https://a.example/2 https://a.example/2 A fire broke out in the old mill o",
    "https://a.example/3 https://a.example/3 A fire broke out in the old mill o",
    "https://a.example/4 https://a.example/4 A fire broke out in the old mill o",
    "https://a.example/5 https://a.example/5 A fire bröke öut in the öld mill ö",
    "https://a.example/6: https://a.example/6: the br data cannot be read",
    "https://a.example/7 https://a.example/7 A fire broke out in the old mill o",
    "https://a.example/8 https://a.example/8 A blast in Paris.",
  ]

  @Test func pagesAndTextsOfAnArchiveAreArticles() throws {
    #expect(outcomes(try folder.write(records.flatMap { $0 }, to: "a.warc")) == wanted)
  }

  @Test func eachRecordMayBeCompressedByItself() throws {
    #expect(outcomes(try folder.write(records.flatMap(Packing.gzip), to: "a.warc.gz")) == wanted)
    #expect(outcomes(try folder.write(Packing.gzip(records.flatMap { $0 }), to: "b.dat")) == wanted)
  }

  @Test func whatIsCutOffEndsWithAFault() throws {
    let all = records.flatMap { $0 }
    let path = try folder.write(Array(all[..<(all.count - 260)]), to: "a.warc")
    let found = outcomes(path)
    #expect(found.prefix(wanted.count - 2) == wanted.prefix(wanted.count - 2))
    #expect(found.last?.contains("the archive ends within a record") ?? false)
    let packed = Packing.gzip(all)
    let short = outcomes(try folder.write(Array(packed[..<(packed.count / 2)]), to: "c.warc.gz"))
    #expect(short.last?.hasSuffix("c.warc.gz: the gzip data ends too early") ?? false)
  }

  @Test func aBadRecordCostsNoMoreThanItself() throws {
    let bad = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\nwhatever\r\n\r\n".utf8)
    let noAnswer = record("response", "https://a.example/x", Array("not http at all".utf8))
    let path = try folder.write(records[2] + bad + noAnswer + records[4], to: "a.warc")
    #expect(
      outcomes(path) == [
        wanted[0], "-: \(path): a record has no length",
        "https://a.example/x: https://a.example/x: the record holds no answer of HTTP", wanted[1],
      ])
  }
}

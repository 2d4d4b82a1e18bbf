import DatelineKit
import Formats
import Foundation
import TestSupport
import Testing

@Suite struct ArticleSourceTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func outcomes(_ source: ArticleSource) -> [String] {
    source.map { part in
      switch part.read() {
      case .success(let read): read.article.id.replacingOccurrences(of: folder.path, with: "")
      case .failure(let fault): "! \(fault)".replacingOccurrences(of: folder.path, with: "")
      }
    }
  }

  @Test func foldersAreReadInOrderWithoutWhatIsHiddenOrForeign() throws {
    let manager = FileManager.default
    for name in ["in/b", "in/a", "in/.git", "in/page_files", "in/b/deep"] {
      try manager.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
    }
    let story = "A blast in Paris killed two people on Monday."
    let page = "<!doctype html><p>\(story)</p>"
    for (name, text) in [
      ("in/b/deep/z.txt", story), ("in/a/10.md", story), ("in/a/9.txt", story), ("in/.hidden.txt", story),
      ("in/.git/x.txt", story),
      ("in/page.html", page), ("in/page_files/ad.html", page), ("in/style.css", "p {}"), ("in/picture", "\u{0}\u{1}"),
      ("in/saved", page), ("in/lines.ndjson", "{\"id\": 1, \"text\": \"x\"}\n\n{\"id\": 2}\n"), ("in/empty.txt", ""),
    ] { try folder.write(text, to: name) }
    try manager.createSymbolicLink(atPath: "\(folder.path)/in/loop", withDestinationPath: "\(folder.path)/in")
    let source = ArticleSource(["\(folder.path)/in/"])
    #expect(
      outcomes(source) == [
        "/in/a/10.md", "/in/a/9.txt", "/in/b/deep/z.txt", "! /in/empty.txt: the file is empty", "1",
        "! /in/lines.ndjson:3: the object has no \"text\"", "/in/page.html", "/in/saved",
      ])
    #expect(source.passedOver == 2)
  }

  @Test func compressedFilesAreReadAsWhatTheyHold() throws {
    let line = Array("{\"id\": \"a\", \"text\": \"A blast.\"}\n".utf8)
    let paths = [
      try folder.write(Packing.gzip(line + line), to: "a.ndjson.gz"),
      try folder.write(Packing.gzip(line) + Packing.gzip(line) + [0, 0, 0], to: "b.jsonl.gz"),
      try folder.write(Packing.gzip(Array("A blast in Paris.".utf8)), to: "c.txt.gz"),
      try folder.write(Array(Packing.gzip(line).dropLast(8)), to: "d.ndjson.gz"),
    ]
    #expect(
      outcomes(ArticleSource(paths)) == [
        "a", "a", "a", "a", "/c.txt.gz", "a", "! /d.ndjson.gz: the gzip data ends too early",
      ])
  }

  @Test func whatIsLargerThanAnArticleIsRefused() throws {
    let large = [UInt8](repeating: 0x61, count: ReadingLimit.article + 1)
    let line =
      Array("{\"id\": \"a\", \"text\": \"".utf8) + large + Array("\"}\n{\"id\": \"b\", \"text\": \"x\"}\n".utf8)
    let paths = [
      try folder.write(large, to: "a.txt"), try folder.write(line, to: "b.ndjson"),
      // a bomb: a thousand times as long as its file
      try folder.write(Packing.gzip([UInt8](repeating: 0x20, count: 3 * ReadingLimit.article)), to: "c.html.gz"),
    ]
    let words = "one article may have 32 MB and this is more; for many articles use NDJSON or WARC"
    #expect(
      outcomes(ArticleSource(paths)) == [
        "! /a.txt: \(words)", "! /b.ndjson:1: the line has more than 32 MB", "b", "! /c.html.gz: \(words)",
      ])
  }

  @Test func aPDFIsNamed() throws {
    let found = outcomes(ArticleSource([try folder.write("%PDF-1.7 \u{0}", to: "a.txt")]))
    #expect(found == ["! /a.txt: this is a PDF; save its text first, for example with pdftotext"])
  }

  @Test func partsAreReadOnAnyThreadWithTheSameResult() async throws {
    let paths = PageTests.names.map { "\(PageTests.folder)/\($0).html" }
    let parts = Array(ArticleSource(paths))
    let alone = parts.map { $0.read() }
    for _ in 0..<4 {
      let together = await withTaskGroup(of: (Int, Result<ReadArticle, ArticleFault>).self) { group in
        for (index, part) in parts.enumerated() { group.addTask { (index, part.read()) } }
        return await group.reduce(into: [Int: Result<ReadArticle, ArticleFault>]()) { $0[$1.0] = $1.1 }
      }
      #expect(parts.indices.allSatisfy { together[$0] == alone[$0] })
    }
  }
}

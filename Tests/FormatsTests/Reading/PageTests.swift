import Foundation
import Formats
import TestSupport
import Testing

/// Pages in the shapes that newsrooms' systems make, each with what is to be read from it. The expectations were written before the
/// reader ran on them.
@Suite struct PageTests {
  struct Expected: Decodable {
    var title: String?
    var date: String?
    var url: String?
    var home: String?
    var captions: [String]?
    var text: [String]?
    var authors: [String]?
    var publisher: String?
    /// What the error says, where the page holds no article.
    var fails: String?
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Pages").path

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()

  @Test func thereArePagesOfManyShapes() { #expect(Self.names.count >= 35) }

  @Test(arguments: names) func aPageIsReadAsAPersonWould(name: String) throws {
    let path = "\(Self.folder)/\(name).html"
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).json"))
    let expected = try JSONDecoder().decode(Expected.self, from: data)
    let source = ArticleSource([path])
    let part = try #require(source.next())
    #expect(source.next()?.source == nil)
    switch part.read() {
    case .failure(let fault):
      let words = try #require(expected.fails, "\(fault)")
      #expect("\(fault)".contains(words))
      #expect(fault.id == path)
    case .success(let read):
      #expect(expected.fails == nil)
      let article = read.article
      #expect(article.id == path)
      #expect(article.title == expected.title)
      #expect(article.date?.description == expected.date)
      #expect(article.url == expected.url)
      #expect(article.place == expected.home)
      #expect(article.text.components(separatedBy: "\n\n") == expected.text)
      #expect(article.extraction?.captions == expected.captions)
      if let authors = expected.authors { #expect(article.extraction?.authors == authors) }
      if let publisher = expected.publisher { #expect(article.extraction?.publisher == publisher) }
    }
  }
}

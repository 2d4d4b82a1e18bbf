import DatelineKit
import Formats
import Language
import TestSupport
import Testing

@Suite struct ArticleReaderTests {
  private let folder: TemporaryFolder
  private let reader = ArticleReader()

  init() throws { folder = try TemporaryFolder() }

  private func read(_ path: String) throws -> Article {
    try #require(ArticleSource([path]).next()).read().get().article
  }

  @Test func aTextFileIsAnArticleWithItsPathAsId() throws {
    let path = try folder.write("A blast in Paris.\r\n", to: "story.txt")
    #expect(try read(path) == Article(id: path, text: "A blast in Paris.\r\n"))
  }

  @Test func filesThatAreNoArticlesAreRefused() throws {
    func complaint(_ bytes: [UInt8]) throws -> String {
      let path = try folder.write(bytes, to: "story.txt")
      let error = try #require(throws: ArticleFault.self) { try read(path) }
      return String("\(error)".dropFirst(folder.path.count + 1))
    }
    #expect(try complaint([]) == "story.txt: the file is empty")
    #expect(try complaint(Array(" \r\n\t\u{FEFF}\u{A0}".utf8)) == "story.txt: the file is empty")
    #expect(try complaint(Array("PK\u{3}\u{4}\u{0}".utf8)) == "story.txt: this is not text (it holds NUL bytes)")
    #expect(
      try complaint(Array("é €".utf8) + Array("ñ ü ".utf8) + [0x81, 0x61])
        == "story.txt: this is not UTF-8; convert it first, for example with iconv")
    #expect(
      try complaint([0xED, 0xA0, 0x80, 0x61])
        == "story.txt: this is not UTF-8; convert it first, for example with iconv")
  }

  @Test func missingFilesAndFoldersAreNamed() throws {
    let missing = "\(folder.path)/none.txt"
    let absent = try #require(throws: ArticleFault.self) { try read(missing) }
    #expect("\(absent)" == "\(missing): there is no such file")
    let isFolder = try #require(throws: ArticleError.self) { try reader.bytes(atPath: folder.path) }
    #expect("\(isFolder)" == "\(folder.path): cannot be read: it is a folder")
  }

  @Test func aLineOfJSONIsAnArticle() throws {
    let line = """
      {"id": "a1", "text": "A blast.", "title": "Blast", "url": "https://example.org/", "date": "2024-04-19T10:00:00Z", \
      "place": "Paris", "spans": [[0, 1], [2, 7]], "other": {"x": null}}
      """
    let (article, spans) = try reader.article(ofLine: Array(line.utf8))
    #expect(
      article
        == Article(
          id: "a1", text: "A blast.", title: "Blast", url: "https://example.org/",
          date: CalendarDate(iso: "2024-04-19"), place: "Paris"))
    #expect(spans == [0..<1, 2..<7])
  }

  @Test(arguments: [
    (#"{"id": 17, "text": "x"}"#, "17"), (#"{"id": "é", "text": "x", "date": "", "spans": null}"#, "é"),
    (#" {"text": "x", "id": ""} "# + "\r", ""),
  ]) func idsAreTextOrNumbers(line: String, id: String) throws {
    let (article, spans) = try reader.article(ofLine: Array(line.utf8))
    #expect(article.id == id)
    #expect(article.date == nil)
    #expect(spans == nil)
  }

  @Test(arguments: [
    ("", "this is not an article as a JSON object"), ("[]", "this is not an article as a JSON object"),
    ("null", "this is not an article as a JSON object"), (#"{"id": "a""#, "this is not an article as a JSON object"),
    (#"{"id": "a", "text": 5}"#, "this is not an article as a JSON object"),
    (#"{"id": [], "text": "x"}"#, "this is not an article as a JSON object"),
    (#"{"id": "a", "text": "\ud800"}"#, "this is not an article as a JSON object"),
    (#"{"id": "a"}"#, "the object has no \"text\""), (#"{"id": "a", "text": null}"#, "the object has no \"text\""),
    (#"{"text": "x"}"#, "the object has no \"id\""),
    (#"{"id": "a", "text": "x", "date": "19.4.2024"}"#, "\"19.4.2024\" is not a date such as 2024-04-19"),
    (#"{"id": "a", "text": "x", "spans": [[1]]}"#, "a span is [start, end]"),
    (#"{"id": "a", "text": "x", "spans": [[2, 1]]}"#, "a span is [start, end]"),
    (#"{"id": "a", "text": "x", "spans": [[-1, 1]]}"#, "a span is [start, end]"),
  ]) func badLinesSayWhatIsWrong(line: String, message: String) throws {
    let error = try #require(throws: ArticleError.self) { try reader.article(ofLine: Array(line.utf8)) }
    #expect("\(error)" == message)
  }

  @Test func aLineThatIsNotUTF8IsBad() {
    #expect(throws: ArticleError.self) {
      try reader.article(ofLine: Array(#"{"id": "a", "text": ""#.utf8) + [0xFF] + Array(#""}"#.utf8))
    }
  }

  @Test func theIdOfABadLineIsToldWhereItCan() {
    #expect(reader.id(ofLine: Array(#"{"id": "a", "text": 5}"#.utf8)) == "a")
    #expect(reader.id(ofLine: Array(#"{"id": 7}"#.utf8)) == "7")
    for line in ["", "{", "[]", "{}", #"{"id": {}}"#] { #expect(reader.id(ofLine: Array(line.utf8)) == nil) }
  }
}

import DatelineKit
import Formats
import TestSupport
import Testing

@Suite struct CharsetTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ bytes: [UInt8], _ name: String) throws -> Article {
    let path = try folder.write(bytes, to: name)
    return try #require(ArticleSource([path]).next()).read().get().article
  }

  private func page(_ charset: String, _ words: [UInt8]) -> [UInt8] {
    Array("<html><head>\(charset)<title>t</title></head><body><p>".utf8) + words
      + Array(" is the first sentence of a paragraph long enough to be read.</p></body></html>".utf8)
  }

  @Test func textsWithMarksAndWithout() throws {
    let words = "Köln – “heute” € ñ"
    let utf16 = words.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let swapped = words.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try read(Array(words.utf8), "a.txt").text == words)
    #expect(try read([0xFF, 0xFE] + utf16, "a.txt").text == words)
    #expect(try read([0xFE, 0xFF] + swapped, "a.txt").text == words)
    let windows: [UInt8] = [0x4B, 0xF6, 0x6C, 0x6E, 0x20, 0x96, 0x20, 0x93, 0x68, 0x94, 0x20, 0x80]
    #expect(try read(windows, "a.txt").text == "Köln – “h” €")
    #expect(try read(windows, "a.txt").extraction == nil)
  }

  @Test(
    arguments: [
      ("<meta charset='windows-1251'>", [0xCA, 0xE8, 0xE5, 0xE2], "Киев"),
      ("<meta http-equiv=content-type content='text/html; charset=EUC-JP'>", [0xC5, 0xEC, 0xB5, 0xFE], "東京"),
      ("<meta charset=gb2312>", [0xB1, 0xB1, 0xBE, 0xA9], "北京"),
      ("<meta charset=shift_jis>", [0x93, 0x8C, 0x8B, 0x9E], "東京"),
      ("<meta charset=iso-8859-1>", [0x93, 0xDC, 0x94], "“Ü”"),
      ("<meta charset=iso-8859-1>", [0xC3, 0x9C], "Ü"),
      ("<meta charset=utf-16>", [0xC3, 0x9C], "Ü"),
      ("<meta charset=utf-8>", [0xDC, 0x6C], "Ül"),
      ("", [0xDC, 0x6C], "Ül"),
    ] as [(String, [UInt8], String)])
  func pagesSayTheirCharset(declaration: String, bytes: [UInt8], word: String) throws {
    #expect(try read(page(declaration, bytes), "a.html").text.hasPrefix("\(word) is the first"))
  }

  @Test func aCharsetThatNobodyKnowsIsNamed() throws {
    let fault = try #require(throws: ArticleFault.self) { try read(page("<meta charset=klingon-7>", [0xDC]), "a.html") }
    #expect("\(fault)".contains("the charset 'KLINGON-7' is not known here"))
  }

  @Test func aFewBadBytesInAPageAreReplaced() throws {
    let text = try read(page("<meta charset=utf-8>", Array("é ü ñ ö “ ” – ".utf8) + [0xFF]), "a.html").text
    #expect(text.hasPrefix("é ü ñ ö “ ” – \u{FFFD} is"))
  }

  @Test func controlCharactersAndNULsOfPagesGo() throws {
    let text = try read(page("", [0x41, 0x00, 0x07, 0x1B, 0x42, 0xC2, 0xAD, 0x43]), "a.html").text
    #expect(text.hasPrefix("ABC is") || text.hasPrefix("A BC is"))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}

import Language
import TestSupport
import Testing

@Suite struct DocumentTests {
  private static let texts = [
    "", "A blast in Paris", "Müller", "\u{1F525}\u{1F525} fire", "e\u{301}\u{301}a", "\r\n\r\n", "東京 and 𝔘",
    String(repeating: "a", count: 64) + "é" + String(repeating: "b", count: 63) + "🔥",
    String(repeating: "é", count: 200), String(repeating: "🔥", count: 64), String(repeating: "x", count: 127) + "é",
  ]

  @Test(arguments: texts) func offsetsGoFromBytesToCodePointsAndBack(text: String) {
    let document = Document(text)
    let scalars = Array(text.unicodeScalars)
    var byte = 0
    var starts: [Int] = []
    for scalar in scalars {
      starts.append(byte)
      byte += String(scalar).utf8.count
    }
    starts.append(byte)
    for (number, start) in starts.enumerated() {
      #expect(document.scalarRange(ofBytes: 0..<start) == 0..<number)
      #expect(document.scalarRange(ofBytes: start..<byte) == number..<scalars.count)
      #expect(document.byteRange(ofScalars: number..<scalars.count) == start..<byte)
    }
  }

  @Test(arguments: texts) func codePointsBehindTheTextHaveNoBytes(text: String) {
    let count = text.unicodeScalars.count
    #expect(Document(text).byteRange(ofScalars: 0..<count + 1) == nil)
    #expect(Document(text).byteRange(ofScalars: count + 70..<count + 80) == nil)
    #expect(Document(text).byteRange(ofScalars: -1..<0) == nil)
  }

  @Test func aLeadingByteOrderMarkIsDroppedAndCountsNot() throws {
    let document = Document("\u{FEFF}Paris")
    #expect(document.text == "Paris")
    #expect(document.scalarRange(ofBytes: 0..<5) == 0..<5)
    #expect(Document("Pa\u{FEFF}ris").text.unicodeScalars.count == 6)
    #expect(Document("\u{FEFF}\u{FEFF}").text.unicodeScalars.count == 1)
  }

  @Test func lineEndsOfTwoCharactersCountAsTwo() throws {
    let document = Document("A\r\nB")
    let last = try #require(document.tokens.last)
    #expect(document.scalarRange(ofBytes: Int(last.start)..<Int(last.end)) == 3..<4)
  }

  @Test(arguments: [
    "‹A› ‹blast› ‹in› ‹Paris› ‹,› ‹🔥› ‹Müller›", "‹Sana'a›‹’s› ‹مدينة›", "\u{A0}‹x›\u{3000}‹y›",
  ]) func tokensStandWhereTheyWereFound(marked: String) {
    let (text, spans) = MarkedText.read(marked)
    let document = Document(text)
    #expect(MarkedText.write(text, document.tokens.map { Int($0.start)..<Int($0.end) }) == marked)
    for (token, span) in zip(document.tokens.indices, spans) {
      #expect(document.bytes(of: token..<token + 1) == span)
    }
  }

  @Test func theTextOfTokensIsAsItStands() {
    let document = Document("A  blast,\nthen")
    #expect(document.text(ofTokens: 0..<4) == "A  blast,\nthen")
    #expect(document.text(ofTokens: 2..<2) == "")
  }

  /// Work that grew with the square of the length would take minutes here.
  @Test(
    arguments: [
      "a", "A", "in ", "In ", "\u{301}", "🔥", "👨‍👩‍👧", "'", "'s", "a'", "A.", "U.S. ", "1,", "1 ", ".", "\n", "\r\n", "a@",
      "www.", "-", "é", "中", "\"", "May ", "of 12 ", "“(", "\u{FEFF}", "St. ",
    ])
  func longTextsOfOneThingTakeNoLongTime(unit: String) {
    let document = Document(String(repeating: unit, count: 100_000 / unit.utf8.count))
    #expect(document.utf8.count > 90_000)
    #expect(DateFinder(document).dates().count < 100_000)
    #expect(document.sentences.reduce(0) { $0 + $1.tokens.count } == document.tokens.count)
  }

  @Test(arguments: [(0, ""), (1, "x"), (2, "x"), (3, "xé"), (4, "xé"), (6, "xé"), (7, "xé😀"), (8, "xé😀"), (99, "xé😀")])
  func aTextThatIsTooLongIsCutBehindAWholeScalar(limit: Int, beginning: String) {
    #expect(Document.beginning(of: "xé😀", bytes: limit) == beginning)
  }
}

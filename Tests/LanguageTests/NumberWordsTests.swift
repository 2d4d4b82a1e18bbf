import Language
import Testing

@Suite struct NumberWordsTests {
  @Test(
    arguments: [
      ("seven died", 7, 1), ("Twenty-five died", 25, 3), ("1,200 died", 1200, 1), ("two hundred died", 200, 2),
      ("3.5 million people", 3_500_000, 2), ("7.8", 7.8, 1), ("zero", 0, 1), ("nineteen", 19, 1), ("ninety", 90, 1),
      ("twenty-twenty", 20, 1), ("ten-five", 10, 1), ("two hundred thousand", 200_000, 3),
    ] as [(String, Double, Int)])
  func numbersAsNewsWritesThem(text: String, value: Double, tokens: Int) throws {
    let document = Document(text)
    let found = try #require(NumberWords.number(in: document, at: 0, limit: document.tokens.count))
    #expect(found.value == value)
    #expect(found.tokens == tokens)
  }

  @Test(arguments: ["people", "10:30", "hundred", "1.2.3", "-", "tenth", "12345678901234567"])
  func whatIsNoNumberIsNil(text: String) {
    let document = Document(text)
    #expect(NumberWords.number(in: document, at: 0, limit: document.tokens.count) == nil)
  }

  @Test func aNumberEndsAtTheLimit() throws {
    let document = Document("two hundred twenty-five")
    #expect(try #require(NumberWords.number(in: document, at: 0, limit: 1)).value == 2)
    #expect(try #require(NumberWords.number(in: document, at: 2, limit: 4)).value == 20)
    #expect(NumberWords.number(in: document, at: 5, limit: 5) == nil)
  }
}

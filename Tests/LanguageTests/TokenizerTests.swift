import Language
import Testing

@Suite struct TokenizerTests {
  /// Tokens are set apart by · in what is expected.
  @Test(arguments: [
    ("U.S. officials spoke", "U.S.·officials·spoke"), ("in the U.S.A", "in·the·U.S.A"), ("N.C. police", "N.C.·police"),
    ("Gen. Smith of St. Louis", "Gen.·Smith·of·St.·Louis"), ("Jackson, Miss.", "Jackson·,·Miss."),
    ("Miss. Miss, you", "Miss·.·Miss·,·you"), ("John F. Kennedy", "John·F.·Kennedy"), ("J.Smith", "J·.·Smith"),
    ("at 5 p.m. on Monday", "at·5·p.m.·on·Monday"), ("arms, e.g. guns", "arms·,·e.g.·guns"),
    ("vitamin C.", "vitamin·C·."),
  ]) func abbreviationsKeepTheirDots(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: [
    ("Sana'a", "Sana'a"), ("Sana’a fell", "Sana’a·fell"), ("Côte d’Ivoire", "Côte·d’Ivoire"), ("Xi'an", "Xi'an"),
    ("Israel's army", "Israel·'s·army"), ("Israel’s", "Israel·’s"), ("U.S.'s", "U.S.·'s"),
    ("the rebels' camp", "the·rebels·'·camp"), ("'No,' he said", "'·No·,·'·he·said"), ("ISRAEL'S", "ISRAEL·'S"),
    ("Qur`an", "Qur`an"),
  ]) func apostrophesStayInWordsAndPossessivesDoNot(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: [
    ("Tel Aviv-based", "Tel·Aviv·-·based"), ("Stratford-upon-Avon", "Stratford·-·upon·-·Avon"),
    ("KYIV — Two", "KYIV·—·Two"), ("1914–1918", "1914·–·1918"), ("dead--and", "dead·-·-·and"),
  ]) func hyphensAndDashesAreTokens(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: [
    ("1,000.50 dollars", "1,000.50·dollars"), ("7.8.", "7.8·."), ("at 10:30, 40 km", "at·10:30·,·40·km"),
    ("the 1990s", "the·1990s"), ("19th", "19th"), ("3,", "3·,"), ("40%", "40·%"), ("$1,200", "$·1,200"),
    ("2024-04-19", "2024·-·04·-·19"), ("٣٤ قتيلا", "٣٤·قتيلا"),
  ]) func numbersKeepTheirSeparators(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: [
    ("see https://example.org/a?b=c, or", "see·https://example.org/a?b=c·,·or"),
    ("(www.example.org).", "(·www.example.org·)·."), ("“HTTP://example.org”", "“·HTTP://example.org·”"),
    ("mail j.doe-1@example.org.", "mail·j.doe-1@example.org·."), ("<a@b.org>", "<·a@b.org·>"),
    ("https://ja.wikipedia.org/wiki/東京 in", "https://ja.wikipedia.org/wiki/東京·in"), ("@someone", "@·someone"),
  ]) func addressesAreOneToken(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: [
    ("", ""), ("  \t\n ", ""), ("\u{A0}\u{3000}\u{2009}", ""), ("one\r\ntwo", "one·two"), ("a\u{2028}b", "a·b"),
    ("“Fire!”", "“·Fire·!·”"), ("«Огонь»", "«·Огонь·»"), ("Wait…", "Wait·…"), ("A\u{0}B", "A·B"),
  ]) func spacesAndSigns(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: [
    ("São Tomé", "São·Tomé"), ("Sa\u{303}o", "Sa\u{303}o"), ("هز انفجار دمشق، سوريا", "هز·انفجار·دمشق·،·سوريا"),
    ("Москва и Киев.", "Москва·и·Киев·."), ("東京、日本。", "東京·、·日本·。"), ("Ÿ", "Ÿ"),
    ("fire 🔥 in Paris", "fire·🔥·in·Paris"), ("🇫🇷", "🇫·🇷"), ("𝔘krain", "𝔘krain"),
  ]) func everyScriptHasWords(text: String, tokens: String) { expect(text, tokens) }

  @Test(arguments: ["❤️ Paris", "👨‍👩‍👧 Paris", "\u{301} Paris", "\u{200D}Paris", "\u{FE0F}"])
  func whatFoldsToNothingHasNoHash(text: String) {
    let document = Document(text)
    for token in document.tokens { #expect((token.hash == 0) == document.foldedText(of: token).isEmpty) }
  }

  @Test func shapesSayWhatTheLettersLookLike() throws {
    let document = Document("The UN, NATO's 3rd\nElan vital Gen. É Ÿ-a")
    func shape(_ word: String) throws -> Token.Shape {
      try #require(document.tokens.first { document.text(of: $0) == word }).shape
    }
    #expect(try shape("The") == [.capitalised, .spaceBefore, .lineStart])
    #expect(try shape("UN") == [.capitalised, .allCapitals, .spaceBefore])
    #expect(try shape(",") == [])
    #expect(try shape("'s") == [.possessive])
    #expect(try shape("3rd") == [.hasDigit, .spaceBefore])
    #expect(try shape("Elan") == [.capitalised, .spaceBefore, .lineStart])
    #expect(try shape("vital") == [.spaceBefore])
    #expect(try shape("Gen.") == [.capitalised, .abbreviated, .spaceBefore])
    #expect(try shape("É") == [.capitalised, .spaceBefore])
    #expect(try shape("a") == [])
  }

  @Test func kindsTellWordsFromNumbersAndSigns() {
    let kinds = Document("Two 2 2nd x@y.org -").tokens.map(\.kind)
    #expect(kinds == [.word, .number, .word, .address, .punctuation])
  }

  private func expect(_ text: String, _ tokens: String, at location: SourceLocation = #_sourceLocation) {
    let document = Document(text)
    let found = document.tokens.map { document.text(of: $0) }
    #expect(found == tokens.split(separator: "·").map(String.init), sourceLocation: location)
  }
}

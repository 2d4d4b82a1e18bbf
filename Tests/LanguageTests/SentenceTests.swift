import Language
import Testing

@Suite struct SentenceTests {
  /// Sentences are set apart by | in what is expected, words by one space.
  @Test(arguments: [
    ("Two died. Three fled.", "Two died.|Three fled."),
    ("Gen. Smith spoke. Dr. Jones left.", "Gen. Smith spoke.|Dr. Jones left."),
    ("It hit the U.S. Police came.", "It hit the U.S.|Police came."),
    ("It hit the U.S. Navy base.", "It hit the U.S. Navy base."),
    ("It hit the U.S. on Monday.", "It hit the U.S. on Monday."),
    ("He lives in Jackson, Miss. The fire spread.", "He lives in Jackson, Miss.|The fire spread."),
    ("It fell at 5 p.m. Monday in Kyiv.", "It fell at 5 p.m. Monday in Kyiv."),
    ("It fell at 5 p.m. The fire spread.", "It fell at 5 p.m.|The fire spread."),
    ("Acme Inc. He left.", "Acme Inc.|He left."),
    ("It rose 3.5 percent. Then it fell.", "It rose 3.5 percent.|Then it fell."),
    ("Is it over? No! It goes on.", "Is it over?|No!|It goes on."), ("Wait… They came.", "Wait…|They came."),
    ("He waited... They came.", "He waited...|They came."),
    ("It was iPhone. iPhone sold.", "It was iPhone. iPhone sold."),
    ("It fell. 12 died.", "It fell.|12 died."), ("Он ушёл. Москва спит.", "Он ушёл.|Москва спит."),
  ]) func sentencesEndWhereTheyShould(text: String, sentences: String) { expect(text, sentences) }

  @Test(arguments: [
    ("“It burned.” Police came.", "“It burned.”|Police came."),
    ("\"It burned.\" Police came.", "\"It burned.\"|Police came."),
    ("\"It burned,\" he said. \"We ran.\"", "\"It burned,\" he said.|\"We ran.\""),
    ("It burned. 'We ran,' he said.", "It burned.|'We ran,' he said."),
    ("It burned. ‘We ran,’ he said.", "It burned.|‘We ran,’ he said."),
    ("“Run!” he said.", "“Run!” he said."), ("(It burned.) Police came.", "(It burned.)|Police came."),
    ("He spoke “in the U.S.” Police came.", "He spoke “in the U.S.”|Police came."),
  ]) func quotesCloseWithTheirSentence(text: String, sentences: String) { expect(text, sentences) }

  @Test(arguments: [
    ("KYIV, Ukraine (AP) — Two died. Three fled.", "KYIV, Ukraine (AP) — Two died.|Three fled."),
    ("Blast in Kabul\nTwo people died\n\nA blast killed two.", "Blast in Kabul|Two people died|A blast killed two."),
    ("Blast in Kabul\r\nA blast killed two.", "Blast in Kabul|A blast killed two."), ("", ""), (" \n\n ", ""),
    (".", "."),
  ]) func linesAreSentences(text: String, sentences: String) { expect(text, sentences) }

  @Test func linesCutAtAFixedWidthAreOneParagraph() {
    let text = """
      A blast tore through a market in the centre of the capital on
      Monday, killing at least twelve people and injuring many more as
      they shopped. Officials said

      that the toll might rise as rescuers went on digging through what
      was left of the stalls. Nobody claimed the attack.
      """
    let document = Document(text)
    #expect(document.sentences.count == 4)
    #expect(document.sentences.map(\.paragraph) == [0, 0, 1, 1])
  }

  @Test func paragraphsAreCounted() {
    #expect(Document("Head\n\nOne. Two.\nThree.").sentences.map(\.paragraph) == [0, 1, 1, 2])
  }

  @Test func everyTokenIsInOneSentence() {
    let document = Document("Head\n\n“One.” Two, Gen. X…\nThree. 🔥 U.S. The")
    #expect(document.sentences.flatMap { Array($0.tokens) } == Array(document.tokens.indices))
    for (number, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens { #expect(document.sentence(ofToken: token) == number) }
    }
  }

  private func expect(_ text: String, _ sentences: String, at location: SourceLocation = #_sourceLocation) {
    let document = Document(text)
    let found = document.sentences.map { document.text(ofTokens: $0.tokens) }
    #expect(found == sentences.split(separator: "|").map(String.init), sourceLocation: location)
  }
}

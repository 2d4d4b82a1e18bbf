import Gazetteer
import Language
import Testing

@testable import Toponyms

@Suite struct WordUseTests {
  @Test func aWordIsKnownByItsOtherPlaces() throws {
    let document = Document("Austin Austin Austin Turkish Lviv")
    let views = TokenViews(document, atlas: try SpanTests.atlas.get(), lowerCase: LowerCaseTable([:]))
    let uses = WordUse.ofEach(
      in: [
        (0..<2, [.beginPlace, .outside]), (2..<3, [.beginPlace]), (3..<5, [.beginDemonym, .beginPlace]),
      ], views: views)
    // of the other two: one is a place; both are; one is
    #expect(uses == [[.seldomPlace, .alwaysPlace], [.seldomPlace], [.single, .single]])
  }

  @Test func whatStandsElsewhereInTheTextCounts() throws {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    func found(_ text: String) -> [String] {
      let document = Document(text)
      return Recognizer(atlas: atlas, model: model).toponyms(in: document).map { document.text(ofBytes: $0.bytes) }
    }
    let text = "Jordan Carter, 19, was jailed on Monday. Carter told the judge that he was sorry, and Jordan wept."
    #expect(found(text).isEmpty)
  }

  @Test func capitalsAreRead() throws {
    let (atlas, model) = (try SpanTests.atlas.get(), try SpanTests.model.get())
    let document = Document("FLOODS KILLED 12 PEOPLE IN DERNA, LIBYA, ON SUNDAY, THE MAYOR OF BENGHAZI SAID.")
    let names = Recognizer(atlas: atlas, model: model).toponyms(in: document).map { document.text(ofBytes: $0.bytes) }
    #expect(names == ["DERNA", "LIBYA", "BENGHAZI"])
  }

  @Test func aTableOfWordsKeepsEach() {
    var table = WordTable(capacity: 300)
    for word in UInt64(1)...300 { table[word &* 0x9E37_79B9_7F4A_7C15] = UInt16(word) }
    for word in UInt64(1)...300 { #expect(table[word &* 0x9E37_79B9_7F4A_7C15] == UInt16(word)) }
    #expect(table[77] == 0)
    table.insert(0x8000, of: 77)
    table.insert(1, of: 77)
    #expect(table[77] == 0x8001)
    #expect(table[0] == 0)
  }
}

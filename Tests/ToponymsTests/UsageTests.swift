import Language
import Testing

@testable import Toponyms

/// Whether the place itself is meant, or something that goes with it.
@Suite struct UsageTests {
  @Test(arguments: [
    ("Israeli officials met.", "Israeli", Toponym.Form.demonym, Toponym.Usage.associative),
    ("Israeli airspace was closed.", "Israeli", .demonym, .literal),
    ("the southern Israeli town of Arad", "Israeli", .demonym, .literal),
    ("a Yemeni coastal town", "Yemeni", .demonym, .literal),
    ("a Turkish northern city", "Turkish", .demonym, .associative),
    ("an Iranian drone fell", "Iranian", .demonym, .associative),
    ("Iranian territorial claims", "Iranian", .demonym, .associative),
    ("Fires burned in Paris overnight", "Paris", .name, .literal),
    ("Paris police closed the bridge", "Paris", .name, .associative),
    ("Iran's government denied it", "Iran", .name, .associative),
    ("Iran's coast", "Iran", .name, .literal),
    ("Moscow said that it had not", "Moscow", .name, .associative),
    ("he flew to Moscow", "Moscow", .name, .literal),
  ])
  func wordsBehindDecide(text: String, name: String, form: Toponym.Form, usage: Toponym.Usage) throws {
    let document = Document(text)
    let token = try #require(document.tokens.indices.first { document.text(of: document.tokens[$0]) == name })
    #expect(UsageReader(document: document).usage(of: token..<token + 1, form: form) == usage)
  }
}

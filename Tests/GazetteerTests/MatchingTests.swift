import Gazetteer
import Language
import TestSupport
import Testing

@Suite struct MatchingTests {
  private let folder: TemporaryFolder
  private let atlas: Atlas

  init() throws {
    folder = try TemporaryFolder()
    var builder = SampleGazetteer.builder()
    let paris = 11
    for name in [
      "New", "Stratford-upon-Avon", "Bosnia & Herzegovina", "St. John's", "Martha's Vineyard", "Johns",
      "6th of October City",
      "Ho Chi Minh", "Ho Chi Minh City Old Town", "Washington, D.C.",
    ] { builder.addName(name, kind: .alternate, to: paris) }
    atlas = try Atlas(paths: [folder.write(builder.encode(metadata: [:]), to: "test.gazetteer")])
  }

  /// The longest match at the first token of each marked span is the span.
  @Test(arguments: [
    "He left ‹New York City› today", "He left ‹New York› on Monday", "He left ‹New› Yorkshire", "the ‹New-York› line",
    "from ‹Tel Aviv-Yafo› on", "from ‹Tel-Aviv› on", "a ‹Tel Aviv›-based firm", "from ‹TEL AVIV› on",
    "in ‹Stratford-upon-Avon› now", "in ‹Stratford upon Avon› now", "the ‹Red Sea›’s coast", "the ‹red-sea› coast",
    "in ‹Ho Chi Minh› City Hall", "in ‹Ho Chi Minh City Old Town›", "in ‹Ho Chi Minh› City Old",
    "in ‹6th of October City› now",
    "in ‹اصفهان› now", "in ‹巴黎› now", "in ‹Iran›, Israel", "‹Paris›, Texas", "the ‹U.S.› Navy",
  ]) func theLongestNameIsMatched(marked: String) throws {
    let (text, spans) = MarkedText.read(marked)
    #expect(try found(in: text, at: spans) == marked)
  }

  @Test(arguments: ["‹St. John's› fell", "‹St John’s›", "in ‹Martha's Vineyard› now"])
  func aPossessiveInsideANameBelongsToIt(marked: String) throws {
    let (text, spans) = MarkedText.read(marked)
    #expect(try found(in: text, at: spans) == marked)
  }

  @Test(arguments: [
    "Tel", "Tel, Aviv", "Tel - Aviv", "Tel Avivim", "Tel's Aviv", "Bat. Yam", "Yorkers", "", "Stratford", "’s",
    "- Paris",
  ]) func whatOnlyBeginsLikeANameIsNone(text: String) {
    let document = Document(text)
    guard !document.tokens.isEmpty else { return }
    #expect(atlas.longestMatch(in: document, at: 0, limit: document.tokens.count) == nil)
  }

  /// Work that grew with the square of the length would take minutes here.
  @Test(arguments: ["New ", "New York ", "New-", "Ho Chi Minh City Old ", "Paris's ", "in "])
  func longTextsOfNamesTakeNoLongTime(unit: String) {
    let document = Document(String(repeating: unit, count: 50_000 / unit.utf8.count))
    let limit = document.tokens.count
    let covered = document.tokens.indices.reduce(0) { sum, token in
      sum + (atlas.longestMatch(in: document, at: token, limit: limit)?.tokenCount ?? 0)
    }
    #expect(covered <= limit * 3)
  }

  @Test func aMatchDoesNotReachItsLimit() throws {
    let document = Document("New York City")
    for limit in 1...3 {
      #expect(try #require(atlas.longestMatch(in: document, at: 0, limit: limit)).tokenCount == limit)
    }
  }

  @Test func aMatchHasTheCandidatesOfItsName() throws {
    let document = Document("Arad")
    let match = try #require(atlas.longestMatch(in: document, at: 0, limit: 1))
    #expect(match.candidates == atlas.candidates(named: "Arad"))
    #expect(match.count == 2)
  }

  private func found(in text: String, at spans: [Range<Int>]) throws -> String {
    let document = Document(text)
    let matches = try spans.map { span in
      let token = try #require(document.tokens.firstIndex { Int($0.start) == span.lowerBound })
      let match = try #require(atlas.longestMatch(in: document, at: token, limit: document.tokens.count))
      return document.bytes(of: token..<token + match.tokenCount)
    }
    return MarkedText.write(text, matches)
  }
}

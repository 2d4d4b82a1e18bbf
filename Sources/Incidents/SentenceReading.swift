import Gazetteer
import Language
import Toponyms

/// One sentence with what earlier stages found in it, as a row of words.
///
/// Hyphens between words are left out, other signs stand as themselves; `tokens[i]` is the token of `words[i]`.
struct SentenceReading {
  let document: Document
  let range: Range<Int>
  let words: [String]
  let tokens: [Int]
  /// Toponyms of the sentence by the positions of their words.
  let toponyms: [(positions: Range<Int>, resolved: ResolvedToponym)]
  let dates: [(positions: Range<Int>, expression: DateExpression)]
  /// For each position how many clause boundaries stand before it.
  private let boundaries: [Int]

  init(document: Document, sentence: Document.Sentence, toponyms: [ResolvedToponym], dates: [DateExpression]) {
    self.document = document
    range = sentence.tokens
    var words: [String] = []
    var tokens: [Int] = []
    for index in sentence.tokens {
      let token = document.tokens[index]
      if token.kind == .punctuation {
        let sign = document.text(of: token)
        if sign == "-", !token.shape.contains(.spaceBefore) { continue }
        words.append(token.shape.contains(.possessive) ? "'s" : sign)
      } else {
        words.append(document.foldedText(of: token))
      }
      tokens.append(index)
    }
    self.words = words
    self.tokens = tokens
    func positions(_ range: Range<Int>) -> Range<Int>? {
      guard let first = tokens.firstIndex(where: { $0 >= range.lowerBound }), tokens[first] < range.upperBound else {
        return nil
      }
      let last = tokens.lastIndex { $0 < range.upperBound } ?? first
      return first..<last + 1
    }
    self.toponyms = toponyms.filter { sentence.tokens.contains($0.toponym.tokens.lowerBound) }
      .compactMap { toponym in positions(toponym.toponym.tokens).map { ($0, toponym) } }
    self.dates = dates.filter { sentence.tokens.contains($0.tokens.lowerBound) }
      .compactMap { date in positions(date.tokens).map { ($0, date) } }
    boundaries = Self.boundaries(in: words)
  }

  var bytes: Range<Int> { document.bytes(of: range) }

  func isCapitalised(_ position: Int) -> Bool { document.tokens[tokens[position]].shape.contains(.capitalised) }

  func text(_ positions: Range<Int>) -> String {
    guard let first = positions.first, let last = positions.last else { return "" }
    return document.text(ofTokens: tokens[first]..<tokens[last] + 1)
  }

  /// The word at a position, empty outside.
  func word(_ position: Int) -> String { words.indices.contains(position) ? words[position] : "" }

  /// How far apart two positions stand in sense: words between them, more for each clause boundary.
  func remoteness(_ left: Int, _ right: Int) -> Int {
    abs(left - right) + Self.boundaryCost * abs(boundaries[left] - boundaries[right])
  }

  func isSameClause(_ left: Int, _ right: Int) -> Bool { boundaries[left] == boundaries[right] }

  private static let boundaryCost = 6
  private static let boundaryWords: Set<String> = [
    ";", ":", "—", "–", "after", "before", "when", "while", "following", "amid", "because", "although", "though",
    "since", "who",
    "which", "where", "whose", "but", "until", "despite", "prompting", "ahead",
  ]
  private static let boundaryPhrases: [[String]] = [
    ["response", "to"], ["retaliation", "for"], ["reprisal", "for"], ["according", "to"], ["as", "well", "as"],
    ["in", "an", "incident"], ["said", "that"], ["as", "part", "of"],
  ]

  private static func boundaries(in words: [String]) -> [Int] {
    var counts: [Int] = []
    var count = 0
    for index in words.indices {
      let opensPhrase = boundaryPhrases.contains { phrase in
        index + phrase.count <= words.count && words[index..<index + phrase.count].elementsEqual(phrase)
      }
      if boundaryWords.contains(words[index]) || opensPhrase { count += 1 }
      counts.append(count)
    }
    return counts
  }
}

import Gazetteer
import Language
import Toponyms

/// One sentence with what earlier stages found in it, as a row of words.
///
/// Hyphens between words are left out, other signs stand as themselves; `tokens[i]` is the token of `words[i]`.
package final class SentenceReading: Sendable {
  let document: Document
  let range: Range<Int>
  package let words: [String]
  package let tokens: [Int]
  /// The hashes of `words`, for features.
  let hashes: [UInt32]
  /// The hashes of their first five letters, under which inflected forms fall together.
  let stems: [UInt32]
  /// The hashes of their first three letters.
  let heads: [UInt32]
  /// What each may say of an event near it, and what all do.
  let marks: [WordMarks]
  let allMarks: WordMarks
  /// Toponyms of the sentence by the positions of their words.
  package let toponyms: [(positions: Range<Int>, resolved: ResolvedToponym)]
  let dates: [(positions: Range<Int>, expression: DateExpression)]
  /// For each position how many clause boundaries stand before it.
  private let boundaries: [Int]

  package init(
    document: Document, range: Range<Int>, toponyms: [ResolvedToponym], dates: [DateExpression]
  ) {
    self.document = document
    self.range = range
    var words: [String] = []
    var tokens: [Int] = []
    var hashes: [WordHashes] = []
    words.reserveCapacity(range.count)
    tokens.reserveCapacity(range.count)
    hashes.reserveCapacity(range.count)
    for index in range {
      let token = document.tokens[index]
      if token.kind == .punctuation {
        let sign = document.text(of: token)
        if sign == "-", !token.shape.contains(.spaceBefore) { continue }
        words.append(token.shape.contains(.possessive) ? "'s" : sign)
      } else {
        words.append(document.foldedText(of: token))
      }
      hashes.append(WordHashes(words[words.count - 1]))
      tokens.append(index)
    }
    self.words = words
    self.hashes = hashes.map(\.word)
    stems = hashes.map(\.stem)
    heads = hashes.map(\.head)
    self.tokens = tokens
    var marks = WordMarks.marks(of: self.hashes)
    for index in words.indices where heads[index] == Self.threat && words[index].hasPrefix("threat") {
      marks[index].insert(.threat)
    }
    self.marks = marks
    allMarks = marks.reduce(into: []) { $0.formUnion($1) }
    func positions(_ covered: Range<Int>) -> Range<Int>? {
      guard let first = tokens.firstIndex(where: { $0 >= covered.lowerBound }), tokens[first] < covered.upperBound
      else {
        return nil
      }
      let last = tokens.lastIndex { $0 < covered.upperBound } ?? first
      return first..<last + 1
    }
    self.toponyms = toponyms.filter { range.contains($0.toponym.tokens.lowerBound) }
      .compactMap { toponym in positions(toponym.toponym.tokens).map { ($0, toponym) } }
    self.dates = dates.filter { range.contains($0.tokens.lowerBound) }
      .compactMap { date in positions(date.tokens).map { ($0, date) } }
    boundaries = Self.boundaries(in: words, marks: marks)
  }

  package var bytes: Range<Int> { document.bytes(of: range) }

  func isCapitalised(_ position: Int) -> Bool { document.tokens[tokens[position]].shape.contains(.capitalised) }

  func text(_ positions: Range<Int>) -> String { document.text(ofBytes: bytes(of: positions)) }

  /// The bytes from the first to the last of some words; none where there are none.
  func bytes(of positions: Range<Int>) -> Range<Int> {
    guard let first = positions.first, let last = positions.last else { return 0..<0 }
    return document.bytes(of: tokens[first]..<tokens[last] + 1)
  }

  /// The word at a position, empty outside.
  func word(_ position: Int) -> String { words.indices.contains(position) ? words[position] : "" }

  /// How far apart two positions stand in sense: words between them, more for each clause boundary.
  func remoteness(_ left: Int, _ right: Int) -> Int {
    abs(left - right) + Self.boundaryCost * abs(boundaries[left] - boundaries[right])
  }

  /// The number of the clause that a position stands in, from 0; of a position outside, that of the nearest.
  func clause(at position: Int) -> Int {
    boundaries.isEmpty ? 0 : boundaries[min(max(position, 0), boundaries.count - 1)]
  }

  /// The positions whose first token lies in a range of bytes.
  package func positions(ofBytes bytes: Range<Int>) -> Range<Int>? {
    guard
      let first = tokens.indices.first(where: { Int(document.tokens[tokens[$0]].end) > bytes.lowerBound }),
      let last = tokens.indices.last(where: { Int(document.tokens[tokens[$0]].start) < bytes.upperBound }),
      first <= last
    else { return nil }
    return first..<last + 1
  }

  func isSameClause(_ left: Int, _ right: Int) -> Bool { boundaries[left] == boundaries[right] }

  private static let boundaryCost = 6
  static let boundaryPhrases: [[String]] = [
    ["response", "to"], ["retaliation", "for"], ["reprisal", "for"], ["according", "to"], ["as", "well", "as"],
    ["in", "an", "incident"], ["said", "that"], ["as", "part", "of"],
  ]

  private static let threat = FeatureBag.wordHash("thr")

  private static func boundaries(in words: [String], marks: [WordMarks]) -> [Int] {
    var count = 0
    return words.indices.map { index in
      let isBoundary =
        marks[index].contains(.boundary)
        || marks[index].contains(.boundaryPhrase) && boundaryPhrases.contains { words[index...].starts(with: $0) }
      if isBoundary { count += 1 }
      return count
    }
  }
}

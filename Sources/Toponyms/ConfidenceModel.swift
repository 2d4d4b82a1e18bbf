import Coordinates
import DataFiles
import Gazetteer

/// What tells how far an answer is to be trusted: the inputs of a logistic regression, the first of them 1.
package struct ConfidenceSigns: Sendable {
  package let values: [Float]

  package init(values: [Float]) { self.values = values }

  /// Where there is no answer.
  static let none = ConfidenceSigns(values: [])

  /// Of a name's place.
  /// - Parameter best: the row of the likeliest candidate.
  init(_ name: RankedName, best: Int, probabilities: [Float]) {
    let answer = name.candidates[best]
    // what lies as near as makes no difference on a map of the region is no rival
    var near: Float = 0
    for (row, candidate) in name.candidates.enumerated()
    where row == best || candidate.chordKilometres(to: answer) < Self.sameKilometres { near += probabilities[row] }
    func isTrue(_ value: Bool) -> Float { value ? 1 : 0 }
    func feature(_ feature: RankerFeature) -> Float { name.features[best, feature] }
    values = [
      1, Self.logOdds(near) / 7, near, Self.logOdds(probabilities[best]) / 7, feature(.prominence),
      isTrue(name.candidates.count == 1), feature(.manyCandidates), isTrue(answer.nameKind == .alternate),
      isTrue(answer.kind == .country), isTrue(answer.kind == .admin1),
      isTrue(answer.kind == .city && answer.prominence < 20_000), feature(.countryVote),
      max(feature(.firstLevelVote), feature(.firstLevelNamed)), feature(.insideNamed), feature(.sameArea),
      feature(.hasHome),
    ]
  }

  private static let sameKilometres: Float = 100

  /// Of a toponym's bounds: how likely the tagger finds them, and what it took them for.
  init(spanProbability: Double, isDemonym: Bool, isKnown: Bool, words: Int) {
    let probability = Float(spanProbability)
    values = [
      1, Self.logOdds(probability) / 7, probability, isDemonym ? 1 : 0, isKnown ? 1 : 0, words > 1 ? 1 : 0,
    ]
  }

  private static func logOdds(_ probability: Float) -> Float {
    let bounded = min(max(probability, 0.001), 0.999)
    return naturalLogarithm(bounded / (1 - bounded))
  }
}

/// How likely an answer is right: two logistic regressions, one of a toponym's bounds and one of its place, fitted to answers that the
/// models gave on texts they were not trained on.
package struct ConfidenceModel: Sendable {
  package var span: [Float]
  package var place: [Float]

  package init(span: [Float], place: [Float]) {
    self.span = span
    self.place = place
  }

  /// The probabilities as tagger and ranker give them.
  package static let raw = ConfidenceModel(span: [0, 7], place: [0, 7])

  init(_ section: ByteView) {
    func floats(_ start: Int, _ count: Int) -> [Float] {
      (start..<start + count).map { Float(bitPattern: section.uint32(at: $0 * 4)) }
    }
    let spans = min(Int(section.uint32(at: 0)), section.count / 4)
    self.init(span: floats(1, spans), place: floats(1 + spans, max(0, section.count / 4 - 1 - spans)))
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendLittleEndian(UInt32(span.count))
    for weight in span + place { bytes.appendLittleEndian(weight.bitPattern) }
    return bytes
  }

  package func ofSpan(_ signs: ConfidenceSigns) -> Double { Self.probability(signs, span) }
  package func ofPlace(_ signs: ConfidenceSigns) -> Double { Self.probability(signs, place) }

  private static func probability(_ signs: ConfidenceSigns, _ weights: [Float]) -> Double {
    guard !signs.values.isEmpty else { return 0 }
    let score = zip(signs.values, weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return Double(1 / (1 + exponential(-score)))
  }
}

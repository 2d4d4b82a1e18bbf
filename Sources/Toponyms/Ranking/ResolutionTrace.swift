import Gazetteer
import Language

/// Why a name of an article was taken for one place and not for another.
public struct ResolutionTrace: Sendable {
  /// A place that was weighed.
  public struct Candidate: Sendable {
    /// The place, and how probable the model thinks it, 0 ... 1.
    public var place: PlaceID
    public var probability: Double
    /// What spoke most for the winner against the runner-up, or against another candidate when it is set beside the winner, in
    /// words; a point is a factor of e in the odds.
    public var reasons: [(words: String, points: Double)]
  }

  /// The name as it first stands.
  public var text: String
  public var mentions: Int
  /// Where it stands, each time: bytes of the document's UTF-8.
  public var spans: [Range<Int>]
  /// What it was taken for: the likeliest candidate, or the place named as its container where it has none.
  public var place: PlaceID?
  /// The confidence of the answer.
  public var confidence: Double
  /// The likeliest first; empty where no place of the name is known.
  public var candidates: [Candidate]
}

extension Resolver {
  /// As ``resolve(_:in:home:)``: for each name, in the order of the text, the places that were weighed and what decided.
  /// - Parameters:
  ///   - limit: how many candidates of a name, the likeliest first.
  ///   - home: where the outlet is at home, if known.
  public func traces(
    _ toponyms: [Toponym], in document: Document, home: PlaceID? = nil, limit: Int = 5
  ) -> [ResolutionTrace] {
    let ranking = rank(toponyms, in: document, home: home)
    return ranking.names.indices.map { number in
      let name = ranking.names[number]
      let answer = answer(of: number, in: ranking)
      let order = ranking.order(of: number)
      let candidates = order.prefix(limit).enumerated().map { rank, row in
        // the winner is set beside the runner-up, all others beside the winner
        let other = rank == 0 ? order.dropFirst().first : order.first
        return ResolutionTrace.Candidate(
          place: name.candidates[row].id, probability: Double(ranking.probabilities[number][row]),
          reasons: other.map { reasons(for: row, against: $0, of: name) } ?? [])
      }
      return ResolutionTrace(
        text: document.text(ofBytes: name.mentions[0].bytes), mentions: name.mentions.count,
        spans: name.mentions.map(\.bytes), place: answer.place,
        confidence: (name.mentions.map(\.confidence).max() ?? 1) * answer.confidence,
        candidates: Array(candidates))
    }
  }

  private static let mostReasons = 4
  private static let leastPoints: Float = 0.1

  /// How the score changes when the features that differ take the other candidate's values, one sort at a time; the greatest first.
  private func reasons(for row: Int, against other: Int, of name: RankedName) -> [(words: String, points: Double)] {
    let (own, others) = (Array(name.features.row(row)), Array(name.features.row(other)))
    let score = model.score(own[...])
    var sorts: [String] = []
    var points: [Float] = []
    for words in RankerFeature.allCases.map(\.words) where !sorts.contains(words) {
      var changed = own
      for feature in RankerFeature.allCases where feature.words == words {
        changed[feature.rawValue] = others[feature.rawValue]
      }
      guard changed != own else { continue }
      sorts.append(words)
      points.append(score - model.score(changed[...]))
    }
    return points.indices.filter { points[$0].magnitude >= Self.leastPoints }
      .sorted { (-points[$0].magnitude, $0) < (-points[$1].magnitude, $1) }.prefix(Self.mostReasons)
      .map { (sorts[$0], Double(points[$0])) }
  }
}

import Coordinates
import Gazetteer
import Language

/// Decides which place on Earth each toponym of an article means.
///
/// A small model scores the candidates of each name by the place itself (inhabitants, kind, what the name is to it) and by the
/// company it keeps (countries and units of the other names, places near by, a container named beside it). It runs in
/// passes: each pass sees the probabilities of the one before.
public struct Resolver: Sendable {
  private let atlas: Atlas
  let model: RankerModel
  let confidence: ConfidenceModel
  private static let passes = 3
  private static let mostCandidates = 200
  /// How many candidates of a name go into the passes that look at the company.
  private static let mostRanked = 64

  /// - Parameters:
  ///   - atlas: where candidates come from.
  ///   - model: the weights that choose between them.
  public init(atlas: Atlas, model: ToponymModel) {
    self.init(atlas: atlas, model: model.ranker, confidence: model.confidence)
  }

  package init(atlas: Atlas, model: RankerModel, confidence: ConfidenceModel = .raw) {
    self.atlas = atlas
    self.model = model
    self.confidence = confidence
  }

  /// A place for each toponym, in their order; nil where none is known.
  /// - Parameter home: where the outlet is at home, if known: its surroundings are likelier.
  public func resolve(_ toponyms: [Toponym], in document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    answers(toponyms, in: document, home: home).map(\.toponym)
  }

  /// As ``resolve(_:in:home:)``, with what each confidence was computed from.
  package func answers(
    _ toponyms: [Toponym], in document: Document, home: PlaceID?
  ) -> [(toponym: ResolvedToponym, signs: ConfidenceSigns)] {
    let ranking = rank(toponyms, in: document, home: home)
    let answers = ranking.names.indices.map { answer(of: $0, in: ranking) }
    return zip(toponyms, ranking.nameOf).map { toponym, name in
      let answer = answers[name]
      let resolved = ResolvedToponym(
        toponym: toponym, place: answer.place, confidence: toponym.confidence * answer.confidence,
        alternatives: answer.alternatives)
      return (resolved, answer.signs)
    }
  }

  /// For training: each name's candidates with their features in the last pass, and the numbers of its toponyms.
  package func choices(
    _ toponyms: [Toponym], in document: Document, home: PlaceID?
  ) -> [(toponyms: [Int], places: [PlaceID], features: FeatureMatrix)] {
    let ranking = rank(toponyms, in: document, home: home)
    return ranking.names.enumerated().map { number, name in
      (toponyms.indices.filter { ranking.nameOf[$0] == number }, name.candidates.map(\.id), name.features)
    }
  }

  // MARK: Ranking

  struct Ranking {
    var names: [RankedName]
    var nameOf: [Int]
    var probabilities: [[Float]]
    /// For each name those that may contain it.
    var containers: [Set<Int>]

    /// The rows of a name's candidates, the likeliest first.
    func order(of number: Int) -> [Int] {
      let (candidates, probabilities) = (names[number].candidates, probabilities[number])
      return candidates.indices.sorted {
        (-probabilities[$0], candidates[$0].id) < (-probabilities[$1], candidates[$1].id)
      }
    }
  }

  func rank(_ toponyms: [Toponym], in document: Document, home: PlaceID?) -> Ranking {
    var units = UnitNumbers()
    var (names, nameOf) = gather(toponyms, in: document, units: &units)
    let place = home.map { CandidatePlace(Atlas.Candidate(place: $0, nameKind: .main), atlas: atlas, units: &units) }
    let neighbours = NameNeighbours(names: names.count, nameOf: nameOf, toponyms: toponyms, document: document)
    var context = RankerContext(names: names, neighbours: neighbours, units: units, home: place)
    var probabilities = names.map { Self.softmax(scores(of: $0)) }
    for _ in 1..<Self.passes {
      context.learn(probabilities, of: names)
      for number in names.indices { context.describe(&names[number], number: number) }
      probabilities = names.map { Self.softmax(scores(of: $0)) }
    }
    return Ranking(
      names: names, nameOf: nameOf, probabilities: probabilities, containers: neighbours.containers)
  }

  /// The names of the toponyms, each once, and the number of each toponym's name.
  private func gather(
    _ toponyms: [Toponym], in document: Document, units: inout UnitNumbers
  ) -> (names: [RankedName], nameOf: [Int]) {
    var mentions: [[Toponym]] = []
    var nameOf: [Int] = []
    var known: [String: Int] = [:]
    for toponym in toponyms {
      let key = Folding.key(of: document.text(ofBytes: toponym.bytes))
      let number = known[key] ?? mentions.count
      if number == mentions.count {
        known[key] = number
        mentions.append([])
      }
      mentions[number].append(toponym)
      nameOf.append(number)
    }
    let names = mentions.enumerated().map { order, mentions in
      let first = mentions[0]
      let places = candidates(named: document.text(ofBytes: first.bytes), form: first.form)
        .map { CandidatePlace($0, atlas: atlas, units: &units) }
      let name = RankedName(mentions: mentions, candidates: places, order: order, document: document)
      return places.count <= Self.mostRanked ? name : likeliest(of: name, places, order: order, document: document)
    }
    return (names, nameOf)
  }

  /// The name with those candidates alone that are likeliest by themselves.
  private func likeliest(
    of name: RankedName, _ places: [CandidatePlace], order: Int, document: Document
  ) -> RankedName {
    let scores = scores(of: name)
    let best = places.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(Self.mostRanked).sorted()
    return RankedName(mentions: name.mentions, candidates: best.map { places[$0] }, order: order, document: document)
  }

  /// Candidates with the name; where nothing has it, those that a form such as "Hamilton Twp." may mean.
  private func candidates(named name: String, form: Toponym.Form) -> ArraySlice<Atlas.Candidate> {
    let exact = atlas.candidates(named: name)
    guard !exact.isEmpty else { return atlas.candidatesByPattern(named: name).prefix(Self.mostCandidates) }
    return exact.filter { candidate in
      switch candidate.nameKind {
      case .code: false
      case .demonym: form == .demonym
      case .abbreviation: form == .abbreviation
      default: form != .demonym
      }
    }.prefix(Self.mostCandidates)
  }

  private func scores(of name: RankedName) -> [Float] {
    name.candidates.indices.map { model.score(name.features.row($0)) }
  }

  private static func softmax(_ scores: [Float]) -> [Float] {
    guard let most = scores.max() else { return [] }
    let weights = scores.map { exponential($0 - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  // MARK: Answers

  struct Answer {
    var place: PlaceID?
    var confidence: Double
    /// What the confidence was computed from; nothing where the answer is a container's.
    var signs: ConfidenceSigns
    var alternatives: [ResolvedToponym.Alternative]
  }

  func answer(of number: Int, in ranking: Ranking) -> Answer {
    let (name, probabilities) = (ranking.names[number], ranking.probabilities[number])
    let order = ranking.order(of: number)
    guard let best = order.first else { return containerAnswer(of: number, in: ranking) }
    let signs = ConfidenceSigns(name, best: best, probabilities: probabilities)
    return Answer(
      place: name.candidates[best].id, confidence: confidence.ofPlace(signs), signs: signs,
      alternatives: order.dropFirst().prefix(4).filter { probabilities[$0] >= Self.leastAlternative }.map {
        ResolvedToponym.Alternative(place: name.candidates[$0].id, probability: Double(probabilities[$0]))
      })
  }

  /// Places that are less likely are no alternatives.
  private static let leastAlternative: Float = 0.005

  /// How much of a container's confidence a place in it keeps whose own name is not known.
  private static let shareOfContainer = 0.7

  /// For a name that nothing has: the town or county named beside it as what contains it ("Trastevere, Rome").
  private func containerAnswer(of number: Int, in ranking: Ranking) -> Answer {
    var answer = Answer(place: nil, confidence: 0, signs: .none, alternatives: [])
    for container in ranking.containers[number].sorted() {
      guard let best = ranking.order(of: container).first,
        [.city, .district, .admin2, .facility].contains(ranking.names[container].candidates[best].kind)
      else { continue }
      let own = self.answer(of: container, in: ranking)
      guard Self.shareOfContainer * own.confidence > answer.confidence else { continue }
      answer.place = own.place
      answer.confidence = Self.shareOfContainer * own.confidence
    }
    return answer
  }
}

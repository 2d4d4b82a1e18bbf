import Coordinates
import Gazetteer
import Language

/// Decides which place on Earth each toponym of an article means.
///
/// A linear model scores the candidates of each name by the place itself (inhabitants, kind, what the name is to it) and by the
/// company it keeps (countries and units of the other names, places near by, a container named beside it). It runs in
/// passes: each pass sees the probabilities of the one before.
public struct Resolver: Sendable {
  private let atlas: Atlas
  private let model: RankerModel
  private static let passes = 3
  private static let mostCandidates = 200

  public init(atlas: Atlas, model: ToponymModel) { self.init(atlas: atlas, model: model.ranker) }

  package init(atlas: Atlas, model: RankerModel) {
    self.atlas = atlas
    self.model = model
  }

  /// A place for each toponym, in their order; nil where none is known.
  /// - Parameter home: where the outlet is at home, if known: its surroundings are likelier.
  public func resolve(_ toponyms: [Toponym], in document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    let state = rank(toponyms, in: document, home: home)
    return zip(toponyms, state.nameOf).map { toponym, name in
      Self.resolved(toponym, state.names[name].candidates, state.probabilities[name])
    }
  }

  /// For training: each name's candidates with their features in the last pass, and the numbers of its toponyms.
  package func choices(
    _ toponyms: [Toponym], in document: Document, home: PlaceID?
  ) -> [(toponyms: [Int], places: [PlaceID], features: [[Double]])] {
    let state = rank(toponyms, in: document, home: home)
    return state.names.indices.map { index in
      let features = state.names[index].candidates.map {
        state.context.features(of: $0, name: state.names[index], index: index).values
      }
      return (
        toponyms.indices.filter { state.nameOf[$0] == index }, state.names[index].candidates.map(\.id), features
      )
    }
  }

  private struct Ranking {
    var names: [MentionedName]
    var nameOf: [Int]
    var probabilities: [[Double]]
    var context: RankerContext
  }

  private func rank(_ toponyms: [Toponym], in document: Document, home: PlaceID?) -> Ranking {
    var names: [MentionedName] = []
    var nameOf: [Int] = []
    var known: [String: Int] = [:]
    for toponym in toponyms {
      let text = document.text(ofBytes: toponym.bytes)
      let key = Folding.key(of: text)
      if let index = known[key] {
        names[index].mentions.append(toponym)
        nameOf.append(index)
      } else {
        known[key] = names.count
        nameOf.append(names.count)
        names.append(MentionedName(mentions: [toponym], candidates: candidates(named: text, form: toponym.form)))
      }
    }
    let containers = ContainerCues(names: names, nameOf: nameOf, toponyms: toponyms, document: document, atlas: atlas)
    var context = RankerContext(names: names, containers: containers, document: document, atlas: atlas, home: home)
    var probabilities = names.map { name in
      Self.softmax(name.candidates.map { model.score(context.features(of: $0, name: name)) })
    }
    for _ in 1..<Self.passes {
      context.learn(probabilities)
      probabilities = names.indices.map { index in
        Self.softmax(
          names[index].candidates.map { model.score(context.features(of: $0, name: names[index], index: index)) })
      }
    }
    return Ranking(names: names, nameOf: nameOf, probabilities: probabilities, context: context)
  }

  /// Candidates with the name; where nothing has it, those that a form such as "Hamilton Twp." may mean.
  private func candidates(named name: String, form: Toponym.Form) -> [Candidate] {
    let exact = atlas.candidates(named: name)
    guard !exact.isEmpty else {
      return atlas.candidatesByPattern(named: name).prefix(Self.mostCandidates).map { Candidate($0, atlas: atlas) }
    }
    let found = exact.filter { candidate in
      switch candidate.nameKind {
      case .code: false
      case .demonym: form == .demonym
      case .abbreviation: form == .abbreviation
      default: form != .demonym
      }
    }
    return found.prefix(Self.mostCandidates).map { Candidate($0, atlas: atlas) }
  }

  private static func softmax(_ scores: [Double]) -> [Double] {
    guard let most = scores.max() else { return [] }
    let weights = scores.map { exponential($0 - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  private static func resolved(
    _ toponym: Toponym, _ candidates: [Candidate], _ probabilities: [Double]
  ) -> ResolvedToponym {
    let order = candidates.indices.sorted {
      (probabilities[$1], candidates[$0].id) < (probabilities[$0], candidates[$1].id)
    }
    guard let best = order.first else {
      return ResolvedToponym(toponym: toponym, place: nil, confidence: 0, alternatives: [])
    }
    return ResolvedToponym(
      toponym: toponym, place: candidates[best].id, confidence: probabilities[best],
      alternatives: order.dropFirst().prefix(4).map {
        ResolvedToponym.Alternative(place: candidates[$0].id, probability: probabilities[$0])
      })
  }
}

/// A name as the article has it, with all its mentions.
struct MentionedName {
  var mentions: [Toponym]
  var candidates: [Candidate]
}

/// A place that a name may mean, with what the ranker asks of it again and again.
struct Candidate {
  let id: PlaceID
  let nameKind: NameKind
  let kind: PlaceKind
  let country: String?
  let prominence: Double
  let point: PackedPoint
  let isCapital: Bool
  /// From the nearest container up.
  let containers: [PlaceID]

  init(_ candidate: Atlas.Candidate, atlas: Atlas) {
    id = candidate.place
    nameKind = candidate.nameKind
    let (file, place) = atlas.locate(id)
    kind = file.kind(place)
    country = file.countryCode(file.countryNumber(place))
    prominence = file.prominence(place)
    point = file.point(place)
    isCapital = file.isCapital(place)
    containers = atlas.containers(of: id)
  }

  /// Kilometres along the chord: for ordering and scoring inside the ranker.
  func chordKilometres(to other: Candidate) -> Double {
    point.squaredChord(to: other.point).squareRoot() / PackedPoint.unitsPerMetre / 1000
  }
}

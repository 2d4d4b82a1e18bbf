import Gazetteer
import Language
import Toponyms

/// Trains the tagger by stochastic gradient (AdaGrad) on the log-likelihood of the labels that the gold allows.
struct TaggerTrainer {
  let epochs: Int
  var rate: Float = 0.25
  var decay: Float = 2e-6
  /// Features seen less often are left out.
  var leastCount = 2
  /// Features with weights below this, squared and summed, are left out of the model.
  private let leastSquare: Float = 0.02
  /// Into how many parts the articles go for the first reading.
  private let parts = 3

  init(epochs: Int = 12) { self.epochs = epochs }

  /// A stretch of candidate tokens: its features and the labels that the gold allows.
  struct Stretch {
    var tokens: Range<Int>
    var features: [[UInt32]]
    var gold: [TagSet]
  }

  /// An article's stretches.
  struct Article {
    var stretches: [Stretch]
    var views: TokenViews
  }

  /// What an article teaches.
  static func article(_ article: TrainingArticle, views: TokenViews, atlas: Atlas) -> Article {
    let document = article.document
    var gold = [TagSet](repeating: .outside, count: document.tokens.count)
    for name in views.names where !article.marksDemonyms {
      guard name.match.candidates.first(where: { $0.nameKind != .code })?.nameKind == .demonym else { continue }
      for token in name.tokens {
        gold[token] = [.outside, TagSet(token == name.tokens.lowerBound ? .beginDemonym : .insideDemonym)]
      }
    }
    for toponym in article.toponyms {
      let tokens = document.tokens.indices.filter {
        Int(document.tokens[$0].start) < toponym.bytes.upperBound
          && Int(document.tokens[$0].end) > toponym.bytes.lowerBound
      }
      guard let first = tokens.first else { continue }
      let kind = atlas.candidates(named: document.text(ofBytes: toponym.bytes)).first { $0.nameKind != .code }?.nameKind
      let isDemonym = kind == .demonym
      for token in tokens {
        let label: TagLabel =
          token == first ? (isDemonym ? .beginDemonym : .beginPlace) : (isDemonym ? .insideDemonym : .insidePlace)
        gold[token] = TagSet(label)
      }
    }
    let features = TaggerFeatures(views)
    let stretches = views.stretches(of: document).map { tokens, sentence in
      repaired(
        Stretch(
          tokens: tokens,
          features: tokens.map { token in
            var here: [UInt32] = []
            features.forEach(at: token, in: sentence) { here.append($0) }
            return here
          }, gold: Array(gold[tokens])))
    }
    return Article(stretches: stretches, views: views)
  }

  /// Gold that no path allows (a name whose first token is no candidate) becomes outside.
  private static func repaired(_ stretch: Stretch) -> Stretch {
    var stretch = stretch
    let inside: TagSet = [TagSet(.insidePlace), TagSet(.insideDemonym)]
    for index in stretch.gold.indices
    where !stretch.gold[index].isDisjoint(with: inside) && !stretch.gold[index].contains(.outside) {
      let before: TagSet = index == 0 ? .outside : stretch.gold[index - 1]
      if before == .outside { stretch.gold[index] = .outside }
    }
    return stretch
  }

  /// Learns to read an article twice. What a first reading finds in an article is found by weights that the other articles taught, as
  /// it will be with texts unseen.
  func train(_ articles: [Article]) -> TrainedTagger {
    let first = articles.flatMap(\.stretches)
    var second: [Stretch] = []
    for part in 0..<parts {
      let trainer = TaggerTrainer(epochs: epochs / 2)
      let weights = trainer.fit(articles.enumerated().filter { $0.offset % parts != part }.flatMap(\.element.stretches))
      for (number, article) in articles.enumerated() where number % parts == part {
        second += Self.secondReading(of: article, after: weights)
      }
    }
    return fit(first + second)
  }

  private static func secondReading(of article: Article, after weights: TrainedTagger) -> [Stretch] {
    let transitions = TagTransitions(weights.transitions)
    let readings = article.stretches.map { stretch -> WordUse.Reading in
      let emissions = stretch.features.map {
        $0.reduce(SIMD8<Float>(repeating: 0)) { $0 + (weights.weights[$1] ?? SIMD8(repeating: 0)) }
      }
      return (stretch.tokens, TagLattice(emissions: emissions, transitions: transitions).best())
    }
    let features = TaggerFeatures(article.views)
    return zip(article.stretches, WordUse.ofEach(in: readings, views: article.views)).map { stretch, uses in
      var stretch = stretch
      for (index, token) in stretch.tokens.enumerated() {
        features.forEachOfUse(uses[index], at: token) { stretch.features[index].append($0) }
      }
      return stretch
    }
  }

  private func fit(_ stretches: [Stretch], seed: UInt64 = 1) -> TrainedTagger {
    var counts: [UInt32: Int] = [:]
    for features in stretches.lazy.flatMap(\.features) {
      for feature in features { counts[feature, default: 0] += 1 }
    }
    var index: [UInt32: Int] = [:]
    for (feature, count) in counts.sorted(by: { $0.key < $1.key }) where count >= leastCount {
      index[feature] = index.count
    }
    let features = stretches.map { stretch in stretch.features.map { $0.compactMap { index[$0] } } }
    var weights = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: index.count)
    var squares = [SIMD8<Float>](repeating: SIMD8(repeating: 1e-2), count: index.count)
    var transitions = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: TagLabel.count)
    var transitionSquares = [SIMD8<Float>](repeating: SIMD8(repeating: 1e-2), count: TagLabel.count)
    var random = SplitMix(state: seed)
    var order = Array(stretches.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for number in order {
        let emissions = features[number].map { $0.reduce(SIMD8<Float>(repeating: 0)) { $0 + weights[$1] } }
        let known = TagTransitions(transitions)
        let free = TagLattice(emissions: emissions, transitions: known).marginalsWithPairs()
        let bound = TagLattice(emissions: emissions, allowed: stretches[number].gold, transitions: known)
          .marginalsWithPairs()
        for token in emissions.indices {
          let gradient = bound.labels[token] - free.labels[token]
          guard (gradient * gradient).sum() > 1e-8 else { continue }
          for feature in features[number][token] {
            let step = gradient - decay * weights[feature] * 100
            squares[feature] += step * step
            weights[feature] += rate * step / squares[feature].squareRoot()
          }
        }
        for token in emissions.indices {
          for before in 0..<TagLabel.count {
            let gradient = bound.pairs[token][before] - free.pairs[token][before]
            transitionSquares[before] += gradient * gradient
            transitions[before] += rate * gradient / transitionSquares[before].squareRoot()
          }
        }
      }
    }
    var trained: [UInt32: SIMD8<Float>] = [:]
    for (feature, number) in index where (weights[number] * weights[number]).sum() > leastSquare {
      trained[feature] = weights[number]
    }
    return TrainedTagger(weights: trained, transitions: transitions)
  }
}

import Coordinates
import Gazetteer
import Language
import Toponyms

/// Trains the ranker: conditional log-likelihood of the candidates near the gold point, in rounds, because the features of
/// a pass depend on the weights of the one before.
struct RankerTrainer {
  let atlas: Atlas
  var rounds = 3
  var epochs = 30
  var rate = 0.1
  var decay = 1e-4

  /// The candidates of one name: their features and which are right.
  private struct Choice {
    var features: [[Double]]
    var right: [Bool]
    var weight: Double
  }

  func train(_ articles: [TrainingArticle]) -> RankerModel {
    var model = RankerModel.handSet
    for _ in 0..<rounds {
      let choices = articles.flatMap { self.choices($0, model: model) }
      model = fit(choices, from: model)
    }
    return model
  }

  private func choices(_ article: TrainingArticle, model: RankerModel) -> [Choice] {
    let recognizer = ToponymReader(atlas: atlas)
    let toponyms = recognizer.toponyms(ofSpans: article.toponyms.map(\.bytes), in: article.document)
    let resolver = Resolver(atlas: atlas, model: model)
    let homes: [PlaceID?] = article.home.map { [nil, $0] } ?? [nil]
    return homes.flatMap { home in
      resolver.choices(toponyms, in: article.document, home: home).compactMap { choice -> Choice? in
        guard let point = choice.toponyms.lazy.compactMap({ article.toponyms[$0].point }).first, choice.places.count > 1
        else { return nil }
        let gold = EarthVector(point)
        let chords = choice.places.map { EarthVector(atlas[$0].coordinate).squaredChord(to: gold).squareRoot() / 1000 }
        guard let nearest = chords.min(), nearest <= 161 else { return nil }
        let reach = max(nearest + 1, 25)
        return Choice(
          features: choice.features, right: chords.map { $0 <= reach },
          weight: Double(choice.toponyms.count).squareRoot() / Double(homes.count))
      }
    }
  }

  /// Gradient ascent (AdaGrad) over the choices.
  private func fit(_ choices: [Choice], from model: RankerModel) -> RankerModel {
    var weights = model.weights
    var squares = [Double](repeating: 1e-2, count: weights.count)
    var random = SplitMix(state: 7)
    var order = Array(choices.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      let rate = rate / (1 + Double(epoch) * 0.1)
      for number in order {
        let choice = choices[number]
        let scores = choice.features.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        let free = Self.softmax(scores)
        let bound = Self.softmax(zip(scores, choice.right).map { $1 ? $0 : -.infinity })
        for feature in weights.indices {
          var gradient = 0.0
          for candidate in scores.indices {
            gradient += (bound[candidate] - free[candidate]) * choice.features[candidate][feature]
          }
          gradient = choice.weight * gradient - decay * weights[feature]
          squares[feature] += gradient * gradient
          weights[feature] += rate * gradient / squares[feature].squareRoot()
        }
      }
    }
    return RankerModel(weights: weights)
  }

  private static func softmax(_ scores: [Double]) -> [Double] {
    let most = scores.max() ?? 0
    let weights = scores.map { $0 == -.infinity ? 0 : exponential($0 - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

import Coordinates
import Gazetteer
import Language
import Toponyms

/// Trains the ranker: conditional log-likelihood of the candidates near the gold point, in rounds, because the features of
/// a pass depend on the weights of the one before.
struct RankerTrainer {
  let atlas: Atlas
  var rounds = 3
  var epochs = 14
  var rate: Float = 0.01
  var decay: Float = 1e-3
  /// Features that are left out, to see what they are worth.
  var without: RankerFeature.Group?

  /// The candidates of one name: what is not 0 of their features, and the logarithm of how right each is.
  private struct Choice {
    var features: [[(feature: Int, value: Float)]]
    var rightness: [Float]
    var weight: Float
  }

  func train(_ articles: [TrainingArticle]) -> RankerModel {
    var model = masked(.handSet)
    for round in 0..<rounds {
      let choices = articles.flatMap { self.choices($0, model: model) }
      var start = round == 0 ? Self.seeded(model) : model
      start = masked(start)
      model = fit(choices, from: start)
    }
    return model
  }

  private func choices(_ article: TrainingArticle, model: RankerModel) -> [Choice] {
    let reader = ToponymReader(atlas: atlas)
    let toponyms = reader.toponyms(ofSpans: article.toponyms.map(\.bytes), in: article.document)
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
          features: choice.places.indices.map { row in
            choice.features.row(row).enumerated().compactMap {
              $1 == 0 || isLeftOut($0) ? nil : (feature: $0, value: $1)
            }
          },
          rightness: chords.map { $0 <= reach ? Float((nearest - $0) / Self.kilometresOfDoubt) : -.infinity },
          weight: Float(choice.toponyms.count).squareRoot() / Float(homes.count))
      }
    }
  }

  /// Of two places near the gold point the nearer is righter, by a factor of e for so many kilometres.
  private static let kilometresOfDoubt = 5.0

  private func isLeftOut(_ feature: Int) -> Bool {
    without != nil && RankerFeature(rawValue: feature)?.group == without
  }

  /// The model without the weights of what is left out.
  private func masked(_ model: RankerModel) -> RankerModel {
    var model = model
    for feature in model.linear.indices where isLeftOut(feature) {
      model.linear[feature] = 0
      model.hidden[feature] = RankerModel.Units(repeating: 0)
    }
    return model
  }

  /// The model with small random weights for its units: equal ones would learn the same.
  private static func seeded(_ model: RankerModel) -> RankerModel {
    var model = model
    var random = SplitMix(state: 11)
    func units(_ scale: Float) -> RankerModel.Units {
      var units = RankerModel.Units(repeating: 0)
      for lane in 0..<16 { units[lane] = Float.random(in: -scale...scale, using: &random) }
      return units
    }
    for feature in model.hidden.indices { model.hidden[feature] = units(0.25) }
    model.output = units(0.25)
    return model
  }

  /// Gradient ascent (Adam) over the choices.
  private func fit(_ choices: [Choice], from start: RankerModel) -> RankerModel {
    var model = start
    var random = SplitMix(state: 7)
    var order = Array(choices.indices)
    var steps = Steps(features: model.linear.count)
    var mean = ModelMean()
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      let rate = rate / (1 + Float(epoch) * 0.25)
      for number in order { learn(choices[number], &model, &steps, rate: rate) }
      // the mean of the later epochs is steadier than the last
      if epoch >= epochs / 2 { mean.add(model) }
    }
    return mean.model ?? model
  }

  private struct ModelMean {
    private var sum: RankerModel?
    private var count: Float = 0

    mutating func add(_ model: RankerModel) {
      count += 1
      guard var sum else {
        self.sum = model
        return
      }
      for feature in model.linear.indices {
        sum.linear[feature] += model.linear[feature]
        sum.hidden[feature] += model.hidden[feature]
      }
      sum.bias += model.bias
      sum.output += model.output
      self.sum = sum
    }

    var model: RankerModel? {
      guard var mean = sum else { return nil }
      for feature in mean.linear.indices {
        mean.linear[feature] /= count
        mean.hidden[feature] /= count
      }
      mean.bias /= count
      mean.output /= count
      return mean
    }
  }

  private func learn(_ choice: Choice, _ model: inout RankerModel, _ steps: inout Steps, rate: Float) {
    typealias Units = RankerModel.Units
    var scores: [Float] = []
    var active: [Units] = []
    for row in choice.features {
      var sum: Float = 0
      var units = model.bias
      for (feature, value) in row {
        sum += model.linear[feature] * value
        units += model.hidden[feature] * value
      }
      units.replace(with: 0, where: units .< 0)
      active.append(units)
      scores.append(sum + (units * model.output).sum())
    }
    let free = Self.softmax(scores)
    let bound = Self.softmax(zip(scores, choice.rightness).map { $0 + $1 })
    var bias = Units(repeating: 0)
    var output = Units(repeating: 0)
    var linear = [Float](repeating: 0, count: model.linear.count)
    var hidden = [Units](repeating: Units(repeating: 0), count: model.linear.count)
    for (row, candidate) in choice.features.enumerated() {
      let gradient = choice.weight * (bound[row] - free[row])
      guard gradient.magnitude > 1e-5 else { continue }
      output += active[row] * gradient
      let inner = (model.output * gradient).replacing(with: 0, where: active[row] .<= 0)
      bias += inner
      for (feature, value) in candidate {
        linear[feature] += gradient * value
        hidden[feature] += inner * value
      }
    }
    for feature in linear.indices where linear[feature] != 0 || any(hidden[feature] .!= 0) {
      steps.linear[feature].move(&model.linear[feature], by: linear[feature] - decay * model.linear[feature], rate)
      steps.hidden[feature].move(&model.hidden[feature], by: hidden[feature] - model.hidden[feature] * decay, rate)
    }
    steps.bias.move(&model.bias, by: bias, rate)
    steps.output.move(&model.output, by: output - model.output * decay, rate)
  }

  /// The means of Adam for every weight. Source: D. Kingma, J. Ba, Adam, ICLR 2015.
  private struct Steps {
    var linear: [Mean]
    var hidden: [Means]
    var bias = Means()
    var output = Means()

    init(features: Int) {
      linear = Array(repeating: Mean(), count: features)
      hidden = Array(repeating: Means(), count: features)
    }
  }

  private struct Mean {
    private var first: Float = 0
    private var second: Float = 0
    private var count: Float = 0

    mutating func move(_ weight: inout Float, by gradient: Float, _ rate: Float) {
      count += 1
      first += 0.1 * (gradient - first)
      second += 0.001 * (gradient * gradient - second)
      // early means are small: they began at 0
      let scale = 1 / (1 - power(0.9, count))
      let square = 1 / (1 - power(0.999, count))
      weight += rate * first * scale / ((second * square).squareRoot() + 1e-6)
    }
  }

  private struct Means {
    private var first = RankerModel.Units(repeating: 0)
    private var second = RankerModel.Units(repeating: 0)
    private var count: Float = 0

    mutating func move(_ weights: inout RankerModel.Units, by gradient: RankerModel.Units, _ rate: Float) {
      count += 1
      first += 0.1 * (gradient - first)
      second += 0.001 * (gradient * gradient - second)
      let scale = 1 / (1 - power(0.9, count))
      let square = 1 / (1 - power(0.999, count))
      weights += rate * scale * first / ((second * square).squareRoot() + 1e-6)
    }
  }

  private static func softmax(_ scores: [Float]) -> [Float] {
    let most = scores.max() ?? 0
    let weights = scores.map { $0 == -.infinity ? 0 : exponential($0 - most) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

private func power(_ base: Float, _ exponent: Float) -> Float { exponential(exponent * naturalLogarithm(base)) }

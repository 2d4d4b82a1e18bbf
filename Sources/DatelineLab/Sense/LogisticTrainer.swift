import Incidents
import Toponyms

/// Trains hashed logistic models by AdaGrad: deterministic, with L2 decay. The weights are averaged over the later half of the epochs
/// and over runs that see the examples in other orders.
struct LogisticTrainer {
  struct Example {
    var bag: FeatureBag
    /// Of a binary model 0 or 1, else the number of the label.
    var label: Int
    var weight: Float = 1
  }

  /// The table has 2^bits weights.
  var bits = 16
  var epochs = 10
  var rate: Float = 0.08
  var decay: Float = 2e-5
  var runs: UInt64 = 3

  /// - Parameter labels: 1 for a binary model.
  func train(_ examples: [Example], labels: Int = 1) -> HashedWeights {
    var mean = [Float](repeating: 0, count: 1 << bits)
    for run in 1...runs { add(examples, labels: labels, seed: run, to: &mean) }
    let share = 1 / Float(Int(runs) * (epochs - epochs / 2))
    return HashedWeights(mean.map { $0 * share })
  }

  /// Adds the weights of one run after each of its later epochs.
  private func add(_ examples: [Example], labels: Int, seed: UInt64, to sums: inout [Float]) {
    let mask = UInt32(1 << bits) - 1
    var weights = [Float](repeating: 0, count: 1 << bits)
    var squares = [Float](repeating: 1e-2, count: 1 << bits)
    var random = SplitMix(state: seed)
    var order = Array(examples.indices)
    var scores = [Float](repeating: 0, count: labels)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for number in order {
        let example = examples[number]
        for label in 0..<labels {
          var sum: Float = 0
          for hash in example.bag.hashes {
            sum += weights[Int(HashedWeights.slot(hash, label: UInt32(label), mask: mask))]
          }
          scores[label] = sum
        }
        let errors = errors(scores, example)
        for label in 0..<labels where abs(errors[label]) > 1e-4 {
          for hash in example.bag.hashes {
            let slot = Int(HashedWeights.slot(hash, label: UInt32(label), mask: mask))
            let step = errors[label] * example.weight - decay * weights[slot]
            squares[slot] += step * step
            weights[slot] += rate * step / squares[slot].squareRoot()
          }
        }
      }
      if epoch >= epochs / 2 { for slot in sums.indices { sums[slot] += weights[slot] } }
    }
  }

  private static func power(_ value: Float) -> Float { Float(exponential(Double(value))) }

  /// Wanted less predicted probability, label by label.
  private func errors(_ scores: [Float], _ example: Example) -> [Float] {
    if scores.count == 1 { return [Float(example.label) - 1 / (1 + Self.power(-scores[0]))] }
    let top = scores.max() ?? 0
    let powers = scores.map { Self.power($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.indices.map { (example.label == $0 ? 1 : 0) - powers[$0] / sum }
  }
}

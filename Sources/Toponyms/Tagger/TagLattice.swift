#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Scores of a label behind a label: five lanes are used.
package struct TagTransitions: Sendable {
  fileprivate let scores: [SIMD8<Float>]
  /// Their exponentials, 0 where a label may not follow.
  fileprivate let factors: [SIMD8<Float>]

  fileprivate static let impossible: Float = -1e9

  /// - Parameter weights: a row for each label, a lane for each label behind it.
  package init(_ weights: [SIMD8<Float>]) {
    var (scores, factors) = ([SIMD8<Float>](), [SIMD8<Float>]())
    for before in TagLabel.allCases {
      var (row, exponentials) = (SIMD8<Float>(repeating: Self.impossible), SIMD8<Float>(repeating: 0))
      for label in TagLabel.allCases where before.mayPrecede(label) {
        row[label.rawValue] = weights[before.rawValue][label.rawValue]
        exponentials[label.rawValue] = expf(row[label.rawValue])
      }
      scores.append(row)
      factors.append(exponentials)
    }
    (self.scores, self.factors) = (scores, factors)
  }
}

/// Scores of a stretch's labels, and what follows from them: the best path, and how likely each label is.
package struct TagLattice {
  /// For each token its score for each label.
  package var emissions: [SIMD8<Float>]
  /// The labels that each token may have; all if nil.
  private let allowed: [TagSet]?
  private let transitions: TagTransitions

  package init(emissions: [SIMD8<Float>], allowed: [TagSet]? = nil, transitions: TagTransitions) {
    self.emissions = emissions
    self.allowed = allowed
    self.transitions = transitions
  }

  private func mask(_ token: Int) -> SIMDMask<SIMD8<Int32>>? {
    guard let set = allowed?[token].rawValue else { return nil }
    return (SIMD8<Int32>(repeating: Int32(set)) & SIMD8(1, 2, 4, 8, 16, 32, 64, 128)) .== 0
  }

  /// The best labels (Viterbi). Before the first token all is outside.
  package func best() -> [TagLabel] {
    guard !emissions.isEmpty else { return [] }
    var back: [SIMD8<Int32>] = []
    back.reserveCapacity(emissions.count)
    var scores = transitions.scores[TagLabel.outside.rawValue]
    for token in emissions.indices {
      if token > 0 {
        var best = transitions.scores[0] + scores[0]
        var from = SIMD8<Int32>(repeating: 0)
        for before in 1..<TagLabel.count {
          let path = transitions.scores[before] + scores[before]
          let isBetter = path .> best
          best.replace(with: path, where: isBetter)
          from.replace(with: Int32(before), where: isBetter)
        }
        back.append(from)
        scores = best
      }
      scores += emissions[token]
      if let mask = mask(token) { scores.replace(with: TagTransitions.impossible, where: mask) }
    }
    var label = 0
    for other in 1..<TagLabel.count where scores[other] > scores[label] { label = other }
    var path = [TagLabel](repeating: .outside, count: emissions.count)
    for token in emissions.indices.reversed() {
      path[token] = TagLabel(rawValue: label) ?? .outside
      if token > 0 { label = Int(back[token - 1][label]) }
    }
    return path
  }

  /// For each token the probabilities of its labels.
  package func marginals() -> [SIMD8<Float>] {
    let sums = sums()
    return emissions.indices.map { sums.forward[$0] * sums.backward[$0] }
  }

  /// As ``marginals()``, with the probabilities of each token's pairs of labels: for each label before, a lane for each label here.
  package func marginalsWithPairs() -> (labels: [SIMD8<Float>], pairs: [[SIMD8<Float>]]) {
    let sums = sums()
    let labels = emissions.indices.map { sums.forward[$0] * sums.backward[$0] }
    let pairs = emissions.indices.map { token -> [SIMD8<Float>] in
      (0..<TagLabel.count).map { before in
        guard token > 0 else { return before == TagLabel.outside.rawValue ? labels[0] : SIMD8(repeating: 0) }
        return transitions.factors[before] * sums.forward[token - 1][before] * sums.factors[token]
          * sums.backward[token] / sums.scales[token]
      }
    }
    return (labels, pairs)
  }

  private struct Sums {
    /// Exponentials of the emissions, the largest 1.
    var factors: [SIMD8<Float>]
    /// Sums over all paths to and from each label, scaled so that their product is the label's probability.
    var forward: [SIMD8<Float>]
    var backward: [SIMD8<Float>]
    var scales: [Float]
  }

  private func sums() -> Sums {
    let factors = emissions.indices.map { token -> SIMD8<Float> in
      let emission = emissions[token]
      var factor = SIMD8<Float>(repeating: 0)
      var most = emission[0]
      for label in 1..<TagLabel.count { most = max(most, emission[label]) }
      for label in 0..<TagLabel.count { factor[label] = expf(emission[label] - most) }
      if let mask = mask(token) { factor.replace(with: 0, where: mask) }
      return factor
    }
    var sums = Sums(factors: factors, forward: factors, backward: factors, scales: [])
    for token in emissions.indices {
      var forward = SIMD8<Float>(repeating: 0)
      if token == 0 {
        forward = transitions.factors[TagLabel.outside.rawValue]
      } else {
        for before in 0..<TagLabel.count { forward += transitions.factors[before] * sums.forward[token - 1][before] }
      }
      forward *= factors[token]
      // no path at all: a gold that contradicts itself teaches nothing, but must not end in no number
      let scale = max(forward.sum(), 1e-30)
      sums.scales.append(scale)
      sums.forward[token] = forward / scale
    }
    for token in emissions.indices.reversed() {
      guard token + 1 < emissions.count else {
        sums.backward[token] = SIMD8(repeating: 1)
        continue
      }
      let next = factors[token + 1] * sums.backward[token + 1] / sums.scales[token + 1]
      var backward = SIMD8<Float>(repeating: 0)
      for before in 0..<TagLabel.count { backward[before] = (transitions.factors[before] * next).sum() }
      sums.backward[token] = backward
    }
    return sums
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Scores of a sentence's labels, and what follows from them: the best path, and how likely each label is.
package struct TagLattice {
  /// For each token its score for each label.
  package var emissions: [SIMD8<Float>]
  /// The labels that each token may have.
  package var allowed: [TagSet]
  /// Score of a label behind a label.
  private let transitions: [SIMD8<Float>]

  private static let impossible: Float = -1e9

  /// - Parameter allowed: all labels if none is given.
  package init(emissions: [SIMD8<Float>], allowed: [TagSet]? = nil, transitions: [SIMD8<Float>]) {
    self.emissions = emissions
    self.allowed = allowed ?? Array(repeating: .all, count: emissions.count)
    self.transitions = transitions
  }

  private func transition(_ from: Int, _ to: Int) -> Float {
    guard let a = TagLabel(rawValue: from), let b = TagLabel(rawValue: to), a.mayPrecede(b) else {
      return Self.impossible
    }
    return transitions[from][to]
  }

  private func emission(_ token: Int, _ label: Int) -> Float {
    allowed[token].rawValue & 1 << UInt8(label) == 0 ? Self.impossible : emissions[token][label]
  }

  /// Before the first token all is outside.
  private func opening(_ label: Int) -> Float { transition(TagLabel.outside.rawValue, label) }

  /// The best labels (Viterbi).
  package func best() -> [TagLabel] {
    guard !emissions.isEmpty else { return [] }
    let count = TagLabel.count
    var scores = (0..<count).map { opening($0) + emission(0, $0) }
    var back: [[Int]] = []
    for token in emissions.indices.dropFirst() {
      var next = [Float](repeating: 0, count: count)
      var from = [Int](repeating: 0, count: count)
      for label in 0..<count {
        var best = -Float.infinity
        for before in 0..<count where scores[before] + transition(before, label) > best {
          best = scores[before] + transition(before, label)
          from[label] = before
        }
        next[label] = best + emission(token, label)
      }
      back.append(from)
      scores = next
    }
    var label = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    var path = [label]
    for from in back.reversed() {
      label = from[label]
      path.append(label)
    }
    return path.reversed().compactMap { TagLabel(rawValue: $0) }
  }

  /// Log of the sum over all allowed paths, and for each token the probabilities of its labels and of the pairs with the
  /// label before (row: before, column: here; the first token's row is outside).
  package func marginals() -> (logSum: Float, labels: [SIMD8<Float>], pairs: [[SIMD8<Float>]]) {
    let count = TagLabel.count
    let length = emissions.count
    guard length > 0 else { return (0, [], []) }
    var forward = [SIMD8<Float>](repeating: SIMD8(repeating: Self.impossible), count: length)
    var backward = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: length)
    for label in 0..<count { forward[0][label] = opening(label) + emission(0, label) }
    for token in 1..<max(length, 1) {
      for label in 0..<count {
        let sums = (0..<count).map { forward[token - 1][$0] + transition($0, label) }
        forward[token][label] = Self.logSum(sums) + emission(token, label)
      }
    }
    for token in stride(from: length - 2, through: 0, by: -1) {
      for label in 0..<count {
        backward[token][label] = Self.logSum(
          (0..<count).map { transition(label, $0) + emission(token + 1, $0) + backward[token + 1][$0] })
      }
    }
    let total = Self.logSum((0..<count).map { forward[length - 1][$0] })
    var labels = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: length)
    var pairs: [[SIMD8<Float>]] = []
    for token in 0..<length {
      for label in 0..<count { labels[token][label] = expf(forward[token][label] + backward[token][label] - total) }
      var rows = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: count)
      if token == 0 {
        rows[0] = labels[0]
      } else {
        for before in 0..<count {
          for label in 0..<count {
            rows[before][label] = expf(
              forward[token - 1][before] + transition(before, label) + emission(token, label) + backward[token][label]
                - total)
          }
        }
      }
      pairs.append(rows)
    }
    return (total, labels, pairs)
  }

  private static func logSum(_ values: [Float]) -> Float {
    let most = values.max() ?? impossible
    guard most > impossible / 2 else { return impossible }
    return most + logf(values.reduce(0) { $0 + expf($1 - most) })
  }
}

import Testing
import TestSupport

@testable import Toponyms

/// Best paths and probabilities against all paths counted one by one.
@Suite struct TagLatticeTests {
  private struct Sample {
    var emissions: [SIMD8<Float>]
    var weights: [SIMD8<Float>]
    var allowed: [TagSet]?

    init(length: Int, isBound: Bool, using random: inout SeededGenerator) {
      func row() -> SIMD8<Float> {
        var row = SIMD8<Float>(repeating: 0)
        for label in 0..<TagLabel.count { row[label] = Float.random(in: -3...3, using: &random) }
        return row
      }
      emissions = (0..<length).map { _ in row() }
      weights = TagLabel.allCases.map { _ in row() }
      allowed = isBound ? (0..<length).map { _ in [.outside, TagSet(.beginPlace)] } : nil
    }

    /// Every path that is allowed, with its score.
    var paths: [(labels: [TagLabel], score: Float)] {
      var paths: [(labels: [TagLabel], score: Float)] = [([], 0)]
      for (token, emission) in emissions.enumerated() {
        paths = paths.flatMap { path in
          TagLabel.allCases.compactMap { label in
            let before = path.labels.last ?? .outside
            guard before.mayPrecede(label), allowed?[token].contains(label) ?? true else { return nil }
            return (
              path.labels + [label], path.score + weights[before.rawValue][label.rawValue] + emission[label.rawValue]
            )
          }
        }
      }
      return paths
    }

    var lattice: TagLattice {
      TagLattice(emissions: emissions, allowed: allowed, transitions: TagTransitions(weights))
    }
  }

  @Test(arguments: [false, true])
  func pathAndProbabilitiesAreThoseOfAllPaths(isBound: Bool) throws {
    var random = SeededGenerator(seed: 5)
    for length in 1...5 {
      let sample = Sample(length: length, isBound: isBound, using: &random)
      let paths = sample.paths
      let best = try #require(paths.max { $0.score < $1.score })
      #expect(sample.lattice.best() == best.labels)
      let whole = paths.reduce(Float(0)) { $0 + exponential($1.score) }
      let (labels, pairs) = sample.lattice.marginalsWithPairs()
      #expect(labels == sample.lattice.marginals())
      for token in 0..<length {
        for label in TagLabel.allCases {
          let share = paths.filter { $0.labels[token] == label }.reduce(Float(0)) { $0 + exponential($1.score) } / whole
          #expect((labels[token][label.rawValue] - share).magnitude < 1e-4)
          guard token > 0 else { continue }
          let both = paths.filter { $0.labels[token] == label && $0.labels[token - 1] == .beginPlace }
            .reduce(Float(0)) { $0 + exponential($1.score) }
          #expect((pairs[token][TagLabel.beginPlace.rawValue][label.rawValue] - both / whole).magnitude < 1e-4)
        }
      }
    }
  }

  @Test func scoresFarApartGiveNumbers() {
    let emissions = [SIMD8<Float>(500, -500, 0, 0, 0, 0, 0, 0), SIMD8<Float>(-500, 500, 0, 0, 0, 0, 0, 0)]
    let weights = TagLabel.allCases.map { _ in SIMD8<Float>(repeating: 0) }
    let lattice = TagLattice(emissions: emissions, transitions: TagTransitions(weights))
    #expect(lattice.best() == [.outside, .beginPlace])
    #expect(lattice.marginals().allSatisfy { $0.sum().isFinite && ($0.sum() - 1).magnitude < 1e-4 })
  }

  @Test func nothingGivesNothing() {
    let lattice = TagLattice(
      emissions: [], transitions: TagTransitions(TagLabel.allCases.map { _ in SIMD8(repeating: 0) }))
    #expect(lattice.best().isEmpty)
    #expect(lattice.marginals().isEmpty)
  }
}

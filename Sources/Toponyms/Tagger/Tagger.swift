import Gazetteer
import Language

/// A linear-chain conditional random field over the tokens of a sentence.
///
/// Source: J. Lafferty, A. McCallum, F. Pereira, Conditional random fields, ICML 2001.
struct Tagger: Sendable {
  let weights: TaggerWeights

  /// Spans of place names and demonyms with their probabilities, in order.
  func spans(in document: Document, views: TokenViews) -> [(tokens: Range<Int>, isDemonym: Bool, probability: Double)] {
    let features = TaggerFeatures(views)
    var spans: [(tokens: Range<Int>, isDemonym: Bool, probability: Double)] = []
    for sentence in document.sentences {
      // only stretches with candidates cost anything: outside them every label is outside
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        guard views.views[start].isCandidate else {
          start += 1
          continue
        }
        var end = start
        while end < sentence.tokens.upperBound, views.views[end].isCandidate { end += 1 }
        tag(start..<end, of: sentence.tokens, features, &spans)
        start = end
      }
    }
    return spans
  }

  private func tag(
    _ stretch: Range<Int>, of sentence: Range<Int>, _ features: TaggerFeatures,
    _ spans: inout [(tokens: Range<Int>, isDemonym: Bool, probability: Double)]
  ) {
    let emissions = stretch.map { token -> SIMD8<Float> in
      var sum = SIMD8<Int32>(repeating: 0)
      features.forEach(at: token, in: sentence) { weights.add($0, to: &sum) }
      return TaggerWeights.scores(sum)
    }
    let lattice = TagLattice(
      emissions: emissions, allowed: stretch.map { _ in .all }, transitions: weights.transitions)
    let labels = lattice.best()
    guard labels.contains(where: { $0 != .outside }) else { return }
    let likely = lattice.marginals().labels
    for (start, label) in labels.enumerated() where label == .beginPlace || label == .beginDemonym {
      let inside: TagLabel = label == .beginPlace ? .insidePlace : .insideDemonym
      var end = start + 1
      while end < labels.count, labels[end] == inside { end += 1 }
      let probability = (start..<end).map { Double(likely[$0][labels[$0].rawValue]) }.min() ?? 0
      spans.append((stretch.lowerBound + start..<stretch.lowerBound + end, label == .beginDemonym, probability))
    }
  }
}

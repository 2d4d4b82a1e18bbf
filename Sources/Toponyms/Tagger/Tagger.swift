import Gazetteer
import Language

/// A linear-chain conditional random field over the tokens of a sentence. It reads a document twice: the second time it knows what the
/// same words were taken for elsewhere in it.
///
/// Source: J. Lafferty, A. McCallum, F. Pereira, Conditional random fields, ICML 2001.
struct Tagger: Sendable {
  let weights: TaggerWeights

  typealias Span = (tokens: Range<Int>, isDemonym: Bool, probability: Double)

  /// Spans of place names and demonyms with their probabilities, in order.
  func spans(in document: Document, views: TokenViews) -> [Span] {
    let features = TaggerFeatures(views)
    var lattices: [TagLattice] = []
    var first: [WordUse.Reading] = []
    for (stretch, sentence) in views.stretches(of: document) {
      let emissions = stretch.map { token in sum { features.forEach(at: token, in: sentence, $0) } }
      let lattice = TagLattice(emissions: emissions, transitions: weights.transitions)
      first.append((stretch, lattice.best()))
      lattices.append(lattice)
    }
    let uses = WordUse.ofEach(in: first, views: views)
    var spans: [Span] = []
    for (number, reading) in first.enumerated() {
      for (index, token) in reading.stretch.enumerated() {
        lattices[number].emissions[index] += sum { features.forEachOfUse(uses[number][index], at: token, $0) }
      }
      append(lattices[number], reading.stretch, to: &spans)
    }
    return spans
  }

  /// The scores of the features that `list` emits.
  @inline(__always)
  private func sum(_ list: ((UInt32) -> Void) -> Void) -> SIMD8<Float> {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.mostAtOnce) { buffer in
      var count = 0
      list { feature in
        buffer[count] = feature
        count += 1
      }
      return weights.scores(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private func append(_ lattice: TagLattice, _ stretch: Range<Int>, to spans: inout [Span]) {
    let labels = lattice.best()
    guard labels.contains(where: { $0 != .outside }) else { return }
    let likely = lattice.marginals()
    for (start, label) in labels.enumerated() where label == .beginPlace || label == .beginDemonym {
      let inside: TagLabel = label == .beginPlace ? .insidePlace : .insideDemonym
      var end = start + 1
      while end < labels.count, labels[end] == inside { end += 1 }
      let probability = (start..<end).map { Double(likely[$0][labels[$0].rawValue]) }.min() ?? 0
      spans.append((stretch.lowerBound + start..<stretch.lowerBound + end, label == .beginDemonym, probability))
    }
  }
}

extension TokenViews {
  /// The stretches of tokens that the tagger decides about, each with its sentence: outside them every label is outside.
  package func stretches(of document: Document) -> [(stretch: Range<Int>, sentence: Range<Int>)] {
    var stretches: [(stretch: Range<Int>, sentence: Range<Int>)] = []
    for sentence in document.sentences {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        guard views[start].isCandidate else {
          start += 1
          continue
        }
        var end = start
        while end < sentence.tokens.upperBound, views[end].isCandidate { end += 1 }
        stretches.append((start..<end, sentence.tokens))
        start = end
      }
    }
    return stretches
  }
}

/// What a first reading took a word for at its other places in the document.
package enum WordUse: UInt8, Sendable {
  /// It stands nowhere else.
  case single
  case neverPlace, seldomPlace, oftenPlace, alwaysPlace, demonym

  package typealias Reading = (stretch: Range<Int>, labels: [TagLabel])

  /// For each stretch of a document the use of its tokens' words elsewhere.
  package static func ofEach(in readings: [Reading], views: TokenViews) -> [[WordUse]] {
    // in one number: how often in all, as a place and as a demonym, five bits each
    var counts = WordTable(capacity: readings.reduce(0) { $0 + $1.labels.count })
    func tally(_ label: TagLabel) -> UInt16 {
      switch label {
      case .outside: 1
      case .beginPlace, .insidePlace: 1 | 1 << 5
      case .beginDemonym, .insideDemonym: 1 | 1 << 10
      }
    }
    for (stretch, labels) in readings {
      for (token, label) in zip(stretch, labels) {
        let word = views.views[token].word
        if counts[word] & 31 < 31 { counts[word] += tally(label) }
      }
    }
    return readings.map { stretch, labels in
      zip(stretch, labels).map { token, label in
        let (every, own) = (counts[views.views[token].word], tally(label))
        func others(_ shift: UInt16) -> Int { max(0, Int(every >> shift & 31) - Int(own >> shift & 31)) }
        let (all, places, demonyms) = (others(0), others(5), others(10))
        if all == 0 { return .single }
        if demonyms * 2 > all { return .demonym }
        if places == 0 { return .neverPlace }
        return places >= all ? .alwaysPlace : places * 2 > all ? .oftenPlace : .seldomPlace
      }
    }
  }
}

import DatelineKit
import FoundationEssentials
import Gazetteer
import Incidents
import Language
import Toponyms

/// A sentence with a marked trigger and the names of where its event happened.
struct EventSite: Decodable {
  var text: String
  /// Code points.
  var trigger: [Int]
  var sites: [[Int]]

  static func all(path: String) throws -> [EventSite] {
    try Data(contentsOf: URL(filePath: path)).split(separator: 0x0A).map {
      try JSONDecoder().decode(EventSite.self, from: Data($0))
    }
  }
}

/// A sentence of the corpus as the site model sees it.
struct EventSiteReading {
  struct Candidate {
    var bag: FeatureBag
    var isSite: Bool
    var isJoined: Bool
    var isToponym: Bool
    /// Code points.
    var span: Range<Int>
  }

  var text: String
  var candidates: [Candidate]
  /// Gold spans that no candidate covers.
  var lost: Int
  var gold: Int

  init?(_ gold: EventSite, reader: Newsreader, lexicon: TriggerLexicon) {
    guard gold.trigger.count == 2 else { return nil }
    let document = Document(gold.text)
    guard let trigger = document.byteRange(ofScalars: gold.trigger[0]..<gold.trigger[1]) else { return nil }
    let sites = gold.sites.filter { $0.count == 2 }.compactMap { document.byteRange(ofScalars: $0[0]..<$0[1]) }
    let sentence = SentenceReading(
      document: document, range: 0..<document.tokens.count, toponyms: reader.toponyms(of: document), dates: [])
    guard let position = sentence.positions(ofBytes: trigger) else { return nil }
    let known = lexicon.triggers(in: sentence)
    let links = SiteLinkFeatures(
      sentence: sentence, atlas: reader.atlas, triggers: known.map(\.words) + [position], places: nil, phrases: true)
    let type = known.first { $0.words.overlaps(position) }?.trigger.type
    let candidates = links.candidates.indices.map { number in
      let positions = links.candidates[number].positions
      let bytes = document.bytes(
        of: sentence.tokens[positions.lowerBound]..<sentence.tokens[positions.upperBound - 1] + 1)
      return Candidate(
        bag: links.features(of: number, trigger: position, type: type), isSite: sites.contains { $0.overlaps(bytes) },
        isJoined: links.isJoined(number), isToponym: links.candidates[number].toponym != nil,
        span: document.scalarRange(ofBytes: bytes))
    }
    self.candidates = candidates
    text = gold.text
    self.gold = sites.count
    lost = sites.count { site in
      let span = document.scalarRange(ofBytes: site)
      return !candidates.contains { $0.span.overlaps(span) }
    }
  }

  var examples: [LogisticTrainer.Example] {
    candidates.map { LogisticTrainer.Example(bag: $0.bag, label: $0.isSite ? 1 : 0) }
  }

  /// The likeliest candidate and what is named in one breath with it; none where nothing is likely.
  func sites(by weights: HashedWeights, least: Double, fellow: Double) -> [Range<Int>] {
    let likely = candidates.map { weights.probability($0.bag) }
    guard let best = likely.indices.max(by: { likely[$0] < likely[$1] }), likely[best] >= least else { return [] }
    return candidates.indices.filter { $0 == best || likely[$0] >= fellow }.map { candidates[$0].span }
  }
}

/// Precision and recall of words, as `score.py sites` counts them.
struct SpanWordScore {
  private(set) var hits = 0
  private(set) var found = 0
  private(set) var gold = 0

  /// - Parameters:
  ///   - found: code points of `text`.
  mutating func add(_ found: [Range<Int>], gold: [Range<Int>], text: String) {
    let words = Self.words(of: text)
    let (a, b) = (
      words.filter { w in found.contains { $0.overlaps(w) } }, words.filter { w in gold.contains { $0.overlaps(w) } }
    )
    hits += Set(a).intersection(b).count
    self.found += a.count
    self.gold += b.count
  }

  var f1: Double { hits == 0 ? 0 : 2 * Double(hits) / Double(found + gold) }

  /// Runs of letters, digits and underscores, in code points.
  private static func words(of text: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var offset = 0
    for scalar in text.unicodeScalars {
      let isWord = scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord, start == nil { start = offset }
      if !isWord, let first = start {
        words.append(first..<offset)
        start = nil
      }
      offset += 1
    }
    if let start { words.append(start..<offset) }
    return words
  }
}

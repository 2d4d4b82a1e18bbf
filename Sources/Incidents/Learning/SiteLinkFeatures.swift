import Gazetteer
import Language
import Toponyms

/// A name of a sentence that may be where an event happened.
package struct SiteCandidate: Sendable {
  package var positions: Range<Int>
  /// Its number among the toponyms of the sentence; nil for a capitalised phrase that is none.
  package var toponym: Int?
}

/// What the words between a trigger and a name, and around both, tell of whether the event happened there.
package struct SiteLinkFeatures: Sendable {
  package let candidates: [SiteCandidate]
  private let sentence: SentenceReading
  private let triggers: [Range<Int>]
  private let hashes: [UInt32]
  private let views: [View]

  /// What can be told of a candidate without a trigger.
  private struct View {
    /// The preposition that governs the name, over articles and words for its kind; 0 for none.
    var preposition: UInt32 = 0
    /// The words between preposition and name.
    var skipped = 0
    var kind: UInt32
    var form: UInt32
    /// 1: the name behind contains it ("Arad, Israel"); 2: it contains the name before; 3: both.
    var chain: UInt32 = 0
    var prominence: UInt32
    /// It is joined with the candidate before: "in Arad and Eilat".
    var isJoined = false
    /// How sure its place is, in eighths, how far from the story's other places, and how often named; nil without a story.
    var standing: (sureness: UInt32, seclusion: UInt32, told: UInt32)?
  }

  private enum Kind: UInt32 {
    case bias, preposition, prepositionGap, prepositionKind, wordBefore, wordsBefore, wordBehind, wordsBehind, gap
    case trigger, triggerPreposition, namesBetween, namesBetweenPreposition, wordBetween, path, commas, clauses
    case triggersBetween, sort, sortOrder, chain, chainPreposition, opening, possessive, namesAll, triggerLeft
    case triggerRight, triggerGap, prominence, rival, name, lastWord, shape, joined, skipped, saying, capitals
    case triggerSuffix, prepositionOrderClauses, dateline, nearest, sureness, seclusion, secludedSureness, told
  }

  /// - Parameters:
  ///   - triggers: every trigger of the sentence.
  ///   - places: those of the story, where there is one.
  ///   - phrases: capitalised phrases that are no toponyms count as candidates too.
  package init(
    sentence: SentenceReading, atlas: Atlas, triggers: [Range<Int>], places: StoryPlaces?, phrases: Bool = false
  ) {
    self.sentence = sentence
    self.triggers = triggers
    hashes = sentence.hashes
    var candidates = sentence.toponyms.indices.map {
      SiteCandidate(positions: sentence.toponyms[$0].positions, toponym: $0)
    }
    if phrases {
      candidates += Self.phrases(in: sentence).map { SiteCandidate(positions: $0, toponym: nil) }
      candidates.sort { $0.positions.lowerBound < $1.positions.lowerBound }
    }
    self.candidates = candidates
    var views: [View] = []
    for (number, candidate) in candidates.enumerated() {
      var view = View(kind: 15, form: 0, prominence: 0)
      let resolved = candidate.toponym.map { sentence.toponyms[$0].resolved }
      if let resolved, let place = resolved.place {
        view.kind = UInt32(atlas.kind(place).rawValue)
        view.prominence = UInt32(min(max(atlas.prominence(place) * 4, 0), 15))
        view.standing = places.map { places in
          (
            sureness: UInt32(min(max(resolved.confidence, 0), 0.999) * 8), seclusion: places.seclusion(of: place),
            told: FeatureBag.bucket(places.counts[place] ?? 0)
          )
        }
      }
      if let toponym = resolved?.toponym {
        let form: UInt32 =
          switch toponym.form {
          case .name: 1
          case .demonym: 2
          case .abbreviation: 3
          }
        view.form = form | (toponym.usage == .associative ? 4 : 0) | (toponym.isDateline ? 8 : 0)
      }
      if number > 0 {
        let before = candidates[number - 1]
        let between = sentence.words[before.positions.upperBound..<candidate.positions.lowerBound]
        if between.count <= 2, let inner = before.toponym.flatMap({ sentence.toponyms[$0].resolved.place }),
          let outer = resolved?.place, atlas.containers(of: inner).contains(outer)
        {
          view.chain |= 2
          views[number - 1].chain |= 1
        }
        view.isJoined =
          !between.isEmpty && between.count <= 3
          && between.allSatisfy { ["and", "or", ",", "the", "&"].contains($0) } && view.chain & 2 == 0
      }
      (view.preposition, view.skipped) = Self.preposition(before: candidate.positions, in: sentence, hashes: hashes)
      if view.preposition == 0, number > 0, view.isJoined || view.chain & 2 != 0 {
        view.preposition = views[number - 1].preposition
      }
      views.append(view)
    }
    self.views = views
  }

  /// Whether a candidate is named in one breath with the one before.
  package func isJoined(_ number: Int) -> Bool { views[number].isJoined }

  /// Whether a candidate only says where the one before lies.
  package func isContainer(_ number: Int) -> Bool { views[number].chain & 2 != 0 }

  /// The features of a trigger and a candidate.
  /// - Parameter type: what the trigger tells of, where known.
  package func features(of number: Int, trigger: Range<Int>, type: IncidentType?) -> FeatureBag {
    let candidate = candidates[number].positions
    let view = views[number]
    let isBehind = candidate.lowerBound >= trigger.upperBound
    let order: UInt32 = isBehind ? 1 : 0
    let between =
      isBehind
      ? trigger.upperBound..<candidate.lowerBound
      : candidate.upperBound..<max(candidate.upperBound, trigger.lowerBound)
    let gap = FeatureBag.bucket(between.count)
    let word = trigger.isEmpty ? 0 : hashes[trigger.lowerBound]
    let typeNumber = type.map { FeatureBag.wordHash($0.rawValue) } ?? 0
    let isKnown: UInt32 = candidates[number].toponym == nil ? 0 : 1
    let preposition = view.preposition
    let shape = view.kind << 4 | view.form
    let inner = candidates.indices.filter { between.contains(candidates[$0].positions.lowerBound) }
    let commas = FeatureBag.bucket(between.count { sentence.words[$0] == "," })
    let clauses = UInt32(
      min(abs(sentence.clause(at: candidate.lowerBound) - sentence.clause(at: trigger.lowerBound)), 3))
    let (left, right) = (hash(candidate.lowerBound - 1), hash(candidate.upperBound))
    var bag = FeatureBag()
    func add(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
      bag.add(kind.rawValue, first, second, third)
    }
    add(.bias, isKnown, order)
    add(.preposition, preposition, order)
    add(.prepositionGap, preposition, order, gap)
    add(.prepositionKind, preposition, shape)
    add(.prepositionOrderClauses, preposition, order, clauses)
    add(.wordBefore, left, order)
    add(.wordsBefore, hash(candidate.lowerBound - 2), left)
    add(.wordBehind, right, order)
    add(.wordsBehind, right, hash(candidate.upperBound + 1))
    add(.gap, gap, order)
    add(.gap, gap, order, 16 + isKnown)
    add(.trigger, word, order)
    add(.trigger, word, order, 32 + min(UInt32(inner.count), 3))
    add(.trigger, typeNumber, order, 64)
    add(.triggerPreposition, word, preposition, order)
    add(.triggerPreposition, typeNumber, preposition, order)
    add(.triggerSuffix, suffix(of: trigger), preposition, order)
    add(.triggerLeft, hash(trigger.lowerBound - 1), order)
    add(.triggerRight, hash(trigger.upperBound), order)
    add(.triggerGap, hash(trigger.upperBound), preposition, gap)
    add(.namesBetween, FeatureBag.bucket(inner.count), order)
    add(.namesBetweenPreposition, FeatureBag.bucket(inner.count), order, preposition)
    add(.commas, commas, order)
    add(.commas, commas, order, preposition)
    add(.clauses, clauses, order)
    let others = triggers.count { $0 != trigger && between.contains($0.lowerBound) }
    add(.triggersBetween, FeatureBag.bucket(others), order)
    add(.triggersBetween, FeatureBag.bucket(others), order, preposition)
    add(.sort, shape)
    add(.sortOrder, shape, order)
    add(.sortOrder, view.kind, order, gap)
    add(.chain, view.chain, order)
    add(.chainPreposition, view.chain, preposition)
    add(.joined, view.isJoined ? 1 : 0, order)
    add(.skipped, UInt32(view.skipped), preposition)
    add(.prominence, view.prominence, view.kind)
    add(.namesAll, FeatureBag.bucket(candidates.count), isKnown)
    if let standing = view.standing {
      add(.sureness, standing.sureness)
      add(.sureness, standing.sureness, preposition)
      add(.seclusion, standing.seclusion)
      add(.secludedSureness, standing.sureness, standing.seclusion)
      add(.told, standing.told, view.kind)
    }
    if view.form & 8 != 0 { add(.dateline) }
    if candidate.lowerBound == 0 { add(.opening, right) }
    if sentence.word(candidate.upperBound) == "'s" { add(.possessive, hash(candidate.upperBound + 1)) }
    add(.capitals, isCapital(candidate.lowerBound - 1) ? 1 : 0, isCapital(candidate.upperBound) ? 1 : 0, isKnown)
    addRivals(of: number, trigger: trigger, inner: inner, order: order, to: &bag)
    for position in between.suffix(24) { add(.wordBetween, hashes[position], order) }
    if between.count <= 4 {
      add(.path, between.reduce(7) { ($0 ^ hashes[$1]) &* 0x0100_0193 }, order)
    }
    if (0..<4).contains(where: { Self.sayings.contains(sentence.word(candidate.upperBound + $0)) }) {
      add(.saying, order)
    }
    if isKnown == 0 {
      for position in candidate { add(.name, hashes[position]) }
      add(.lastWord, candidate.last.map { hashes[$0] } ?? 0, preposition)
      add(.shape, UInt32(min(candidate.count, 4)), isAllCapitals(candidate.lowerBound) ? 1 : 0, preposition)
    }
    return bag
  }

  /// Other names that stand where a site stands, between or on the other side.
  private func addRivals(of number: Int, trigger: Range<Int>, inner: [Int], order: UInt32, to bag: inout FeatureBag) {
    func isPlaced(_ index: Int) -> Bool { views[index].preposition != 0 && views[index].form & 2 == 0 }
    bag.add(Kind.rival.rawValue, UInt32(min(inner.count(where: isPlaced), 3)), order, views[number].preposition)
    let away = { (index: Int) -> Int in
      let positions = candidates[index].positions
      return positions.lowerBound >= trigger.upperBound
        ? positions.lowerBound - trigger.upperBound : trigger.lowerBound - positions.upperBound + 3
    }
    let placed = candidates.indices.filter(isPlaced)
    let rank = placed.count { $0 != number && away($0) < away(number) }
    bag.add(Kind.nearest.rawValue, UInt32(min(rank, 4)), isPlaced(number) ? 1 : 0, order)
    bag.add(Kind.nearest.rawValue, UInt32(min(rank, 4)), views[number].preposition, 99)
  }

  private func hash(_ position: Int) -> UInt32 { hashes.indices.contains(position) ? hashes[position] : 1 }

  private func isCapital(_ position: Int) -> Bool {
    sentence.words.indices.contains(position) && sentence.isCapitalised(position)
  }

  private func isAllCapitals(_ position: Int) -> Bool {
    sentence.document.tokens[sentence.tokens[position]].shape.contains(.allCapitals)
  }

  private func suffix(of trigger: Range<Int>) -> UInt32 {
    guard let first = trigger.first else { return 0 }
    let word = sentence.words[first]
    for (number, suffix) in ["ed", "ing", "s"].enumerated() where word.hasSuffix(suffix) { return UInt32(number + 1) }
    return 0
  }

  // MARK: Names

  /// Runs of capitalised words that are no toponyms, none at the head of the sentence.
  private static func phrases(in sentence: SentenceReading) -> [Range<Int>] {
    var phrases: [Range<Int>] = []
    var index = 0
    func isFree(_ position: Int) -> Bool { !sentence.toponyms.contains { $0.positions.contains(position) } }
    while index < sentence.words.count {
      guard sentence.isCapitalised(index), isFree(index), index > 0 else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.words.count, isFree(end) {
        let isLink = linkWords.contains(sentence.words[end]) && end + 1 < sentence.words.count
        guard sentence.isCapitalised(end) || isLink && sentence.isCapitalised(end + 1) && isFree(end + 1) else { break }
        end += 1
      }
      phrases.append(index..<end)
      index = end
    }
    return phrases
  }

  private static let linkWords: Set<String> = ["al", "el", "of", "de", "del", "la", "ul", "the"]

  // MARK: Prepositions

  private static func preposition(
    before positions: Range<Int>, in sentence: SentenceReading, hashes: [UInt32]
  ) -> (UInt32, skipped: Int) {
    var position = positions.lowerBound - 1
    var skipped = 0
    while position >= 0, skipped < 8 {
      let word = sentence.words[position]
      if prepositions.contains(word) {
        if word == "of", position > 0, SiteFinder.kindWords.contains(sentence.words[position - 1]), skipped < 6 {
          position -= 2
          skipped += 2
          continue
        }
        return (hashes[position], skipped)
      }
      let isName =
        sentence.toponyms.contains { $0.positions.contains(position) }
        && ["'s", "'"].contains(sentence.word(position + 1))
      let isDemonym = sentence.toponyms.contains {
        $0.positions.contains(position) && $0.resolved.toponym.form == .demonym
      }
      guard
        isName || isDemonym || word == "'s" || SiteFinder.fillers.contains(word) || SiteFinder.kindWords.contains(word)
          || word.hasSuffix("ern") || SiteFinder.directions[word] != nil
      else { return (0, skipped) }
      position -= 1
      skipped += 1
    }
    return (0, skipped)
  }

  private static let prepositions: Set<String> = [
    "in", "at", "near", "on", "from", "to", "of", "into", "inside", "outside", "across", "around", "through", "over",
    "by", "with", "against", "for", "toward", "towards", "between", "off", "along", "within", "throughout", "beside",
    "via", "about", "under", "behind", "beyond", "below", "above", "among", "amid", "onto",
  ]

  private static let sayings: Set<String> = [
    "said", "says", "told", "announced", "reported", "added", "confirmed", "warned", "stated", "claimed", "accused",
    "condemned", "called", "denied",
  ]
}

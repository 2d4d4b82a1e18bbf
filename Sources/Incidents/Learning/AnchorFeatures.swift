import Gazetteer
import Language
import Toponyms

/// What tells whether an event whose sentence names no place happened at a place named elsewhere in the story.
package struct AnchorFeatures: Sendable {
  private let story: StoryReading
  private let atlas: Atlas
  private let places: StoryPlaces

  private enum Kind: UInt32 {
    case bias = 300
    case gap, gapKind, kind, kindFamily, left, right, rightWords, count, first, holder, opening, dateline, form
    case places, prepositionGap, prominence, stranger, strangerKind, sureness, seclusion, secludedSureness
  }

  package init(_ story: StoryReading, places: StoryPlaces, atlas: Atlas) {
    (self.story, self.places, self.atlas) = (story, places, atlas)
  }

  /// A capitalised phrase of the event's own sentence that may be its place though no gazetteer knows it.
  package struct Stranger: Sendable {
    var likelihood: UInt32
    var lastWord: UInt32
  }

  /// The likeliest phrase of a sentence that is no toponym.
  /// - Parameter weights: the model of sites.
  package func stranger(sentence number: Int, trigger: FoundTrigger, weights: HashedWeights) -> Stranger? {
    let sentence = story.sentences[number]
    let links = SiteLinkFeatures(
      sentence: sentence, atlas: atlas, triggers: story.triggers[number].map(\.words), places: places, phrases: true)
    let scored = links.candidates.indices.filter { links.candidates[$0].toponym == nil }.map { index in
      (
        weights.probability(links.features(of: index, trigger: trigger.words, type: trigger.trigger.type)),
        links.candidates[index].positions
      )
    }
    return scored.max { $0.0 < $1.0 }.map { likelihood, positions in
      Stranger(
        likelihood: UInt32(min(likelihood, 0.999) * 5),
        lastWord: FeatureBag.wordHash(sentence.word(positions.upperBound - 1)))
    }
  }

  /// - Parameters:
  ///   - sentence: that of the event.
  ///   - stranger: what ``stranger(sentence:trigger:weights:)`` gives for it.
  package func features(
    of candidate: StoryPlaces.Naming, sentence number: Int, type: IncidentType, stranger: Stranger?
  ) -> FeatureBag {
    let sentence = story.sentences[candidate.sentence]
    let entry = sentence.toponyms[candidate.toponym]
    let kind = UInt32(atlas.kind(candidate.place).rawValue)
    let family = FeatureBag.wordHash(type.family.rawValue)
    let form: UInt32 = entry.resolved.toponym.usage == .associative ? 1 : 0
    let gap = candidate.sentence - number
    let away = FeatureBag.bucket(abs(gap)) << 1 | (gap < 0 ? 1 : 0)
    let left = FeatureBag.wordHash(sentence.word(entry.positions.lowerBound - 1))
    let right = FeatureBag.wordHash(sentence.word(entry.positions.upperBound))
    var bag = FeatureBag()
    func add(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
      bag.add(kind.rawValue, first, second, third)
    }
    add(.bias)
    add(.gap, away)
    add(.gapKind, away, kind)
    add(.kind, kind)
    add(.kindFamily, kind, family)
    add(.form, form, kind)
    add(.left, left)
    add(.right, right)
    add(.rightWords, right, FeatureBag.wordHash(sentence.word(entry.positions.upperBound + 1)))
    add(.prepositionGap, left, away)
    add(.count, FeatureBag.bucket(places.counts[candidate.place] ?? 0), kind)
    add(.first, FeatureBag.bucket(places.firsts[candidate.place] ?? 0), kind)
    add(.first, FeatureBag.bucket(places.firsts[candidate.place] ?? 0))
    add(.holder, places.holders.contains(candidate.place) ? 1 : 0, kind)
    add(.opening, FeatureBag.bucket(candidate.sentence))
    add(.opening, FeatureBag.bucket(candidate.sentence), FeatureBag.bucket(number))
    if entry.resolved.toponym.isDateline { add(.dateline, kind) }
    let sureness = UInt32(min(max(entry.resolved.confidence, 0), 0.999) * 8)
    let seclusion = places.seclusion(of: candidate.place)
    add(.sureness, sureness)
    add(.seclusion, seclusion)
    add(.secludedSureness, sureness, seclusion)
    add(.stranger, stranger?.likelihood ?? 9)
    add(.stranger, stranger?.likelihood ?? 9, away)
    if let stranger, stranger.likelihood >= 2 { add(.strangerKind, stranger.lastWord) }
    add(.places, FeatureBag.bucket(places.counts.count))
    add(.places, FeatureBag.bucket(places.counts.count), FeatureBag.bucket(places.firsts[candidate.place] ?? 0))
    add(.prominence, UInt32(min(max(atlas.prominence(candidate.place) * 3, 0), 15)), kind)
    return bag
  }
}

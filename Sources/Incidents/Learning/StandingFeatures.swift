import Gazetteer
import Language

/// What stands around a trigger and tells whether the event happened and how sure the text is of who did it.
package struct StandingFeatures: Sendable {
  private let story: StoryReading
  private let atlas: Atlas

  private enum Kind: UInt32 {
    case bias = 200
    case type, family, part, rule, before, behind, clause, sentence, familyWord, typeRule, beforeType, actor, court,
      doer, wide, stem, stemBefore
  }

  package init(_ story: StoryReading, atlas: Atlas) {
    (self.story, self.atlas) = (story, atlas)
  }

  package func features(sentence number: Int, trigger index: Int) -> FeatureBag {
    let sentence = story.sentences[number]
    let found = story.triggers[number][index]
    let words = found.words
    let type = FeatureBag.wordHash(found.trigger.type.rawValue)
    let family = FeatureBag.wordHash(found.trigger.type.family.rawValue)
    let ruled = story.standings[number][index]
    var bag = FeatureBag(capacity: sentence.words.count * 5 + 48)
    func add(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
      bag.add(kind.rawValue, first, second, third)
    }
    add(.bias)
    add(.type, type)
    add(.family, family)
    add(.part, found.isVerb ? 1 : 0, family)
    let modality = ruled.modality.map { FeatureBag.wordHash($0.rawValue) } ?? 0
    let attribution = ruled.attribution.map { FeatureBag.wordHash($0.rawValue) } ?? 0
    add(.rule, modality)
    add(.rule, attribution, 1)
    add(.typeRule, modality, family)
    add(.typeRule, attribution, family, 1)
    for position in sentence.words.indices where !words.contains(position) {
      let word = sentence.hashes[position]
      let isSameClause = sentence.isSameClause(position, words.lowerBound)
      add(.sentence, word)
      add(.stem, sentence.stems[position])
      if (1...8).contains(words.lowerBound - position) { add(.stemBefore, sentence.stems[position]) }
      add(.familyWord, word, family)
      if isSameClause { add(.clause, word, position < words.lowerBound ? 0 : 1) }
      if (5...9).contains(words.lowerBound - position) { add(.wide, word) }
      if (1...4).contains(words.lowerBound - position) {
        add(.before, word)
        add(.beforeType, word, type)
      }
      if (0..<4).contains(position - words.upperBound) { add(.behind, word) }
    }
    let hasDoer = sentence.allMarks.contains(.doer)
    add(.actor, hasDoer ? 1 : 0, family)
    let share = FeatureBag.bucket(story.registers[Register.court.rawValue])
    add(.court, share, family)
    let doer = ActorFinder(atlas: atlas).perpetrator(of: words, isVerb: found.isVerb, in: sentence)
    let sort: UInt32 = doer.map { $0.key.count == 2 && $0.key.allSatisfy(\.isUppercase) ? 1 : 2 } ?? 0
    add(.doer, sort)
    add(.doer, sort, family)
    if let doer, sort == 2 { add(.doer, FeatureBag.wordHash(doer.key), family, 1) }
    return bag
  }
}

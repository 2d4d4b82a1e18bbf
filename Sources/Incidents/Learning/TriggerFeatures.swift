import Language
import Toponyms

/// What stands around a trigger and tells whether it means an event that the article reports: no metaphor, sport, film,
/// policy, generality or verdict.
package struct TriggerFeatures: Sendable {
  private let story: StoryReading

  private enum Kind: UInt32 {
    case bias = 100
    case phrase, type, typePart, left, leftTwo, right, rightTwo, leftType, rightType, clauseWord, word, familyWord
    case sentence, length, dates, places, placed, standing, plural, opener, others, kin, story, quoted, tense, headline
    case counts, phraseLeft, phraseRight, firstOfKin, register, registerSentence, stem, stemSide, stemType
  }

  package init(_ story: StoryReading) {
    self.story = story
  }

  /// - Parameters:
  ///   - number: of the sentence.
  ///   - index: of the trigger in it.
  package func features(sentence number: Int, trigger index: Int) -> FeatureBag {
    let sentence = story.sentences[number]
    let row = sentence.hashes
    let found = story.triggers[number][index]
    let words = found.words
    let type = FeatureBag.wordHash(found.trigger.type.rawValue)
    let family = FeatureBag.wordHash(found.trigger.type.family.rawValue)
    let phrase = row[words].reduce(11) { ($0 ^ $1) &* 0x0100_0193 }
    func hash(_ position: Int) -> UInt32 { row.indices.contains(position) ? row[position] : 1 }
    var bag = FeatureBag(capacity: 240)
    func add(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
      bag.add(kind.rawValue, first, second, third)
    }
    add(.bias)
    add(.phrase, phrase)
    add(.type, type)
    add(.typePart, type, found.isVerb ? 1 : 0)
    let (left, right) = (hash(words.lowerBound - 1), hash(words.upperBound))
    add(.left, left)
    add(.right, right)
    add(.leftTwo, hash(words.lowerBound - 2), left)
    add(.rightTwo, right, hash(words.upperBound + 1))
    add(.leftType, left, family)
    add(.rightType, right, family)
    add(.phraseLeft, phrase, left)
    add(.phraseRight, phrase, right)
    for position in max(0, words.lowerBound - 12)..<min(row.count, words.upperBound + 12)
    where !words.contains(position) {
      let isNear = abs(position - words.lowerBound) <= 5
      let isSameClause = sentence.isSameClause(position, words.lowerBound)
      add(.word, row[position])
      add(.stem, sentence.stems[position], family)
      if isNear {
        add(.stemSide, sentence.stems[position], position < words.lowerBound ? 0 : 1)
        add(.stemType, sentence.stems[position], position < words.lowerBound ? 0 : 1, type)
      }
      if isSameClause, isNear { add(.clauseWord, row[position], position < words.lowerBound ? 0 : 1) }
      add(.familyWord, row[position], family)
    }
    add(.sentence, FeatureBag.bucket(number))
    add(.sentence, FeatureBag.bucket(number), family)
    add(.length, FeatureBag.bucket(row.count / 3))
    add(.dates, UInt32(min(sentence.dates.count, 2)))
    add(.dates, UInt32(min(sentence.dates.count, 2)), family)
    addPlaces(of: sentence, trigger: words, family: family, to: &bag)
    let modality = story.standings[number][index].modality.map { FeatureBag.wordHash($0.rawValue) } ?? 0
    add(.standing, modality, family)
    add(.standing, modality)
    if !found.isVerb, sentence.words[words.upperBound - 1].hasSuffix("s") { add(.plural, family) }
    for back in 1...4 { add(.opener, hash(words.lowerBound - back), found.isVerb ? 1 : 0) }
    let size = max(story.document.tokens.count / 100, 1)
    let here = Register.counts(row)
    for register in Register.allCases {
      let share = FeatureBag.bucket(story.registers[register.rawValue] * 2 / size)
      add(.register, UInt32(register.rawValue), share)
      add(.register, UInt32(register.rawValue), share, family)
      add(.registerSentence, UInt32(register.rawValue), UInt32(min(here[register.rawValue], 3)))
    }
    let kin = story.triggers[number].count { $0.trigger.type.family == found.trigger.type.family }
    add(.others, FeatureBag.bucket(story.triggers[number].count))
    add(.kin, UInt32(min(kin, 4)), family)
    let all = story.familyCounts[found.trigger.type.family] ?? 0
    add(.story, FeatureBag.bucket(all), family)
    add(.story, FeatureBag.bucket(all))
    let isFirst = !story.triggers[..<number].joined().contains { $0.trigger.type.family == found.trigger.type.family }
    add(.firstOfKin, isFirst ? 1 : 0, FeatureBag.bucket(number), family)
    add(.quoted, isQuoted(words.lowerBound, in: sentence) ? 1 : 0)
    let harm = sentence.allMarks.contains(.harm)
    add(.counts, harm ? 1 : 0, family)
    return bag
  }

  private func addPlaces(of sentence: SentenceReading, trigger: Range<Int>, family: UInt32, to bag: inout FeatureBag) {
    let named = sentence.toponyms.filter { $0.resolved.toponym.form != .demonym && !$0.resolved.toponym.isDateline }
    bag.add(Kind.places.rawValue, UInt32(min(named.count, 3)))
    bag.add(Kind.places.rawValue, UInt32(min(named.count, 3)), family)
    let isPlaced = named.contains {
      ["in", "at", "near", "outside", "on", "across"].contains(sentence.word($0.positions.lowerBound - 1))
    }
    bag.add(Kind.placed.rawValue, isPlaced ? 1 : 0)
    let nearest = named.map { abs($0.positions.lowerBound - trigger.lowerBound) }.min()
    bag.add(Kind.placed.rawValue, nearest.map(FeatureBag.bucket) ?? 99, isPlaced ? 1 : 0)
  }

  /// Whether a quotation is open at a position of the sentence.
  private func isQuoted(_ position: Int, in sentence: SentenceReading) -> Bool {
    guard sentence.allMarks.contains(.quote) else { return false }
    var isOpen = false
    for word in sentence.words[..<position] {
      switch word {
      case "“": isOpen = true
      case "”": isOpen = false
      case "\"": isOpen.toggle()
      default: break
      }
    }
    return isOpen
  }
}

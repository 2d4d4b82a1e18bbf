import Language

/// What the words around a trigger say about whether it happened and who did it.
struct TriggerContext {
  let sentence: SentenceReading
  let trigger: Range<Int>
  let isVerb: Bool
  let type: IncidentType

  /// The positions of the trigger's clause.
  private let clause: Range<Int>
  /// Those of its words before the trigger, behind the last comma.
  private let before: Range<Int>

  init(sentence: SentenceReading, trigger: Range<Int>, isVerb: Bool, type: IncidentType) {
    (self.sentence, self.trigger, self.isVerb, self.type) = (sentence, trigger, isVerb, type)
    var (start, end) = (trigger.lowerBound, trigger.lowerBound + 1)
    while start > 0, sentence.isSameClause(start - 1, trigger.lowerBound) { start -= 1 }
    while end < sentence.words.count, sentence.isSameClause(end, trigger.lowerBound) { end += 1 }
    clause = start..<end
    let comma = (start..<trigger.lowerBound).last { sentence.marks[$0].contains(.comma) }
    before = (comma.map { $0 + 1 } ?? start)..<trigger.lowerBound
  }

  /// Nil where the event is denied, hypothetical or general.
  var modality: Modality? {
    if isNegated || isHypothetical || bear(.habit, clause) { return nil }
    if isFoiled { return .foiled }
    if isThreatened { return .threatened }
    if isPlanned {
      // nobody plans a storm
      return [.disaster, .accident].contains(type.family) ? .threatened : .planned
    }
    if isAttempted { return .attempted }
    return isOngoing ? .ongoing : .occurred
  }

  // MARK: Words by their marks

  /// Whether the whole sentence has a word with one of some marks.
  private func holds(_ marks: WordMarks) -> Bool { !sentence.allMarks.isDisjoint(with: marks) }

  private func bear(_ marks: WordMarks, _ positions: Range<Int>) -> Bool { sentence.marks[positions].bear(marks) }

  /// The last words of the clause before the trigger, at most so many.
  private func near(_ count: Int) -> Range<Int> {
    max(before.lowerBound, before.upperBound - count)..<before.upperBound
  }

  /// The words behind the trigger, at most so many.
  private func behind(_ count: Int) -> Range<Int> {
    trigger.upperBound..<min(trigger.upperBound + count, sentence.words.count)
  }

  /// A word with one of the marks stands right before the noun, perhaps with one or two between.
  private func adjective(_ marks: WordMarks) -> Bool {
    !isVerb && bear(marks, max(0, trigger.lowerBound - 3)..<trigger.lowerBound)
  }

  /// Whether a word with the first mark has one with the second right behind it.
  private func pair(_ first: WordMarks, _ second: WordMarks, in positions: Range<Int>) -> Bool {
    positions.dropFirst().contains {
      sentence.marks[$0].contains(second) && sentence.marks[$0 - 1].contains(first)
    }
  }

  // MARK: Not, or not yet

  private var isFoiled: Bool {
    if bear(.foiling, clause) { return true }
    guard holds([.caught, .foilingPhrase]), Self.plotted.contains(type.family) else { return false }
    if holds(.foilingPhrase), Self.foilingPhrases.stand(in: sentence, from: 0) { return true }
    return holds(.caught) && bear(.plotting, max(0, trigger.lowerBound - 7)..<trigger.lowerBound)
  }

  private static let plotted: Set<IncidentType.Family> = [.strike, .explosion, .violence, .military, .other]
  static let foilingPhrases = Phrases(
    .foilingPhrase,
    [
      ["before", "he", "could"], ["before", "she", "could"], ["before", "they", "could"], ["before", "it", "could"],
      ["made", "safe"], ["blown", "up", "safely"], ["safely", "detonated"], ["controlled", "explosion"],
      ["controlled", "detonation"], ["turned", "back"], ["on", "his", "way", "to", "plant"],
    ])

  private var isThreatened: Bool {
    if bear(.threat, before) || adjective(.feared) { return true }
    let isAhead = holds(.ahead)
    if isAhead, holds(.unless) || sentence.words.starts(with: ["anyone", "who"]) { return true }
    if isAhead, holds(.warning) { return bear(.modal, near(8)) || bear(.would, behind(5)) }
    guard holds([.forecast, .approaching]), type.family == .disaster else { return false }
    return bear(.forecast, clause) || bear(.approaching, behind(8))
  }

  private var isPlanned: Bool {
    // "planned to respond to Saturday's attack": what is answered has happened
    if !isVerb, bear(.answer, near(5)) { return false }
    return adjective(.looming) || isAhead || isPlannedBehind
  }

  private var isAttempted: Bool {
    if adjective(.failed) { return true }
    if adjective(.attempted) {
      let isMurder = sentence.words[trigger].contains { $0.hasPrefix("murder") || $0.hasPrefix("homicid") }
      if !isMurder { return true }
    }
    return bear(.attempt, near(5))
  }

  private var isNegated: Bool { bear(.denial, near(isVerb ? 4 : 2)) }

  private var isHypothetical: Bool {
    if bear(.condition, before) || sentence.marks.first?.contains(.condition) == true { return true }
    return isVerb ? bear(.possibility, near(4)) : bear(.any, near(3))
  }

  private var isAhead: Bool {
    let near = near(6)
    if bear(.intent, near) || pair(.beforeTo, .to, in: near) || pair(.beforeFor, .for, in: near) { return true }
    if holds(.soonPhrase), bear(.call, before), Self.soon.stand(in: sentence, from: trigger.upperBound) { return true }
    return !isVerb && (bear(.scheduled, behind(8)) || pair(.due, .to, in: behind(8)))
  }

  /// "the operation that Israel is planning"
  private var isPlannedBehind: Bool { !isVerb && bear(.relative, behind(1)) && bear(.planning, behind(6)) }

  // MARK: Still

  private var isOngoing: Bool {
    if adjective(.ongoing) || bear(.continuing, behind(3)) || bear(.battling, near(3)) { return true }
    if isVerb, trigger.lowerBound > 0, sentence.marks[trigger.lowerBound - 1].contains(.being),
      sentence.word(trigger.lowerBound).hasSuffix("ing")
    {
      return true
    }
    if holds(.lastingPhrase), Self.lasting.stand(in: sentence, from: 0) { return true }
    if holds(.period), isInPeriod { return true }
    return holds(.since) && holds(.have) && Self.perfect.stand(in: sentence, from: 0)
  }

  /// "for a third day", "for the second night running", "entered its fourth week"
  private var isInPeriod: Bool {
    let words = sentence.words
    return words.indices.dropFirst(2).contains { index in
      sentence.marks[index].contains(.period) && Self.ordinals.contains(words[index - 1])
        && ["a", "the", "its", "their"].contains(words[index - 2])
        && ["for", "entered", "into", "enters", "in"].contains(sentence.word(index - 3))
    }
  }

  private static let ordinals: Set<String> = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "11th", "12th",
  ]
  static let perfect = Phrases(.perfectPhrase, [["has", "been"], ["have", "been"], ["not", "stopped"]])
  static let soon = Phrases(.soonPhrase, [["from", "midnight"], ["from", "tomorrow"], ["from", "next"]])
  static let lasting = Phrases(
    .lastingPhrase,
    [
      ["is", "burning"], ["are", "burning"], ["still", "burning"], ["still", "rising"], ["still", "raging"],
      ["still", "battling"], ["still", "fighting"], ["still", "going"], ["still", "under"], ["still", "on"],
      ["going", "on"], ["under", "way"], ["continue", "to"], ["continues", "to"], ["continued", "to"],
      ["not", "stopped"], ["out", "of", "control"], ["remained", "closed"], ["remains", "closed"], ["rages", "on"],
      ["has", "spread"], ["have", "spread"], ["until", "further", "notice"],
    ])

  // MARK: By whom

  var attribution: Attribution? {
    guard holds([.denying, .claiming, .doubt]) else { return nil }
    let start = max(0, trigger.lowerBound - 3)
    func isSaid(_ marks: WordMarks) -> Bool { bear(marks, clause) || bear(marks, start..<trigger.lowerBound) }
    if isSaid(.denying) { return .denied }
    if isSaid(.claiming) { return .claimed }
    return isSaid(.doubt) ? .suspected : nil
  }
}

/// Phrases that are looked for together.
struct Phrases: Sendable {
  /// The mark that their first words bear.
  private let mark: WordMarks
  private let phrases: [[String]]

  init(_ mark: WordMarks, _ phrases: [[String]]) { (self.mark, self.phrases) = (mark, phrases) }

  /// The words that they begin with.
  var openers: [String] { phrases.compactMap(\.first) }

  /// Whether one of them stands in a sentence, at a position or behind it.
  func stand(in sentence: SentenceReading, from start: Int) -> Bool {
    (start..<sentence.words.count).contains { index in
      sentence.marks[index].contains(mark) && phrases.contains { sentence.words[index...].starts(with: $0) }
    }
  }
}

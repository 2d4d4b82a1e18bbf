import Language

/// What the words around a trigger say about whether it happened and who did it.
struct TriggerContext {
  let sentence: SentenceReading
  let trigger: Range<Int>
  let isVerb: Bool
  let type: IncidentType

  /// Nil where the event is denied, hypothetical or general.
  var modality: Modality? {
    let before = clauseBefore
    if isNegated(before) || isHypothetical(before) || isGeneral { return nil }
    if isFoiled { return .foiled }
    if isThreatened(before) { return .threatened }
    if isPlanned(before) {
      // nobody plans a storm
      return [.disaster, .accident].contains(type.family) ? .threatened : .planned
    }
    if isAttempted(before) { return .attempted }
    return isOngoing ? .ongoing : .occurred
  }

  // MARK: Not, or not yet

  private var isFoiled: Bool {
    if clause.contains(where: Self.foiling.contains) { return true }
    guard Self.plotted.contains(type.family) else { return false }
    let words = sentence.words[...]
    if Self.foilingPhrases.stand(among: words) { return true }
    let isCaught = words.contains { ["arrested", "detained", "suspected", "charged", "suspicion"].contains($0) }
    return isCaught
      && sentence.words[max(0, trigger.lowerBound - 7)..<trigger.lowerBound].contains {
        ["planning", "preparing", "plotting", "plotted", "plot"].contains($0)
      }
  }

  private static let plotted: Set<IncidentType.Family> = [.strike, .explosion, .violence, .military, .other]
  private static let foiling: Set<String> = [
    "foiled", "foil", "foils", "thwarted", "thwart", "prevented", "averted", "defused", "repelled", "repulsed",
    "disarmed",
  ]
  private static let foilingPhrases = Phrases([
    ["before", "he", "could"], ["before", "she", "could"], ["before", "they", "could"], ["before", "it", "could"],
    ["made", "safe"], ["blown", "up", "safely"], ["safely", "detonated"], ["controlled", "explosion"],
    ["controlled", "detonation"], ["turned", "back"], ["on", "his", "way", "to", "plant"],
  ])

  private func isThreatened(_ before: ArraySlice<String>) -> Bool {
    if before.contains(where: {
      $0.hasPrefix("threat")
        || ["vowed", "vows", "warned", "warns", "warning", "warnings", "feared", "fears"].contains($0)
    }) || adjective(["threatened", "feared"]) {
      return true
    }
    let words = sentence.words[...]
    let isAhead = words.contains { ["will", "would", "could", "shall"].contains($0) }
    if isAhead, words.contains("unless") || words.starts(with: ["anyone", "who"]) { return true }
    if isAhead, words.contains(where: { ["warned", "threatened", "caller", "threat", "warns"].contains($0) }) {
      return before.suffix(8).contains { ["will", "would", "could"].contains($0) }
        || sentence.words[trigger.upperBound..<min(trigger.upperBound + 5, sentence.words.count)].contains("would")
    }
    guard type.family == .disaster else { return false }
    return clause.contains { ["forecast", "forecasts", "forecasters", "braces", "bracing"].contains($0) }
      || sentence.words[trigger.upperBound..<min(trigger.upperBound + 8, sentence.words.count)]
        .contains { ["expected", "approaching", "approaches"].contains($0) }
  }

  private func isPlanned(_ before: ArraySlice<String>) -> Bool {
    // "planned to respond to Saturday's attack": what is answered has happened
    if !isVerb, before.suffix(5).contains(where: Self.answers.contains) { return false }
    return adjective(["planned", "upcoming", "imminent", "expected", "looming", "scheduled", "possible", "potential"])
      || isAhead(before) || isPlannedBehind
  }

  private static let answers: Set<String> = [
    "respond", "response", "retaliate", "retaliation", "avenge", "revenge", "reply", "investigate", "discuss", "mark",
    "commemorate", "after", "following",
  ]

  private func isAttempted(_ before: ArraySlice<String>) -> Bool {
    if adjective(["failed", "abortive", "botched", "unsuccessful"]) { return true }
    let isMurder = sentence.words[trigger].contains { $0.hasPrefix("murder") || $0.hasPrefix("homicid") }
    if !isMurder, adjective(["attempted"]) { return true }
    return before.suffix(5).contains {
      ["tried", "attempted", "attempt", "attempting", "trying", "attempts"].contains($0)
    }
  }

  // MARK: Still

  private var isOngoing: Bool {
    if adjective(["ongoing", "continuing", "continued"]) || continues { return true }
    let words = sentence.words[...]
    if isVerb, ["is", "are", "been"].contains(sentence.word(trigger.lowerBound - 1)),
      sentence.word(trigger.lowerBound).hasSuffix("ing")
    {
      return true
    }
    if Self.lasting.stand(among: words) { return true }
    // "for a third day", "for the second night running", "entered its fourth week"
    for index in words.indices.dropFirst(2)
    where ["day", "night", "week", "month", "year"].contains(words[index]) && Self.ordinals.contains(words[index - 1])
      && ["a", "the", "its", "their"].contains(words[index - 2])
      && ["for", "entered", "into", "enters", "in"].contains(sentence.word(index - 3))
    {
      return true
    }
    return words.contains("since") && words.contains { ["has", "have"].contains($0) }
      && Self.perfect.stand(among: words)
  }

  private static let ordinals: Set<String> = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "11th", "12th",
  ]
  private static let perfect = Phrases([["has", "been"], ["have", "been"], ["not", "stopped"]])
  private static let soon = Phrases([["from", "midnight"], ["from", "tomorrow"], ["from", "next"]])
  private static let lasting = Phrases([
    ["is", "burning"], ["are", "burning"], ["still", "burning"], ["still", "rising"], ["still", "raging"],
    ["still", "battling"], ["still", "fighting"], ["still", "going"], ["still", "under"], ["still", "on"],
    ["going", "on"], ["under", "way"], ["continue", "to"], ["continues", "to"], ["continued", "to"],
    ["not", "stopped"], ["out", "of", "control"], ["remained", "closed"], ["remains", "closed"], ["rages", "on"],
    ["has", "spread"], ["have", "spread"], ["until", "further", "notice"],
  ])

  /// Words of the clause before the trigger, the nearest last.
  private var clauseBefore: ArraySlice<String> {
    let start =
      (0..<trigger.lowerBound).last { !sentence.isSameClause($0, trigger.lowerBound) || sentence.words[$0] == "," }.map
    { $0 + 1 } ?? 0
    return sentence.words[start..<trigger.lowerBound]
  }

  /// The words of the trigger's clause.
  private let clause: [String]

  init(sentence: SentenceReading, trigger: Range<Int>, isVerb: Bool, type: IncidentType) {
    (self.sentence, self.trigger, self.isVerb, self.type) = (sentence, trigger, isVerb, type)
    clause = sentence.words.indices.filter { sentence.isSameClause($0, trigger.lowerBound) }.map { sentence.words[$0] }
  }

  /// One of the words stands right before the noun, perhaps with one or two between.
  private func adjective(_ words: Set<String>) -> Bool {
    !isVerb && sentence.words[max(0, trigger.lowerBound - 3)..<trigger.lowerBound].contains(where: words.contains)
  }

  private func isNegated(_ before: ArraySlice<String>) -> Bool {
    let near = before.suffix(isVerb ? 4 : 2)
    return near.contains("not") || near.contains("never") || near.contains("no") || near.contains("without")
      || near.contains {
        $0.hasSuffix("nt") && $0.count <= 7
          && ["dont", "didnt", "wasnt", "werent", "havent", "hasnt", "wont", "cant"].contains($0)
      }
  }

  private func isHypothetical(_ before: ArraySlice<String>) -> Bool {
    if before.contains("if") || sentence.words.first == "if" { return true }
    return isVerb
      ? before.suffix(4).contains { ["could", "might", "should"].contains($0) }
      : before.suffix(3).contains("any")
  }

  private func isAhead(_ before: ArraySlice<String>) -> Bool {
    let near = before.suffix(6)
    if near.contains(where: {
      ["will", "would", "shall", "planning", "preparing", "plans", "plan", "intends", "pledged"].contains($0)
    }) {
      return true
    }
    if zip(near, near.dropFirst()).contains(where: { first, second in
      second == "to"
        && ["planned", "set", "scheduled", "expected", "due", "vowed", "intend", "ready", "is", "are", "were", "was"]
          .contains(first)
        || second == "for" && ["called", "calls", "calling", "call", "planned", "scheduled", "set"].contains(first)
    }) {
      return true
    }
    if before.contains(where: { ["announces", "announced", "called", "calls"].contains($0) }),
      Self.soon.stand(among: sentence.words[trigger.upperBound...])
    {
      return true
    }
    let after = sentence.words[trigger.upperBound..<min(trigger.upperBound + 8, sentence.words.count)]
    return !isVerb
      && (after.contains { ["scheduled", "planned", "will"].contains($0) }
        || zip(after, after.dropFirst()).contains { ["set", "expected", "due"].contains($0) && $1 == "to" })
  }

  /// "the operation that Israel is planning"
  private var isPlannedBehind: Bool {
    guard !isVerb, ["that", "which", "it", "being"].contains(sentence.word(trigger.upperBound)) else { return false }
    let after = sentence.words[trigger.upperBound..<min(trigger.upperBound + 6, sentence.words.count)]
    return after.contains {
      ["planning", "plans", "planned", "preparing", "intends", "considering", "contemplating"].contains($0)
    }
  }

  private var continues: Bool {
    let after = sentence.words[trigger.upperBound..<min(trigger.upperBound + 3, sentence.words.count)]
    return after.contains { ["continues", "continued", "continuing", "rages", "raged"].contains($0) }
      || clauseBefore.suffix(3).contains { ["continued", "continues", "battling", "fighting"].contains($0) }
  }

  private var isGeneral: Bool {
    let habit: Set<String> = [
      "previously", "repeatedly", "often", "regularly", "frequently", "routinely", "sporadically", "always", "usually",
    ]
    return clause.contains(where: habit.contains)
  }

  var attribution: Attribution? {
    let words = clause + sentence.words[max(0, trigger.lowerBound - 3)..<trigger.lowerBound]
    if words.contains("denied") || words.contains("denies") { return .denied }
    if words.contains("claimed") || words.contains("claims") { return .claimed }
    let doubt: Set<String> = [
      "suspected", "alleged", "allegedly", "apparent", "attributed", "blamed", "accused", "believed", "presumed",
      "apparently", "looked", "appeared", "thought",
    ]
    return words.contains(where: doubt.contains) ? .suspected : nil
  }
}

/// Phrases that are looked for together.
private struct Phrases {
  private let byFirstWord: [String: [[String]]]

  init(_ phrases: [[String]]) { byFirstWord = Dictionary(grouping: phrases, by: { $0.first ?? "" }) }

  /// Whether one of them stands among the words.
  func stand(among words: ArraySlice<String>) -> Bool {
    words.indices.contains { index in
      byFirstWord[words[index]]?.contains { words[index...].starts(with: $0) } ?? false
    }
  }
}

import Language
import Toponyms

/// One telling of an event in one sentence.
struct EventMention {
  var type: IncidentType
  var isVerb: Bool
  /// Told by a word of harm alone: "killed", which fits many types.
  var isHarm: Bool
  var isPlural: Bool
  /// "the strike", "that attack": something told before.
  var isDefinite: Bool
  var sentence: Int
  var position: Int
  var bytes: Range<Int>
  var modality: Modality
  /// The modality by rule alone.
  var ruledModality: Modality
  var attribution: Attribution
  var actors: [Actor]
  /// The perpetrator's country or name, folded, for telling whether two mentions are one event.
  var perpetrator: String?
  var sites: [SiteMention]
  var date: IncidentDate
  var casualties: Casualties
  /// The probability that it tells of an event that counts.
  var probability: Double
  /// For each of ``Attribution/allCases``, ``Modality/allCases`` and ``IncidentType/allCases`` how likely it is here.
  var attributions: [Double]
  var modalities: [Double]
  var types: [Double]
  /// Its number among the triggers of the sentence; nil where the sentence goes on with an event without a word for it.
  var trigger: Int?
}

/// What the words around a trigger say about whether it happened and who did it.
struct TriggerContext {
  let sentence: SentenceReading
  let trigger: Range<Int>
  let isVerb: Bool

  /// Nil where the event is denied, hypothetical or general.
  var modality: Modality? {
    let before = clauseBefore
    if isNegated(before) || isHypothetical(before) || isGeneral { return nil }
    if !foiling.isDisjoint(with: clause) { return .foiled }
    if before.contains(where: {
      $0.hasPrefix("threaten") || ["vowed", "vows", "warned", "warns", "warning"].contains($0)
    })
      || adjective(["threatened"])
    {
      return .threatened
    }
    if adjective(["planned", "upcoming", "imminent", "expected", "looming", "scheduled", "possible", "potential"])
      || isAhead(before) || isPlannedBehind
    {
      return .planned
    }
    if adjective(["attempted", "failed", "abortive"])
      || before.suffix(4).contains(where: { ["tried", "attempted", "attempt", "attempting", "trying"].contains($0) })
    {
      return .attempted
    }
    if adjective(["ongoing", "continuing"]) || continues { return .ongoing }
    return .occurred
  }

  private var foiling: Set<String> {
    [
      "foiled", "foil", "thwarted", "thwart", "prevented", "averted", "defused", "repelled", "repulsed", "plot",
    ]
  }

  /// Words of the clause before the trigger, the nearest last.
  private var clauseBefore: ArraySlice<String> {
    let start =
      (0..<trigger.lowerBound).last { !sentence.isSameClause($0, trigger.lowerBound) || sentence.words[$0] == "," }.map
    { $0 + 1 } ?? 0
    return sentence.words[start..<trigger.lowerBound]
  }

  private var clause: Set<String> {
    Set(sentence.words.indices.filter { sentence.isSameClause($0, trigger.lowerBound) }.map { sentence.words[$0] })
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
    if near.contains(where: { ["will", "would", "planning", "preparing", "plans", "intends", "pledged"].contains($0) })
    {
      return true
    }
    if zip(near, near.dropFirst()).contains(where: { first, second in
      second == "to" && ["planned", "set", "scheduled", "expected", "due", "vowed", "intend", "ready"].contains(first)
        || second == "for" && ["called", "calls", "calling", "call", "planned", "scheduled", "set"].contains(first)
    }) {
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
    return !clause.isDisjoint(with: habit)
  }

  var attribution: Attribution? {
    let words = clause.union(sentence.words[max(0, trigger.lowerBound - 3)..<trigger.lowerBound])
    if words.contains("denied") || words.contains("denies") { return .denied }
    if words.contains("claimed") || words.contains("claims") { return .claimed }
    let doubt: Set<String> = [
      "suspected", "alleged", "allegedly", "apparent", "attributed", "blamed", "accused", "believed", "presumed",
      "apparently", "looked", "appeared", "thought",
    ]
    return words.isDisjoint(with: doubt) ? nil : .suspected
  }
}

import Gazetteer

/// Joins what one sentence tells of one event by several words: "strikes that hit … and killed", "was hit in an Israeli strike".
struct MentionUnifier {
  let atlas: Atlas

  /// Mentions of a sentence, in order; those of one event become one.
  func unify(_ mentions: [EventMention], in sentence: SentenceReading) -> [EventMention] {
    var unified: [EventMention] = []
    for mention in mentions {
      if let index = unified.lastIndex(where: {
        isSameEvent($0, mention) && !isApart($0.position, mention.position, in: sentence)
      }) {
        unified[index] = joined(unified[index], mention)
      } else {
        unified.append(mention)
      }
    }
    return unified
  }

  /// "just weeks after", "two years before": what stands on both sides happened at different times.
  private func isApart(_ first: Int, _ second: Int, in sentence: SentenceReading) -> Bool {
    let between = sentence.words[min(first, second)..<max(first, second)]
    return zip(between, between.dropFirst()).contains {
      ["days", "weeks", "months", "years", "week", "month", "year", "day"].contains($0)
        && ["after", "before", "earlier", "since", "later", "ago"].contains($1)
    }
  }

  private func isSameEvent(_ first: EventMention, _ second: EventMention) -> Bool {
    guard first.type.mayBe(second.type) || Self.isConsequence(second, of: first),
      first.modality == second.modality || first.modality == .occurred
    else {
      return false
    }
    guard first.isVerb || second.isVerb || first.isDefinite || second.isDefinite else { return false }
    if let a = first.perpetrator, let b = second.perpetrator, a != b { return false }
    if let a = first.date.start, let b = second.date.start, a != b { return false }
    if let a = first.casualties.killed, let b = second.casualties.killed, a != b { return false }
    let (a, b) = (first.sites.compactMap(\.toponym.place), second.sites.compactMap(\.toponym.place))
    return a.isEmpty || b.isEmpty || !Set(a).isDisjoint(with: b)
      || b.contains { atlas.containers(of: $0).contains(where: a.contains) }
  }

  /// "launched a barrage … causing damage at a base": what was destroyed goes with what destroyed it.
  private static func isConsequence(_ second: EventMention, of first: EventMention) -> Bool {
    second.type == .destruction && first.type != .destruction
      && isDestructive(first.type.family)
      && first.position < second.position && second.date.start == nil
      && first.sites.contains { site in second.sites.contains { $0.position == site.position } }
  }

  private static func isDestructive(_ family: IncidentType.Family) -> Bool {
    switch family {
    case .strike, .explosion, .violence, .military, .disaster, .accident: true
    case .protest, .other: false
    }
  }

  private func joined(_ first: EventMention, _ second: EventMention) -> EventMention {
    var joined = first.isVerb && !second.isVerb ? second : first
    let plain: Set<IncidentType> = [.attack, .explosion, .fire]
    let takesSecond = plain.contains(first.type) && !Self.isConsequence(second, of: first)
    joined.type = takesSecond ? second.type : first.type
    joined.sites = first.sites + second.sites.filter { site in !first.sites.contains { $0.position == site.position } }
    joined.date = first.date.start == nil ? second.date : first.date
    joined.position = min(first.position, second.position)
    joined.actors = first.actors.isEmpty ? second.actors : first.actors
    joined.perpetrator = first.perpetrator ?? second.perpetrator
    joined.attribution =
      [first.attribution, second.attribution].first { $0 != .unknown && $0 != .fact }
      ?? (joined.perpetrator == nil ? .unknown : .fact)
    joined.probability = max(first.probability, second.probability)
    joined.casualties = Casualties(
      killed: first.casualties.killed ?? second.casualties.killed,
      injured: first.casualties.injured ?? second.casualties.injured,
      missing: first.casualties.missing ?? second.casualties.missing)
    return joined
  }
}

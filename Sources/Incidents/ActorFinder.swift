import Gazetteer
import Language
import Toponyms

/// Finds who did it: the country or group before the event's noun, the subject of its verb, who stands behind "by" or "blamed on".
struct ActorFinder {
  let atlas: Atlas

  struct Perpetrator {
    var text: String
    var key: String

    /// The state that it is, ISO 3166-1 alpha-2.
    var country: String? { key.utf8.count == 2 && key.allSatisfy(\.isUppercase) ? key : nil }
  }

  func perpetrator(of trigger: Range<Int>, isVerb: Bool, in sentence: SentenceReading) -> Perpetrator? {
    if !isVerb, let owner = owner(before: trigger.lowerBound, in: sentence) { return owner }
    if let behind = behind(trigger.upperBound, in: sentence) { return behind }
    return subject(before: trigger.lowerBound, isVerb: isVerb, in: sentence)
  }

  /// "Israeli airstrikes", "the first-ever direct Iranian attack", "Iran's April 13 counterattack"
  private func owner(before position: Int, in sentence: SentenceReading) -> Perpetrator? {
    for (positions, resolved) in sentence.toponyms.reversed()
    where positions.upperBound <= position && position - positions.upperBound <= 4 {
      let isPossessive = sentence.word(positions.upperBound) == "'s"
      guard resolved.toponym.form == .demonym || isPossessive, sentence.isSameClause(positions.lowerBound, position)
      else { continue }
      let between = sentence.words[positions.upperBound..<position]
      guard !between.contains(","), !between.contains("and"), !between.contains(where: { Self.people.contains($0) })
      else { return nil }
      return perpetrator(resolved)
    }
    return nil
  }

  /// "by Israel", "attributed to Israel", "blamed on militants"
  private func behind(_ position: Int, in sentence: SentenceReading) -> Perpetrator? {
    if ["that", "which"].contains(sentence.word(position)),
      let subject = sentence.toponyms.first(where: { $0.positions.lowerBound == position + 1 }),
      ["is", "was", "has", "had", "plans", "planned", "launched", "would"].contains(
        sentence.word(subject.positions.upperBound))
    {
      return perpetrator(subject.resolved)
    }
    for index in position..<min(position + 16, sentence.words.count) {
      let word = sentence.words[index]
      let opens =
        word == "by" || (word == "to" && sentence.word(index - 1) == "attributed")
        || (word == "on" && sentence.word(index - 1) == "blamed")
      guard opens else { continue }
      if let resolved = sentence.toponyms.first(where: {
        $0.positions.lowerBound > index && $0.positions.lowerBound - index <= 3
      })?.resolved {
        return perpetrator(resolved)
      }
      if let group = (index + 1..<min(index + 5, sentence.words.count)).first(where: {
        Self.doers.contains(sentence.words[$0])
      }) {
        return Perpetrator(
          text: sentence.text(NounPhrase(sentence: sentence).ending(at: group) ?? index + 1..<group + 1),
          key: sentence.words[group])
      }
    }
    return nil
  }

  /// "Iran launched an unprecedented barrage", "gunmen attacked"
  private func subject(before position: Int, isVerb: Bool, in sentence: SentenceReading) -> Perpetrator? {
    let start = (0..<position).last { !sentence.isSameClause($0, position) }.map { $0 + 1 } ?? 0
    guard isVerb || sentence.words[start..<position].contains(where: { Self.launching.contains($0) }) else {
      return nil
    }
    let verb =
      isVerb ? position : sentence.words[start..<position].lastIndex { Self.launching.contains($0) } ?? position
    if ["was", "were", "been", "is", "are"].contains(sentence.word(verb - 1)) { return nil }
    for index in stride(from: verb - 1, through: max(start, verb - 7), by: -1) {
      if Self.doers.contains(sentence.words[index]) {
        return Perpetrator(
          text: sentence.text(NounPhrase(sentence: sentence).ending(at: index) ?? index..<index + 1),
          key: sentence.words[index])
      }
      if let resolved = sentence.toponyms.first(where: { $0.positions.contains(index) })?.resolved,
        let place = resolved.place,
        atlas.kind(place) == .country,
        !sentence.words[max(start, index - 1)..<index].contains(where: { ["in", "on", "from", "at"].contains($0) })
      {
        return perpetrator(resolved)
      }
    }
    return agent(ofVerbAt: verb, in: sentence)
  }

  /// "a Bradford man stabbed", "two brothers planned": the subject, where it is people.
  private func agent(ofVerbAt verb: Int, in sentence: SentenceReading) -> Perpetrator? {
    guard let phrase = NounPhrase(sentence: sentence).subject(ofVerbAt: verb), let last = phrase.last else {
      return nil
    }
    let word = sentence.words[last]
    let isPeople =
      CasualtyWords.persons.contains(word)
      || word.hasSuffix("s") && CasualtyWords.persons.contains(String(word.dropLast()))
      || Self.groups.contains(word) || ["men", "women"].contains { word.hasSuffix($0) }
      || phrase.count > 1 && phrase.allSatisfy { sentence.isCapitalised($0) }
        && !sentence.toponyms.contains { $0.positions.overlaps(phrase) }
    return isPeople ? Perpetrator(text: sentence.text(phrase), key: word) : nil
  }

  private static let groups: Set<String> = [
    "group", "gang", "union", "unions", "army", "navy", "people", "youths", "settlers", "loyalists", "jihadists",
    "islamists", "extremists", "hackers", "thieves", "smugglers", "rustlers", "commandos", "officials", "prosecutors",
    "detectives", "deputies", "firefighters", "brothers", "railwaymen", "supporters", "villagers", "mutineers",
  ]

  /// Whom or what it was done to: what the verb governs, or is the subject of its passive; who stands behind the noun's "on", "of" or
  /// "against".
  func target(of trigger: Range<Int>, isVerb: Bool, type: IncidentType, in sentence: SentenceReading) -> String? {
    guard Self.aimed.contains(type) else { return nil }
    let phrases = NounPhrase(sentence: sentence)
    var found: Range<Int>?
    if isVerb {
      let isPassive = ["was", "were", "been", "being", "are", "is", "be", "got"].contains { form in
        (1...2).contains { sentence.word(trigger.lowerBound - $0) == form }
      }
      found =
        isPassive ? phrases.subject(ofVerbAt: trigger.lowerBound) : phrases.starting(at: trigger.upperBound)
    } else if ["on", "of", "against", "at"].contains(sentence.word(trigger.upperBound)) {
      found = phrases.starting(at: trigger.upperBound + 1)
    }
    // a place by its name alone is where, not what
    guard let found,
      found.count > 1 || sentence.isCapitalised(found.lowerBound) || sentence.words[found.lowerBound].hasSuffix("s"),
      !sentence.words[found].contains(where: Self.noTargets.contains),
      !sentence.toponyms.contains(where: { $0.positions.overlaps(found) && $0.positions.count >= found.count - 1 })
    else { return nil }
    let isWeapon = type != .interception && sentence.words[found].contains(where: Self.weapons.contains)
    return isWeapon ? nil : sentence.text(found)
  }

  private static let noTargets: Set<String> = [
    "he", "she", "it", "they", "him", "her", "them", "himself", "someone", "anyone", "described", "have", "has", "been",
    "work", "fire", "up", "down", "out", "back", "least", "thing", "which", "who", "there",
  ]
  private static let weapons: Set<String> = [
    "drones", "drone", "missiles", "missile", "rockets", "rocket", "shells", "shots", "bombs", "bomb", "barrage",
    "salvo",
    "grenade", "grenades", "rounds", "mortars", "projectiles", "gas", "attack", "attacks", "operation", "offensive",
  ]
  private static let aimed: Set<IncidentType> = [
    .airStrike, .shelling, .bombing, .suicideBombing, .chemicalAttack, .attack, .sexualViolence, .abduction, .arrest,
    .interception, .destruction, .cyberAttack, .crime, .militaryOperation, .clash,
  ]

  /// Who is blamed, or claims it, in a sentence that tells nothing else: "Israel is generally held responsible."
  func blamed(in sentence: SentenceReading) -> (perpetrator: Perpetrator, attribution: Attribution)? {
    guard sentence.allMarks.contains(.blame) else { return nil }
    let words = Set(sentence.words)
    let attribution: Attribution
    if words.contains("responsibility"), words.contains("claimed") || words.contains("claims") {
      attribution = .claimed
    } else if words.contains("responsible") || words.contains("blamed") || words.contains("accused") {
      attribution = .suspected
    } else {
      return nil
    }
    if let country = sentence.toponyms.lazy.compactMap({ perpetrator($0.resolved) }).first {
      return (country, attribution)
    }
    guard let group = sentence.words.indices.first(where: { Self.doers.contains(sentence.words[$0]) }) else {
      return nil
    }
    return (Perpetrator(text: sentence.text(group..<group + 1), key: sentence.words[group]), attribution)
  }

  private func perpetrator(_ resolved: ResolvedToponym) -> Perpetrator? {
    guard let place = resolved.place, atlas.kind(place) == .country else { return nil }
    let country = atlas[place]
    return Perpetrator(text: country.name, key: country.country ?? country.name)
  }

  private static let launching: Set<String> = [
    "launched", "launches", "launch", "fired", "conducted", "carried", "mounted", "staged", "unleashed", "began",
    "ordered", "waged", "held", "organised", "organized",
  ]
  private static let people: Set<String> = [
    "officials", "minister", "president", "forces", "troops", "army", "military", "base", "consulate", "embassy",
    "targets", "soil",
  ]
  static let doers: Set<String> = [
    "gunmen", "militants", "rebels", "police", "soldiers", "troops", "protesters", "demonstrators", "insurgents",
    "attackers", "attacker", "gunman", "bomber", "fighters",
    "students", "workers", "residents", "officers", "taliban", "hamas", "hezbollah", "houthis", "isis", "army",
    "teachers", "nurses", "farmers", "activists", "separatists",
    "robbers", "pirates", "bandits", "militia", "militiamen", "authorities", "agents", "forces", "crowd", "mob",
    "thousands", "hundreds", "dozens", "drivers", "doctors", "miners",
  ]
}

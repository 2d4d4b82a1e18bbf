import Language

/// Gives each count of people who came to harm to the record that it belongs to, and makes one count of several.
///
/// A count goes to the record told in its clause; where its sentence tells of none, to the one told last before, unless the
/// sentence has a day of its own. Some words tell of a death without counting it: "murder", "shot dead".
struct HarmReckoning {
  let story: StoryReading

  /// How many sentences on a count may follow the event that it belongs to.
  private static let reach = 4
  /// What a count before the word for its event costs more than one behind it.
  private static let costOfBefore = 3

  /// - Parameter records: the mentions of each record.
  /// - Returns: for each record how many came to harm, and the words for them.
  func harm(of records: [[EventMention]]) -> [(casualties: Casualties, victims: [String])] {
    var counted = [[Counted]](repeating: [], count: records.count)
    var told: [Int: [(record: Int, position: Int?)]] = [:]
    for (record, mentions) in records.enumerated() {
      for mention in mentions {
        told[mention.sentence, default: []].append((record, mention.trigger == nil ? nil : mention.position))
      }
    }
    var last: (record: Int, sentence: Int)?
    for (number, sentence) in story.sentences.enumerated() {
      let here = told[number] ?? []
      let harmful = here.filter { entry in records[entry.record].contains { Self.mayHarm($0) } }
      for found in story.casualties[number] {
        let count = Counted(mention: found, sentence: number)
        if let owner = owner(of: found, among: harmful.isEmpty ? here : harmful, in: sentence) {
          if !harmful.isEmpty || found.count.min == 0 { counted[owner].append(count) }
        } else if let last, number - last.sentence <= Self.reach, goesOn(sentence, records[last.record]) {
          counted[last.record].append(count)
        }
      }
      let fatal = harmful.filter { entry in records[entry.record].contains { Self.mayKill($0) } }
      if let latest = fatal.max(by: { ($0.position ?? -1) < ($1.position ?? -1) }) { last = (latest.record, number) }
    }
    return records.indices.map { (reckon(counted[$0], of: records[$0]), victims(counted[$0])) }
  }

  /// The record told nearest to a count in its sentence.
  private func owner(
    of found: CasualtyMention, among here: [(record: Int, position: Int?)], in sentence: SentenceReading
  ) -> Int? {
    func cost(_ position: Int?) -> Int {
      guard let position else { return 0 }
      return sentence.remoteness(found.position, position) + (found.position >= position ? 0 : Self.costOfBefore)
    }
    return here.min { (cost($0.position), $0.record) < (cost($1.position), $1.record) }?.record
  }

  /// Whether a sentence that tells of no event may still be about one: it names no other day.
  private func goesOn(_ sentence: SentenceReading, _ mentions: [EventMention]) -> Bool {
    sentence.dates.allSatisfy { dated in
      let date = story.dates.resolve(
        dated.expression, isAhead: false, text: sentence.document.text(ofTokens: dated.expression.tokens))
      guard let start = date.start else { return date.text == nil }
      let known = mentions.compactMap(\.date.start)
      return known.isEmpty || known.contains { abs($0.dayNumber - start.dayNumber) <= 4 }
    }
  }

  private static func mayHarm(_ mention: EventMention) -> Bool {
    switch mention.type {
    case .deployment, .ceasefire, .cyberAttack: false
    default: mention.modality != .planned && mention.modality != .threatened
    }
  }

  /// Whether counts in the sentences that follow are likely its own.
  private static func mayKill(_ mention: EventMention) -> Bool {
    switch mention.type {
    case .arrest, .labourAction, .crime, .interception, .protest: false
    default: mayHarm(mention)
    }
  }

  // MARK: One count of several

  private struct Counted {
    var mention: CasualtyMention
    var sentence: Int
  }

  /// The people by their words, none twice; bare numbers say nothing.
  private func victims(_ found: [Counted]) -> [String] {
    var victims: [String] = []
    for count in found where count.mention.count.min > 0 {
      guard let people = count.mention.people, people.count > 1 || isNamed(people, in: count.sentence) else { continue }
      let words = story.sentences[count.sentence].words[people]
      guard let last = words.last, !["others", "other", "more", "him", "her", "them", "he", "she"].contains(last),
        CasualtyWords.vague[last] == nil
      else { continue }
      let text = story.sentences[count.sentence].text(people)
      if !victims.contains(text) { victims.append(text) }
    }
    return victims
  }

  private func isNamed(_ people: Range<Int>, in sentence: Int) -> Bool {
    people.first.map { story.sentences[sentence].isCapitalised($0) && $0 > 0 } ?? false
  }

  private func reckon(_ found: [Counted], of mentions: [EventMention]) -> Casualties {
    func greatest(_ harm: CasualtyMention.Harm) -> Casualties.Count? {
      let counts = found.filter { $0.mention.harm == harm }
      guard let greatest = counts.max(by: { $0.mention.count.min < $1.mention.count.min }) else { return nil }
      let rivals = counts.filter { isRival($0, of: greatest) }.map(\.mention.count.min)
      guard let least = rivals.min() else { return greatest.mention.count }
      return Casualties.Count(min: least, max: greatest.mention.count.max ?? greatest.mention.count.min)
    }
    let killed = greatest(.killed)
    return Casualties(
      killed: killed.map { $0.min > 0 ? $0 : impliedDeath(mentions) ?? $0 } ?? impliedDeath(mentions),
      injured: greatest(.injured), missing: greatest(.missing))
  }

  /// "the army put the losses at 11": another count of the same people, by somebody else.
  private func isRival(_ count: Counted, of greatest: Counted) -> Bool {
    let (less, more) = (count.mention.count.min, greatest.mention.count.min)
    guard less < more, less >= 2, less * 3 >= more else { return false }
    let sentence = story.sentences[count.sentence]
    let clause = sentence.words.indices.filter { sentence.isSameClause($0, count.mention.position) }
      .map { sentence.words[$0] }
    return clause.contains(where: Self.rivalry.contains)
      && !clause.contains {
        ["including", "among", "others", "another", "them", "more", "later", "further"].contains($0)
      }
  }

  private static let rivalry: Set<String> = [
    "put", "puts", "only", "preliminary", "confirmed", "spoke", "initially", "initial", "toll", "losses", "bodies",
    "indicated", "said", "claimed", "reported", "says", "estimated", "estimates",
  ]

  /// "the murder of", "was shot dead", "a fatal crash"
  private func impliedDeath(_ mentions: [EventMention]) -> Casualties.Count? {
    let happened = mentions.filter { [.occurred, .ongoing].contains($0.modality) }
    var best: Casualties.Count?
    for mention in happened {
      guard let number = mention.trigger else { continue }
      let words = story.triggers[mention.sentence][number].words
      let sentence = story.sentences[mention.sentence]
      let phrase = sentence.words[words]
      let count: Casualties.Count
      if phrase.contains(where: Self.deadlyPlurals.contains) {
        count = Casualties.Count(min: 2, max: nil)
      } else if phrase.contains(where: { word in Self.deadly.contains { word.hasPrefix($0) } })
        || phrase.joined(separator: " ").hasSuffix("to death")
        || ["fatal", "deadly", "fatally"].contains(sentence.word(words.lowerBound - 1))
        || sentence.word(words.upperBound) == "death"
      {
        let isOne = phrase.last.map { !$0.hasSuffix("s") } ?? true
        count = Casualties.Count(min: 1, max: isOne ? 1 : nil)
      } else {
        continue
      }
      if count.min > best?.min ?? 0 { best = count }
    }
    return best
  }

  private static let deadlyPlurals: Set<String> = ["murders", "slayings", "homicides", "killings", "executions"]
  private static let deadly = [
    "murder", "homicid", "slay", "slain", "assassinat", "manslaughter", "behead", "lynch", "dead", "fatal", "gunned",
    "strangled", "killed",
  ]
}

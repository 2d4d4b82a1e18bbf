import Gazetteer
import Language
import Toponyms

/// Reads the event mentions of one sentence and gives each its sites, date and casualties: to every phrase the trigger that
/// stands nearest in sense.
struct MentionReader {
  let atlas: Atlas
  let dates: DateResolver
  private let lexicon = TriggerLexicon.standard
  private let casualtyFinder = CasualtyFinder()

  private struct Found {
    var trigger: Trigger
    var words: Range<Int>
  }

  /// Phrases further from every trigger than this belong to none.
  private static let reachOfSites = 44
  private static let reachOfDates = 40
  private static let reachOfCasualties = 30

  /// - Parameter last: what the sentence before told last, of which this one may go on without a word for it.
  func mentions(in sentence: SentenceReading, number: Int, after last: EventMention?) -> [EventMention] {
    let triggers = triggers(in: sentence)
    guard !triggers.isEmpty else { return continuation(of: last, in: sentence, number: number).map { [$0] } ?? [] }
    let sites = assign(
      SiteFinder(atlas: atlas).sites(in: sentence, triggers: triggers.map(\.words)), at: \.position, to: triggers,
      in: sentence,
      reach: Self.reachOfSites)
    let casualties = assign(
      casualtyFinder.casualties(in: sentence), at: \.position, to: triggers, in: sentence, reach: Self.reachOfCasualties
    )
    let dated = assign(
      sentence.dates.filter { !isOfSpeech($0.positions.lowerBound, in: sentence) }, at: \.positions.lowerBound,
      to: triggers,
      in: sentence, reach: Self.reachOfDates)
    let mentions = triggers.indices.compactMap { index in
      mention(
        triggers[index], sites: sites[index], casualties: casualties[index], dates: dated[index].map(\.expression),
        in: sentence, number: number)
    }
    return MentionUnifier(atlas: atlas).unify(mentions)
  }

  /// "A girl was hurt near Arad, and a base was damaged": harm told without a word for the event goes with the one before.
  private func continuation(of last: EventMention?, in sentence: SentenceReading, number: Int) -> EventMention? {
    guard let last, number - last.sentence <= 1 else { return nil }
    let harm = casualtyFinder.casualties(in: sentence)
    let isHarmed =
      !harm.isEmpty
      || sentence.words.contains {
        ["damaged", "destroyed", "damage", "injured", "wounded", "hurt", "died"].contains($0)
      }
    var mention = last
    mention.sentence = number
    mention.bytes = sentence.bytes
    mention.isDefinite = true
    if let blamed = ActorFinder(atlas: atlas).blamed(in: sentence),
      last.perpetrator == nil || last.perpetrator == blamed.perpetrator.key
    {
      mention.actors = [Actor(text: blamed.perpetrator.text, role: .perpetrator)]
      mention.perpetrator = blamed.perpetrator.key
      mention.attribution = blamed.attribution
      return mention
    }
    guard isHarmed else { return nil }
    let sites = SiteFinder(atlas: atlas).sites(in: sentence, triggers: []).filter { site in
      site.toponym.place.map { atlas.kind($0) != .country && atlas[$0].country != nil } ?? false
    }
    mention.sites = sites.isEmpty ? last.sites : last.sites.filter(\.isTarget) + sites
    mention.casualties = Self.sum(harm)
    return mention
  }

  private func triggers(in sentence: SentenceReading) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < sentence.words.count {
      guard let (trigger, length) = lexicon.trigger(in: sentence.words, at: index), !isPartOfName(index, in: sentence)
      else {
        index += 1
        continue
      }
      found.append(Found(trigger: trigger, words: index..<index + length))
      index += length
    }
    return found
  }

  /// A word of a name is no event: "Battle Creek", "Storm Lake"; so is one that is part of a toponym.
  private func isPartOfName(_ index: Int, in sentence: SentenceReading) -> Bool {
    sentence.toponyms.contains { $0.positions.contains(index) }
  }

  /// Gives each phrase to the trigger nearest in sense; phrases behind a trigger are nearer than those before.
  private func assign<Phrase>(
    _ phrases: [Phrase], at position: (Phrase) -> Int, to triggers: [Found], in sentence: SentenceReading, reach: Int
  ) -> [[Phrase]] {
    var assigned = triggers.map { _ in [Phrase]() }
    for phrase in phrases {
      let place = position(phrase)
      let costs = triggers.map { trigger -> Int in
        let isBehind = place >= trigger.words.upperBound
        let nearest = isBehind ? trigger.words.upperBound - 1 : trigger.words.lowerBound
        return sentence.remoteness(place, nearest) + (isBehind ? 0 : 3)
      }
      guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }), costs[best] <= reach else { continue }
      assigned[best].append(phrase)
    }
    return assigned
  }

  /// "police said Friday": the day of the word, not of the deed.
  private func isOfSpeech(_ position: Int, in sentence: SentenceReading) -> Bool {
    let start =
      (0..<position).last { !sentence.isSameClause($0, position) || [",", "and"].contains(sentence.words[$0]) }.map {
        $0 + 1
      } ?? 0
    if sentence.words[max(start, position - 3)..<position].contains(where: Self.sayings.contains) { return true }
    return sentence.words[start..<position].contains(where: Self.meetings.contains)
  }

  private static let sayings: Set<String> = [
    "said", "says", "told", "announced", "reported", "added", "confirmed", "warned", "statement", "stated", "disclosed",
    "tweeted",
  ]
  private static let meetings: Set<String> = [
    "spoke", "met", "talked", "discussed", "disclosed", "testified", "voted", "briefed",
  ]

  private func mention(
    _ found: Found, sites: [SiteMention], casualties: [CasualtyMention], dates: [DateExpression],
    in sentence: SentenceReading, number: Int
  ) -> EventMention? {
    let isVerb = found.trigger.part == .verb
    let context = TriggerContext(sentence: sentence, trigger: found.words, isVerb: isVerb)
    guard let modality = context.modality else { return nil }
    let perpetrator = ActorFinder(atlas: atlas).perpetrator(of: found.words, isVerb: isVerb, in: sentence)
    let isAhead = modality == .planned || modality == .threatened
    let date = dates.first.map { expression in
      self.dates.resolve(expression, isAhead: isAhead, text: sentence.document.text(ofTokens: expression.tokens))
    }
    let last = sentence.words[found.words.upperBound - 1]
    let opener = sentence.words[max(0, found.words.lowerBound - 4)..<found.words.lowerBound]
    return EventMention(
      type: found.trigger.type, isVerb: isVerb, isPlural: !isVerb && last.hasSuffix("s"),
      isDefinite: !isVerb && opener.contains { ["the", "that", "this", "those", "these", "'s"].contains($0) },
      sentence: number,
      position: found.words.lowerBound, bytes: sentence.bytes, modality: modality,
      attribution: context.attribution ?? (perpetrator == nil ? .unknown : .fact),
      actors: perpetrator.map { [Actor(text: $0.text, role: .perpetrator)] } ?? [], perpetrator: perpetrator?.key,
      sites: sites, date: date ?? .unknown, casualties: Self.sum(casualties))
  }

  private static func sum(_ mentions: [CasualtyMention]) -> Casualties {
    var casualties = Casualties.none
    for mention in mentions {
      switch mention.harm {
      case .killed where casualties.killed == nil: casualties.killed = mention.count
      case .injured where casualties.injured == nil: casualties.injured = mention.count
      case .missing where casualties.missing == nil: casualties.missing = mention.count
      default: break
      }
    }
    return casualties
  }
}

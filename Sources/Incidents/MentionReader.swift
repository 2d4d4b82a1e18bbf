import Gazetteer
import Language
import Toponyms

/// Reads the event mentions of one sentence and gives each its sites, date and casualties: to every phrase the trigger that
/// stands nearest in sense.
struct MentionReader {
  let atlas: Atlas
  let model: IncidentModel
  let story: StoryReading
  let places: StoryPlaces
  private let triggerFeatures: TriggerFeatures
  private let standingFeatures: StandingFeatures

  private struct Found {
    var trigger: Trigger
    var words: Range<Int>
    var isVerb: Bool
    var index: Int
    var probability: Double
    var perpetrator: ActorFinder.Perpetrator?

    /// Whether another trigger surely tells of another event: by another state.
    func isByAnother(than other: Found) -> Bool {
      guard let mine = perpetrator?.country, let theirs = other.perpetrator?.country else { return false }
      return mine != theirs
    }
  }

  /// Phrases further from every trigger than this belong to none.
  private static let reachOfDates = 40
  private static let reachOfCasualties = 30

  init(atlas: Atlas, model: IncidentModel, story: StoryReading, places: StoryPlaces) {
    (self.atlas, self.model, self.story, self.places) = (atlas, model, story, places)
    triggerFeatures = TriggerFeatures(story)
    standingFeatures = StandingFeatures(story, atlas: atlas)
  }

  /// - Parameters:
  ///   - number: of the sentence.
  ///   - last: what the sentence before told last, of which this one may go on without a word for it.
  func mentions(inSentence number: Int, after last: EventMention?) -> [EventMention] {
    let sentence = story.sentences[number]
    let triggers = story.triggers[number].enumerated().compactMap { index, found -> Found? in
      let probability = model.triggers.probability(triggerFeatures.features(sentence: number, trigger: index))
      guard probability >= Thresholds.trigger else { return nil }
      let hasDoer = ![.disaster, .accident].contains(found.trigger.type.family)
      return Found(
        trigger: found.trigger, words: found.words, isVerb: found.isVerb, index: index, probability: probability,
        perpetrator: hasDoer
          ? ActorFinder(atlas: atlas).perpetrator(of: found.words, isVerb: found.isVerb, in: sentence) : nil)
    }
    guard !triggers.isEmpty else { return continuation(of: last, in: sentence, number: number).map { [$0] } ?? [] }
    let sites = sites(of: triggers, in: sentence, number: number)
    let casualties = assign(
      story.casualties[number], at: \.position, to: triggers, in: sentence, reach: Self.reachOfCasualties
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
    return MentionUnifier(atlas: atlas).unify(mentions, in: sentence)
  }

  /// For each trigger the names of its sentence at which its event happened: the likeliest, and what is named in one breath with it.
  private func sites(of triggers: [Found], in sentence: SentenceReading, number: Int) -> [[SiteMention]] {
    let reading = SiteFinder(atlas: atlas).reading(of: sentence, triggers: triggers.map(\.words))
    let links = SiteLinkFeatures(
      sentence: sentence, atlas: atlas, triggers: story.triggers[number].map(\.words), places: places)
    var found = triggers.map { _ in [SiteMention]() }
    var linked = found
    guard !links.candidates.isEmpty else { return found }
    for (index, trigger) in triggers.enumerated() {
      var here: [(number: Int, site: SiteMention)] = []
      for (candidate, name) in links.candidates.enumerated() {
        guard let toponym = name.toponym.map({ sentence.toponyms[$0].resolved }), toponym.place != nil,
          !toponym.toponym.isDateline, toponym.toponym.form != .demonym,
          !reading.helpers.contains(name.positions.lowerBound)
        else { continue }
        let ruled = reading.sites.first { $0.position == name.positions.lowerBound }
        let link = model.sites.probability(
          links.features(of: candidate, trigger: trigger.words, type: trigger.trigger.type))
        guard link >= least(ruled, among: reading) else { continue }
        var site =
          ruled
          ?? SiteMention(position: name.positions.lowerBound, toponym: toponym, relation: .inside, isTarget: false)
        site.link = link
        here.append((candidate, site))
      }
      linked[index] = here.map(\.site)
    }
    for index in triggers.indices {
      // a name that another trigger claims with more right is its alone
      let here = linked[index].filter { site in
        linked.indices.filter { $0 != index }.allSatisfy { other in
          guard let claim = linked[other].first(where: { $0.position == site.position })?.link else { return true }
          let isApart = triggers[index].isByAnother(than: triggers[other])
          return isApart ? site.link >= claim : site.isTarget || site.link >= claim * Thresholds.claim
        }
      }
      guard let best = here.map(\.link).max() else { continue }
      found[index] = here.filter { $0.link >= best * Thresholds.fellow || $0.isTarget }
    }
    return found
  }

  /// The least probability of a name as a site.
  private func least(_ ruled: SiteMention?, among reading: SiteFinder.Reading) -> Double {
    guard let ruled else { return Thresholds.bareSite }
    return ruled.isTarget || reading.sites.count == 1 ? Thresholds.loneSite : Thresholds.site
  }

  /// "A girl was hurt near Arad, and a base was damaged": harm told without a word for the event goes with the one before.
  private func continuation(of last: EventMention?, in sentence: SentenceReading, number: Int) -> EventMention? {
    guard let last, number - last.sentence <= 2 else { return nil }
    guard
      sentence.allMarks.contains(.blame) || sentence.allMarks.contains(.casualty) || sentence.allMarks.contains(.damage)
    else { return nil }
    let harm = story.casualties[number]
    let isHarmed = !harm.isEmpty || sentence.allMarks.contains(.damage)
    var mention = last
    mention.sentence = number
    mention.trigger = nil
    mention.bytes = sentence.bytes
    mention.isDefinite = true
    if let blamed = ActorFinder(atlas: atlas).blamed(in: sentence),
      last.perpetrator == nil || last.perpetrator == blamed.perpetrator.key
    {
      mention.actors = [Actor(text: blamed.perpetrator.text, role: .perpetrator)]
      mention.perpetrator = blamed.perpetrator.key
      mention.attribution = blamed.attribution
      mention.blamed = blamed.attribution
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
        let between = sentence.words[min(place, nearest)..<max(place, nearest)]
        return sentence.remoteness(place, nearest) + (isBehind ? 0 : 3) + 3 * between.count { $0 == "," }
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
    let isVerb = found.isVerb
    let standing = standingFeatures.features(sentence: number, trigger: found.index)
    let (ruledModality, ruledAttribution) = story.standings[number][found.index]
    guard let ruled = ruledModality else { return nil }
    let modalities = model.modality.probabilities(standing, labels: Modality.allCases.count)
    let likeliest = modalities.indices.max { modalities[$0] < modalities[$1] } ?? 0
    let learned = Modality.allCases[likeliest]
    let isLearned = modalities[likeliest] >= Thresholds.modality && (ruled == .occurred || learned != .occurred)
    let modality = isLearned ? learned : ruled
    let perpetrator = found.perpetrator
    let target = ActorFinder(atlas: atlas).target(
      of: found.words, isVerb: isVerb, type: found.trigger.type, in: sentence)
    let isAhead = modality == .planned || modality == .threatened
    let date = dates.first.map { expression in
      story.dates.resolve(expression, isAhead: isAhead, text: sentence.document.text(ofTokens: expression.tokens))
    }
    let last = sentence.words[found.words.upperBound - 1]
    let opener = sentence.words[max(0, found.words.lowerBound - 4)..<found.words.lowerBound]
    return EventMention(
      type: found.trigger.type, isVerb: isVerb, isHarm: CasualtyWords.harms[last] != nil,
      isPlural: !isVerb && last.hasSuffix("s"),
      isDefinite: !isVerb && opener.contains { ["the", "that", "this", "those", "these", "'s"].contains($0) },
      sentence: number,
      position: found.words.lowerBound, bytes: sentence.bytes, modality: modality, ruledModality: ruled,
      attribution: ruledAttribution ?? (perpetrator == nil ? .unknown : .fact),
      actors: [
        perpetrator.map { Actor(text: $0.text, role: .perpetrator) }, target.map { Actor(text: $0, role: .target) },
      ]
      .compactMap(\.self),
      perpetrator: perpetrator?.key,
      sites: sites, date: date ?? .unknown, casualties: Self.sum(casualties), probability: found.probability,
      modalities: modalities, standing: standing, told: found.trigger.type,
      trigger: found.index)
  }

  /// The greatest count of each harm that a sentence tells of one event.
  private static func sum(_ mentions: [CasualtyMention]) -> Casualties {
    var casualties = Casualties.none
    for mention in mentions {
      switch mention.harm {
      case .killed: casualties.killed = greater(casualties.killed, mention.count)
      case .injured: casualties.injured = greater(casualties.injured, mention.count)
      case .missing: casualties.missing = greater(casualties.missing, mention.count)
      }
    }
    return casualties
  }

  private static func greater(_ first: Casualties.Count?, _ second: Casualties.Count) -> Casualties.Count {
    guard let first, first.min >= second.min else { return second }
    return first
  }
}

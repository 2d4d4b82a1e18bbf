import Gazetteer
import Language
import Toponyms

/// Works out the incidents of an article from its resolved toponyms.
public struct IncidentExtractor: Sendable {
  /// So many mentions of events are joined to incidents, the first of the article: each is weighed against all before it.
  static let mostMentions = 400

  private let atlas: Atlas
  let model: IncidentModel

  public init(atlas: Atlas, model: IncidentModel) {
    self.atlas = atlas
    self.model = model
  }

  /// The incidents, in the order in which the text first tells them.
  /// - Parameter publication: the day of publication; without it years are given only where the text fixes them.
  public func incidents(
    in document: Document, toponyms: [ResolvedToponym], publication: CalendarDate?
  ) -> [Incident] {
    let story = StoryReading(
      document: document, toponyms: toponyms, publication: publication, lexicon: model.lexicon)
    let records = records(of: story).filter { record in
      let incident = record.incident
      let isRare = incident.modality == .planned || incident.modality == .threatened || story.sentences.count < 4
      return incident.confidence >= (isRare ? Thresholds.rareRecord : Thresholds.record)
    }
    let harm = HarmReckoning(story: story).harm(of: records.map(\.mentions))
    return zip(records, harm).map { record, harm in
      var incident = record.incident
      incident.casualties = harm.casualties
      incident.actors.removeAll { $0.role == .target && harm.victims.contains($0.text) }
      incident.actors += harm.victims.map { Actor(text: $0, role: .victim) }
      return incident
    }
  }

  /// A record, likely or not, with what its confidence was judged by.
  package struct Record: Sendable {
    package var incident: Incident
    package var features: FeatureBag
    /// What tells it.
    var mentions: [EventMention]
  }

  /// Every record that the story may tell, in order.
  package func records(of story: StoryReading) -> [Record] {
    let merger = IncidentMerger(atlas: atlas)
    let places = StoryPlaces(story, atlas: atlas)
    let singles = Array(singles(of: story, places: places).prefix(Self.mostMentions))
    let pairs = PairFeatures(story, merger: merger, singles: singles)
    let events = merger.events(of: singles) { first, second in
      guard Self.mayBeOne(singles[first], singles[second], merger) else { return 0 }
      let likely = model.pairs.probability(pairs.features(of: singles[first], singles[second]))
      return merger.isSameEvent(singles[first], singles[second]) ? max(likely, Thresholds.samePlace) : likely
    }
    let anchored = anchored(events.filter(\.sites.isEmpty).map(\.mentions), in: story, places: places)
    let drafts = merger.mergeAnchored(events.filter { !$0.sites.isEmpty } + anchored).map { draft in
      var draft = draft
      draft.sites = merger.finest(draft)
      return draft
    }.filter { !$0.sites.isEmpty }
    let dates = drafts.map { date(of: $0.mentions, today: story.dates.today) }
    let records = drafts.indices.map { index -> Record in
      let features = RecordFeatures.features(of: index, among: drafts, dates: dates)
      let confidence = model.records.probability(features)
      return Record(
        incident: incident(drafts[index], date: dates[index], confidence: confidence), features: features,
        mentions: drafts[index].mentions)
    }
    let openings = drafts.map { draft in draft.mentions.map { $0.bytes.lowerBound }.min() ?? 0 }
    return records.indices.sorted { (openings[$0], $0) < (openings[$1], $1) }.map { records[$0] }
  }

  /// Two mentions with what tells whether they are of one event.
  package struct Pair: Sendable {
    /// Sentence and trigger of each, by number.
    package var first: (sentence: Int, trigger: Int)
    package var second: (sentence: Int, trigger: Int)
    package var features: FeatureBag
  }

  /// Every pair of mentions that may be of one event.
  package func pairs(of story: StoryReading) -> [Pair] {
    let merger = IncidentMerger(atlas: atlas)
    let places = StoryPlaces(story, atlas: atlas)
    let singles = singles(of: story, places: places)
    let features = PairFeatures(story, merger: merger, singles: singles)
    return singles.indices.flatMap { second in
      (0..<second).compactMap { first -> Pair? in
        guard Self.mayBeOne(singles[first], singles[second], merger), let a = singles[first].mentions.first,
          let b = singles[second].mentions.first, let left = a.trigger, let right = b.trigger
        else { return nil }
        return Pair(
          first: (a.sentence, left), second: (b.sentence, right),
          features: features.features(of: singles[first], singles[second]))
      }
    }
  }

  private static func mayBeOne(
    _ first: IncidentMerger.Draft, _ second: IncidentMerger.Draft, _ merger: IncidentMerger
  ) -> Bool {
    guard let a = first.mentions.first?.type, let b = second.mentions.first?.type else { return false }
    guard a.mayBe(b) || a.family == b.family || a == .other || b == .other else { return false }
    return merger.mayAgree(first, second)
  }

  /// The mentions of a story, each a draft of its own.
  private func singles(of story: StoryReading, places: StoryPlaces) -> [IncidentMerger.Draft] {
    let placement = SitePlacement(atlas: atlas)
    return mentions(of: story, places: places).map { mention in
      var sites: [IncidentMerger.LinkedSite] = []
      for found in mention.sites {
        guard let site = placement.site(found, in: story.document) else { continue }
        if !sites.contains(where: { $0.site.place == site.place }) {
          sites.append(.init(site: site, link: found.link, weight: found.link * mention.probability))
        }
      }
      let targets = Set(mention.sites.filter(\.isTarget).compactMap(\.toponym.place))
      return IncidentMerger.Draft(mentions: [mention], sites: sites, targets: targets)
    }
  }

  private func mentions(of story: StoryReading, places: StoryPlaces) -> [EventMention] {
    let reader = MentionReader(atlas: atlas, model: model, story: story, places: places)
    var mentions: [EventMention] = []
    var last: EventMention?
    for number in story.sentences.indices {
      let told = reader.mentions(inSentence: number, after: last)
      last = told.last ?? last
      mentions += told.filter { !isGeneral($0) }
    }
    return mentions
  }

  /// Events that name no place, each at the likeliest place of the story.
  private func anchored(_ groups: [[EventMention]], in story: StoryReading, places: StoryPlaces) -> [IncidentMerger
    .Draft]
  {
    let likely = groups.filter { ($0.map(\.probability).max() ?? 0) >= Thresholds.anchored }
    guard !likely.isEmpty else { return [] }
    let anchors = AnchorFeatures(story, places: places, atlas: atlas)
    let placement = SitePlacement(atlas: atlas)
    return likely.compactMap { mentions in
      guard let teller = mentions.max(by: { $0.probability < $1.probability }) else { return nil }
      let stranger = teller.trigger.flatMap {
        anchors.stranger(
          sentence: teller.sentence, trigger: story.triggers[teller.sentence][$0], weights: model.sites)
      }
      let scored = places.namings.map { candidate in
        model.anchors.probability(
          anchors.features(of: candidate, sentence: teller.sentence, type: teller.type, stranger: stranger))
      }
      guard let best = scored.indices.max(by: { scored[$0] < scored[$1] }), scored[best] >= Thresholds.anchor else {
        return nil
      }
      let candidate = places.namings[best]
      let entry = story.sentences[candidate.sentence].toponyms[candidate.toponym]
      let mention = SiteMention(
        position: entry.positions.lowerBound, toponym: entry.resolved, relation: .inside, isTarget: false)
      return placement.site(mention, in: story.document).map {
        IncidentMerger.Draft(
          mentions: mentions, sites: [.init(site: $0, link: scored[best], weight: scored[best])], targets: [],
          isAnchored: true)
      }
    }
  }

  /// "attacks on US troops across Iraq and Syria": many, somewhere, some time.
  private func isGeneral(_ mention: EventMention) -> Bool {
    guard mention.isPlural, mention.date.start == nil, mention.casualties == .none else { return false }
    let places = mention.sites.compactMap(\.toponym.place)
    return places.allSatisfy { [.country, .region].contains(atlas.kind($0)) } && !places.isEmpty
      && !mention.sites.contains(where: \.isTarget)
  }

  /// The narrowest day that the mentions give, the most telling first; of days, one that goes on for several.
  private func date(of mentions: [EventMention], today: IncidentDate?) -> IncidentDate {
    let best = mentions.sorted { Self.worth($0) > Self.worth($1) }
    let modality = Self.modality(of: mentions)
    let known = best.map(\.date).filter { $0.start != nil }
    var date = known.min { Self.width($0) < Self.width($1) } ?? best.map(\.date).first { $0.text != nil } ?? .unknown
    if let widest = known.first(where: { $0.precision == .day && Self.width($0) > 0 }), date.precision == .day {
      date = widest
    }
    if date == .unknown, modality == .occurred, let today, mentions.contains(where: { $0.sentence < 3 }) {
      date = today
    }
    if modality == .ongoing { date.end = nil }
    return date
  }

  private func incident(_ draft: IncidentMerger.Draft, date: IncidentDate, confidence: Double) -> Incident {
    let mentions = draft.mentions
    let best = mentions.sorted { Self.worth($0) > Self.worth($1) }
    var evidence: [Range<Int>] = []
    for mention in best where !evidence.contains(mention.bytes) { evidence.append(mention.bytes) }
    var actors: [Actor] = []
    for actor in best.flatMap(\.actors) where !actors.contains(actor) { actors.append(actor) }
    let sites = draft.sites.map { linked in
      var site = linked.site
      site.confidence *= linked.link
      return site
    }
    return Incident(
      type: type(of: mentions), modality: Self.modality(of: mentions), attribution: attribution(of: best),
      date: date, actors: actors, casualties: .none, sites: sites, evidence: evidence,
      confidence: confidence)
  }

  /// How much a mention tells.
  private static func worth(_ mention: EventMention) -> Double {
    var worth = mention.sites.isEmpty ? 0.0 : 2
    if mention.date.start != nil { worth += 2 }
    if mention.casualties != .none { worth += 2 }
    if mention.perpetrator != nil { worth += 0.5 }
    if mention.isDefinite { worth -= 0.5 }
    return worth - Double(mention.sentence) * 0.01
  }

  private static func width(_ date: IncidentDate) -> Int {
    guard let start = date.start else { return .max }
    return (date.end ?? start).dayNumber - start.dayNumber
  }

  private func type(of mentions: [EventMention]) -> IncidentType {
    // a blast that is a strike elsewhere was a strike
    let plain: Set<IncidentType> = [.attack, .explosion, .other]
    let surest = mentions.map(\.probability).max() ?? 0
    let telling = mentions.filter { !plain.contains($0.type) && !$0.isHarm && $0.probability >= surest / 2 }
    let voters = (telling.isEmpty ? mentions : telling).map { mention in
      (
        mention: mention,
        own: mention.isHarm ? Thresholds.harm : [.attack, .other].contains(mention.type) ? Thresholds.plain : 1
      )
    }
    // what all agree on, each with more right than any learned probability gives, needs no model
    if let type = voters.first?.mention.type,
      voters.allSatisfy({ $0.mention.type == type && $0.own > Thresholds.learnedType })
    {
      return type
    }
    let votes = voters.map { mention, own -> (weight: Double, probabilities: [Double]) in
      (
        mention.probability,
        zip(IncidentType.allCases, model.types(of: mention)).map {
          $0 == mention.type ? own + Thresholds.learnedType * $1 : Thresholds.learnedType * $1
        }
      )
    }
    return IncidentType.allCases[Self.likeliest(votes)]
  }

  private static func modality(of mentions: [EventMention]) -> Modality {
    let votes = mentions.map { mention in
      (
        weight: mention.probability,
        probabilities: zip(Modality.allCases, mention.modalities).map { modality, probability in
          modality != .occurred && modality == mention.ruledModality ? probability + Thresholds.rule : probability
        }
      )
    }
    return Modality.allCases[likeliest(votes)]
  }

  private func attribution(of mentions: [EventMention]) -> Attribution {
    let blameless: Set<IncidentType.Family> = [.disaster, .accident]
    if mentions.allSatisfy({ blameless.contains($0.type.family) && $0.attribution != .suspected }) { return .unknown }
    // "Israel is held responsible": a sentence that tells only this
    if let blamed = mentions.first(where: { $0.trigger == nil && [.suspected, .claimed].contains($0.attribution) }) {
      return blamed.attribution
    }
    let votes = mentions.map { mention in
      (
        weight: mention.probability,
        probabilities: zip(Attribution.allCases, model.attributions(of: mention)).map { attribution, probability in
          let isRuled = attribution == mention.attribution && attribution != .unknown
          if isRuled { return probability + Thresholds.ruledDoer }
          return [.denied, .claimed].contains(attribution) ? probability * Thresholds.rareDoer : probability
        }
      )
    }
    // a doubt that one sentence states holds for all
    let doubts = Dictionary(
      grouping: mentions.filter { ![.unknown, .fact].contains($0.attribution) }, by: \.attribution)
    let weight = mentions.reduce(0) { $0 + $1.probability } * Thresholds.statedDoubt
    return Attribution.allCases[
      Self.likeliest(votes) { doubts[Attribution.allCases[$0]] == nil ? 0 : weight }]
  }

  /// The number of the label that mentions make likeliest, the surer ones counting more.
  /// - Parameter favour: what a label has beforehand.
  private static func likeliest(
    _ votes: [(weight: Double, probabilities: [Double])], favour: (Int) -> Double = { _ in 0 }
  ) -> Int {
    guard let first = votes.first else { return 0 }
    var sums = first.probabilities.indices.map(favour)
    for vote in votes { for index in sums.indices { sums[index] += vote.weight * vote.probabilities[index] } }
    return sums.indices.max { sums[$0] < sums[$1] } ?? 0
  }
}

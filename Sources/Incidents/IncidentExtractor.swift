import Gazetteer
import Language
import Toponyms

/// Works out the incidents of an article from its resolved toponyms.
public struct IncidentExtractor: Sendable {
  private let atlas: Atlas

  public init(atlas: Atlas) { self.atlas = atlas }

  /// The incidents, in the order in which the text first tells them.
  /// - Parameter publication: the day of publication; without it years are given only where the text fixes them.
  public func incidents(
    in document: Document, toponyms: [ResolvedToponym], publication: CalendarDate?
  ) -> [Incident] {
    let expressions = DateFinder(document).dates()
    let dates = DateResolver(dates: expressions, publication: publication)
    let reader = MentionReader(atlas: atlas, dates: dates)
    let placement = SitePlacement(atlas: atlas)
    let merger = IncidentMerger(atlas: atlas)
    var mentions: [(mention: EventMention, sites: [IncidentSite], targets: Set<PlaceID>)] = []
    var last: EventMention?
    for (number, sentence) in document.sentences.enumerated() {
      let reading = SentenceReading(document: document, sentence: sentence, toponyms: toponyms, dates: expressions)
      let told = reader.mentions(in: reading, number: number, after: last)
      last = told.last ?? last
      for mention in told where !isGeneral(mention) {
        mentions.append(
          (
            mention, mention.sites.compactMap { placement.site($0, in: document) },
            Set(mention.sites.filter(\.isTarget).compactMap(\.toponym.place))
          ))
      }
    }
    return merger.merge(mentions).map { incident($0, sites: merger.finest($0), today: dates.today) }
      .filter { !$0.sites.isEmpty }
  }

  /// "attacks on US troops across Iraq and Syria": many, somewhere, some time.
  private func isGeneral(_ mention: EventMention) -> Bool {
    guard mention.isPlural, mention.date.start == nil, mention.casualties == .none else { return false }
    let places = mention.sites.compactMap(\.toponym.place)
    return places.allSatisfy { [.country, .region].contains(atlas.kind($0)) } && !places.isEmpty
      && !mention.sites.contains(where: \.isTarget)
  }

  private func incident(_ draft: IncidentMerger.Draft, sites: [IncidentSite], today: IncidentDate?) -> Incident {
    let mentions = draft.mentions
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
    var evidence: [Range<Int>] = []
    for mention in best where !evidence.contains(mention.bytes) { evidence.append(mention.bytes) }
    var actors: [Actor] = []
    for actor in best.flatMap(\.actors) where !actors.contains(actor) { actors.append(actor) }
    return Incident(
      type: Self.type(of: mentions), modality: modality, attribution: Self.attribution(of: best), date: date,
      actors: actors,
      casualties: Self.casualties(of: best), sites: sites, evidence: evidence,
      confidence: Self.confidence(of: mentions, sites: sites))
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

  /// The most telling of the types named: a blast that is a strike elsewhere was a strike.
  private static func type(of mentions: [EventMention]) -> IncidentType {
    let plain: [IncidentType] = [.attack, .explosion, .fire, .other]
    let telling = mentions.filter { !plain.contains($0.type) }
    let counted = Dictionary(grouping: telling.isEmpty ? mentions : telling, by: \.type)
    let best = counted.max { ($0.value.count, -($0.value[0].sentence)) < ($1.value.count, -($1.value[0].sentence)) }
    return best?.key ?? .other
  }

  private static func modality(of mentions: [EventMention]) -> Modality {
    for modality in [Modality.foiled, .occurred, .ongoing, .attempted, .planned, .threatened]
    where mentions.contains(where: { $0.modality == modality }) {
      if modality == .occurred, mentions.count == mentions.count(where: { $0.modality == .ongoing }) { continue }
      return modality
    }
    return .occurred
  }

  /// That of the most telling mention that names anybody.
  private static func attribution(of mentions: [EventMention]) -> Attribution {
    mentions.map(\.attribution).first { $0 != .unknown } ?? .unknown
  }

  private static func casualties(of mentions: [EventMention]) -> Casualties {
    Casualties(
      killed: mentions.compactMap(\.casualties.killed).first, injured: mentions.compactMap(\.casualties.injured).first,
      missing: mentions.compactMap(\.casualties.missing).first)
  }

  private static func confidence(of mentions: [EventMention], sites: [IncidentSite]) -> Double {
    let told = min(Double(mentions.count), 4) * 0.08
    let dated = mentions.contains { $0.date.start != nil } ? 0.12 : 0
    let placed = sites.map(\.confidence).max() ?? 0
    return min((0.4 + told + dated) * (0.4 + 0.6 * placed) + 0.1, 0.97)
  }
}

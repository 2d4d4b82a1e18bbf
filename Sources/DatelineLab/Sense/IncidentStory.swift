import DatelineKit
import Gazetteer
import Incidents
import Language
import Toponyms

/// A gold article as the extractor reads it, and what it teaches.
struct IncidentStory {
  let gold: IncidentGold
  let toponyms: [ResolvedToponym]
  let reading: StoryReading
  let publication: CalendarDate?
  /// For each gold incident its type and the bytes of its evidence.
  private let told: [(type: IncidentType, evidence: [Range<Int>])]

  init(_ gold: IncidentGold, reader: Newsreader, lexicon: TriggerLexicon) {
    self.gold = gold
    let document = Document(gold.text)
    toponyms = reader.toponyms(
      of: document,
      home: reader.home(of: Article(id: gold.id, text: gold.text, url: gold.url, place: gold.place)))
    publication = (gold.date ?? gold.publicationDate).flatMap { CalendarDate(iso: $0) }
    reading = StoryReading(document: document, toponyms: toponyms, publication: publication, lexicon: lexicon)
    told = gold.incidents.map { incident in
      let spans = incident.evidence.filter { $0.count == 2 && $0[0] < $0[1] }
      return (
        IncidentType(rawValue: incident.type) ?? .other,
        spans.compactMap { document.byteRange(ofScalars: $0[0]..<$0[1]) }
      )
    }
  }

  /// A trigger that tells of a gold incident, or surely of none.
  struct Lesson {
    var sentence: Int
    var trigger: Int
    /// Nil where it tells of none.
    var incident: Int?
    /// How sure it is.
    var weight: Float = 1
  }

  /// The weight of a trigger of a kind that the article tells of in other sentences.
  private static let doubt: Float = 0.4

  /// What the triggers teach; those of optional incidents are left out.
  var lessons: [Lesson] {
    var lessons: [Lesson] = []
    for (number, sentence) in reading.sentences.enumerated() {
      for (index, found) in reading.triggers[number].enumerated() {
        let kin = told.indices.filter { found.trigger.type.isKin(told[$0].type) }
        let here = kin.filter { told[$0].evidence.contains { $0.overlaps(sentence.bytes) } }
        if let same = here.first(where: { told[$0].type == found.trigger.type }) ?? here.first {
          if gold.incidents[same].optional != true {
            lessons.append(Lesson(sentence: number, trigger: index, incident: same))
          }
        } else {
          lessons.append(Lesson(sentence: number, trigger: index, incident: nil, weight: kin.isEmpty ? 1 : Self.doubt))
        }
      }
    }
    return lessons
  }

  /// Pairs of mentions of which the gold says whether they are of one event.
  func pairExamples(by extractor: IncidentExtractor) -> [LogisticTrainer.Example] {
    let told = Dictionary(
      lessons.compactMap { lesson in lesson.incident.map { ([lesson.sentence, lesson.trigger], $0) } },
      uniquingKeysWith: { first, _ in first })
    return extractor.pairs(of: reading).compactMap { pair in
      guard let first = told[[pair.first.sentence, pair.first.trigger]],
        let second = told[[pair.second.sentence, pair.second.trigger]]
      else { return nil }
      return LogisticTrainer.Example(bag: pair.features, label: first == second ? 1 : 0)
    }
  }
}

/// The examples that a set of stories gives for each model.
struct IncidentLessons {
  var triggers: [LogisticTrainer.Example] = []
  var sites: [LogisticTrainer.Example] = []
  var anchors: [LogisticTrainer.Example] = []
  var attribution: [LogisticTrainer.Example] = []
  var modality: [LogisticTrainer.Example] = []
  var types: [LogisticTrainer.Example] = []

  static func + (left: IncidentLessons, right: IncidentLessons) -> IncidentLessons {
    IncidentLessons(
      triggers: left.triggers + right.triggers, sites: left.sites + right.sites, anchors: left.anchors + right.anchors,
      attribution: left.attribution + right.attribution, modality: left.modality + right.modality,
      types: left.types + right.types)
  }

  init(
    triggers: [LogisticTrainer.Example] = [], sites: [LogisticTrainer.Example] = [],
    anchors: [LogisticTrainer.Example] = [], attribution: [LogisticTrainer.Example] = [],
    modality: [LogisticTrainer.Example] = [], types: [LogisticTrainer.Example] = []
  ) {
    (self.triggers, self.sites, self.anchors) = (triggers, sites, anchors)
    (self.attribution, self.modality, self.types) = (attribution, modality, types)
  }

  /// - Parameter siteWeights: a model of sites, by which names unknown to the gazetteer are judged.
  init(_ story: IncidentStory, atlas: Atlas, siteWeights: HashedWeights) {
    let reading = story.reading
    let triggerFeatures = TriggerFeatures(reading)
    let standing = StandingFeatures(reading, atlas: atlas)
    let places = StoryPlaces(reading, atlas: atlas)
    let anchorFeatures = AnchorFeatures(reading, places: places, atlas: atlas)
    for lesson in story.lessons {
      triggers.append(
        .init(
          bag: triggerFeatures.features(sentence: lesson.sentence, trigger: lesson.trigger),
          label: lesson.incident == nil ? 0 : 1, weight: lesson.weight))
      guard let incident = lesson.incident.map({ story.gold.incidents[$0] }) else { continue }
      let bag = standing.features(sentence: lesson.sentence, trigger: lesson.trigger)
      if let label = Attribution.allCases.firstIndex(where: { $0.rawValue == incident.attribution }) {
        attribution.append(.init(bag: bag, label: label))
      }
      if let label = Modality.allCases.firstIndex(where: { $0.rawValue == incident.modality }) {
        modality.append(.init(bag: bag, label: label))
      }
      if let label = IncidentType.allCases.firstIndex(where: { $0.rawValue == incident.type }) {
        types.append(.init(bag: bag, label: label))
      }
      let sentence = reading.sentences[lesson.sentence]
      let found = reading.triggers[lesson.sentence][lesson.trigger]
      let links = SiteLinkFeatures(
        sentence: sentence, atlas: atlas, triggers: reading.triggers[lesson.sentence].map(\.words), places: places)
      var isPlaced = false
      for (number, candidate) in links.candidates.enumerated() {
        guard let place = candidate.toponym.flatMap({ sentence.toponyms[$0].resolved.place }) else { continue }
        let isSite = incident.sites.contains { $0.isSame(place, atlas: atlas) }
        isPlaced = isPlaced || isSite
        sites.append(
          .init(
            bag: links.features(of: number, trigger: found.words, type: found.trigger.type), label: isSite ? 1 : 0))
      }
      guard !isPlaced else { continue }
      let stranger = anchorFeatures.stranger(sentence: lesson.sentence, trigger: found, weights: siteWeights)
      for candidate in places.namings where candidate.sentence != lesson.sentence {
        let isSite = incident.sites.contains { $0.isSame(candidate.place, atlas: atlas) }
        anchors.append(
          .init(
            bag: anchorFeatures.features(
              of: candidate, sentence: lesson.sentence, type: found.trigger.type,
              stranger: stranger),
            label: isSite ? 1 : 0))
      }
    }
  }
}

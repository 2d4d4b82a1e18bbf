import Gazetteer

/// What tells whether a record is right: how sure its mentions and sites are, and how well they hang together.
struct RecordFeatures {
  private enum Kind: UInt32 {
    case bias = 400
    case best, mentions, sentence, type, link, precision, confidence, date, casualties, modality, actor, rivals
    case bestLink, bestSentence, bestFamily, precisionFamily, mentionsSentence, anchored, sites, linkConfidence, dated
    case basis, plural, siblings, sitePlace
  }

  /// - Parameters:
  ///   - index: of the record among those of the story.
  static func features(of index: Int, among drafts: [IncidentMerger.Draft], dates: [IncidentDate]) -> FeatureBag {
    let draft = drafts[index]
    let best = draft.mentions.map(\.probability).max() ?? 0
    let link = draft.sites.map(\.link).max() ?? 0
    let first = draft.mentions.map(\.sentence).min() ?? 0
    let family = FeatureBag.wordHash(draft.mentions.first?.type.family.rawValue ?? "")
    let precision = UInt32(draft.sites.map(\.site.precision.rawValue).min() ?? 0)
    let place = tenth(draft.sites.map(\.site.confidence).max() ?? 0)
    let told = FeatureBag.bucket(draft.mentions.count)
    let opening = FeatureBag.bucket(first)
    var bag = FeatureBag()
    func add(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0) { bag.add(kind.rawValue, first, second) }
    add(.bias)
    add(.best, tenth(best))
    add(.bestFamily, tenth(best) / 2, family)
    add(.link, tenth(link))
    add(.bestLink, tenth(best) / 2, tenth(link) / 2)
    add(.mentions, told)
    add(.sentence, opening)
    add(.bestSentence, tenth(best) / 2, opening)
    add(.mentionsSentence, told, opening)
    add(.type, family)
    add(.precision, precision)
    add(.precisionFamily, precision, family)
    add(.confidence, place)
    add(.linkConfidence, tenth(link) / 2, place / 2)
    add(.sites, FeatureBag.bucket(draft.sites.count))
    if draft.isAnchored { add(.anchored, tenth(link)) }
    let date = dates[index]
    add(.date, FeatureBag.wordHash(date.precision.rawValue), date.text == nil ? 0 : 1)
    add(.dated, date.start == nil ? 0 : 1, precision)
    add(.basis, FeatureBag.wordHash(date.basis?.rawValue ?? ""))
    let harmed = draft.mentions.contains { $0.casualties != .none }
    add(.casualties, harmed ? 1 : 0, family)
    add(.actor, draft.mentions.contains { $0.perpetrator != nil } ? 1 : 0, family)
    add(.plural, draft.mentions.allSatisfy(\.isPlural) ? 1 : 0, precision)
    let kin = drafts.indices.filter { other in
      other != index && drafts[other].mentions.contains { $0.type.family == draft.mentions.first?.type.family }
    }
    let surer = kin.count { (drafts[$0].mentions.map(\.probability).max() ?? 0) > best }
    add(.rivals, UInt32(min(surer, 3)), UInt32(min(kin.count, 4)))
    add(.siblings, FeatureBag.bucket(drafts.count))
    let places = Set(draft.sites.map(\.site.place))
    let shared = drafts.indices.contains { other in
      other != index && drafts[other].sites.contains { places.contains($0.site.place) }
    }
    add(.sitePlace, shared ? 1 : 0)
    return bag
  }

  private static func tenth(_ probability: Double) -> UInt32 { UInt32(min(max(probability, 0), 0.999) * 10) }
}

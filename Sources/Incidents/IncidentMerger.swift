import Coordinates
import Gazetteer
import Geodesy
import Language

/// Joins the mentions of one event into one record: same sort of event, same place, days that agree.
struct IncidentMerger {
  let atlas: Atlas

  /// A record on its way, with the mentions that tell it.
  struct Draft {
    var mentions: [EventMention]
    var sites: [IncidentSite]
    var targets: Set<PlaceID>
  }

  /// - Parameter sites: for each mention its sites, placed.
  func merge(_ mentions: [(mention: EventMention, sites: [IncidentSite], targets: Set<PlaceID>)]) -> [Draft] {
    var drafts = mentions.filter { !$0.sites.isEmpty }.map {
      Draft(mentions: [$0.mention], sites: $0.sites, targets: $0.targets)
    }
    var merged = true
    while merged {
      merged = false
      search: for left in drafts.indices {
        for right in drafts.indices where right > left && isSameEvent(drafts[left], drafts[right]) {
          drafts[left] = joined(drafts[left], drafts[right])
          drafts.remove(at: right)
          merged = true
          break search
        }
      }
    }
    for (mention, sites, _) in mentions where sites.isEmpty {
      let tellers = drafts.indices.filter { index in
        drafts[index].mentions.contains { $0.type.mayBe(mention.type) }
          && agree(dates: [mention.date], drafts[index].mentions.map(\.date))
          && mention.perpetrator != nil && drafts[index].mentions.contains { $0.perpetrator == mention.perpetrator }
      }
      if tellers.count == 1, mention.isDefinite { drafts[tellers[0]].mentions.append(mention) }
    }
    return drafts
  }

  private func isSameEvent(_ left: Draft, _ right: Draft) -> Bool {
    let types = left.mentions.contains { a in right.mentions.contains { a.type.mayBe($0.type) } }
    guard types, agree(dates: left.mentions.map(\.date), right.mentions.map(\.date)), agreeOnModality(left, right),
      agreeOnActors(left, right), agreeOnCasualties(left, right)
    else { return false }
    return left.sites.contains { a in right.sites.contains { isSamePlace(a, $0, left, right) } }
  }

  /// Dates agree where they overlap, within a day; an unknown one agrees with all.
  private func agree(dates left: [IncidentDate], _ right: [IncidentDate]) -> Bool {
    for a in left {
      for b in right {
        guard let first = a.start, let second = b.start else {
          if let words = a.text, let others = b.text, a.start == nil, b.start == nil, words != others { return false }
          continue
        }
        let (lastOfA, lastOfB) = (a.end ?? first, b.end ?? second)
        if first > lastOfB.adding(days: 1) || second > lastOfA.adding(days: 1) { return false }
      }
    }
    return true
  }

  private func agreeOnModality(_ left: Draft, _ right: Draft) -> Bool {
    func isAhead(_ draft: Draft) -> Bool {
      draft.mentions.allSatisfy { $0.modality == .planned || $0.modality == .threatened }
    }
    return isAhead(left) == isAhead(right)
  }

  private func agreeOnActors(_ left: Draft, _ right: Draft) -> Bool {
    let (a, b) = (Set(left.mentions.compactMap(\.perpetrator)), Set(right.mentions.compactMap(\.perpetrator)))
    return a.isEmpty || b.isEmpty || !a.isDisjoint(with: b)
      || !(a.union(b).allSatisfy { $0.count == 2 && $0.allSatisfy(\.isUppercase) })
  }

  private func agreeOnCasualties(_ left: Draft, _ right: Draft) -> Bool {
    let (a, b) = (
      left.mentions.compactMap(\.casualties.killed).first, right.mentions.compactMap(\.casualties.killed).first
    )
    guard let a, let b else { return true }
    return a.min == b.min || a.max == nil || b.max == nil
  }

  private func isSamePlace(_ a: IncidentSite, _ b: IncidentSite, _ left: Draft, _ right: Draft) -> Bool {
    if a.place == b.place || a.relation.reference == b.name || b.relation.reference == a.name { return true }
    if a.precision == .country || b.precision == .country {
      guard a.country == b.country, a.country != nil else { return false }
      // a country as target is the same event as a town in it where the doer is the same
      let doers = Set(left.mentions.compactMap(\.perpetrator)).intersection(right.mentions.compactMap(\.perpetrator))
      return !doers.isEmpty
    }
    if atlas.containers(of: a.place).contains(b.place) || atlas.containers(of: b.place).contains(a.place) {
      return true
    }
    let distance = Geodesic.wgs84.distance(from: a.coordinate, to: b.coordinate)
    let isLoose = a.relation.kind != .within || b.relation.kind != .within
    return isLoose && distance <= Self.sameNeighbourhood
  }

  private static let sameNeighbourhood = Distance(kilometres: 40)

  private func joined(_ left: Draft, _ right: Draft) -> Draft {
    var sites = left.sites
    for site in right.sites where !sites.contains(where: { $0.place == site.place }) { sites.append(site) }
    for site in right.sites {
      guard let index = sites.firstIndex(where: { $0.place == site.place }) else { continue }
      if sites[index].relation.kind == .within, site.relation.kind != .within { sites[index] = site }
    }
    return Draft(mentions: left.mentions + right.mentions, sites: sites, targets: left.targets.union(right.targets))
  }

  /// Leaves out what only helps to find the others: references, containers of a finer site, a town when the event was near a
  /// smaller place beside it.
  func finest(_ draft: Draft) -> [IncidentSite] {
    draft.sites.filter { site in
      !draft.sites.contains { other in
        guard other.place != site.place else { return false }
        if other.relation.reference == site.name { return true }
        if draft.targets.contains(site.place) && site.precision == .country { return false }
        if atlas.containers(of: other.place).contains(site.place) { return true }
        if site.precision == .country, other.country == site.country, site.country != nil { return true }
        return false
      }
    }
  }
}

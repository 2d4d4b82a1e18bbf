import Coordinates
import Gazetteer
import Geodesy
import Language

/// Joins the mentions of one event into one record: same sort of event, same place, days that agree.
struct IncidentMerger {
  let atlas: Atlas

  /// A site with the probability that the event happened there.
  struct LinkedSite {
    var site: IncidentSite
    var link: Double
    /// The same with how sure the mention is.
    var weight: Double
  }

  /// A record on its way, with the mentions that tell it.
  struct Draft {
    var mentions: [EventMention]
    var sites: [LinkedSite]
    var targets: Set<PlaceID>
    /// Its site is named in another sentence than the event.
    var isAnchored = false
  }

  /// Joins the mentions of each event, in the order of the text: each goes to the event that it most likely tells of, if it is
  /// likelier than not to tell of one before, and agrees with all that is known of that.
  /// - Parameters:
  ///   - singles: drafts of one mention each.
  ///   - probability: that two of them, by number, tell of one event.
  func events(of singles: [Draft], probability: (Int, Int) -> Double) -> [Draft] {
    var events: [[Int]] = []
    for index in singles.indices {
      var best: (event: Int, likelihood: Double)?
      for (number, members) in events.enumerated() {
        guard members.allSatisfy({ mayAgree(singles[$0], singles[index]) }) else { continue }
        let likely = members.map { probability($0, index) }
        guard let top = likely.max() else { continue }
        let likelihood = (top + likely.reduce(0, +) / Double(likely.count)) / 2
        if likelihood >= Thresholds.same, likelihood > best?.likelihood ?? 0 { best = (number, likelihood) }
      }
      if let best { events[best.event].append(index) } else { events.append([index]) }
    }
    return events.map { members in
      let drafts = members.map { singles[$0] }
      return drafts.dropFirst().reduce(drafts[0], joined)
    }
  }

  /// Joins events whose place was found in another sentence with those at the same place.
  func mergeAnchored(_ drafts: [Draft]) -> [Draft] {
    var merged: [Draft] = []
    for draft in drafts {
      let index = merged.firstIndex { ($0.isAnchored || draft.isAnchored) && isSameEvent($0, draft) }
      if let index { merged[index] = joined(merged[index], draft) } else { merged.append(draft) }
    }
    return merged
  }

  /// Whether a mention may tell of a draft's event.
  func tells(_ mention: EventMention, of draft: Draft) -> Bool {
    let other = Draft(mentions: [mention], sites: [], targets: [])
    return draft.mentions.contains { $0.type.mayBe(mention.type) }
      && agree(dates: [mention.date], draft.mentions.map(\.date)) && agreeOnModality(other, draft)
      && agreeOnActors(other, draft)
  }

  /// What is planned is not what has happened, and what happened on one day, in one country or by one state not what did otherwise.
  func mayAgree(_ left: Draft, _ right: Draft) -> Bool {
    agreeOnModality(left, right) && agree(dates: left.mentions.map(\.date), right.mentions.map(\.date))
      && agreeOnCountry(left, right) && agreeOnActors(left, right)
  }

  private func agreeOnCountry(_ left: Draft, _ right: Draft) -> Bool {
    let (a, b) = (Set(left.sites.compactMap(\.site.country)), Set(right.sites.compactMap(\.site.country)))
    return a.isEmpty || b.isEmpty || !a.isDisjoint(with: b)
  }

  func isSameEvent(_ left: Draft, _ right: Draft) -> Bool {
    let types = left.mentions.contains { a in right.mentions.contains { a.type.mayBe($0.type) } }
    guard types, agree(dates: left.mentions.map(\.date), right.mentions.map(\.date)), agreeOnModality(left, right),
      agreeOnActors(left, right), agreeOnCasualties(left, right)
    else { return false }
    return left.sites.contains { a in right.sites.contains { isSamePlace(a.site, $0.site, left, right) } }
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

  /// A site in the event's own sentence goes before one named elsewhere.
  private func joined(_ left: Draft, _ right: Draft) -> Draft {
    if left.isAnchored != right.isAnchored {
      let (own, other) = left.isAnchored ? (right, left) : (left, right)
      return Draft(
        mentions: left.mentions + right.mentions, sites: own.sites, targets: own.targets.union(other.targets))
    }
    var sites = left.sites
    for other in right.sites {
      guard let index = sites.firstIndex(where: { $0.site.place == other.site.place }) else {
        sites.append(other)
        continue
      }
      let (link, weight) = (max(sites[index].link, other.link), max(sites[index].weight, other.weight))
      if sites[index].site.relation.kind == .within, other.site.relation.kind != .within { sites[index] = other }
      (sites[index].link, sites[index].weight) = (link, weight)
    }
    return Draft(
      mentions: left.mentions + right.mentions, sites: sites, targets: left.targets.union(right.targets),
      isAnchored: left.isAnchored && right.isAnchored)
  }

  /// Leaves out what only helps to find the others: references, containers of a finer site, a town when the event was near a
  /// smaller place beside it; and what is much less sure than the rest.
  func finest(_ draft: Draft) -> [LinkedSite] {
    let finest = withoutHelpers(draft)
    let surest = finest.map(\.weight).max() ?? 0
    return finest.filter { $0.weight >= surest * Thresholds.lesser || draft.targets.contains($0.site.place) }
  }

  private func withoutHelpers(_ draft: Draft) -> [LinkedSite] {
    draft.sites.filter { linked in
      let site = linked.site
      return !draft.sites.contains { other in
        let other = other.site
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

import Gazetteer
import Geodesy
import Language

/// What tells whether two mentions are of one event.
struct PairFeatures {
  let story: StoryReading
  let merger: IncidentMerger
  /// For each sentence the words that are likely names, and the numbers.
  private let names: [Int: Set<UInt32>]

  private enum Kind: UInt32 {
    case bias = 500
    case types, typePair, dates, places, placesDates, placesTypes, typesDates, gap, gapPlaces, gapTypes, casualties,
      ruled
    case modality, perpetrator, second, secondPlaces, opening, names, namesTypes, definite, plural, verbs, sentence
    case ruledGap, datesGap, namesPlaces, kinPlaces
  }

  /// - Parameter singles: the mentions.
  init(_ story: StoryReading, merger: IncidentMerger, singles: [IncidentMerger.Draft]) {
    self.story = story
    self.merger = merger
    let told = Set(singles.flatMap(\.mentions).map(\.sentence))
    names = Dictionary(
      uniqueKeysWithValues: told.map { number in
        let sentence = story.sentences[number]
        let likely = sentence.words.indices.filter { position in
          let word = sentence.words[position]
          let isName = position > 0 && sentence.isCapitalised(position)
          return (isName || word.utf8.count > 7 || word.utf8.first.map { (48...57).contains($0) } == true)
            && !sentence.toponyms.contains { $0.positions.contains(position) }
            && !sentence.dates.contains { $0.positions.contains(position) }
        }
        return (number, Set(likely.map { sentence.hashes[$0] }))
      })
  }

  /// - Parameters:
  ///   - first: of one mention, as `second`, which stands later.
  func features(of first: IncidentMerger.Draft, _ second: IncidentMerger.Draft) -> FeatureBag {
    var bag = FeatureBag()
    guard let a = first.mentions.first, let b = second.mentions.first else { return bag }
    func add(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
      bag.add(kind.rawValue, first, second, third)
    }
    let types: UInt32 = a.type == b.type ? 0 : a.type.mayBe(b.type) ? 1 : a.type.family == b.type.family ? 2 : 3
    let dates = Self.relation(a.date, b.date)
    let places = placeRelation(first, second)
    let gap = b.sentence == a.sentence ? 20 : FeatureBag.bucket(b.sentence - a.sentence)
    let shared = UInt32(min((names[a.sentence] ?? []).intersection(names[b.sentence] ?? []).count, 4))
    let ruled: UInt32 =
      first.sites.isEmpty || second.sites.isEmpty
      ? (merger.tells(b, of: first) ? 1 : 0) : (merger.isSameEvent(first, second) ? 3 : 2)
    add(.bias)
    add(.types, types)
    add(.typePair, FeatureBag.wordHash(a.type.rawValue), FeatureBag.wordHash(b.type.rawValue))
    add(.dates, dates)
    add(.places, places)
    add(.placesDates, places, dates)
    add(.placesTypes, places, types)
    add(.typesDates, types, dates)
    add(.gap, gap)
    add(.gapPlaces, gap, places)
    add(.gapTypes, gap, types)
    add(.datesGap, dates, gap)
    add(.casualties, Self.relation(a.casualties.killed, b.casualties.killed), places)
    add(.casualties, Self.relation(a.casualties.injured, b.casualties.injured), 9)
    add(.ruled, ruled)
    add(.ruledGap, ruled, gap)
    add(.modality, a.modality == b.modality ? 1 : 0)
    let doers: UInt32 =
      a.perpetrator == nil || b.perpetrator == nil ? 0 : a.perpetrator == b.perpetrator ? 1 : 2
    add(.perpetrator, doers)
    let bare: UInt32 = (b.isDefinite ? 1 : 0) | (b.isVerb ? 2 : 0) | (b.isPlural ? 4 : 0)
    add(.second, bare)
    add(.secondPlaces, bare, places)
    add(.definite, b.isDefinite ? 1 : 0, gap)
    add(.opening, a.sentence < 2 ? 1 : 0, places)
    add(.opening, a.sentence == 0 ? 1 : 0, gap)
    add(.names, shared)
    add(.namesTypes, shared, types)
    add(.namesPlaces, shared, places)
    let kinPlaces = story.triggers[a.sentence].count + story.triggers[b.sentence].count
    add(.kinPlaces, FeatureBag.bucket(kinPlaces), gap)
    return bag
  }

  /// 0 none dated, 1 the first alone, 2 the second alone, 3 equal, 4 within a day, 5 apart, 6 by words that differ.
  private static func relation(_ a: IncidentDate, _ b: IncidentDate) -> UInt32 {
    switch (a.start, b.start) {
    case (nil, nil):
      guard let first = a.text, let second = b.text else { return 0 }
      return first == second ? 3 : 6
    case (_, nil): return 1
    case (nil, _): return 2
    case (let first?, let second?):
      if first == second { return 3 }
      let overlap = first <= (b.end ?? second).adding(days: 1) && second <= (a.end ?? first).adding(days: 1)
      return overlap ? 4 : 5
    }
  }

  private static func relation(_ a: Casualties.Count?, _ b: Casualties.Count?) -> UInt32 {
    guard let a, let b else { return a == nil && b == nil ? 0 : 1 }
    return a.min == b.min ? 2 : 3
  }

  /// 0 no places, 1 the first alone has any, 2 the second alone, 3 a common one, 4 one in the other, 5 neighbours, 6 one country,
  /// 7 apart.
  private func placeRelation(_ a: IncidentMerger.Draft, _ b: IncidentMerger.Draft) -> UInt32 {
    if a.sites.isEmpty || b.sites.isEmpty { return a.sites.isEmpty ? (b.sites.isEmpty ? 0 : 2) : 1 }
    var best: UInt32 = 7
    for first in a.sites.map(\.site) {
      for second in b.sites.map(\.site) {
        if first.place == second.place { return 3 }
        let isInside =
          merger.atlas.containers(of: first.place).contains(second.place)
          || merger.atlas.containers(of: second.place).contains(first.place)
        if isInside {
          best = min(best, 4)
        } else if Geodesic.wgs84.distance(from: first.coordinate, to: second.coordinate).kilometres <= 40 {
          best = min(best, 5)
        } else if first.country == second.country {
          best = min(best, 6)
        }
      }
    }
    return best
  }
}

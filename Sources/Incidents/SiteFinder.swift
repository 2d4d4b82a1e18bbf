import Gazetteer
import Geodesy
import Language
import Toponyms

/// A toponym that stands where a site stands, not yet tied to an event.
struct SiteMention {
  var position: Int
  var toponym: ResolvedToponym
  var relation: SiteRelation
  /// Names the target of an attack: "on Israel", "toward Israel".
  var isTarget: Bool
  /// The probability that the event of the trigger happened there.
  var link = 1.0
}

/// Finds the toponyms of a sentence that tell where something happened, by the words before them.
struct SiteFinder {
  let atlas: Atlas

  /// What the names of a sentence are by rule.
  struct Reading {
    /// In order. Actors, datelines, containers ("Arad, Israel") and references ("north-east of Isfahan") are no sites.
    var sites: [SiteMention] = []
    /// Where names begin that only help to find others.
    var helpers: Set<Int> = []
  }

  func sites(in sentence: SentenceReading, triggers: [Range<Int>]) -> [SiteMention] {
    reading(of: sentence, triggers: triggers).sites
  }

  func reading(of sentence: SentenceReading, triggers: [Range<Int>]) -> Reading {
    var found: [SiteMention] = []
    var helpers: Set<Int> = []
    var lastRelation: (end: Int, relation: SiteRelation, isTarget: Bool)?
    for (index, entry) in sentence.toponyms.enumerated() {
      let (positions, resolved) = entry
      guard let place = resolved.place, !resolved.toponym.isDateline, resolved.toponym.form != .demonym else {
        continue
      }
      if isContainer(place, index: index, in: sentence) {
        helpers.insert(positions.lowerBound)
        lastRelation = lastRelation.map { (positions.upperBound, $0.relation, $0.isTarget) }
        continue
      }
      var relation = preposition(before: positions, in: sentence)
      if relation == nil, let last = lastRelation, Self.joins(sentence.words[last.end..<positions.lowerBound]) {
        relation = .site(last.relation, isTarget: last.isTarget)
      }
      if relation == nil { relation = bound(positions, to: triggers, in: sentence) }
      if let last = found.last, helps(positions, last: last, in: sentence) {
        found[found.count - 1].relation.reference = atlas[place].name
        helpers.insert(positions.lowerBound)
        lastRelation = nil
        continue
      }
      if case .site(var site, let isTarget) = relation, let kind = Self.kindBehind(positions, in: sentence) {
        site.kind = kind
        relation = .site(site, isTarget: isTarget)
      }
      switch relation {
      case .site(let relation, let isTarget):
        found.append(
          SiteMention(position: positions.lowerBound, toponym: resolved, relation: relation, isTarget: isTarget))
        lastRelation = (positions.upperBound, relation, isTarget)
      case .reference(let bearing, let distance):
        let isBeside =
          found.last.map { last in
            positions.lowerBound - last.position <= 9
              && (distance == nil || sentence.words[last.position..<positions.lowerBound].contains(","))
          } ?? false
        if isBeside, var last = found.last {
          last.relation.reference = atlas[place].name
          last.relation.bearing = bearing
          last.relation.distance = distance
          found[found.count - 1] = last
          helpers.insert(positions.lowerBound)
        } else {
          let kind: SiteRelation.Kind = distance == nil ? .near : .offset
          let relation = SiteRelation(kind: kind, distance: distance, bearing: bearing, reference: nil)
          found.append(
            SiteMention(position: positions.lowerBound, toponym: resolved, relation: relation, isTarget: false))
        }
        lastRelation = nil
      case nil:
        lastRelation = nil
      }
    }
    return Reading(sites: found, helpers: helpers)
  }

  private enum Standing {
    case site(SiteRelation, isTarget: Bool)
    case reference(Angle, Distance?)
  }

  /// Whether the toponym is named only to say where the one before lies: "Arad, Israel".
  private func isContainer(_ place: PlaceID, index: Int, in sentence: SentenceReading) -> Bool {
    guard index > 0, let last = sentence.toponyms[index - 1].resolved.place else { return false }
    let between = sentence.words[
      sentence.toponyms[index - 1].positions.upperBound..<sentence.toponyms[index].positions.lowerBound]
    let isBeside =
      between.elementsEqual([","]) || between.elementsEqual(["in"]) || between.elementsEqual([",", "in"])
      || between.elementsEqual(["in", "the"])
    return isBeside && atlas.containers(of: last).contains(place)
  }

  /// Whether a name only helps to find the site before: the other end of "between X and Y", the city of "X, a suburb of Y".
  private func helps(_ positions: Range<Int>, last: SiteMention, in sentence: SentenceReading) -> Bool {
    let end =
      sentence.toponyms.first { $0.positions.lowerBound == last.position }?.positions.upperBound ?? last.position
    let between = sentence.words[min(end, positions.lowerBound)..<positions.lowerBound]
    if last.relation.kind == .between, between.elementsEqual(["and"]) { return true }
    return between.count >= 4 && between.count <= 8 && between.first == "," && between.last == "of"
      && ["a", "an", "the"].contains(sentence.word(end + 1))
      && between.dropLast().last.map(Self.partWords.contains) == true
  }

  private static let partWords: Set<String> = [
    "suburb", "district", "neighborhood", "neighbourhood", "capital", "part", "outskirts", "quarter", "tip",
  ]

  /// What a word behind the name makes of it: "on the Kabul–Kandahar road", "at the Polish border".
  private static func kindBehind(_ positions: Range<Int>, in sentence: SentenceReading) -> SiteRelation.Kind? {
    switch sentence.word(positions.upperBound) {
    case "border", "frontier": .border
    case "road", "highway", "motorway", "railway": .road
    default: nil
    }
  }

  private static func joins(_ words: ArraySlice<String>) -> Bool {
    !words.isEmpty && words.count <= 3
      && words.allSatisfy { ["and", "or", ",", "the", "nearby", "neighbouring", "neighboring"].contains($0) }
      && words.contains { $0 != "the" }
  }

  // MARK: Prepositions

  /// Reads leftwards from the name over articles, adjectives and words for its kind to the preposition.
  private func preposition(before positions: Range<Int>, in sentence: SentenceReading) -> Standing? {
    var position = positions.lowerBound - 1
    var skipped = 0
    while position >= 0, skipped < 9 {
      let word = sentence.words[position]
      if word == "of" {
        if let standing = standingOfPhrase(at: position, in: sentence) { return standing }
        guard position > 0, Self.kindWords.contains(sentence.word(position - 1)) else { return nil }
        position -= 2
        skipped += 2
        continue
      }
      if let relation = Self.prepositions[word], word != "at" || !isFiring(before: position, in: sentence) {
        return .site(SiteRelation(kind: relation, distance: nil, bearing: nil, reference: nil), isTarget: false)
      }
      switch word {
      case "at" where isFiring(before: position, in: sentence): return .site(.inside, isTarget: true)
      case "on", "against":
        if isAttackNoun(sentence.word(position - 1)) { return .site(.inside, isTarget: true) }
        return word == "on" && Self.surfaceKinds(atlas, sentence, positions) ? .site(.inside, isTarget: false) : nil
      case "toward", "towards":
        return .site(SiteRelation(kind: .toward, distance: nil, bearing: nil, reference: nil), isTarget: true)
      case "off":
        return .site(SiteRelation(kind: .offCoast, distance: nil, bearing: nil, reference: nil), isTarget: false)
      case "to" where sentence.word(position - 1) == "close" || sentence.word(position - 1) == "next":
        return .site(SiteRelation(kind: .near, distance: nil, bearing: nil, reference: nil), isTarget: false)
      case "from" where distance(endingAt: position - 1, in: sentence) != nil:
        let distance = distance(endingAt: position - 1, in: sentence)
        return .site(SiteRelation(kind: .near, distance: distance, bearing: nil, reference: nil), isTarget: false)
      case "between":
        return .site(SiteRelation(kind: .between, distance: nil, bearing: nil, reference: nil), isTarget: false)
      default: break
      }
      guard isSkippable(word, at: position, in: sentence) else { return nil }
      position -= 1
      skipped += 1
    }
    return nil
  }

  private static let prepositions: [String: SiteRelation.Kind] = [
    "in": .within, "at": .within, "inside": .within, "across": .within, "throughout": .within, "over": .within,
    "within": .within,
    "near": .near, "outside": .outside, "around": .near, "beside": .near, "along": .within, "through": .within,
    "into": .within,
  ]

  /// Words that stand between a preposition and the name without changing what it says.
  private func isSkippable(_ word: String, at position: Int, in sentence: SentenceReading) -> Bool {
    if Self.fillers.contains(word) || Self.kindWords.contains(word) || word == "'s" { return true }
    if sentence.toponyms.contains(where: { $0.positions.contains(position) }) {
      // a possessive or demonym: "in Israel's Negev", "in the Israeli town of Arad"
      return true
    }
    return word.hasSuffix("ern") || (Self.directions[word] != nil)
  }

  static let fillers: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "central", "upper", "lower", "nearby", "neighbouring",
    "neighboring", "downtown",
    "old", "ancient", "coastal", "besieged", "occupied", "held", "rebel", "government", "controlled", "war", "torn",
    "small", "remote", "rural",
    "port", "border", "eastern", "western", "northern", "southern", "mountainous", "far", "restive", "disputed",
    "mainly", "largely", "crowded",
    "second", "largest", "biggest", "third", "historic", "industrial", "separatist", "annexed", "mid", "greater",
    "inner", "suburban", "volatile",
  ]

  static let kindWords: Set<String> = [
    "city", "cities", "town", "towns", "village", "villages", "province", "provinces", "state", "region", "district",
    "area", "areas", "county",
    "suburb", "suburbs", "neighborhood", "neighbourhood", "capital", "port", "island", "islands", "enclave",
    "municipality", "peninsula", "desert", "valley",
    "part", "parts", "outskirts", "quarter", "republic", "kingdom", "settlement", "camp", "heart", "centre", "center",
    "streets", "department", "governorate",
    "shores", "banks", "edge", "side", "south", "north", "east", "west", "vicinity", "community", "prefecture", "base",
    "airport",
  ]

  /// A point of the compass that ends at a position, and how many words it takes: "north-east" is read as two.
  private static func direction(endingAt position: Int, in sentence: SentenceReading) -> (CompassPoint, words: Int)? {
    let (first, second) = (sentence.word(position - 1), sentence.word(position))
    if ["north", "south"].contains(first), ["east", "west"].contains(second), let both = directions[first + second] {
      return (both, 2)
    }
    return directions[second].map { ($0, 1) }
  }

  static let directions: [String: CompassPoint] = [
    "north": .north, "south": .south, "east": .east, "west": .west, "northeast": .northEast, "northwest": .northWest,
    "southeast": .southEast, "southwest": .southWest, "northeastern": .northEast,
  ]

  private static let units: [String: Double] = [
    "km": 1000, "kms": 1000, "kilometers": 1000, "kilometres": 1000, "kilometer": 1000, "kilometre": 1000,
    "miles": 1609.344, "mile": 1609.344,
  ]

  /// What "… of" says: "30 km north-east of", "north of", "outskirts of", "coast of", "border of".
  private func standingOfPhrase(at position: Int, in sentence: SentenceReading) -> Standing? {
    let before = sentence.word(position - 1)
    if let (direction, length) = Self.direction(endingAt: position - 1, in: sentence) {
      return .reference(direction.bearing, distance(endingAt: position - 1 - length, in: sentence))
    }
    switch before {
    case "outskirts", "edge":
      return .site(SiteRelation(kind: .outside, distance: nil, bearing: nil, reference: nil), isTarget: false)
    case "coast", "shores", "shore":
      return .site(SiteRelation(kind: .offCoast, distance: nil, bearing: nil, reference: nil), isTarget: false)
    case "siege", "invasion", "capture", "bombing", "shelling", "bombardment", "occupation":
      return .site(.inside, isTarget: false)
    default: return nil
    }
  }

  /// A distance such as "30 miles (48 km)" that ends at a position.
  private func distance(endingAt position: Int, in sentence: SentenceReading) -> Distance? {
    var index = position
    while index >= 0, position - index < 8,
      [")", "(", "to", "the", "or", "about"].contains(sentence.words[index]) || Self.units[sentence.words[index]] != nil
    {
      if let metres = Self.units[sentence.words[index]], let number = number(endingAt: index - 1, in: sentence) {
        return Distance(metres: number * metres)
      }
      index -= 1
    }
    return nil
  }

  /// "30", "1,200", "thirty", "twenty-five"
  private func number(endingAt position: Int, in sentence: SentenceReading) -> Double? {
    for start in max(0, position - 2)...max(0, position) where position >= 0 {
      let token = sentence.tokens[start]
      if let number = NumberWords.number(in: sentence.document, at: token, limit: sentence.range.upperBound),
        token + number.tokens == sentence.tokens[position] + 1
      {
        return number.value
      }
    }
    return nil
  }

  private func isAttackNoun(_ word: String) -> Bool {
    [
      "attack", "attacks", "strike", "strikes", "counterattack", "raid", "raids", "assault", "assaults", "airstrike",
      "airstrikes", "barrage",
      "offensive", "invasion", "bombardment", "bombing", "war", "shelling", "missiles", "rockets", "operation",
    ].contains(word)
  }

  /// "fired … missiles at": what follows is shot at.
  private func isFiring(before position: Int, in sentence: SentenceReading) -> Bool {
    let before = sentence.words[max(0, position - 12)..<position]
    return before.contains { ["fired", "launched", "aimed", "lobbed", "hurled"].contains($0) }
      && before.contains { ["missiles", "drones", "rockets", "missile", "drone", "rocket", "shells"].contains($0) }
  }

  private static func surfaceKinds(_ atlas: Atlas, _ sentence: SentenceReading, _ positions: Range<Int>) -> Bool {
    guard let place = sentence.toponyms.first(where: { $0.positions == positions })?.resolved.place else {
      return false
    }
    return [.landform, .water, .region].contains(atlas.kind(place))
  }

  // MARK: Names bound to the event's word

  /// "the Damascus strike", "captured Bakhmut".
  private func bound(_ positions: Range<Int>, to triggers: [Range<Int>], in sentence: SentenceReading) -> Standing? {
    for trigger in triggers {
      let gap = positions.upperBound..<max(positions.upperBound, trigger.lowerBound)
      if trigger.lowerBound >= positions.upperBound, gap.count <= 1, sentence.word(positions.upperBound) != "'s",
        gap.allSatisfy({ Self.compoundWords.contains(sentence.words[$0]) }), !isCountry(positions, sentence)
      {
        return .site(.inside, isTarget: false)
      }
      if trigger.upperBound <= positions.lowerBound, positions.lowerBound - trigger.upperBound <= 1,
        Self.transitive.contains(sentence.words[trigger.upperBound - 1]),
        (trigger.upperBound..<positions.lowerBound).allSatisfy({ sentence.words[$0] == "the" })
      {
        return .site(.inside, isTarget: true)
      }
    }
    return nil
  }

  private func isCountry(_ positions: Range<Int>, _ sentence: SentenceReading) -> Bool {
    guard let place = sentence.toponyms.first(where: { $0.positions == positions })?.resolved.place else {
      return false
    }
    return atlas.kind(place) == .country
  }

  private static let compoundWords: Set<String> = [
    "train", "bus", "bomb", "school", "church", "mosque", "market", "hotel", "factory", "airport", "consulate",
    "embassy",
  ]
  private static let transitive: Set<String> = [
    "captured", "recaptured", "retook", "overran", "invaded", "stormed", "besieged", "struck", "hit", "bombed",
    "shelled", "pounded", "bombarded",
    "targeted", "attacked", "flooded", "inundated", "rocked", "shook", "control", "hits", "strikes",
  ]
}

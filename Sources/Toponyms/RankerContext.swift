import Coordinates
import Gazetteer
import Language

/// What an article as a whole tells about its names.
struct RankerContext {
  private let names: [MentionedName]
  private let containers: ContainerCues
  private let cues: [KindCues]
  private let home: Candidate?
  /// How likely each name's candidates are, from the pass before; empty in the first.
  private var probabilities: [[Double]] = []
  private var countryVotes: [[String: Double]] = []
  private var firstLevelVotes: [[PlaceID: Double]] = []
  private var likeliest: [Int?] = []

  init(names: [MentionedName], containers: ContainerCues, document: Document, atlas: Atlas, home: PlaceID?) {
    self.names = names
    self.containers = containers
    cues = names.map { KindCues(mentions: $0.mentions, document: document) }
    self.home = home.map { Candidate(Atlas.Candidate(place: $0, nameKind: .main), atlas: atlas) }
  }

  /// Takes the probabilities of a pass as the context of the next.
  mutating func learn(_ probabilities: [[Double]]) {
    self.probabilities = probabilities
    countryVotes = []
    firstLevelVotes = []
    likeliest = []
    for (name, row) in zip(names, probabilities) {
      var countries: [String: Double] = [:]
      var units: [PlaceID: Double] = [:]
      for (candidate, probability) in zip(name.candidates, row) {
        if let country = candidate.country { countries[country, default: 0] += probability }
        if let unit = Self.firstLevel(of: candidate) { units[unit, default: 0] += probability }
      }
      countryVotes.append(countries)
      firstLevelVotes.append(units)
      likeliest.append(row.indices.max { (row[$0], $1) < (row[$1], $0) })
    }
  }

  private static func firstLevel(of candidate: Candidate) -> PlaceID? {
    switch candidate.kind {
    case .admin1: candidate.id
    case .country: nil
    default: candidate.containers.count > 1 ? candidate.containers[candidate.containers.count - 2] : nil
    }
  }

  /// - Parameter index: the name's number; nil in the first pass.
  func features(of candidate: Candidate, name: MentionedName, index: Int? = nil) -> RankerFeatures {
    var features = RankerFeatures()
    describe(candidate, among: name.candidates, &features)
    guard let index else { return features }
    vote(for: candidate, name: index, &features)
    near(candidate, name: index, &features)
    contain(candidate, name: index, &features)
    cue(candidate, cues[index], &features)
    if let home {
      features[.nearHome] = exponential(-home.chordKilometres(to: candidate) / 150)
      features[.homeCountry] = home.country == candidate.country ? 1 : 0
    }
    return features
  }

  private func describe(_ candidate: Candidate, among others: [Candidate], _ features: inout RankerFeatures) {
    features[.logProminence] = decimalLogarithm(candidate.prominence + 10)
    features[.isMostProminent] = others.allSatisfy { $0.prominence <= candidate.prominence } ? 1 : 0
    features[.isCapital] = candidate.isCapital ? 1 : 0
    switch candidate.kind {
    case .country: features[.isCountry] = 1
    case .admin1:
      features[.isFirstLevel] = 1
      if others.contains(where: { $0.kind == .city && $0.prominence > 200_000 && $0.nameKind != .alternate }) {
        features[.unitBesideCity] = 1
      }
    case .admin2: features[.isSecondLevel] = 1
    case .region: features[.isRegion] = 1
    case .water, .landform: features[.isWater] = 1
    case .district, .facility: features[.isDistrict] = 1
    case .airport: features[.isAirport] = 1
    case .city: break
    }
    switch candidate.nameKind {
    case .main, .alias, .abbreviation, .demonym: features[.mainName] = 1
    case .alternate, .code: features[.alternateName] = 1
    case .historical: features[.historicalName] = 1
    }
  }

  private func vote(for candidate: Candidate, name: Int, _ features: inout RankerFeatures) {
    var (countries, units, voters) = (0.0, 0.0, 0.0)
    let unit = Self.firstLevel(of: candidate)
    for other in names.indices where other != name && !names[other].candidates.isEmpty {
      let weight = Double(names[other].mentions.count).squareRoot()
      voters += weight
      if let country = candidate.country { countries += weight * (countryVotes[other][country] ?? 0) }
      if let unit { units += weight * (firstLevelVotes[other][unit] ?? 0) }
    }
    guard voters > 0 else { return }
    features[.countryVote] = countries / voters
    features[.firstLevelVote] = units / voters
  }

  private func near(_ candidate: Candidate, name: Int, _ features: inout RankerFeatures) {
    guard candidate.kind != .country else { return }
    for other in names.indices where other != name {
      guard let best = likeliest[other], names[other].candidates[best].kind != .country else { continue }
      let distance = candidate.chordKilometres(to: names[other].candidates[best])
      let trust = probabilities[other][best]
      features[.nearTo] = max(features[.nearTo], trust * exponential(-distance / 50))
      features[.sameArea] = max(features[.sameArea], trust * exponential(-distance / 400))
    }
  }

  private func contain(_ candidate: Candidate, name: Int, _ features: inout RankerFeatures) {
    for container in containers.containers[name] {
      for (other, probability) in zip(names[container].candidates, probabilities[container])
      where candidate.containers.contains(other.id) {
        features[.insideNamed] = max(features[.insideNamed], probability > 0.05 ? 1 : 0)
      }
    }
    for part in containers.parts[name] {
      for other in names[part].candidates where other.containers.contains(candidate.id) {
        features[.containsNamed] = 1
      }
    }
  }

  private func cue(_ candidate: Candidate, _ cues: KindCues, _ features: inout RankerFeatures) {
    guard !cues.kinds.isEmpty else { return }
    if cues.kinds.contains(candidate.kind) { features[.cueFits] = 1 } else { features[.cueMisfits] = 1 }
  }
}

/// Which names stand beside a name as its container: "Arad, Israel", "Paris in Tennessee".
struct ContainerCues {
  /// For each name the names that may contain it, and those that it may contain.
  private(set) var containers: [Set<Int>]
  private(set) var parts: [Set<Int>]

  init(names: [MentionedName], nameOf: [Int], toponyms: [Toponym], document: Document, atlas: Atlas) {
    containers = names.map { _ in [] }
    parts = names.map { _ in [] }
    for index in toponyms.indices.dropLast() {
      let (end, start) = (toponyms[index].tokens.upperBound, toponyms[index + 1].tokens.lowerBound)
      // spans given by the user stand in any order and may overlap
      guard end <= start else { continue }
      let between = end..<start
      guard between.count <= 3, toponyms[index + 1].form != .demonym else { continue }
      let text = document.tokens[between].map { document.text(of: $0) }
      switch text {
      case [","], ["in"], [",", "in"], [",", "in", "the"], ["in", "the"], ["("], ["province", "of"],
        ["in", "northern"],
        ["in", "southern"], ["in", "eastern"], ["in", "western"], ["in", "central"], [",", "northern"],
        [",", "southern"]:
        containers[nameOf[index]].insert(nameOf[index + 1])
        parts[nameOf[index + 1]].insert(nameOf[index])
      default: break
      }
    }
  }
}

/// What the words beside a name say about its kind.
struct KindCues {
  private(set) var kinds: Set<PlaceKind> = []

  private static let behind: [String: Set<PlaceKind>] = [
    "county": [.admin2], "parish": [.admin2], "province": [.admin1, .region], "state": [.admin1], "oblast": [.admin1],
    "governorate": [.admin1], "prefecture": [.admin1, .admin2], "region": [.admin1, .admin2, .region], "city": [.city],
    "river": [.water], "lake": [.water], "sea": [.water], "island": [.landform, .admin1, .admin2],
    "islands": [.landform, .admin1, .country], "airport": [.airport, .city],
    "district": [.admin2, .district, .city, .admin1],
    "neighborhood": [.district, .city], "neighbourhood": [.district, .city], "desert": [.region], "valley": [.region],
    "peninsula": [.region, .landform], "mountains": [.landform],
  ]

  private static let before: [String: Set<PlaceKind>] = [
    "city": [.city], "town": [.city, .district], "village": [.city, .district], "capital": [.city],
    "suburb": [.city, .district],
    "state": [.admin1], "province": [.admin1, .region], "county": [.admin2],
    "island": [.landform, .admin1, .admin2, .country],
    "republic": [.country, .admin1], "neighborhood": [.district, .city], "neighbourhood": [.district, .city],
    "district": [.admin2, .district, .city, .admin1], "port": [.city], "kingdom": [.country],
  ]

  init(mentions: [Toponym], document: Document) {
    for mention in mentions {
      if let cue = Self.cue(at: mention.tokens.upperBound, in: document).flatMap({ Self.behind[$0] }) {
        kinds.formUnion(cue)
      }
      let first = mention.tokens.lowerBound
      if Self.cue(at: first - 1, in: document) == "of",
        let cue = Self.cue(at: first - 2, in: document).flatMap({ Self.before[$0] })
      {
        kinds.formUnion(cue)
      }
    }
  }

  private static func cue(at index: Int, in document: Document) -> String? {
    document.tokens.indices.contains(index) ? document.foldedText(of: document.tokens[index]) : nil
  }
}

import Coordinates
import Gazetteer
import Language

/// What an article as a whole tells about its names, learnt from the probabilities of the pass before.
struct RankerContext {
  /// Of each name.
  private let candidates: [[CandidatePlace]]
  private let neighbours: NameNeighbours
  private let home: CandidatePlace?
  private let counts: (countries: Int, firstLevels: Int, secondLevels: Int)

  /// Sums over all names of weight and probability, by the numbers of ``UnitNumbers``.
  private var countryVotes: [Float] = []
  private var firstLevelVotes: [Float] = []
  private var secondLevelVotes: [Float] = []
  private var voters: Float = 0
  /// How surely each country and first-level unit is itself named, by which name, and how surely by another.
  private var namedCountries: [Named] = []
  private var namedFirstLevels: [Named] = []
  /// Each name's likeliest candidate.
  private var likeliest: [Likeliest] = []
  /// Those of them that have a place to be near to: all but countries.
  private var centres: [Centre] = []
  private var probabilities: [[Float]] = []

  private struct Likeliest {
    var candidate: CandidatePlace
    var trust: Float
    var name: Int
  }

  private struct Centre {
    var point: PackedPoint
    var trust: Float
    var name: Int
  }

  private struct Named {
    var most: Float = 0
    var name = -1
    var second: Float = 0

    mutating func see(_ probability: Float, by name: Int) {
      if probability > most {
        if self.name != name { second = most }
        (most, self.name) = (probability, name)
      } else if self.name != name {
        second = max(second, probability)
      }
    }

    func byOthers(than name: Int) -> Float { name == self.name ? second : most }
  }

  init(names: [RankedName], neighbours: NameNeighbours, units: UnitNumbers, home: CandidatePlace?) {
    candidates = names.map(\.candidates)
    self.neighbours = neighbours
    self.home = home
    counts = units.counts
  }

  /// Takes the probabilities of a pass as the context of the next.
  mutating func learn(_ probabilities: [[Float]], of names: [RankedName]) {
    self.probabilities = probabilities
    countryVotes = [Float](repeating: 0, count: counts.countries)
    firstLevelVotes = [Float](repeating: 0, count: counts.firstLevels)
    secondLevelVotes = [Float](repeating: 0, count: counts.secondLevels)
    namedCountries = [Named](repeating: Named(), count: counts.countries)
    namedFirstLevels = [Named](repeating: Named(), count: counts.firstLevels)
    likeliest.removeAll(keepingCapacity: true)
    centres.removeAll(keepingCapacity: true)
    voters = 0
    for (number, name) in names.enumerated() where !name.candidates.isEmpty {
      let weight = name.weight
      voters += weight
      var best = 0
      for (row, candidate) in name.candidates.enumerated() {
        let probability = probabilities[number][row]
        if probability > probabilities[number][best] { best = row }
        countryVotes[candidate.country] += weight * probability
        firstLevelVotes[candidate.firstLevel] += weight * probability
        secondLevelVotes[candidate.secondLevel] += weight * probability
        if candidate.kind == .country { namedCountries[candidate.country].see(probability, by: number) }
        if candidate.kind == .admin1 { namedFirstLevels[candidate.firstLevel].see(probability, by: number) }
      }
      let candidate = name.candidates[best]
      likeliest.append(Likeliest(candidate: candidate, trust: probabilities[number][best], name: number))
      guard candidate.kind != .country else { continue }
      centres.append(Centre(point: candidate.point, trust: probabilities[number][best], name: number))
    }
  }

  /// Fills in what the other names and the home tell of a name's candidates.
  func describe(_ name: inout RankedName, number: Int) {
    guard !name.candidates.isEmpty else { return }
    vote(&name, number)
    for row in name.candidates.indices {
      near(&name, row, number)
      contain(&name, row, number)
    }
    measureFromHome(&name)
  }

  // MARK: Votes

  private func vote(_ name: inout RankedName, _ number: Int) {
    var countries = countryVotes
    var firstLevels = firstLevelVotes
    var secondLevels = secondLevelVotes
    let weight = name.weight
    for (row, candidate) in name.candidates.enumerated() {
      let own = weight * probabilities[number][row]
      countries[candidate.country] -= own
      firstLevels[candidate.firstLevel] -= own
      secondLevels[candidate.secondLevel] -= own
    }
    let others = voters - weight
    guard others > 0.5 else { return }
    let leadingCountry = Self.leader(countries, least: 0.2 * others)
    let leadingUnit = Self.leader(firstLevels, least: 0.15 * others)
    var (largestInCountry, largestInUnit) = (-1.0, -1.0)
    for candidate in name.candidates {
      if candidate.country == leadingCountry { largestInCountry = max(largestInCountry, candidate.prominence) }
      if candidate.firstLevel == leadingUnit { largestInUnit = max(largestInUnit, candidate.prominence) }
    }
    for (row, candidate) in name.candidates.enumerated() {
      name.features[row, .countryVote] = candidate.country == 0 ? 0 : max(0, countries[candidate.country]) / others
      name.features[row, .firstLevelVote] =
        candidate.firstLevel == 0 ? 0 : max(0, firstLevels[candidate.firstLevel]) / others
      name.features[row, .secondLevelVote] =
        candidate.secondLevel == 0 ? 0 : max(0, secondLevels[candidate.secondLevel]) / others
      let inCountry = candidate.country != 0 && candidate.country == leadingCountry
      let inUnit = candidate.firstLevel != 0 && candidate.firstLevel == leadingUnit
      name.features[row, .isInLeadingCountry] = inCountry ? 1 : 0
      name.features[row, .isInLeadingUnit] = inUnit ? 1 : 0
      name.features[row, .isMostProminentInLeadingCountry] =
        inCountry && candidate.prominence >= largestInCountry ? 1 : 0
      name.features[row, .isMostProminentInLeadingUnit] = inUnit && candidate.prominence >= largestInUnit ? 1 : 0
      name.features[row, .countryNamed] =
        candidate.kind == .country ? 0 : namedCountries[candidate.country].byOthers(than: number)
      name.features[row, .firstLevelNamed] =
        candidate.kind == .admin1 ? 0 : namedFirstLevels[candidate.firstLevel].byOthers(than: number)
    }
  }

  /// The number with the most votes; 0 where none has `least`.
  private static func leader(_ votes: [Float], least: Float) -> Int {
    var (leader, most) = (0, least)
    for number in votes.indices.dropFirst() where votes[number] > most { (leader, most) = (number, votes[number]) }
    return leader
  }

  // MARK: Nearness

  private func near(_ name: inout RankedName, _ row: Int, _ number: Int) {
    let candidate = name.candidates[row]
    var (near, area, many): (Float, Float, Float) = (0, 0, 0)
    if candidate.kind != .country {
      for other in centres where other.name != number {
        let square = Float(candidate.point.squaredChord(to: other.point) * Self.squareKilometresPerUnit)
        near = max(near, other.trust * Self.nearness(square: square, 50))
        area = max(area, other.trust * Self.nearness(square: square, 400))
        many += other.trust * Self.nearness(square: square, 150)
      }
    }
    name.features[row, .nearTo] = near
    name.features[row, .sameArea] = area
    name.features[row, .nearToMany] = many / (many + 1)
    var (country, unit, beside, weights): (Float, Float, Float, Float) = (0, 0, 0, 0)
    for neighbour in neighbours.beside[number] {
      guard let other = likeliest(of: neighbour.name) else { continue }
      let weight = neighbour.weight * other.trust
      weights += neighbour.weight
      if other.candidate.country == candidate.country, candidate.country != 0 { country += weight }
      if other.candidate.firstLevel == candidate.firstLevel, candidate.firstLevel != 0 { unit += weight }
      if candidate.kind != .country, other.candidate.kind != .country {
        beside = max(beside, weight * Self.nearness(candidate.chordKilometres(to: other.candidate), 100))
      }
    }
    guard weights > 0 else { return }
    name.features[row, .neighbourInCountry] = country / weights
    name.features[row, .neighbourInUnit] = unit / weights
    name.features[row, .neighbourNear] = beside
  }

  /// 1 at the place, ½ at `scale` kilometres.
  private static func nearness(_ kilometres: Float, _ scale: Float) -> Float {
    nearness(square: kilometres * kilometres, scale)
  }

  /// As ``nearness(_:_:)``, of the square of the distance.
  private static func nearness(square: Float, _ scale: Float) -> Float { 1 / (1 + square / (scale * scale)) }

  private static let squareKilometresPerUnit = 1 / (PackedPoint.unitsPerMetre * PackedPoint.unitsPerMetre * 1e6)

  private func likeliest(of name: Int) -> Likeliest? {
    // names without candidates are not in the list: look from the name's own place downwards
    var index = min(name, likeliest.count - 1)
    while index >= 0, likeliest[index].name > name { index -= 1 }
    return index >= 0 && likeliest[index].name == name ? likeliest[index] : nil
  }

  // MARK: Containers

  private func contain(_ name: inout RankedName, _ row: Int, _ number: Int) {
    let candidate = name.candidates[row]
    var (surely, contains): (Float, Float) = (0, 0)
    for container in neighbours.containers[number] {
      for (other, probability) in zip(candidates[container], probabilities[container]) where candidate.isInside(other) {
        surely = max(surely, probability)
      }
    }
    for part in neighbours.parts[number] {
      for other in candidates[part] where other.isInside(candidate) { contains = 1 }
    }
    name.features[row, .insideNamed] = surely > 0.05 ? 1 : 0
    name.features[row, .insideNamedSurely] = surely
    name.features[row, .containsNamed] = contains
  }

  // MARK: Home

  private func measureFromHome(_ name: inout RankedName) {
    guard let home else { return }
    var largest = -1.0
    for candidate in name.candidates where candidate.country == home.country {
      largest = max(largest, candidate.prominence)
    }
    for (row, candidate) in name.candidates.enumerated() {
      let distance = candidate.kind == .country ? .infinity : home.chordKilometres(to: candidate)
      name.features[row, .hasHome] = 1
      name.features[row, .nearHome50] = Self.nearness(distance, 50)
      name.features[row, .nearHome150] = Self.nearness(distance, 150)
      name.features[row, .nearHome500] = Self.nearness(distance, 500)
      let inCountry = candidate.country != 0 && candidate.country == home.country
      name.features[row, .inHomeCountry] = inCountry ? 1 : 0
      name.features[row, .inHomeFirstLevel] =
        candidate.firstLevel != 0 && candidate.firstLevel == home.firstLevel ? 1 : 0
      name.features[row, .inHomeSecondLevel] =
        candidate.secondLevel != 0 && candidate.secondLevel == home.secondLevel ? 1 : 0
      name.features[row, .isMostProminentInHomeCountry] = inCountry && candidate.prominence >= largest ? 1 : 0
    }
  }
}

import Gazetteer
import Language

/// A name as the article has it, with all its mentions and the places that it may mean.
struct RankedName {
  var mentions: [Toponym]
  var candidates: [CandidatePlace]
  /// A row a candidate: what holds of it by itself is filled in, what the others tell comes with each pass.
  var features: FeatureMatrix
  let cues: KindCues

  /// - Parameter order: the number of the name in the article, from 0.
  init(mentions: [Toponym], candidates: [CandidatePlace], order: Int, document: Document) {
    self.mentions = mentions
    self.candidates = candidates
    cues = KindCues(mentions: mentions, document: document)
    features = FeatureMatrix(rows: candidates.count)
    describeMention(order: order)
    describePlaces()
  }

  /// How much the name counts where names vote.
  var weight: Float { Float(mentions.count).squareRoot() }

  private mutating func describeMention(order: Int) {
    let count = Float(mentions.count)
    let isDateline: Float = mentions.contains(where: \.isDateline) ? 1 : 0
    let isAssociative = Float(mentions.count { $0.usage == .associative }) / count
    for row in candidates.indices {
      features[row, .isDateline] = isDateline
      features[row, .isOftenMentioned] = min(1, (count - 1) / 4)
      features[row, .isFirstName] = 1 / Float(1 + order)
      features[row, .isAssociative] = isAssociative
      guard !cues.kinds.isEmpty else { continue }
      features[row, cues.kinds.contains(candidates[row].kind) ? .cueFits : .cueMisfits] = 1
    }
  }

  private mutating func describePlaces() {
    var (largest, second) = (0.0, 0.0)
    for candidate in candidates {
      if candidate.prominence > largest {
        (largest, second) = (candidate.prominence, largest)
      } else {
        second = max(second, candidate.prominence)
      }
    }
    let hasCity = candidates.contains { $0.kind == .city && $0.prominence > 200_000 && $0.nameKind != .alternate }
    let hasUnit = candidates.contains { $0.kind == .admin1 && $0.nameKind != .alternate }
    let many = Float(min(1, decimalLogarithm(Double(candidates.count)) / 2))
    for (row, candidate) in candidates.enumerated() {
      let size = decimalLogarithm(candidate.prominence + 10)
      features[row, .prominence] = Float(size / 7)
      features[row, Self.sizeClass(candidate.prominence)] = 1
      if candidate.prominence >= largest {
        features[row, .isMostProminent] = 1
        features[row, .leadOverSecond] = Float(min(4, size - decimalLogarithm(second + 10)) / 4)
      } else {
        features[row, .gapToLargest] = Float(min(6, decimalLogarithm(largest + 10) - size) / 6)
      }
      features[row, .manyCandidates] = many
      features[row, .isCapital] = candidate.isCapital ? 1 : 0
      features[row, Self.kindFeature(candidate.kind)] = 1
      features[row, Self.nameFeature(candidate.nameKind)] = 1
      if candidate.kind == .admin1, hasCity { features[row, .unitBesideCity] = 1 }
      if candidate.kind == .city, hasUnit { features[row, .cityBesideUnit] = 1 }
    }
  }

  /// For the largest class, which needs no feature, the one that says how large.
  private static func sizeClass(_ prominence: Double) -> RankerFeature {
    switch prominence {
    case ..<1_000: .under1000
    case ..<5_000: .under5000
    case ..<20_000: .under20000
    case ..<100_000: .under100000
    case ..<500_000: .under500000
    default: .under2000000
    }
  }

  private static func kindFeature(_ kind: PlaceKind) -> RankerFeature {
    switch kind {
    case .city: .isCity
    case .country: .isCountry
    case .admin1: .isFirstLevel
    case .admin2: .isSecondLevel
    case .region: .isRegion
    case .water: .isWater
    case .landform: .isLandform
    case .facility: .isFacility
    case .district: .isDistrict
    case .airport: .isAirport
    }
  }

  private static func nameFeature(_ kind: NameKind) -> RankerFeature {
    switch kind {
    case .main: .byMainName
    case .alias: .byAlias
    case .abbreviation, .code: .byAbbreviation
    case .demonym: .byDemonym
    case .alternate: .byAlternate
    case .historical: .byHistorical
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import DataFiles

/// What the ranker looks at.
package enum RankerFeature: Int, CaseIterable, Sendable {
  /// log10 of inhabitants, or what the rank is worth in them.
  case logProminence
  case isMostProminent
  case isCountry, isFirstLevel, isSecondLevel, isRegion, isWater, isDistrict, isAirport
  case isCapital
  case mainName, alternateName, historicalName
  /// A unit named like a city that is a candidate too (New York, Washington).
  case unitBesideCity
  /// The share of the other names that lie in the candidate's country, and in its first-level unit.
  case countryVote, firstLevelVote
  /// Nearness to the nearest other name, over 50 km and 400 km.
  case nearTo, sameArea
  /// A container named beside it: "X, Y", "X in Y"; and one of another name's.
  case insideNamed, containsNamed
  /// Words beside the name that fit or do not fit the kind ("County", "state of", "city of").
  case cueFits, cueMisfits
  /// Nearness to the outlet's home, and the same country.
  case nearHome, homeCountry
}

/// The weights of a linear model over ``RankerFeature``.
package struct RankerModel: Sendable {
  package let weights: [Double]

  init(weights: [RankerFeature: Double]) {
    self.weights = RankerFeature.allCases.map { weights[$0] ?? 0 }
  }

  /// Weights in the order of the features; a file with fewer leaves the rest at 0.
  package init(weights: [Double]) {
    self.weights = weights + [Double](repeating: 0, count: max(0, RankerFeature.allCases.count - weights.count))
  }

  init(_ section: ByteView) {
    self.init(weights: (0..<section.count / 8).map { Double(bitPattern: section.uint64(at: $0 * 8)) })
  }

  func score(_ features: RankerFeatures) -> Double {
    zip(weights, features.values).reduce(0) { $0 + $1.0 * $1.1 }
  }

  package static let handSet = RankerModel(weights: [
    .logProminence: 1.0, .isMostProminent: 0.5, .isCountry: 0, .isFirstLevel: -0.2, .isSecondLevel: -1.5,
    .isRegion: 0.3,
    .isWater: 0, .isDistrict: -0.3, .isAirport: -1, .isCapital: 0.8, .mainName: 0.5, .alternateName: -1.2,
    .historicalName: -0.5, .unitBesideCity: -2, .countryVote: 3, .firstLevelVote: 1.5, .nearTo: 1.5, .sameArea: 1.2,
    .insideNamed: 6, .containsNamed: 2, .cueFits: 4, .cueMisfits: -3, .nearHome: 2.5, .homeCountry: 1,
  ])
}

/// The values of the features for one candidate.
struct RankerFeatures {
  private(set) var values = [Double](repeating: 0, count: RankerFeature.allCases.count)

  subscript(feature: RankerFeature) -> Double {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }
}

package func exponential(_ value: Double) -> Double { exp(value) }
func decimalLogarithm(_ value: Double) -> Double { log10(value) }

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import DataFiles

/// Scores candidates: a linear model over ``RankerFeature`` and beside it a layer of sixteen rectified units, for what features mean
/// only together.
package struct RankerModel: Sendable {
  package typealias Units = SIMD16<Float>

  /// A weight a feature.
  package var linear: [Float]
  /// What each feature gives the units.
  package var hidden: [Units]
  package var bias: Units
  package var output: Units

  package init(linear: [Float], hidden: [Units], bias: Units, output: Units) {
    self.linear = linear
    self.hidden = hidden
    self.bias = bias
    self.output = output
  }

  init(weights: [RankerFeature: Float]) {
    self.init(
      linear: RankerFeature.allCases.map { weights[$0] ?? 0 },
      hidden: RankerFeature.allCases.map { _ in Units(repeating: 0) }, bias: Units(repeating: 0),
      output: Units(repeating: 0))
  }

  /// - Throws: ``DataFileError`` where the section is of other features.
  init(_ section: ByteView, path: String) throws(DataFileError) {
    let count = RankerFeature.count
    guard section.count == (count * 17 + 32) * 4 else { throw .damaged(path: path, part: "its ranker") }
    func float(_ index: Int) -> Float { Float(bitPattern: section.uint32(at: index * 4)) }
    func units(_ index: Int) -> Units {
      var units = Units(repeating: 0)
      for lane in 0..<16 { units[lane] = float(index + lane) }
      return units
    }
    self.init(
      linear: (0..<count).map(float), hidden: (0..<count).map { units(count + 16 * $0) }, bias: units(count * 17),
      output: units(count * 17 + 16))
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for weight in linear { bytes.appendLittleEndian(weight.bitPattern) }
    for units in hidden + [bias, output] {
      for lane in 0..<16 { bytes.appendLittleEndian(units[lane].bitPattern) }
    }
    return bytes
  }

  package func score(_ features: ArraySlice<Float>) -> Float {
    var sum: Float = 0
    var units = bias
    features.withUnsafeBufferPointer { features in
      hidden.withUnsafeBufferPointer { hidden in
        for index in 0..<min(features.count, hidden.count) where features[index] != 0 {
          sum += linear[index] * features[index]
          // not fused: a fused product is a call of the C library on machines without the instruction
          units += hidden[index] * features[index]
        }
      }
    }
    return sum + (units.replacing(with: 0, where: units .< 0) * output).sum()
  }

  /// Without training: to begin with.
  package static let handSet = RankerModel(weights: [
    .prominence: 7, .isMostProminent: 0.5, .isFirstLevel: -0.2, .isSecondLevel: -1.5, .isRegion: 0.3, .isDistrict: -0.3,
    .isFacility: -0.3, .isAirport: -1, .isCapital: 0.8, .byMainName: 0.5, .byAlias: 0.5, .byAbbreviation: 0.5,
    .byDemonym: 0.5, .byAlternate: -1.2, .byHistorical: -0.5, .unitBesideCity: -2, .countryVote: 3,
    .firstLevelVote: 1.5, .nearTo: 1.5, .sameArea: 1.2, .insideNamed: 6, .containsNamed: 2, .cueFits: 4,
    .cueMisfits: -3, .nearHome150: 2.5, .inHomeCountry: 1,
  ])
}

package func exponential(_ value: Float) -> Float { expf(value) }
package func exponential(_ value: Double) -> Double { exp(value) }
package func naturalLogarithm(_ value: Float) -> Float { logf(value) }
func decimalLogarithm(_ value: Double) -> Double { log10(value) }

import Coordinates

/// SplitMix64: the same numbers for the same seed, on every machine. Source: S. Vigna, public domain.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Anywhere on Earth.
  package mutating func coordinate() -> Coordinate {
    Coordinate(
      longitude: Double.random(in: -180...180, using: &self), latitude: Double.random(in: -90...90, using: &self))
  }

  /// Changes one to eight bytes in `range`, each to any value.
  package mutating func damage(_ bytes: inout [UInt8], in range: Range<Int>) {
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      bytes[Int.random(in: range, using: &self)] = UInt8.random(in: 0...255, using: &self)
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Coordinates

/// SplitMix64: the same numbers on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func coordinate() -> Coordinate {
    Coordinate(
      longitude: Double.random(in: -180...180, using: &self), latitude: Double.random(in: -90...90, using: &self))
  }
}

/// How often a generator tries: a short run, or as many times more as `DATELINE_FUZZ` says.
func fuzzRounds(_ short: Int) -> Int { short * max(1, number("DATELINE_FUZZ")) }

/// Added to a generator's seed: `DATELINE_FUZZ_SEED`, 0 where it is not set.
var fuzzSeed: UInt64 { UInt64(max(0, number("DATELINE_FUZZ_SEED"))) }

private func number(_ name: String) -> Int { getenv(name).flatMap { Int(String(cString: $0)) } ?? 0 }

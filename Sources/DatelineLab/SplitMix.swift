/// SplitMix64: the same numbers for the same state, on every machine, so that a run can be repeated. Source: S. Vigna, public domain.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// 0 ..< limit, 0 where the limit is 0.
  mutating func below(_ limit: Int) -> Int { limit < 1 ? 0 : Int(truncatingIfNeeded: next() >> 33) % limit }
}

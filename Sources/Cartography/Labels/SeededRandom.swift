/// e to the power of minus something, without C's libraries: good to a few per cent, and the same everywhere.
enum Exponential {
  static func negative(_ value: Double) -> Double {
    guard value < 30 else { return 0 }
    var part = 1 - value / 1024
    if part <= 0 { return 0 }
    for _ in 0..<10 { part *= part }
    return part
  }
}

/// Sebastiano Vigna's SplitMix64 (public domain): a small generator with a seed, so that a sheet comes out the same every time.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }

  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

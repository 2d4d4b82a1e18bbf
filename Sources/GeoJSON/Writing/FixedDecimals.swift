/// Writes numbers with at most so many decimals, rounded from the exact binary value, without trailing zeros or an exponent.
struct FixedDecimals: Hashable, Sendable {
  let decimals: Int
  private let scale: UInt64

  /// - Parameter decimals: 0 ... 15
  init(_ decimals: Int) {
    self.decimals = decimals
    scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  }

  /// The most bytes that ``write(_:isNegative:to:)`` needs.
  static let limit = 40

  /// `magnitude` in units of the last decimal, halves up. Nil beyond 64 bits, or where `magnitude` is no number.
  @inline(__always)
  func units(_ magnitude: Double) -> UInt64? {
    let exponent = Int(magnitude.exponentBitPattern) - 1075
    // Subnormal numbers are less than any half of a unit.
    guard exponent > -1075 else { return 0 }
    let significand = magnitude.significandBitPattern | 1 << 52
    if exponent >= 0 {
      guard exponent <= 10 else { return nil }
      let (units, overflow) = (significand << UInt64(exponent)).multipliedReportingOverflow(by: scale)
      return overflow ? nil : units
    }
    // 53 and at most 50 bits: the product is exact.
    let product = UInt128(significand) * UInt128(scale)
    guard exponent > -104 else { return 0 }
    let shift = UInt128(-exponent)
    return UInt64(exactly: (product + 1 << (shift - 1)) >> shift)
  }

  /// Writes `units` of the last decimal, and says how many bytes that took.
  @inline(__always)
  func write(_ units: UInt64, isNegative: Bool, to place: UnsafeMutablePointer<UInt8>) -> Int {
    var start = 0
    if isNegative, units != 0 {
      place[0] = Ascii.minus
      start = 1
    }
    let digits = max(Self.digitCount(units), decimals + 1)
    guard decimals > 0 else {
      Self.write(units, digits: digits, to: place + start)
      return start + digits
    }
    // Digits from the right, the point between them.
    var rest = units
    var cursor = start + digits
    var left = decimals
    while left >= 2 {
      let pair = Int(rest % 100)
      rest /= 100
      Self.writePair(pair, to: place + cursor - 1)
      cursor -= 2
      left -= 2
    }
    if left == 1 {
      place[cursor] = Ascii.zero + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      cursor -= 1
    }
    place[cursor] = Ascii.point
    Self.write(rest, digits: cursor - start, to: place + start)
    var end = start + digits + 1
    while place[end - 1] == Ascii.zero { end -= 1 }
    return place[end - 1] == Ascii.point ? end - 1 : end
  }

  /// Writes exactly `digits` digits.
  @inline(__always)
  static func write(_ number: UInt64, digits: Int, to place: UnsafeMutablePointer<UInt8>) {
    var rest = number
    var end = digits
    while end >= 2 {
      writePair(Int(rest % 100), to: place + end - 2)
      rest /= 100
      end -= 2
    }
    if end == 1 { place[0] = Ascii.zero + UInt8(truncatingIfNeeded: rest % 10) }
  }

  @inline(__always)
  private static func writePair(_ pair: Int, to place: UnsafeMutablePointer<UInt8>) {
    place[0] = Ascii.zero + UInt8(truncatingIfNeeded: pair / 10)
    place[1] = Ascii.zero + UInt8(truncatingIfNeeded: pair % 10)
  }

  /// 1 for 0.
  @inline(__always)
  static func digitCount(_ number: UInt64) -> Int {
    var count = 1
    var rest = number
    while rest >= 10_000 {
      rest /= 10_000
      count += 4
    }
    return count + (rest >= 10 ? 1 : 0) + (rest >= 100 ? 1 : 0) + (rest >= 1000 ? 1 : 0)
  }
}

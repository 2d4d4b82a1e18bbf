/// A decimal number: `mantissa` times ten to the power of `exponent`.
struct DecimalNumber: Hashable {
  var isNegative = false
  var mantissa: UInt64 = 0
  var exponent = 0

  private static let exactPowers: [Double] = (0..<22).reduce(into: [1]) { powers, _ in
    powers.append((powers.last ?? 1) * 10)
  }
  /// 5^27 is the last power of five in 64 bits.
  private static let powersOfFive: [UInt64] = (0..<27).reduce(into: [1]) { powers, _ in
    powers.append((powers.last ?? 1) * 5)
  }

  /// The nearest `Double`, ties to even. Nil where that takes more than 128-bit arithmetic; the caller then asks the
  /// standard library, which reads digits.
  var double: Double? {
    if mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      // Both factors are exact, so one rounding is all (W. D. Clinger, How to read floating point numbers accurately, 1990).
      let magnitude =
        exponent < 0
        ? Double(mantissa) / Self.exactPowers[-exponent] : Double(mantissa) * Self.exactPowers[exponent]
      return isNegative ? -magnitude : magnitude
    }
    guard mantissa != 0 else { return isNegative ? -0.0 : 0 }
    guard exponent >= -27, exponent <= 27 else { return nil }
    let power = Self.powersOfFive[abs(exponent)]
    let magnitude = exponent < 0 ? quotient(by: power) : product(with: power)
    return isNegative ? -magnitude : magnitude
  }

  /// mantissa · power · 2^exponent
  private func product(with power: UInt64) -> Double {
    let (high, low) = mantissa.multipliedFullWidth(by: power)
    guard high != 0 else { return Self.rounded(low, isInexact: false, exponent: exponent) }
    let shift = high.leadingZeroBitCount
    let top = shift == 0 ? high : high << UInt64(shift) | low >> UInt64(64 - shift)
    return Self.rounded(top, isInexact: low << UInt64(shift) != 0, exponent: exponent + 64 - shift)
  }

  /// mantissa / power · 2^exponent
  private func quotient(by power: UInt64) -> Double {
    let divisorShift = power.leadingZeroBitCount
    let shift = mantissa.leadingZeroBitCount
    let divisor = power << UInt64(divisorShift)
    let dividend = mantissa << UInt64(shift)
    // A dividend of half the divisor's range keeps the quotient within 64 bits.
    let (quotient, remainder) = divisor.dividingFullWidth((dividend >> 1, dividend << 63))
    return Self.rounded(
      quotient, isInexact: remainder != 0, exponent: exponent - 63 - shift + divisorShift)
  }

  /// `bits` · 2^`exponent` to 53 bits, ties to even; `isInexact` where the true number lies a little above.
  private static func rounded(_ bits: UInt64, isInexact: Bool, exponent: Int) -> Double {
    let spare = 11 - bits.leadingZeroBitCount
    guard spare > 0 else { return Double(bits) * powerOfTwo(exponent) }
    var kept = bits >> UInt64(spare)
    let lost = bits & (1 << UInt64(spare) - 1)
    let half: UInt64 = 1 << UInt64(spare - 1)
    if lost > half || (lost == half && (isInexact || kept & 1 == 1)) { kept += 1 }
    return Double(kept) * powerOfTwo(exponent + spare)
  }

  /// Exponents stay within ±200 here.
  private static func powerOfTwo(_ exponent: Int) -> Double { Double(bitPattern: UInt64(1023 + exponent) << 52) }
}

extension JSONParser {
  /// A number as it stands in the text.
  struct NumberToken {
    var start: Int
    var end: Int
    var decimal: DecimalNumber
    /// True where there is neither a point nor an exponent.
    var isInteger: Bool
    /// False where there are more digits than `decimal` holds.
    var isComplete: Bool
    /// Digits behind the point.
    var decimals: Int
  }

  /// Steps over the number that is next.
  @inline(__always)
  mutating func numberToken() throws(JSONFault) -> NumberToken {
    var decimal = DecimalNumber()
    var byte = next()
    let start = index
    if byte == Ascii.minus {
      decimal.isNegative = true
      index += 1
      byte = self.byte
    }
    let integerStart = index
    guard isDigit(byte) else { throw unexpected() }
    if byte == Ascii.zero { index += 1 } else { readDigits(into: &decimal) }
    if isDigit(self.byte) { throw unexpected() }
    // A leading zero counts as a digit; that only sends a rare number the slow way.
    var digits = index - integerStart
    var decimals = 0
    var isInteger = true
    if self.byte == Ascii.point {
      index += 1
      let fractionStart = index
      readDigits(into: &decimal)
      decimals = index - fractionStart
      guard decimals > 0 else { throw unexpected() }
      digits += decimals
      decimal.exponent = -decimals
      isInteger = false
    }
    if self.byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      decimal.exponent += try exponent()
      isInteger = false
    }
    return NumberToken(
      start: start, end: index, decimal: decimal, isInteger: isInteger, isComplete: digits <= 19, decimals: decimals)
  }

  @inline(__always)
  private func isDigit(_ byte: UInt8) -> Bool { byte &- Ascii.zero < 10 }

  /// Steps over digits; more than 19 overflow, and whoever asks sees that from their count.
  @inline(__always)
  private mutating func readDigits(into decimal: inout DecimalNumber) {
    var mantissa = decimal.mantissa
    var place = index
    while place < count {
      let digit = base[place] &- Ascii.zero
      guard digit < 10 else { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      place += 1
    }
    decimal.mantissa = mantissa
    index = place
  }

  private mutating func exponent() throws(JSONFault) -> Int {
    let isNegative = byte == Ascii.minus
    if isNegative || byte == Ascii.plus { index += 1 }
    guard isDigit(byte) else { throw unexpected() }
    var exponent = 0
    while isDigit(byte) {
      exponent = min(exponent * 10 + Int(byte - Ascii.zero), 1_000_000)
      index += 1
    }
    return isNegative ? -exponent : exponent
  }

  /// The nearest `Double`; infinite where there is none.
  @inline(__always)
  func double(_ token: NumberToken) -> Double {
    if token.isComplete, let double = token.decimal.double { return double }
    return slowDouble(token)
  }

  private func slowDouble(_ token: NumberToken) -> Double { Double(literal(token)) ?? .nan }

  /// The digits of a number as they stand.
  func literal(_ token: NumberToken) -> String {
    String(decoding: UnsafeBufferPointer(start: base + token.start, count: token.end - token.start), as: UTF8.self)
  }

  /// A coordinate: a number that `Double` holds.
  @inline(__always)
  mutating func finiteNumber() throws(JSONFault) -> Double {
    let token = try numberToken()
    let number = double(token)
    guard number.isFinite else { throw JSONFault(rule: .numberRange, offset: token.start) }
    return number
  }

  /// Any number, without loss.
  mutating func number() throws(JSONFault) -> JSONValue {
    let token = try numberToken()
    if token.isInteger {
      let (isNegative, mantissa) = (token.decimal.isNegative, token.decimal.mantissa)
      if token.isComplete {
        if !isNegative, let int = Int(exactly: mantissa) { return .int(int) }
        if isNegative, mantissa == 0 { return .double(-0.0) }
        if isNegative, mantissa <= UInt64(Int.max) { return .int(-Int(mantissa)) }
        if isNegative, mantissa == UInt64(Int.max) + 1 { return .int(.min) }
      }
      return .decimal(literal(token))
    }
    let number = double(token)
    let isLost = !number.isFinite || (number == 0 && (token.decimal.mantissa != 0 || !token.isComplete))
    return isLost ? .decimal(literal(token)) : .double(number)
  }
}

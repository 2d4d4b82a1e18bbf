extension Coordinate {
  /// Reads a coordinate as people write it.
  ///
  /// - `51.6747,32.6525`: two numbers alone are **longitude, latitude** (comma, semicolon, slash or space between)
  /// - `32.6525N 51.6747E`, `E51.6747, N32.6525`, `lat 32.65 lon 51.67`: letters or words tell, in any order
  /// - `32°39′09″N 51°40′29″E`, `32 39 9 N, 51 40 29 E`, `32:39:09N 51:40:29E`, `32-39.15N 51-40.48E`
  /// - `323909N 0514029E`, `3239N 05140E`: without signs, as aviation has it
  ///
  /// ```swift
  /// let isfahan = try Coordinate(parsing: "32°39′09″N 51°40′29″E")
  /// ```
  /// - Throws: ``CoordinateParseError``, whose text says what was expected, found, and how to write it.
  public init(parsing text: String) throws(CoordinateParseError) {
    let tokens = try CoordinateToken.split(text)
    guard !tokens.isEmpty else { throw .empty }
    let halves = try WrittenHalf.split(tokens, of: text)
    let written = halves.count { !$0.parts.isEmpty }
    guard halves.count == 2, written == 2 else { throw .wrongCount(written, in: text) }
    let axes: (CoordinateParseError.Axis, CoordinateParseError.Axis)
    switch (halves[0].side?.axis, halves[1].side?.axis) {
    case (nil, nil):
      guard halves.allSatisfy(\.isPlainNumber) else { throw .hemisphereMissing(in: text) }
      axes = (.longitude, .latitude)
    case (let first?, let second?):
      guard first != second else { throw .twice(first, in: text) }
      axes = (first, second)
    case (nil, _), (_, nil):
      throw .hemisphereMissing(in: text)
    }
    let first = try halves[0].degrees(axes.0, of: text)
    let second = try halves[1].degrees(axes.1, of: text)
    self.init(
      longitude: axes.0 == .longitude ? first : second, latitude: axes.0 == .longitude ? second : first)
  }
}

/// One latitude or longitude as written.
private struct WrittenHalf {
  var side: CoordinateToken.Side?
  var isNegative: Bool?
  var parts: [(value: Double, wholeDigits: Int, hasFraction: Bool)] = []
  /// The unit sign that followed the last part: 0 degrees, 1 minutes, 2 seconds.
  var lastUnit: Int?

  var isEmpty: Bool { side == nil && isNegative == nil && parts.isEmpty }
  var isPlainNumber: Bool { parts.count == 1 && lastUnit == nil }

  static func split(
    _ tokens: [CoordinateToken], of text: String
  ) throws(CoordinateParseError) -> [WrittenHalf] {
    let hasSides = tokens.contains { if case .side = $0 { true } else { false } }
    let hasUnits = tokens.contains { [.degrees, .minutes, .seconds, .next].contains($0) }
    var halves: [WrittenHalf] = []
    var half = WrittenHalf()
    var ended = false
    func close() {
      if !half.isEmpty { halves.append(half) }
      half = WrittenHalf()
      ended = false
    }
    for token in tokens {
      switch token {
      case .comma:
        close()
      case .side(let side):
        if half.parts.isEmpty, half.side == nil {
          half.side = side
        } else if half.side == nil || (half.side?.sign == nil && half.side?.axis == side.axis) {
          // `32 N`, and `lat 32 N`.
          half.side = side
          ended = true
        } else {
          close()
          half.side = side
        }
      case .plus, .minus:
        if ended || !half.parts.isEmpty { close() }
        guard half.isNegative == nil else { throw .unexpected(token == .minus ? "-" : "+", in: text) }
        half.isNegative = token == .minus
      case .number(let value, let wholeDigits, let hasFraction):
        // Without letters and units a second number is the other half.
        if ended || (!hasSides && !hasUnits && !half.parts.isEmpty) || half.lastUnit == 2 { close() }
        half.parts.append((value, wholeDigits, hasFraction))
      case .degrees, .minutes, .seconds:
        let unit = token == .degrees ? 0 : token == .minutes ? 1 : 2
        guard half.parts.count == unit + 1, (half.lastUnit ?? -1) < unit, !ended else {
          throw .notSexagesimal(in: text)
        }
        half.lastUnit = unit
      case .next:
        guard !half.parts.isEmpty, !ended else { throw .notSexagesimal(in: text) }
      }
    }
    close()
    return halves
  }

  /// Degrees with their sign.
  func degrees(_ axis: CoordinateParseError.Axis, of text: String) throws(CoordinateParseError) -> Double {
    guard let first = parts.first, parts.count <= 3, !parts.dropLast().contains(where: \.hasFraction),
      parts.dropFirst().allSatisfy({ $0.value < 60 })
    else { throw .notSexagesimal(in: text) }
    let written: Double
    if parts.count == 1, lastUnit == nil, first.wholeDigits >= 4, side?.sign != nil {
      written = try Self.compact(first.value, wholeDigits: first.wholeDigits, axis, of: text)
    } else {
      let minutes = parts.count > 1 ? parts[1].value : 0
      let seconds = parts.count > 2 ? parts[2].value : 0
      written = first.value + (minutes * 60 + seconds) / 3600
    }
    if side?.sign != nil, isNegative == true { throw .signAndHemisphere(in: text) }
    let degrees = written * (side?.sign ?? (isNegative == true ? -1 : 1))
    guard written <= (axis == .latitude ? 90 : 180) else { throw .outOfRange(axis, degrees, in: text) }
    return degrees
  }

  /// `3239`, `323909`, `0514029`: two digits of latitude or three of longitude, then minutes and seconds.
  private static func compact(
    _ value: Double, wholeDigits: Int, _ axis: CoordinateParseError.Axis, of text: String
  ) throws(CoordinateParseError) -> Double {
    let rest = wholeDigits - (axis == .latitude ? 2 : 3)
    guard rest == 2 || rest == 4 else { throw .notSexagesimal(in: text) }
    let unit: Double = rest == 2 ? 100 : 10_000
    let whole = (value / unit).rounded(.down)
    let below = value - whole * unit
    let minutes = rest == 2 ? below : (below / 100).rounded(.down)
    let seconds = rest == 2 ? 0 : below - minutes * 100
    guard minutes < 60, seconds < 60 else { throw .notSexagesimal(in: text) }
    return whole + (minutes * 60 + seconds) / 3600
  }
}

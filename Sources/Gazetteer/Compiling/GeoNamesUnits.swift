import DataFiles

/// The administrative units of a dump by their codes (`US.TX.453`), whether their own rows come before those of their places or after.
struct GeoNamesUnits {
  private var numbers: [String: UInt32] = [:]
  private var codes: [String] = []
  private var places: [UInt32] = []
  private var lastCode: [UInt8] = []
  private var lastNumber: UInt32 = 0

  /// A number for a code, the same each time.
  mutating func number(_ country: UnsafeBufferPointer<UInt8>, _ parts: [UnsafeBufferPointer<UInt8>]) -> UInt32 {
    var code = Array(country)
    for part in parts {
      guard !part.isEmpty, !(part.count == 2 && part[0] == 0x30 && part[1] == 0x30) else { break }
      code.append(0x2E)
      code.append(contentsOf: part)
    }
    // Rows of one unit stand side by side more often than not.
    if code == lastCode, !codes.isEmpty { return lastNumber }
    lastCode = code
    lastNumber = number(String(decoding: code, as: UTF8.self))
    return lastNumber
  }

  private mutating func number(_ code: String) -> UInt32 {
    if let known = numbers[code] { return known }
    let number = UInt32(codes.count)
    numbers[code] = number
    codes.append(code)
    places.append(.max)
    return number
  }

  /// Notes which place a unit is; the first one stays.
  mutating func set(_ number: UInt32, place: UInt32) {
    if places[Int(number)] == .max { places[Int(number)] = place }
  }

  /// The place of a code's unit, or of the nearest unit above that has one, other than `place` itself.
  func place(of number: UInt32, otherThan place: UInt32) -> UInt32? {
    guard Int(number) < codes.count else { return nil }
    var code = codes[Int(number)][...]
    while true {
      if let unit = numbers[String(code)], places[Int(unit)] != .max, places[Int(unit)] != place {
        return places[Int(unit)]
      }
      guard let dot = code.lastIndex(of: ".") else { return nil }
      code = code[..<dot]
    }
  }
}

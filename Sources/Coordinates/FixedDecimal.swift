extension Double {
  /// The number with a fixed count of decimals, a full stop before them, and no minus before zero: `3.10`, in any locale.
  ///
  /// Numbers of 2⁵³ and more units of the last decimal, and those that are not finite, are given as Swift prints them.
  package func fixed(_ decimals: Int, grouped: Bool = false) -> String {
    let places = Swift.max(0, Swift.min(decimals, 15))
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let scaled = (magnitude * unit).rounded()
    guard scaled < 0x1p53 else { return description }
    var digits = String(Int64(scaled))
    while digits.utf8.count <= places { digits = "0" + digits }
    let fraction = digits.suffix(places)
    var whole = String(digits.dropLast(places))
    if grouped { whole = Self.grouped(whole) }
    let sign = self < 0 && scaled > 0 ? "-" : ""
    return places > 0 ? "\(sign)\(whole).\(fraction)" : sign + whole
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}

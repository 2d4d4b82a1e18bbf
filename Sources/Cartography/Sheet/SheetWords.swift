/// The sheet's own words in a language.
struct SheetWords: Sendable {
  /// BCP 47.
  var language: String
  var map: String
  var occurred: String
  var planned: String
  var suspected: String
  var trueWithin: String
  var countryOnly: String
  var areaOnly: String
  var mentioned: String
  var notOnMap: String
  /// Read out after the name of a country.
  var knownByCountry: String
  /// `%` stands for the distance.
  var within: String
  var orientation: String
  var mapData: String
  var placeNames: String
  /// `%` stands for the number.
  var casualties: String
  /// `%` stands for the number.
  var more: String
  var kilometres: String
  var metres: String
  var miles: String
  /// Between groups of three digits.
  var groupMark: String
  var decimalMark: String
  var families: [SymbolFamily: String]

  /// The words of a language, by its first subtag; English where there are none.
  static func named(_ language: String) -> SheetWords {
    let code = language.lowercased().split(separator: "-").first.map(String.init) ?? "en"
    return all.first { $0.language == code } ?? english
  }

  static let all = [english, french, german, spanish, arabic]

  /// True where lines run from right to left, and the sheet with them.
  var isRightToLeft: Bool { language == "ar" }

  /// A whole number with its groups of digits kept apart from 10,000 on.
  func number(_ value: Int) -> String {
    let digits = String(abs(value))
    guard digits.count > 4 || (digits.count > 3 && groupMark == ",") else { return "\(value)" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += groupMark }
      grouped.append(digit)
    }
    return (value < 0 ? "-" : "") + grouped
  }

  /// A length as a map says it: whole units, tenths below ten.
  func distance(_ metres: Double, in units: MapOptions.Units) -> String {
    let (value, unit) = units == .imperial ? (metres / 1609.344, miles) : (metres / 1000, kilometres)
    if units == .metric, metres < 950 { return "\(number(Int(metres.rounded()))) \(self.metres)" }
    if value < 9.95 {
      let tenths = Int((value * 10).rounded())
      return "\(tenths / 10)\(tenths % 10 == 0 ? "" : "\(decimalMark)\(tenths % 10)") \(unit)"
    }
    return "\(number(Int(value.rounded()))) \(unit)"
  }

  func filled(_ pattern: String, _ value: String) -> String {
    guard let place = pattern.firstIndex(of: "%") else { return pattern }
    return pattern[..<place] + value + pattern[pattern.index(after: place)...]
  }
}

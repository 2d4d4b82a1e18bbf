/// Numbers as news writes them.
public enum NumberWords {
  /// The words that a number may begin with.
  static var names: some Collection<String> { values.keys }

  private static let values: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let multipliers: [String: Int] = ["hundred": 100, "thousand": 1000, "million": 1_000_000]

  /// A number and how many tokens it takes: `seven`, `twenty-five`, `1,200`, `two hundred`, `3.5 million`. Nil where none begins.
  public static func number(in document: Document, at index: Int, limit: Int) -> (value: Double, tokens: Int)? {
    guard index < limit else { return nil }
    var next = index
    var value: Double
    let token = document.tokens[index]
    switch token.kind {
    case .number:
      guard let digits = digits(document.text(of: token)) else { return nil }
      value = digits
      next += 1
    case .word:
      let word = document.foldedText(of: token)
      guard let small = values[word] else { return nil }
      value = Double(small)
      next += 1
      if small >= 20, small < 100, next + 1 < limit, document.text(of: document.tokens[next]) == "-",
        let unit = values[document.foldedText(of: document.tokens[next + 1])], unit < 10
      {
        value += Double(unit)
        next += 2
      }
    default: return nil
    }
    while next < limit, let multiplier = multipliers[document.foldedText(of: document.tokens[next])] {
      value *= Double(multiplier)
      next += 1
    }
    return (value, next - index)
  }

  /// `1,200` → 1200, `7.8` → 7.8.
  private static func digits(_ text: String) -> Double? {
    let plain = text.filter { $0 != "," }
    guard plain.utf8.count <= 15, !plain.contains(":") else { return nil }
    return Double(plain)
  }
}

extension CompassPoint {
  /// `north`, `north-north-east`, `north-east` …
  public var words: String {
    [
      "north", "north-north-east", "north-east", "east-north-east", "east", "east-south-east", "south-east",
      "south-south-east", "south", "south-south-west", "south-west", "west-south-west", "west", "west-north-west",
      "north-west", "north-north-west",
    ][rawValue]
  }

  /// Reads `NE`, `n.e.`, `north-east`, `northeast`, `North East`, `northeastern`, `north-easterly`, `southwards` and their
  /// like; nil for anything else.
  public init?(parsing text: String) {
    var letters = ""
    for scalar in text.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) {
        letters.unicodeScalars.append(scalar)
      } else if !scalar.properties.isWhitespace, scalar.properties.generalCategory != .dashPunctuation, scalar != "." {
        return nil
      }
    }
    guard let point = Self.byLetters[letters] else { return nil }
    self = point
  }

  private static let byLetters: [String: CompassPoint] = {
    var table: [String: CompassPoint] = [:]
    for point in allCases {
      let word = String(point.words.filter { $0 != "-" })
      table[point.abbreviation.lowercased()] = point
      for ending in ["", "ern", "erly", "ward", "wards"] { table[word + ending] = point }
    }
    return table
  }()
}

/// Texts that no one writes and that slow readers down: each is one kind of thing over and over.
enum HostileText {
  static let kinds: [(name: String, unit: String)] = [
    ("capitals", "ABCDEFGH IJKL "), ("one letter", "a"), ("one capital", "A"), ("in in in", "in "),
    ("combining marks", "\u{301}"), ("marked letters", "e\u{301}\u{323}\u{302}"), ("emoji", "👩‍👩‍👧🏽"),
    ("one word", "Springfield "),
    ("one name in sentences", "They met in Paris. "), ("brackets", "([{<"), ("closing brackets", ")]}>"),
    ("quotes", "\"“'"),
    ("dates", "19 April 2024, "), ("days", "Monday Tuesday "), ("numbers", "1,234 "), ("digits", "7"), ("dots", "."),
    ("initials", "U.S. "), ("hyphens", "a-"), ("line feeds", "\n"), ("spaces", " "), ("apostrophes", "o'"),
    ("commas", "Paris, "), ("units", "30 km north of "), ("blasts", "A blast killed two people. "),
    ("blasts in a row", "blast attack bombing in Kabul "), ("blasts in places", "A blast hit Kabul on Monday. "),
    ("verbs", "killed "), ("right to left", "\u{202E}ا"), ("zero width", "\u{200B}"), ("no spaces", "ParisLondonRome"),
    ("one sentence", "the army attacked Kabul and "),
  ]

  /// - Returns: whole units, of at least as many bytes.
  static func text(of unit: String, bytes: Int) -> String {
    String(repeating: unit, count: (bytes + unit.utf8.count - 1) / unit.utf8.count)
  }
}

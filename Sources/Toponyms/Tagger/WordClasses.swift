import Language

/// Which lists of ``WordLists`` a word is on, asked by its hash.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  static let neverAlone = WordClasses(rawValue: 1)
  static let connector = WordClasses(rawValue: 2)
  static let title = WordClasses(rawValue: 4)
  static let givenName = WordClasses(rawValue: 8)
  static let placeOpener = WordClasses(rawValue: 16)
  static let organisationCloser = WordClasses(rawValue: 32)
  static let locative = WordClasses(rawValue: 64)
  static let opener = WordClasses(rawValue: 128)

  private static let table: WordTable = {
    let lists: [(Set<String>, WordClasses)] = [
      (WordLists.neverAlone, .neverAlone), (WordLists.connectors, .connector), (WordLists.titles, .title),
      (WordLists.givenNames, .givenName), (WordLists.placeOpeners, .placeOpener),
      (WordLists.organisationClosers, .organisationCloser), (WordLists.locatives, .locative),
      (WordLists.openers, .opener),
    ]
    var table = WordTable(capacity: lists.reduce(0) { $0 + $1.0.count })
    for (words, member) in lists {
      for word in words { table.insert(member.rawValue, of: NameHash.word(word)) }
    }
    return table
  }()

  /// The classes of a folded word.
  init(hash: UInt64) { self.init(rawValue: Self.table[hash]) }
}

extension NameHash {
  /// The hash of a folded word.
  static func word(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { Self.word($0) }
  }
}

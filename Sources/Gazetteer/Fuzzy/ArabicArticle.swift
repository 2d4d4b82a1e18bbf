/// The Arabic article in folded names: `al`, `el`, assimilated before sun letters (`ar raqqah`, `ez zor`), joined to its word
/// (`ezzor`) or left out.
enum ArabicArticle {
  /// Letters before which the article takes their sound.
  private static let sunLetters = Set("tdrznsl".utf8)
  private static let vowels = Set("aei".utf8)

  /// Whether a word can be an article: `al`, `el`, `ul`, `ash`, `esh` or a vowel and a sun letter.
  static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last, vowels.contains(first) || first == 0x75 else { return false }
    if word.count == 2 { return sunLetters.contains(last) }
    return word.count == 3 && word.dropFirst().elementsEqual("sh".utf8)
  }

  /// How the article is written before a word.
  static func forms(before word: ArraySlice<UInt8>) -> [[UInt8]] {
    guard let first = word.first else { return [] }
    var forms: [[UInt8]] = [Array("al".utf8), Array("el".utf8)]
    if word.starts(with: "sh".utf8) {
      forms += [Array("ash".utf8), Array("esh".utf8)]
    } else if sunLetters.contains(first), first != 0x6C {
      forms += [[0x61, first], [0x65, first]]
    }
    return forms
  }

  /// Article and noun of a word in which they are joined; nil where it is no such word.
  static func split(_ word: ArraySlice<UInt8>) -> (article: ArraySlice<UInt8>, noun: ArraySlice<UInt8>)? {
    guard word.count >= 5, let first = word.first, vowels.contains(first) else { return nil }
    let rest = word.dropFirst()
    if rest.starts(with: "shsh".utf8) { return (word.prefix(3), word.dropFirst(3)) }
    guard let second = rest.first, sunLetters.contains(second) else { return nil }
    let noun = rest.dropFirst()
    guard noun.first == second || (second == 0x6C && word.count >= 6) else { return nil }
    return (word.prefix(2), noun)
  }

  /// Every other way to write the articles of a key, each with its cost.
  static func variants(of key: [UInt8]) -> [(key: [UInt8], cost: Double)] {
    let words = key.split(separator: 0x20)
    var variants: [(key: [UInt8], cost: Double)] = []
    func add(_ range: Range<Int>, _ replacement: [ArraySlice<UInt8>], _ cost: Double) {
      var parts = words
      parts.replaceSubrange(range, with: replacement)
      variants.append((Array(parts.joined(separator: CollectionOfOne(UInt8(0x20)))), cost))
    }
    for index in words.indices {
      let word = words[index]
      if let joined = split(word) { add(index..<index + 1, [joined.article, joined.noun], 0.3) }
      guard isArticle(word), index + 1 < words.count else { continue }
      let noun = words[index + 1]
      for form in forms(before: noun) where !word.elementsEqual(form) { add(index..<index + 1, [form[...]], 0.2) }
      add(index..<index + 2, [word + noun], 0.3)
      if noun.count >= 4 { add(index..<index + 1, [], 0.5) }
    }
    if let first = words.first, first.count >= 4, !isArticle(first), split(first) == nil {
      add(0..<0, [[0x61, 0x6C]], 0.6)
    }
    return variants
  }
}

/// Where the noun phrases of a sentence begin and end, as far as closed word classes tell: from a determiner, number or adjective to the
/// last word before a preposition, verb or sign.
struct NounPhrase {
  let sentence: SentenceReading

  /// No phrase is longer.
  private static let reach = 9

  /// The phrase that begins at a position: "shot *two young men* in".
  func starting(at start: Int) -> Range<Int>? {
    var end = start
    while end < sentence.words.count, end - start < Self.reach, !isStop(end, from: start) { end += 1 }
    return start < end && isPhrase(start..<end) ? start..<end : nil
  }

  /// The phrase whose last word stands at a position: "*two young men* were".
  func ending(at last: Int) -> Range<Int>? {
    guard sentence.words.indices.contains(last) else { return nil }
    var start = last
    while start > 0, last - start < Self.reach - 1 {
      if Self.openers.contains(sentence.words[start]) { break }
      let previous = start - 1
      if isStop(previous, from: nil) { break }
      start = previous
    }
    return isPhrase(start..<last + 1) ? start..<last + 1 : nil
  }

  /// The subject of a verb: the phrase before it, past those that prepositions hang on it ("*gunmen* on motorcycles stormed").
  func subject(ofVerbAt verb: Int) -> Range<Int>? {
    var last = verb - 1
    while last >= 0, CasualtyWords.auxiliaries.contains(sentence.words[last]) || sentence.words[last].hasSuffix("ly") {
      last -= 1
    }
    for _ in 0..<3 {
      guard last >= 0, let phrase = ending(at: last) else { return nil }
      let before = phrase.lowerBound - 1
      guard before > 0, Self.prepositions.contains(sentence.words[before]) else { return phrase }
      last = before - 1
    }
    return nil
  }

  private func isStop(_ position: Int, from start: Int?) -> Bool {
    let word = sentence.words[position]
    if Self.stops.contains(word) || Self.prepositions.contains(word) && word != "of" { return true }
    if word == "of" { return start == nil || !sentence.words.indices.contains(position + 1) }
    if let start, position > start, Self.openers.contains(word), !["of", "'s"].contains(sentence.words[position - 1]) {
      return true
    }
    guard let first = word.unicodeScalars.first else { return true }
    if !first.properties.isAlphabetic, !("0"..."9").contains(first), word != "'s", word != "$" { return true }
    if sentence.dates.contains(where: { $0.positions.contains(position) }) { return true }
    if let start, position > start, ("0"..."9").contains(first), !Self.counters.contains(sentence.words[position - 1]) {
      return true
    }
    return start != position && Self.isVerb(word)
  }

  private func isPhrase(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    let word = sentence.words[last]
    return !Self.openers.contains(word) && word != "of"
      && word.unicodeScalars.first?.properties.isAlphabetic == true
  }

  private static func isVerb(_ word: String) -> Bool { verbs.contains(word) || CasualtyWords.harms[word] != nil }

  private static let openers: Set<String> = [
    "the", "a", "an", "his", "her", "their", "its", "some", "several", "dozens", "hundreds", "thousands", "scores",
    "another", "this", "that", "these", "those", "many", "two", "three", "four", "five", "six", "seven", "eight",
    "nine",
    "ten", "eleven", "twelve", "about", "nearly", "unidentified", "unknown", "suspected", "masked", "armed",
  ]
  private static let counters: Set<String> = ["than", "least", "about", "nearly", "some", "over", "the", "$", "around"]
  private static let prepositions: Set<String> = [
    "in", "at", "near", "on", "from", "to", "of", "into", "inside", "outside", "across", "around", "through", "over",
    "by",
    "with", "against", "for", "toward", "towards", "between", "off", "along", "within", "during", "under", "behind",
    "aboard", "among", "carrying", "including", "wearing", "using", "amid", "after", "before", "when", "while", "as",
    "since", "until", "about", "like", "without",
  ]
  private static let stops: Set<String> = [
    "and", "or", "but", "who", "which", "that", "whose", "where", "when", "if", "because", "so", "he", "she", "they",
    "it",
    "we", "you", "i", "him", "them", "not", "then", "later", "also", "there", "early", "late", "yesterday", "today",
    "tonight",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "could", "may", "might",
    "can", "should", "said", "says", "told", "killing", "wounding", "injuring", "accused", "leaving", "left", "took",
    "taken", "broke", "went", "came", "fled", "died", "began", "set", "shot", "opened", "fired", "attacked", "stormed",
    "hit", "struck", "arrested", "detained", "blamed", "claimed", "charged", "seized", "told", "tried", "planned",
  ]
}

/// Tells in which language a text is written: by script where that tells it, else by the commonest words of each language.
///
/// English is what a text is taken for unless the evidence against it is clear: short headlines, capitals, tables and
/// texts full of foreign names are English.
///
/// ```swift
/// TextLanguage.of(Document("Un terremoto sacudió la costa de Chile y dejó a miles sin luz."))  // "es"
/// ```
public enum TextLanguage {
  /// The code of the language that is read.
  public static let english = "en"

  /// The code of ISO 639-1 (639-2 where that has none).
  /// - Complexity: O(n) in the length of the text; no more than the first 20,000 tokens count.
  public static func of(_ document: Document) -> String {
    if isPlainlyEnglish(document) { return english }
    let letters = ScriptCount(document)
    guard let script = letters.leading else { return english }
    if let only = script.onlyLanguage { return only }
    let profiles = LanguageProfile.of(script)
    if script != .latin { return best(profiles, in: words(document, in: script)) ?? script.usualLanguage }
    return latin(profiles, words(document, in: .latin))
  }

  // MARK: The quick way

  private static let englishWords: WordTable = {
    var table = WordTable(capacity: LanguageProfile.english.words.count)
    for var word in LanguageProfile.english.words { table[word.withUTF8 { NameHash.word($0) }] = 1 }
    return table
  }()

  /// Whether the text has so many English words that no count of others could outweigh them: so it is with nearly all English articles, and
  /// no word must be compared with those of other languages.
  private static func isPlainlyEnglish(_ document: Document) -> Bool {
    var (letters, others) = (0, 0)
    for byte in document.utf8 {
      if byte >= 0x80 { others += 1 } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { letters += 1 }
    }
    // a letter of another script takes two bytes or more, and counts for three at most
    guard letters > 2 * others else { return false }
    var (total, counted, hits, shouted) = (0, 0, 0, 0)
    for token in document.tokens.prefix(mostTokens) where token.kind == .word {
      total += 1
      if token.shape.contains(.allCapitals) { shouted += 1 }
      guard !token.shape.contains(.capitalised) || token.shape.contains(.lineStart) else { continue }
      counted += 1
      hits += Int(englishWords[token.hash])
    }
    // see `latin`: words of another language are none of these
    return shouted * 4 < total && hits * 5 >= total && Double(counted - hits) <= mostForeign * Double(hits)
  }

  // MARK: Common words

  /// What no word tells: the text is foreign, but of a language that is not known here.
  public static let undetermined = "und"

  /// How often each word stands in the text.
  private struct Words {
    /// Those that count.
    var counts: [String: Int] = [:]
    var counted = 0
    /// Of these, words with letters that English does not have.
    var foreign = 0
    var total = 0
  }

  private static let mostTokens = 20_000
  /// How many words of another language there may be for each English one, before a text is of that language.
  private static let mostForeign = 2.5

  /// Words as they count for a language: folded, names left out where case tells them.
  private static func words(_ document: Document, in script: Script) -> Words {
    let isShouted = script == .latin && isInCapitals(document)
    var words = Words()
    for token in document.tokens.prefix(mostTokens) where token.kind == .word {
      words.total += 1
      let isName = token.shape.contains(.capitalised) && !token.shape.contains(.lineStart)
      guard script != .latin || isShouted || !isName else { continue }
      words.counts[document.foldedText(of: token), default: 0] += 1
      words.counted += 1
      if !isShouted, hasForeignLetter(document.utf8[Int(token.start)..<Int(token.end)]) { words.foreign += 1 }
    }
    return words
  }

  /// Latin letters beyond A to Z: in UTF-8 they begin with bytes from C3 to C9 or with E1 (Vietnamese).
  private static func hasForeignLetter(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains { (0xC3...0xC9).contains($0) || $0 == 0xE1 }
  }

  /// Whether capitals tell nothing: most words are in capitals throughout.
  private static func isInCapitals(_ document: Document) -> Bool {
    let words = document.tokens.prefix(mostTokens).filter { $0.kind == .word && $0.end - $0.start > 1 }
    return words.count { $0.shape.contains(.allCapitals) } * 2 > words.count
  }

  /// How much of a text a language's common words make up.
  private struct Evidence {
    var share: Double
    var distinct: Int
  }

  private static func evidence(_ profile: LanguageProfile, without others: Set<String>, in words: Words) -> Evidence {
    var hits = 0
    var distinct = 0
    for word in profile.words where !others.contains(word) {
      guard let count = words.counts[word] else { continue }
      hits += count
      distinct += 1
    }
    return Evidence(share: words.total == 0 ? 0 : Double(hits) / Double(words.total), distinct: distinct)
  }

  /// A language written in Latin letters: English unless another's words are many, of several sorts, and far more than English ones, or
  /// foreign letters are frequent where English words are rare.
  private static func latin(_ profiles: [LanguageProfile], _ words: Words) -> String {
    let english = evidence(LanguageProfile.english, without: [], in: words)
    var best: (code: String, evidence: Evidence)?
    for profile in profiles {
      let found = evidence(profile, without: LanguageProfile.english.words, in: words)
      if found.share > best?.evidence.share ?? 0 { best = (profile.code, found) }
    }
    if let best, best.evidence.share > mostForeign * english.share, isEnough(best.evidence, in: words, english: english)
    {
      return best.code
    }
    let isForeign = words.foreign >= 3 && words.foreign * 5 >= words.counted && english.share < 0.2
    return isForeign ? best?.code ?? undetermined : Self.english
  }

  /// Whether so much is no chance: short texts must show more, and all less where there is no English word.
  private static func isEnough(_ found: Evidence, in words: Words, english: Evidence) -> Bool {
    let isPure = english.distinct == 0
    let least: (share: Double, distinct: Int)
    switch words.total {
    case ..<12: least = isPure ? (0.2, 3) : (0.3, 3)
    case ..<60: least = isPure ? (0.12, 3) : (0.16, 4)
    default: least = isPure ? (0.07, 5) : (0.09, 6)
    }
    return found.share >= least.share && found.distinct >= least.distinct
  }

  /// The language of those that share a script whose words are most; nil where there are none.
  private static func best(_ profiles: [LanguageProfile], in words: Words) -> String? {
    var best: (code: String, share: Double)?
    for profile in profiles {
      let share = evidence(profile, without: [], in: words).share
      if share > best?.share ?? 0 { best = (profile.code, share) }
    }
    return best?.code
  }
}

import Language

/// A word or phrase that tells of an event.
package struct Trigger: Sendable {
  package enum PartOfSpeech: Sendable { case noun, verb }

  package var type: IncidentType
  package var part: PartOfSpeech
  /// Folded words; the last may stand for all that begin so.
  var words: [String]
  var isPrefix: Bool
  /// Needs one of these words, by their hashes, in its sentence to count.
  var company: HashTable<Bool>?
}

/// A trigger where it stands in a sentence.
package struct FoundTrigger: Sendable {
  package var trigger: Trigger
  package var words: Range<Int>

  package var isVerb: Bool
}

/// The trigger words of all types.
///
/// The table has a line for each type and part of speech, four columns between tabs: type, part (`n` or `v`), phrases between
/// commas, company between spaces. `+` behind a word stands for its regular endings (a noun's plural; a verb's -s, -ed, -ing),
/// `*` for any ending. Where a word is ambiguous, its sentence must hold one of the words of its company. Lines that begin
/// with `#` and lines of no known type are passed over.
package struct TriggerLexicon: Sendable {
  /// By the hash of the first word.
  private var byFirstWord: [UInt32: [Trigger]] = [:]
  /// By the hash of the first letters.
  private var byPrefix: [UInt32: [(prefix: String, trigger: Trigger)]] = [:]
  /// The keys of both, which few words have.
  private var openings = WordFilter([])
  private var prefixOpenings = WordFilter([])

  package init(table: String) {
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 3, let type = IncidentType(rawValue: String(columns[0])) else { continue }
      let part: Trigger.PartOfSpeech = columns[1] == "v" ? .verb : .noun
      let company = columns.count > 3 ? Set(columns[3].split(separator: " ").map(FeatureBag.wordHash)) : []
      let table = company.isEmpty ? nil : HashTable(keys: company)
      for phrase in columns[2].split(separator: ",") {
        for words in Self.forms(of: phrase.split(separator: " ").map(String.init), part: part) {
          insert(words, type: type, part: part, company: table)
        }
      }
    }
    openings = WordFilter(byFirstWord.keys)
    prefixOpenings = WordFilter(byPrefix.keys)
  }

  private mutating func insert(
    _ words: [String], type: IncidentType, part: Trigger.PartOfSpeech, company: HashTable<Bool>?
  ) {
    guard let first = words.first, var last = words.last else { return }
    let isPrefix = last.hasSuffix("*")
    if isPrefix { last.removeLast() }
    let trigger = Trigger(
      type: type, part: part, words: words.dropLast() + [last], isPrefix: isPrefix, company: company)
    if words.count == 1, isPrefix {
      byPrefix[WordHashes(last).head, default: []].append((last, trigger))
    } else {
      byFirstWord[FeatureBag.wordHash(first), default: []].append(trigger)
    }
  }

  /// A phrase with each regular form of the word that bears a `+`.
  private static func forms(of words: [String], part: Trigger.PartOfSpeech) -> [[String]] {
    guard let marked = words.firstIndex(where: { $0.hasSuffix("+") }) else { return [words] }
    let stem = String(words[marked].dropLast())
    let isSibilant = ["s", "x", "ch", "sh"].contains(where: stem.hasSuffix)
    var forms = [stem, stem + (isSibilant ? "es" : "s")]
    if part == .verb {
      // a stem without its final e ("captur+") has the e in the plain form
      forms += [stem + "e", stem + "es", stem + "ed", stem + "ing"]
    }
    return forms.map { form in
      var phrase = words
      phrase[marked] = form
      return phrase
    }
  }

  /// The triggers of a sentence, in order, none overlapping. Words of a toponym or a date are none.
  package func triggers(in sentence: SentenceReading) -> [FoundTrigger] {
    var found: [FoundTrigger] = []
    var index = 0
    while index < sentence.words.count {
      guard let (trigger, length) = trigger(in: sentence, at: index),
        !sentence.toponyms.contains(where: { $0.positions.contains(index) }),
        !sentence.dates.contains(where: { $0.positions.contains(index) })
      else {
        index += 1
        continue
      }
      let words = index..<index + length
      found.append(
        FoundTrigger(
          trigger: trigger, words: words, isVerb: trigger.part == .verb || Self.isParticiple(words, in: sentence.words))
      )
      index += length
    }
    return found
  }

  /// "killing at least 14", "wounding dozens": a noun's form before those whom it happened to.
  private static func isParticiple(_ position: Range<Int>, in words: [String]) -> Bool {
    guard position.count == 1, words[position.lowerBound].hasSuffix("ing"), position.upperBound < words.count else {
      return false
    }
    if position.lowerBound > 0, determiners.contains(words[position.lowerBound - 1]) { return false }
    let next = words[position.upperBound]
    return objects.contains(next) || CasualtyWords.vague[next] != nil
      || next.utf8.first.map { (48...57).contains($0) } == true
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "this", "that", "his", "her", "their", "its", "of", "'s", "mass", "another", "each", "every",
  ]
  private static let objects: Set<String> = [
    "a", "an", "the", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "at", "more", "nearly", "about", "some", "people", "him", "her", "them", "his", "their", "both", "all", "up", "as",
    "almost", "around", "over", "another", "many", "civilians", "himself", "herself", "children",
  ]

  /// The longest trigger that begins at `index`, and how many words it takes; of equals the one with most company.
  private func trigger(in sentence: SentenceReading, at index: Int) -> (Trigger, Int)? {
    let opens = openings.mayHave(sentence.hashes[index])
    let opensPrefix = prefixOpenings.mayHave(sentence.heads[index])
    guard opens || opensPrefix, !sentence.words[index].isEmpty else { return nil }
    let words = sentence.words
    let word = words[index]
    var best: (trigger: Trigger, length: Int, company: Int)?
    func consider(_ trigger: Trigger) {
      guard Self.matches(trigger, words, at: index) else { return }
      let company = trigger.company.map { company in
        words.indices.count {
          !(index..<index + trigger.words.count).contains($0) && company[sentence.hashes[$0]]
        }
      }
      guard company != 0 else { return }
      if (trigger.words.count, company ?? 0) > (best?.length ?? 0, best?.company ?? -1) {
        best = (trigger, trigger.words.count, company ?? 0)
      }
    }
    if opens, let candidates = byFirstWord[sentence.hashes[index]] { candidates.forEach(consider) }
    if opensPrefix, let prefixed = byPrefix[sentence.heads[index]] {
      for (prefix, trigger) in prefixed where word.hasPrefix(prefix) { consider(trigger) }
    }
    return best.map { ($0.trigger, $0.length) }
  }

  private static func matches(_ trigger: Trigger, _ words: [String], at index: Int) -> Bool {
    let end = index + trigger.words.count
    guard end <= words.count, let last = trigger.words.last else { return false }
    return zip(trigger.words.dropLast(), words[index...]).allSatisfy { $0 == $1 }
      && (trigger.isPrefix ? words[end - 1].hasPrefix(last) : words[end - 1] == last)
  }
}

import Language

/// A count of people killed, injured or missing, where it stands.
struct CasualtyMention {
  enum Harm { case killed, injured, missing }

  var position: Int
  var harm: Harm
  var count: Casualties.Count
}

/// Finds how many people came to harm. Weapons, ages, acres and magnitudes are no people.
///
/// A word of harm has its people behind it ("killing a soldier and two civilians"), before it ("seven people were killed",
/// "12 dead") or is itself counted ("a toll of 12"). What stands behind "including" is part of what was counted.
struct CasualtyFinder {
  func casualties(in sentence: SentenceReading) -> [CasualtyMention] {
    var found: [CasualtyMention] = []
    let parser = CountParser(sentence: sentence)
    for position in sentence.words.indices {
      if let toll = toll(at: position, parser) {
        found.append(CasualtyMention(position: position, harm: .killed, count: toll))
        continue
      }
      guard let (harm, stance) = CasualtyWords.harms[sentence.words[position]],
        !sentence.toponyms.contains(where: { $0.positions.contains(position) })
      else { continue }
      if isNone(at: position, in: sentence) {
        found.append(CasualtyMention(position: position, harm: harm, count: .init(min: 0, max: 0)))
      } else if let count = count(at: position, of: harm, stance: stance, parser) {
        found.append(CasualtyMention(position: position, harm: harm, count: count))
      }
    }
    found += zeros(in: sentence)
    return found
  }

  private func count(
    at position: Int, of harm: CasualtyMention.Harm, stance: CasualtyWords.Stance, _ parser: CountParser
  ) -> Casualties.Count? {
    let sentence = parser.sentence
    let word = sentence.words[position]
    if word == "dead", ["shot", "left"].contains(sentence.word(position - 1)),
      let sum = parser.sum(from: position + 1)
    {
      return sum.count
    }
    if word == "fatally", let sum = parser.sum(from: position + 2) { return sum.count }
    switch stance {
    case .active: return parser.sum(from: position + 1)?.count
    case .passive: return before(position, parser)
    case .noun:
      if sentence.word(position + 1) == "of", let sum = parser.sum(from: position + 2) { return sum.count }
      return before(position, parser)
    case .either:
      let isPassive =
        ["was", "were", "been", "being", "be", "are", "is", "get", "got"].contains(
          sentence.word(position - 1))
        || (["was", "were", "been", "are", "is"].contains(sentence.word(position - 2))
          && CasualtyWords.auxiliaries.contains(sentence.word(position - 1)))
      if !isPassive, let sum = parser.sum(from: position + 1) { return sum.count }
      if !isPassive, harm == .killed, isName(position + 1, in: sentence) { return Casualties.Count(min: 1, max: 1) }
      return before(position, parser, isVerbal: isPassive)
    }
  }

  /// "seven people were killed", "a man died", "12 dead", "Ann Lee, 87, was killed"
  /// - Parameter isVerbal: what stands before is the subject; without a number it may be one person by name.
  private func before(_ position: Int, _ parser: CountParser, isVerbal: Bool = true) -> Casualties.Count? {
    let sentence = parser.sentence
    var end = position
    while end > 0, CasualtyWords.auxiliaries.contains(sentence.words[end - 1]), position - end < 5 { end -= 1 }
    let floor = clauseStart(of: position, in: sentence)
    guard floor < end else { return nil }
    for start in max(floor, end - 16)..<end {
      guard let (count, upper) = parser.sum(from: start), upper <= max(end, position) else { continue }
      let rest = sentence.words[min(upper, end)..<end]
      guard rest.count <= 9, isAside(rest, in: sentence, from: upper) else { continue }
      return count
    }
    guard isVerbal, end > floor, position > 0 else { return nil }
    return isOnePerson(endingAt: end, floor: floor, in: sentence) ? Casualties.Count(min: 1, max: 1) : nil
  }

  /// Two capitalised words or more that are no place: "killed President Vieira".
  private func isName(_ position: Int, in sentence: SentenceReading) -> Bool {
    position + 1 < sentence.words.count && sentence.isCapitalised(position) && sentence.isCapitalised(position + 1)
      && !sentence.toponyms.contains { $0.positions.overlaps(position..<position + 2) }
  }

  /// What may stand between people and what happened to them: "including two children", "on the bus", "in the attack".
  private func isAside(_ words: ArraySlice<String>, in sentence: SentenceReading, from start: Int) -> Bool {
    guard let first = words.first else { return true }
    if words.allSatisfy({ CasualtyWords.auxiliaries.contains($0) || $0 == "," }) { return true }
    guard !words.contains(where: { CasualtyWords.harms[$0] != nil || $0 == "said" || $0 == "but" }) else {
      return false
    }
    return [",", "including", "in", "on", "at", "from", "of", "who", "aboard", "near", "inside", "among"].contains(
      first)
  }

  private func clauseStart(of position: Int, in sentence: SentenceReading) -> Int {
    let stops: Set<String> = [";", ":", "when", "after", "before", "while", "because", "although", "but", "that", "if"]
    return (0..<position).last { stops.contains(sentence.words[$0]) }.map { $0 + 1 } ?? 0
  }

  /// A name or pronoun for one person, perhaps with an age behind it.
  private func isOnePerson(endingAt end: Int, floor: Int, in sentence: SentenceReading) -> Bool {
    guard end < sentence.words.count, ["was", "has", "is", "had", "died", "dies"].contains(sentence.words[end]) else {
      return false
    }
    var last = end - 1
    // back over asides: "Louis Jensen, 87, of Williston, was killed"
    while last > floor, sentence.words[last] == "," {
      last = (max(floor, last - 8)..<last).last { sentence.words[$0] == "," } ?? last - 1
    }
    if ["he", "she"].contains(sentence.words[last]) { return true }
    if CasualtyWords.persons.contains(sentence.words[last]) { return true }
    return sentence.isCapitalised(last) && last > floor && sentence.isCapitalised(last - 1)
      && !sentence.toponyms.contains { $0.positions.contains(last) }
  }

  // MARK: Tolls

  /// "the death toll rose to 25", "claimed 12 lives"
  private func toll(at position: Int, _ parser: CountParser) -> Casualties.Count? {
    let sentence = parser.sentence
    let word = sentence.words[position]
    let isNumber =
      word == "number" && sentence.word(position + 1) == "of"
      && sentence.words[position..<min(position + 5, sentence.words.count)].contains {
        ["dead", "killed", "deaths", "fatalities", "victims", "bodies"].contains($0)
      }
    if word == "toll" || isNumber {
      for next in position + 2..<max(position + 2, min(position + 16, sentence.words.count))
      where ["to", "at", "of", "reached", "reaches", "was", "is", "past"].contains(sentence.words[next]) {
        if let sum = parser.number(from: next + 1) { return sum.count }
      }
    }
    if word == "lives" {
      for start in max(0, position - 4)..<position {
        if let number = parser.number(from: start), number.end == position { return number.count }
      }
      if sentence.word(position + 1) == "of" { return parser.sum(from: position + 2)?.count }
    }
    return nil
  }

  // MARK: None

  /// "no one was hurt", "no injuries", "nobody died"
  private func isNone(at position: Int, in sentence: SentenceReading) -> Bool {
    let before = sentence.words[max(0, position - 6)..<position]
    guard let no = before.lastIndex(where: { ["no", "nobody", "none", "without", "neither"].contains($0) }) else {
      return false
    }
    let between: Set<String> = [
      "one", "was", "were", "reports", "reported", "of", "immediate", "any", "serious", "or", "deaths", "other", "is",
      "been", "has", "have", "casualties", "major", "people", "person", "and", "injuries", "damage", "else", "killed",
    ]
    return sentence.words[no + 1..<position].allSatisfy {
      between.contains($0) || CasualtyWords.persons.contains($0.hasSuffix("s") ? String($0.dropLast()) : $0)
    }
  }

  /// "no casualties" counts for dead and injured.
  private func zeros(in sentence: SentenceReading) -> [CasualtyMention] {
    sentence.words.indices.filter { sentence.words[$0] == "casualties" && isNone(at: $0, in: sentence) }.flatMap {
      position in
      [CasualtyMention.Harm.killed, .injured].map {
        CasualtyMention(position: position, harm: $0, count: .init(min: 0, max: 0))
      }
    }
  }
}

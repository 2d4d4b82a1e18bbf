import Language

/// A count of people killed, injured or missing, where it stands.
struct CasualtyMention {
  enum Harm { case killed, injured, missing }

  var position: Int
  var harm: Harm
  var count: Casualties.Count
  /// The words for the people, where they stand.
  var people: Range<Int>?
}

/// A count with the words for those whom it counts.
private struct CountedPeople {
  var count: Casualties.Count
  var words: Range<Int>?

  init(_ count: Casualties.Count, _ words: Range<Int>? = nil) { (self.count, self.words) = (count, words) }

  static let one = Casualties.Count(min: 1, max: 1)
}

/// Finds how many people came to harm. Weapons, ages, acres and magnitudes are no people.
///
/// A word of harm has its people behind it ("killing a soldier and two civilians"), before it ("seven people were killed",
/// "12 dead") or is itself counted ("a toll of 12"). What stands behind "including" is part of what was counted.
struct CasualtyFinder {
  /// The words that a count may be told by.
  static let signs =
    Array(CasualtyWords.harms.keys) + CasualtyWords.wounding + [
      "hospital", "treated", "condition", "unharmed", "unhurt", "uninjured", "unscathed", "toll", "number", "lives",
      "life",
      "casualties",
    ]

  func casualties(in sentence: SentenceReading) -> [CasualtyMention] {
    guard sentence.allMarks.contains(.casualty) else { return [] }
    var found: [CasualtyMention] = []
    let parser = CountParser(sentence: sentence)
    for position in sentence.words.indices where sentence.marks[position].contains(.casualty) {
      if let toll = toll(at: position, parser) {
        found.append(CasualtyMention(position: position, harm: .killed, count: toll.count, people: toll.words))
        continue
      }
      guard !sentence.toponyms.contains(where: { $0.positions.contains(position) }) else { continue }
      found += wounds(at: position, parser)
      guard let (harm, stance) = CasualtyWords.harms[sentence.words[position]] else { continue }
      if isNone(at: position, in: sentence) {
        found.append(CasualtyMention(position: position, harm: harm, count: .init(min: 0, max: 0)))
      } else if let counted = count(at: position, of: harm, stance: stance, parser) {
        found.append(
          CasualtyMention(position: position, harm: harm, count: counted.count, people: counted.words))
      }
    }
    found += zeros(in: sentence)
    return found
  }

  private func count(
    at position: Int, of harm: CasualtyMention.Harm, stance: CasualtyWords.Stance, _ parser: CountParser
  ) -> CountedPeople? {
    let sentence = parser.sentence
    let word = sentence.words[position]
    if word == "dead", ["shot", "left"].contains(sentence.word(position - 1)),
      let sum = behind(position, parser)
    {
      return sum
    }
    if word == "fatally", ["them", "whom"].contains(sentence.word(position - 1)) { return nil }
    if word == "fatally", let sum = behind(position + 1, parser) { return sum }
    switch stance {
    case .active: return behind(position, parser)
    case .passive: return before(position, parser)
    case .noun:
      if sentence.word(position + 1) == "of", let sum = behind(position + 1, parser) { return sum }
      if let sufferers = sufferers(of: position, parser) { return sufferers }
      return before(position, parser)
    case .either:
      let isPassive = isPassive(position, in: sentence)
      if !isPassive, let sum = behind(position, parser) { return sum }
      if !isPassive, isName(position + 1, in: sentence) {
        return CountedPeople(CountedPeople.one, NounPhrase(sentence: sentence).starting(at: position + 1))
      }
      return before(position, parser, isVerbal: isPassive)
    }
  }

  private func behind(_ position: Int, _ parser: CountParser) -> CountedPeople? {
    parser.sum(from: position + 1).map { CountedPeople($0.count, position + 1..<$0.end) }
  }

  /// "seven people were killed", "a man died", "12 dead", "Ann Lee, 87, was killed"
  /// - Parameter isVerbal: what stands before is the subject; without a number it may be one person by name.
  private func before(_ position: Int, _ parser: CountParser, isVerbal: Bool = true) -> CountedPeople? {
    let sentence = parser.sentence
    var end = position
    while end > 0, CasualtyWords.auxiliaries.contains(sentence.words[end - 1]), position - end < 5 { end -= 1 }
    let floor = clauseStart(of: position, in: sentence)
    guard floor < end else { return nil }
    for start in max(floor, end - 16)..<end {
      guard let (count, upper) = parser.sum(from: start, before: position), upper <= max(end, position) else {
        continue
      }
      let rest = sentence.words[min(upper, end)..<end]
      guard rest.count <= 9, isAside(rest, in: sentence, from: upper) else { continue }
      return CountedPeople(count, start..<upper)
    }
    guard isVerbal, end > floor, position > 0 else { return nil }
    guard isOnePerson(endingAt: end, floor: floor, in: sentence) else { return nil }
    return CountedPeople(CountedPeople.one, NounPhrase(sentence: sentence).ending(at: end - 1))
  }

  /// A capitalised word or more that is no place: "killed President Vieira", "stabbed Welch"; "him", "her".
  private func isName(_ position: Int, in sentence: SentenceReading) -> Bool {
    guard position < sentence.words.count else { return false }
    if sentence.words[position] == "him" { return true }
    return sentence.isCapitalised(position) && !sentence.toponyms.contains { $0.positions.contains(position) }
      && !sentence.dates.contains { $0.positions.contains(position) }
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

  // MARK: Wounds

  /// "three people were stabbed", "shot two men, one of them fatally", "beat her to death", "was taken to a hospital"
  private func wounds(at position: Int, _ parser: CountParser) -> [CasualtyMention] {
    let sentence = parser.sentence
    let word = sentence.words[position]
    func mention(_ harm: CasualtyMention.Harm, _ counted: CountedPeople?) -> [CasualtyMention] {
      counted.map { [CasualtyMention(position: position, harm: harm, count: $0.count, people: $0.words)] } ?? []
    }
    if CasualtyWords.wounding.contains(word) {
      let rest = sentence.words[position + 1..<min(position + 12, sentence.words.count)]
      let isFatal =
        ["fatally", "mortally"].contains(sentence.word(position - 1))
        || zip(rest, rest.dropFirst()).contains { $0 == "to" && $1 == "death" }
      // "shot dead", "shot and killed", "was fatally shot" are counted by those words
      guard !["dead", "fired"].contains(sentence.word(position + 1)),
        !(sentence.word(position + 1) == "and" && CasualtyWords.harms[sentence.word(position + 2)] != nil)
      else { return [] }
      guard let counted = count(at: position, of: isFatal ? .killed : .injured, stance: .either, parser) else {
        return []
      }
      let count = counted.count
      if isFatal { return mention(.killed, counted) }
      guard let dead = fatalPart(behind: position, parser) else { return mention(.injured, counted) }
      let least = max(count.min - dead.min, 0)
      let hurt = Casualties.Count(min: least, max: count.max.map { max($0 - dead.min, least) })
      return mention(.killed, CountedPeople(dead, counted.words))
        + (least > 0 ? mention(.injured, CountedPeople(hurt)) : [])
    }
    if word == "hospital" || word == "treated" || word == "condition" {
      guard let verb = care(at: position, in: sentence) else { return [] }
      return mention(.injured, before(verb, parser))
    }
    if ["unharmed", "unhurt", "uninjured", "unscathed"].contains(word) {
      return mention(.injured, CountedPeople(.init(min: 0, max: 0)))
    }
    return []
  }

  /// "one of them fatally", "two of whom died"
  private func fatalPart(behind position: Int, _ parser: CountParser) -> Casualties.Count? {
    let sentence = parser.sentence
    for index in position + 1..<max(position + 1, min(position + 20, sentence.words.count) - 3)
    where sentence.words[index + 1] == "of" && ["them", "whom"].contains(sentence.words[index + 2]) {
      guard ["fatally", "mortally", "died"].contains(sentence.words[index + 3]),
        let number = NumberWords.number(
          in: sentence.document, at: sentence.tokens[index], limit: sentence.range.upperBound),
        number.value > 0, number.value < 10_000
      else { continue }
      let dead = Int(number.value)
      return Casualties.Count(min: dead, max: dead)
    }
    return nil
  }

  /// The verb by which people came into care: "were *taken* to a hospital", "was *treated* for burns", "was *listed* in critical condition".
  private func care(at position: Int, in sentence: SentenceReading) -> Int? {
    switch sentence.words[position] {
    case "treated":
      let next = sentence.word(position + 1)
      return ["for", "at", "in", "on"].contains(next) && isPassive(position, in: sentence) ? position : nil
    case "condition":
      guard ["critical", "serious", "stable", "grave", "guarded", "fair"].contains(sentence.word(position - 1)) else {
        return nil
      }
      return (max(0, position - 6)..<position).last {
        ["listed", "remained", "was", "is", "were", "remains", "hospitalized"].contains(sentence.words[$0])
      }
    default:
      return (max(0, position - 7)..<position).last {
        ["taken", "airlifted", "flown", "rushed", "transported", "admitted", "brought", "evacuated"].contains(
          sentence.words[$0]) && isPassive($0, in: sentence)
      }
    }
  }

  /// "two people suffered minor injuries"
  private func sufferers(of position: Int, _ parser: CountParser) -> CountedPeople? {
    let sentence = parser.sentence
    guard
      let verb = (max(0, position - 6)..<position).last(where: {
        ["suffered", "received", "sustained", "suffering", "with", "has", "had"].contains(sentence.words[$0])
      })
    else { return nil }
    return before(verb, parser)
  }

  private func isPassive(_ position: Int, in sentence: SentenceReading) -> Bool {
    let forms: Set<String> = ["was", "were", "been", "being", "be", "are", "is", "get", "got"]
    return forms.contains(sentence.word(position - 1))
      || (forms.contains(sentence.word(position - 2))
        && CasualtyWords.auxiliaries.contains(sentence.word(position - 1)))
  }

  // MARK: Tolls

  /// "the death toll rose to 25", "claimed 12 lives"
  private func toll(at position: Int, _ parser: CountParser) -> CountedPeople? {
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
        if let sum = parser.number(from: next + 1) { return CountedPeople(sum.count) }
      }
    }
    if word == "lives" || word == "life",
      let lost = (max(0, position - 2)..<position).last(where: {
        ["lost", "losing"].contains(sentence.words[$0])
      })
    {
      return before(lost, parser)
    }
    if word == "life", sentence.word(position + 1) == "of",
      ["claimed", "took", "claiming", "taking", "claims"].contains(sentence.word(position - 2))
    {
      return behind(position + 1, parser)
        ?? CountedPeople(CountedPeople.one, NounPhrase(sentence: sentence).starting(at: position + 2))
    }
    if word == "lives" {
      for start in max(0, position - 4)..<position {
        if let number = parser.number(from: start), number.end == position { return CountedPeople(number.count) }
      }
      if sentence.word(position + 1) == "of" { return behind(position + 1, parser) }
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

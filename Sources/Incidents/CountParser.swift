import Language

/// Reads counts of people from the words of a sentence: "at least seven soldiers", "a girl of seven", "five officers and
/// about a dozen militants".
struct CountParser {
  let sentence: SentenceReading

  /// Counts joined by "and" or commas, added up; of what stands behind "including" nothing.
  /// - Parameter harm: the position of the word of harm that the counts stand before, if they do.
  func sum(from start: Int, before harm: Int? = nil) -> (count: Casualties.Count, end: Int)? {
    guard var (count, end) = group(from: start) else { return nil }
    while let joint = joint(behind: end) {
      var next = joint + 1
      if sentence.word(joint) == ",", sentence.word(next) == "and" { next += 1 }
      guard !["wounding", "injuring", "killing", "including"].contains(sentence.word(next)),
        let more = group(from: next), !isOfOtherHarm(more.end, unless: harm), !isPartOfWhole(more.end),
        !isOfOtherDeed(more.end)
      else { break }
      let max = count.max.flatMap { first in more.count.max.map { first + $0 } }
      count = Casualties.Count(min: count.min + more.count.min, max: max)
      end = more.end
    }
    return (count, end)
  }

  /// "eight people, four of them teachers"
  private func isPartOfWhole(_ end: Int) -> Bool {
    let (last, next) = (sentence.word(end - 1), sentence.word(end))
    return (last == "of" || next == "of")
      && ["them", "whom", "the", "those", "which"].contains(sentence.word(last == "of" ? end : end + 1))
  }

  /// Where the next group is joined on, perhaps behind what tells more of the first: "five members of the group and a soldier".
  private func joint(behind end: Int) -> Int? {
    if ["and", ","].contains(sentence.word(end)) { return end }
    guard sentence.word(end) == "of" else { return nil }
    for index in end + 1..<max(end + 1, min(end + 8, sentence.words.count)) {
      if sentence.words[index] == "and" { return index }
      if Self.enders.contains(sentence.words[index]) || CasualtyWords.harms[sentence.words[index]] != nil { return nil }
    }
    return nil
  }

  /// "killed 12 people, and hundreds fled": who did something else is not counted.
  private func isOfOtherDeed(_ end: Int) -> Bool {
    guard end < sentence.words.count else { return false }
    let next = sentence.words[end]
    return CasualtyWords.harms[next] == nil && !Self.enders.contains(next)
  }

  /// A past tense, likely: nothing that could stand between a number and what it counts.
  private static func isDeed(_ word: String) -> Bool {
    deeds.contains(word) || word.utf8.count > 4 && word.hasSuffix("ed") && !adjectives.contains(word)
  }

  private static let deeds: Set<String> = [
    "fled", "left", "lost", "took", "came", "went", "said", "ran", "swam", "held", "fell", "saw", "got", "gave",
    "became", "began", "broke", "made", "met", "rose", "sought", "stood", "told", "had", "have", "has", "are", "is",
  ]
  /// Past participles that stand before those who are counted.
  private static let adjectives: Set<String> = [
    "armed", "suspected", "unarmed", "masked", "hooded", "alleged", "unidentified", "retired", "disabled", "elderly",
    "wanted", "accused", "convicted", "uniformed", "wounded", "injured", "hundred", "displaced", "united", "red",
    "unnamed", "experienced", "trained", "hired", "married", "aged", "trapped", "abducted", "kidnapped", "detained",
    "captured",
  ]

  /// "three dead and five wounded": the five belong to the wounded.
  private func isOfOtherHarm(_ end: Int, unless own: Int?) -> Bool {
    var next = end
    while ["were", "was", "others", "more", "been", "have", "people"].contains(sentence.word(next)) { next += 1 }
    if next == own { return false }
    guard let harm = CasualtyWords.harms[sentence.word(next)] else { return false }
    return harm.stance != .active
  }

  private func group(from start: Int) -> (count: Casualties.Count, end: Int)? {
    if let number = number(from: start) {
      var (count, end) = number
      if isAge(at: end) {
        guard let person = endOfPerson(from: end) else { return nil }
        return (Casualties.Count(min: 1, max: 1), person)
      }
      guard let people = endOfPeople(from: end) else { return nil }
      end = people
      if count.min < 0 { return nil }
      return (count, end)
    }
    if ["himself", "herself"].contains(sentence.word(start)) {
      return (Casualties.Count(min: 1, max: 1), start + 1)
    }
    if ["couple", "pair", "twins"].contains(sentence.word(start + 1)), sentence.word(start + 2) != "of" {
      return (Casualties.Count(min: 2, max: 2), start + 2)
    }
    guard ["a", "an", "one", "another", "the", "his", "her", "their"].contains(sentence.word(start)),
      let end = endOfPerson(from: start + 1)
    else { return nil }
    return (Casualties.Count(min: 1, max: 1), end)
  }

  /// A number of people as such, with "at least" and its like.
  func number(from start: Int) -> (count: Casualties.Count, end: Int)? {
    var index = start
    var isOpen = false
    while index < sentence.words.count, index - start < 5 {
      let word = sentence.words[index]
      if ["least", "than"].contains(word) || word == "over" { isOpen = true }
      guard Self.quantifiers.contains(word) || word == "over" else { break }
      index += 1
    }
    guard index < sentence.words.count, !isDate(index), sentence.word(index - 1) != "$" else { return nil }
    let word = sentence.words[index]
    if word == "a" || word == "an" || word == "half" {
      let skip = word == "half" ? 1 : 0
      if sentence.word(index + 1 + skip) == "dozen" || word == "half" && sentence.word(index + 2) == "dozen" {
        let isHalf = word == "half"
        let least = isHalf ? 6 : 12
        return (Casualties.Count(min: least, max: isOpen ? nil : least), index + (isHalf ? 3 : 2))
      }
      return nil
    }
    if let least = CasualtyWords.vague[word] {
      let end = sentence.word(index + 1) == "of" ? index + 2 : index + 1
      return (Casualties.Count(min: least, max: nil), end)
    }
    guard
      let number = NumberWords.number(
        in: sentence.document, at: sentence.tokens[index], limit: sentence.range.upperBound),
      number.value >= 0, number.value < 10_000_000, number.value == number.value.rounded()
    else { return nil }
    var end = index
    while end < sentence.words.count, sentence.tokens[end] < sentence.tokens[index] + number.tokens { end += 1 }
    if word == "one", sentence.word(end) == "of" { return nil }
    var value = Int(number.value)
    if sentence.word(end) == "dozen" {
      value *= 12
      end += 1
    }
    // an age: "Ann Lee, 87, was killed"; a year
    if sentence.word(index - 1) == ",", [",", "."].contains(sentence.word(end)), start == index { return nil }
    if ["aged", "age", "of"].contains(sentence.word(index - 1)), start == index,
      CasualtyWords.persons.contains(sentence.word(index - 2)) || sentence.word(index - 1) != "of"
    {
      return nil
    }
    if (1900...2099).contains(value), start == index, !["people"].contains(sentence.word(end)) { return nil }
    return (Casualties.Count(min: value, max: isOpen ? nil : value), end)
  }

  private static let quantifiers: Set<String> = [
    "at", "least", "more", "than", "about", "around", "nearly", "almost", "some", "another", "up", "to", "as", "many",
    "the", "other", "all", "his", "her", "their", "estimated", "roughly", "approximately", "total", "of",
  ]

  private func isDate(_ index: Int) -> Bool { sentence.dates.contains { $0.positions.contains(index) } }

  /// "seven-year-old"
  private func isAge(at index: Int) -> Bool {
    ["year", "month", "week"].contains(sentence.word(index)) && ["old", "olds"].contains(sentence.word(index + 1))
  }

  /// Behind the noun that a number counts; behind the number itself where it stands alone ("killing seven", "12 dead"). Nil where
  /// it counts no people.
  private func endOfPeople(from start: Int) -> Int? {
    var index = start
    while index < sentence.words.count, index - start < 6 {
      let word = sentence.words[index]
      if CasualtyWords.things.contains(word) { return nil }
      if CasualtyWords.harms[word] != nil || Self.enders.contains(word) || Self.isDeed(word) {
        return index
      }
      let isPlural =
        word.hasSuffix("s") && word.count > 3
        || ["people", "men", "women", "children", "police", "personnel", "crew"]
          .contains(word)
      let isSingular = CasualtyWords.persons.contains(word)
      if word == "passers", sentence.word(index + 1) == "by" { return index + 2 }
      if isPlural || isSingular {
        // a noun before the noun: "police officers", "army soldiers"
        let next = sentence.word(index + 1)
        let goesOn =
          index + 1 < sentence.words.count && !Self.enders.contains(next) && CasualtyWords.harms[next] == nil
          && (next.hasSuffix("s") && next.count > 3 || next == "members")
          && !["was", "has", "his", "this"].contains(next)
        if goesOn, !CasualtyWords.things.contains(next) { return endOfAge(index + 2) }
        return endOfAge(index + 1)
      }
      index += 1
    }
    return index >= sentence.words.count ? index : nil
  }

  private static let enders: Set<String> = [
    ".", ",", "and", "in", "on", "at", "when", "were", "was", "after", "of", ";", "have", "has", "had", "who", "by",
    "during", "near", "as", "with", ")", "–", "—", "including", "(", "people's", "from", "since", "before", "more",
  ]

  /// Behind a noun for one person, at most five words on.
  private func endOfPerson(from start: Int) -> Int? {
    var index = start
    while index < sentence.words.count, index - start < 6 {
      let word = sentence.words[index]
      if word == "passer", sentence.word(index + 1) == "by" { return index + 2 }
      if CasualtyWords.persons.contains(word) {
        let next = sentence.word(index + 1)
        if CasualtyWords.persons.contains(next) { return endOfAge(index + 2) }
        if next == "'s" { return nil }
        return endOfAge(index + 1)
      }
      if [".", ",", ";", "(", "and", "in", "at", "on", "by", "when", "after", "of", "was", "were", "to"].contains(word)
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Behind an age: "a girl of seven", "a man, 23,"
  private func endOfAge(_ index: Int) -> Int {
    guard ["of", "aged", ","].contains(sentence.word(index)), index + 1 < sentence.words.count,
      NumberWords.number(in: sentence.document, at: sentence.tokens[index + 1], limit: sentence.range.upperBound)
        != nil,
      sentence.word(index) != "," || sentence.word(index + 2) == ","
    else { return index }
    return sentence.word(index) == "," ? index + 3 : index + 2
  }
}

import Language

/// A count of people killed, injured or missing, where it stands.
struct CasualtyMention {
  enum Harm { case killed, injured, missing }

  var position: Int
  var harm: Harm
  var count: Casualties.Count
}

/// Finds how many people came to harm. Weapons, ages, acres and magnitudes are no people.
struct CasualtyFinder {
  private static let harms: [String: CasualtyMention.Harm] = [
    "killed": .killed, "killing": .killed, "kills": .killed, "dead": .killed, "died": .killed, "dies": .killed,
    "deaths": .killed, "perished": .killed,
    "slain": .killed, "drowned": .killed, "kill": .killed, "fatalities": .killed, "injured": .injured,
    "injuring": .injured, "injures": .injured, "wounded": .injured,
    "wounding": .injured, "wounds": .injured, "hurt": .injured, "injuries": .injured, "hospitalized": .injured,
    "hospitalised": .injured, "missing": .missing,
    "unaccounted": .missing,
  ]
  private static let vague: [String: Int] = [
    "several": 3, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
  ]
  private static let openEnded: Set<String> = ["least", "than", "over"]
  private static let fillers: Set<String> = [
    "at", "least", "more", "than", "over", "about", "around", "nearly", "almost", "some", "another", "up", "to", "as",
    "many", "an", "estimated", "other", "others",
    "and", "seriously", "critically", "slightly", "badly", "the", "all", "were", "was", "been", "have", "has", "had",
    "are", "feared", "left", "reported", "confirmed",
    "also", "of", "toll", "rose", "risen", "climbed", "reached",
  ]
  /// Nouns that a count may stand for; what is not among them counts no people.
  private static let people: Set<String> = [
    "people", "persons", "person", "men", "man", "women", "woman", "children", "child", "boys", "boy", "girls", "girl",
    "civilians", "civilian", "soldiers", "soldier",
    "troops", "officers", "officer", "policemen", "policeman", "militants", "militant", "rebels", "fighters", "gunmen",
    "passengers", "workers", "worker", "miners",
    "students", "student", "residents", "personnel", "others", "victims", "protesters", "demonstrators", "villagers",
    "migrants", "patients", "members", "deaths",
    "fatalities", "casualties", "injuries", "teenagers", "teenager", "adults", "adult", "driver", "drivers",
    "pedestrian", "firefighters", "firefighter", "crew",
    "sailors", "guards", "guard", "police", "insurgents", "attackers", "attacker", "worshippers", "journalists",
    "journalist", "employees", "tourists", "family",
    "baby", "babies", "infants", "marines", "marine", "pilots", "pilot", "bystanders", "farmers", "pilgrims",
    "refugees", "suspects", "suspect", "dead", "wounded",
    "injured", "missing", "aid", "commander", "commanders", "staff", "inmates", "prisoners", "shoppers", "motorist",
    "motorcyclist", "cyclist", "rescuers",
  ]

  func casualties(in sentence: SentenceReading) -> [CasualtyMention] {
    var found: [CasualtyMention] = []
    for position in sentence.words.indices {
      guard let harm = Self.harms[sentence.words[position]] else { continue }
      if let count = negated(at: position, in: sentence) ?? after(position, in: sentence)
        ?? before(position, in: sentence)
      {
        found.append(CasualtyMention(position: position, harm: harm, count: count))
      }
    }
    return found
  }

  /// "no casualties", "no one was hurt", "no injuries"
  private func negated(at position: Int, in sentence: SentenceReading) -> Casualties.Count? {
    let before = sentence.words[max(0, position - 4)..<position]
    guard let no = before.lastIndex(of: "no") ?? before.lastIndex(of: "nobody") else { return nil }
    let between = sentence.words[no + 1..<position]
    guard
      between.allSatisfy({
        ["one", "was", "were", "reports", "of", "immediate", "any", "serious", "or", "deaths", "other"].contains($0)
      })
    else { return nil }
    return Casualties.Count(min: 0, max: 0)
  }

  /// "killed at least seven soldiers", "injuring a girl", "killing a soldier and two civilians"
  private func after(_ position: Int, in sentence: SentenceReading) -> Casualties.Count? {
    var index = position + 1
    guard var count = group(at: &index, in: sentence) else { return nil }
    while sentence.word(index) == "and" || sentence.word(index) == ",", index - position < 20 {
      var next = index + 1
      guard Self.harms[sentence.word(next)] == nil, let more = group(at: &next, in: sentence),
        Self.harms[sentence.word(next)] == nil
      else { break }
      count = Casualties.Count(min: count.min + more.min, max: count.max.flatMap { a in more.max.map { a + $0 } })
      index = next
    }
    return count
  }

  /// "seven people were killed", "a man died", "12 dead"
  private func before(_ position: Int, in sentence: SentenceReading) -> Casualties.Count? {
    for start in stride(from: position - 1, through: max(0, position - 9), by: -1) {
      if [".", ";", ":"].contains(sentence.words[start]) { return nil }
      guard startsCount(at: start, in: sentence) else { continue }
      if start > 0, startsCount(at: start - 1, in: sentence) { continue }
      var index = start
      // count from the quantifier on
      while index > 0, Self.fillers.contains(sentence.words[index - 1]), start - index < 3 { index -= 1 }
      var end = index
      guard let count = group(at: &end, in: sentence), end <= position + 1 else { continue }
      let gap = end < position ? sentence.words[end..<position] : []
      guard gap.allSatisfy({ Self.fillers.contains($0) || $0 == "," || $0 == "who" }) else { continue }
      return count
    }
    return nil
  }

  private func startsCount(at index: Int, in sentence: SentenceReading) -> Bool {
    let word = sentence.words[index]
    if word == "one", sentence.word(index + 1) == "of" { return false }
    if ["of", "aged"].contains(sentence.word(index - 1)), Self.people.contains(sentence.word(index - 2)) {
      return false
    }
    return Self.vague[word] != nil || word == "a" || word == "an" || word == "one"
      || NumberWords.number(in: sentence.document, at: sentence.tokens[index], limit: sentence.range.upperBound) != nil
  }

  /// A count with its people, from `index` on, which moves behind it.
  private func group(at index: inout Int, in sentence: SentenceReading) -> Casualties.Count? {
    var isOpen = false
    var next = index
    while next < sentence.words.count, Self.fillers.contains(sentence.words[next]) {
      if Self.openEnded.contains(sentence.words[next]), sentence.words[next] != "over" || next > index { isOpen = true }
      if ["least", "than"].contains(sentence.words[next]) { isOpen = true }
      next += 1
    }
    guard next < sentence.words.count else { return nil }
    let word = sentence.words[next]
    var least: Int
    if let vague = Self.vague[word] {
      (least, isOpen) = (vague, true)
      next += 1
    } else if let number = NumberWords.number(
      in: sentence.document, at: sentence.tokens[next], limit: sentence.range.upperBound)
    {
      guard number.value >= 0, number.value < 10_000_000, number.value == number.value.rounded() else { return nil }
      least = Int(number.value)
      let end = sentence.tokens[next] + number.tokens
      while next < sentence.words.count, sentence.tokens[next] < end { next += 1 }
      if isAge(at: next, in: sentence) { least = 1 }
    } else if ["a", "an"].contains(word) || (next > index && ["a", "an"].contains(sentence.words[next - 1])) {
      least = 1
      if ["a", "an"].contains(word) { next += 1 }
    } else if index > 0, ["a", "an"].contains(sentence.word(index - 1)) {
      least = 1
    } else {
      return nil
    }
    guard let end = endOfPeople(from: next, in: sentence) else {
      // "killing seven", "12 dead"
      let follows = sentence.word(next)
      guard least != 1 || ["and", ".", ",", ""].contains(follows) == false || next > index else { return nil }
      guard
        [
          "", ".", ",", "and", "in", "on", "at", "when", "others", "were", "was", "dead", "killed", "injured",
          "wounded", "others", "after", "people", "of", ";",
        ].contains(follows),
        sentence.word(next - 1) != "a", sentence.word(next - 1) != "an"
      else { return nil }
      index = next
      return Casualties.Count(min: least, max: isOpen ? nil : least)
    }
    index = end
    return Casualties.Count(min: least, max: isOpen ? nil : least)
  }

  /// "seven-year-old", "23 year old", "(aged) 23"
  private func isAge(at index: Int, in sentence: SentenceReading) -> Bool {
    ["year", "month", "week"].contains(sentence.word(index))
      && (sentence.word(index + 1) == "old" || sentence.word(index + 1) == "olds")
  }

  /// Behind an age: "a girl of seven", "a man, 23,"
  private func endOfAge(from index: Int, in sentence: SentenceReading) -> Int {
    guard ["of", "aged", ","].contains(sentence.word(index)), index + 1 < sentence.words.count,
      NumberWords.number(in: sentence.document, at: sentence.tokens[index + 1], limit: sentence.range.upperBound)
        != nil,
      sentence.word(index) != "," || sentence.word(index + 2) == ","
    else { return index }
    return sentence.word(index) == "," ? index + 3 : index + 2
  }

  /// Behind the noun for people that a count belongs to, at most eight words on.
  private func endOfPeople(from start: Int, in sentence: SentenceReading) -> Int? {
    var index = start
    while index < sentence.words.count, index - start < 9 {
      let word = sentence.words[index]
      if Self.people.contains(word) { return Self.harms[word] == nil ? endOfAge(from: index + 1, in: sentence) : index }
      if [".", ",", ";", "(", "and", "in", "at", "on", "by", "when", "after", "drones", "missiles", "rockets"].contains(
        word)
      {
        return nil
      }
      index += 1
    }
    return nil
  }
}

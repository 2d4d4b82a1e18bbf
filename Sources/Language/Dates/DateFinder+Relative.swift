/// Dates as seen from publication or from another date of the text.
extension DateFinder {
  /// What begins with a word such as "last", "overnight", "following".
  func relative(_ word: String, at index: Int, limit: Int) -> Match? {
    switch word {
    case "last", "next", "this", "past", "coming", "previous": return step(word, at: index, limit: limit)
    case "following", "preceding": return following(word == "following" ? 1 : -1, at: index, limit: limit)
    case "same": return sameDay(at: index, limit: limit)
    case "that": return sameDay(at: index, limit: limit)
    case "day", "night", "week", "month", "year": return neighbour(at: index, limit: limit)
    case "overnight": return overnight(at: index, limit: limit)
    case "weekend": return Match(.weekend(.plain), 1)
    case "recent": return DateWords.units[self.word(index + 1)] == nil ? nil : Match(.vague, 2)
    case "days", "weeks", "months", "years", "decades":
      return ["ago", "earlier"].contains(self.word(index + 1)) ? Match(.vague, 2) : nil
    default: return nil
    }
  }

  /// `last Friday`, `this coming Tuesday`, `next week`, `this morning`, `the past two weeks`, `last April`
  private func step(_ word: String, at index: Int, limit: Int) -> Match? {
    var next = index + 1
    if word == "this", ["past", "coming"].contains(self.word(next)) { next += 1 }
    guard next < limit else { return nil }
    let isAhead = word == "next" || word == "coming" || self.word(next - 1) == "coming"
    let isPast = word == "past" || self.word(next - 1) == "past"
    let step = isAhead ? 1 : word == "this" && !isPast ? 0 : -1
    let following = self.word(next)
    let length = next + 1 - index
    if let weekday = DateWords.weekdays[following], isCapitalised(next) {
      let direction: DateExpression.Direction = isAhead ? .next : word == "last" || word == "previous" ? .last : .plain
      return Match(.weekday(weekday, direction), length)
    }
    if let month = DateWords.months[following], isCapitalised(next) {
      if let match = monthFirst(month, at: next, limit: limit) {
        return Match(match.meaning, match.length + next - index, end: match.end)
      }
      return Match(.month(month: month, year: nil), length)
    }
    if isPast || word == "last", let match = past(at: next, from: index, limit: limit) { return match }
    if word == "next" || word == "previous", let match = self.following(step, at: index, limit: limit),
      following == "day" || following == "morning" || word == "previous"
    {
      return match
    }
    switch following {
    case "week":
      let after = self.word(next + 1) == "on" ? next + 2 : next + 1
      if let weekday = DateWords.weekdays[self.word(after)], after < limit, isCapitalised(after) {
        return Match(.weekdayOfWeek(weekday, weeks: step), after + 1 - index)
      }
      return Match(.weeks(step), length)
    case "month": return Match(.months(step), length)
    case "year": return Match(.years(step), length)
    case "weekend": return Match(.weekend(step > 0 ? .next : step < 0 ? .last : .plain), length)
    case "night" where word == "last": return Match(.days(-1), length)
    case "morning" where step == 0, "afternoon" where step == 0, "evening" where step == 0:
      return Match(.days(0), length)
    default: return nil
    }
  }

  /// `past 11 days`, `last two weeks`, `past week`; "last week" is another thing
  private func past(at index: Int, from start: Int, limit: Int) -> Match? {
    if let unit = DateWords.units[word(index)], word(start) == "past" {
      return Match(.past(1, unit), index + 1 - start)
    }
    guard let count = NumberWords.number(in: document, at: index, limit: limit), count.value >= 1, count.value < 1000,
      index + count.tokens < limit, let unit = DateWords.units[word(index + count.tokens)]
    else { return nil }
    return Match(.past(Int(count.value), unit), index + count.tokens + 1 - start)
  }

  /// `next day`, `following week`, `previous month`: from another date of the text
  private func following(_ sign: Int, at index: Int, limit: Int) -> Match? {
    guard index + 1 < limit else { return nil }
    if let unit = DateWords.units[word(index + 1)] { return Match(.anchored(sign, unit), 2) }
    if let weekday = DateWords.weekdays[word(index + 1)], isCapitalised(index + 1) {
      return Match(.anchoredWeekday(weekday, isAfter: sign > 0), 2)
    }
    return DateWords.partsOfDay.contains(word(index + 1)) ? Match(.anchored(sign, .day), 2) : nil
  }

  /// `same day`, `that night`
  private func sameDay(at index: Int, limit: Int) -> Match? {
    guard index + 1 < limit else { return nil }
    let next = word(index + 1)
    if let unit = DateWords.units[next] { return Match(.anchored(0, unit), 2) }
    return ["morning", "afternoon", "evening"].contains(next) ? Match(.anchored(0, .day), 2) : nil
  }

  /// `day before`, `night before`, `week after`, `day before yesterday`, with or without what it is reckoned from
  private func neighbour(at index: Int, limit: Int) -> Match? {
    guard ["the", "a", "one"].contains(word(index - 1)), let unit = DateWords.units[word(index)], index + 1 < limit
    else {
      return nil
    }
    let sign = ["before": -1, "after": 1, "earlier": -1, "later": 1][word(index + 1)]
    guard let sign else { return nil }
    if unit == .day, word(index + 2) == "yesterday", sign < 0 { return Match(.days(-2), 3) }
    if unit == .day, word(index + 2) == "tomorrow", sign > 0 { return Match(.days(2), 3) }
    return Match(.anchored(sign, unit), 2, anchor: anchor(at: index + 2, limit: limit))
  }

  /// `two days ago`, `a week earlier`, `two days after the fire`, `a few days ago`, `in two days' time` not
  func counted(_ index: Int, _ limit: Int) -> Match? {
    var next = index
    var count: Int?
    if ["a", "an"].contains(word(index)) {
      next += 1
      guard next < limit, DateWords.openings[document.tokens[next].hash] != 0 else { return nil }
      if DateWords.vagueCounts.contains(word(next)) { next += word(next + 1) == "of" ? 2 : 1 } else { count = 1 }
    } else if DateWords.vagueCounts.contains(word(index)) {
      next += 1
    } else if let number = NumberWords.number(in: document, at: index, limit: limit), number.value >= 1,
      number.value < 1000, number.value == number.value.rounded()
    {
      count = Int(number.value)
      next += number.tokens
    } else if ["more", "less"].contains(word(index)), word(index + 1) == "than" || word(index + 1) == "over" {
      guard let match = counted(index + 2, limit) else { return nil }
      return isAgo(match.meaning) ? Match(.vague, match.length + 2) : nil
    } else {
      return nil
    }
    guard next + 1 < limit, let unit = DateWords.units[word(next)] else { return nil }
    let step = word(next) == "fortnight" ? 2 : 1
    let length = next + 2 - index
    switch word(next + 1) {
    case "ago": return Match(count.map { Self.ago($0 * step, unit) } ?? .vague, length)
    case "earlier", "previously", "before", "prior": return away(-1, count.map { $0 * step }, unit, length, next, limit)
    case "later", "afterwards", "afterward", "after": return away(1, count.map { $0 * step }, unit, length, next, limit)
    default: return nil
    }
  }

  private func away(
    _ sign: Int, _ count: Int?, _ unit: DateExpression.Unit, _ length: Int, _ index: Int, _ limit: Int
  ) -> Match? {
    guard let count else { return Match(.vague, length) }
    let isPhrase = ["before", "after"].contains(word(index + 1))
    return Match(
      .anchored(sign * count, unit), length, anchor: isPhrase ? anchor(at: index + 2, limit: limit) : nil)
  }

  /// What a day is reckoned from: up to the next comma; nil where nothing follows.
  private func anchor(at index: Int, limit: Int) -> Range<Int>? {
    guard index < limit, document.tokens[index].kind != .punctuation, !["that", "and", "but"].contains(word(index))
    else {
      return nil
    }
    let limit = min(limit, index + Self.longestAnchor)
    let end = (index..<limit).first { [",", ";", ".", "—", "–", ":"].contains(sign($0)) } ?? limit
    return index..<end
  }

  private static let longestAnchor = 24

  private func isAgo(_ meaning: DateExpression.Meaning) -> Bool {
    switch meaning {
    case .days, .weeks, .months, .years: true
    default: false
    }
  }

  private static func ago(_ count: Int, _ unit: DateExpression.Unit) -> DateExpression.Meaning {
    switch unit {
    case .day: .days(-count)
    case .week: .weeks(-count)
    case .month: .months(-count)
    case .year: .years(-count)
    }
  }

  /// `overnight`, `overnight into Friday`, `overnight on Thursday`
  private func overnight(at index: Int, limit: Int) -> Match? {
    var next = index + 1
    let joins = ["into", "to", "until"].contains(word(next))
    if joins || word(next) == "on" { next += 1 }
    if next < limit, isCapitalised(next), let weekday = DateWords.weekdays[word(next)] {
      let length = next + 1 - index
      return joins
        ? Match(.weekday(weekday.before, .plain), length, end: .weekday(weekday, .plain))
        : Match(.weekday(weekday, .plain), length, end: .weekday(weekday.after, .plain))
    }
    // "an overnight stay", "overnight lows" say nothing of a day
    let isAdjective =
      index + 1 < limit && document.tokens[index + 1].kind == .word && Self.determiners.contains(word(index - 1))
    return isAdjective ? nil : Match(.days(-1), 1, end: .days(0))
  }

  private static let determiners: Set<String> = ["a", "an", "the", "its", "their", "of", "with", "for"]
}

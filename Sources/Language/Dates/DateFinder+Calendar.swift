/// Dates by the calendar: months, days of months, years, weekdays.
extension DateFinder {
  /// `April 13, 2024`, `April 13`, `April 13-14`, `JUNE 11 89`, `April 2024`, `April last year`, `April`
  func monthFirst(_ month: Int, at index: Int, limit: Int) -> Match? {
    guard let day = dayNumber(index + 1, limit: limit) else { return monthAlone(month, at: index, limit: limit) }
    let isDay = CalendarDate(year: 2024, month: month, day: day) != nil
    guard isDay else { return nil }
    var next = index + 2
    var last: Int?
    if let (through, after) = secondDay(after: index + 2, from: day, limit: limit) { (last, next) = (through, after) }
    return finished(month: month, first: day, last: last, at: index, next: next, limit: limit)
  }

  /// `13 April 2024`, `1st of April`, `13-14 April`, `13 and 14 April`, `30 DEC 89`
  func dayFirst(at index: Int, limit: Int) -> Match? {
    guard let day = dayNumber(index, limit: limit) else { return nil }
    var next = index + 1
    var last: Int?
    if let (through, after) = secondDay(after: next, from: day, limit: limit) { (last, next) = (through, after) }
    if word(next) == "of" { next += 1 }
    guard next < limit, isCapitalised(next), let month = DateWords.months[word(next)],
      CalendarDate(year: 2024, month: month, day: day) != nil
    else { return nil }
    return finished(month: month, first: day, last: last, at: index, next: next + 1, limit: limit)
  }

  /// The year behind a day and month, if there is one, and what it all means.
  private func finished(month: Int, first: Int, last: Int?, at index: Int, next: Int, limit: Int) -> Match? {
    func made(_ meaning: (Int) -> DateExpression.Meaning?, _ after: Int) -> Match? {
      guard let start = meaning(first) else { return nil }
      return Match(start, after - index, end: last.flatMap(meaning))
    }
    let afterComma = sign(next) == "," ? next + 1 : next
    let year =
      yearNumber(afterComma, limit: limit)
      ?? (afterComma == next && isWireDate(index..<next, year: next) ? shortYear(next, limit: limit) : nil)
    if let year {
      let match = made({ CalendarDate(year: year, month: month, day: $0).map { .day($0) } }, afterComma + 1)
      if let match { return match }
    }
    if let (years, after) = ofYear(at: next, limit: limit) {
      return made({ .ofYear(month: month, day: $0, years: years) }, after)
    }
    return made({ .dayOfMonth(month: month, day: $0) }, next)
  }

  /// `30 DEC 89`: two digits are a year behind a month in capitals alone.
  private func isWireDate(_ tokens: Range<Int>, year: Int) -> Bool {
    guard document.tokens.indices.contains(year), document.tokens[year].shape.contains(.spaceBefore) else {
      return false
    }
    return tokens.contains { DateWords.months[word($0)] != nil && isInCapitals($0) }
  }

  /// "April 13‹-14›", "13 ‹and 14› April"
  private func secondDay(after index: Int, from first: Int, limit: Int) -> (day: Int, next: Int)? {
    guard isHyphen(index) || ["and", "to", "through", "until"].contains(word(index)),
      let last = dayNumber(index + 1, limit: limit), last > first,
      DateWords.months[word(index + 2)] == nil || !isCapitalised(index + 2) || dayFirstOnly(index)
    else { return nil }
    return (last, index + 2)
  }

  /// Whether the day before `index` has no month of its own before it: in "13-14 April" the month is both days'.
  private func dayFirstOnly(_ index: Int) -> Bool {
    !(index >= 2 && DateWords.months[word(index - 2)] != nil && isCapitalised(index - 2))
  }

  /// "‹last year›", "‹of this year›"
  private func ofYear(at index: Int, limit: Int) -> (years: Int, next: Int)? {
    let start = word(index) == "of" ? index + 1 : index
    guard start + 1 < limit, word(start + 1) == "year", let step = Self.steps[word(start)] else { return nil }
    return (step, start + 2)
  }

  static let steps = ["last": -1, "this": 0, "next": 1]

  /// `April 2024`, `May of 2011`, `April last year`, `April`
  private func monthAlone(_ month: Int, at index: Int, limit: Int) -> Match? {
    var next = sign(index + 1) == "," || word(index + 1) == "of" ? index + 2 : index + 1
    if let year = yearNumber(next, limit: limit) { return Match(.month(month: month, year: year), next + 1 - index) }
    next = index + 1
    if let (years, after) = ofYear(at: next, limit: limit) {
      return Match(.ofYear(month: month, day: nil, years: years), after - index)
    }
    // "May" and "March" are other words unless a date's preposition stands before them
    let before = isHyphen(index - 1) ? word(index - 2) : word(index - 1)
    if isNamedInRange(before: index) { return Match(.month(month: month, year: nil), 1) }
    if DateWords.beforeMonth.contains(before) {
      let isOther = [3, 5].contains(month) && ["to", "before", "after", "by", "around"].contains(before)
      return isOther ? nil : Match(.month(month: month, year: nil), 1)
    }
    // "the July bombings", not "the May visit" in capitals, where "may" could be the verb
    let isName = index + 1 < limit && document.tokens[index + 1].kind == .word && !isCapitalised(index + 1)
    let isShoutedNoun = isInCapitals(index) && isInCapitals(index + 1) && ![3, 5].contains(month)
    guard ["the", "that", "a", "an"].contains(before), isName || isShoutedNoun else { return nil }
    return Match(.month(month: month, year: nil), 1)
  }

  /// "from March ‹to May›"
  private func isNamedInRange(before index: Int) -> Bool {
    DateWords.months[word(index - 2)] != nil && isCapitalised(index - 2)
  }

  /// `the 14th`, `the 5th of this month`
  func ordinal(at index: Int, limit: Int) -> Match? {
    guard let day = dayNumber(index, limit: limit), word(index - 1) == "the" else { return nil }
    if word(index + 1) == "of", word(index + 3) == "month", index + 3 < limit, let step = Self.steps[word(index + 2)] {
      return Match(.dayNumber(day, months: step), 4)
    }
    // the 14th floor, the 21st century: only where no word goes on
    guard word(index - 2) == "on", index + 1 >= limit || document.tokens[index + 1].kind == .punctuation,
      !isHyphen(index + 1)
    else { return nil }
    return Match(.dayNumber(day, months: nil), 1)
  }

  /// `2024-04-19`, `2024/04/19`, `19/04/2024` and `04/19/2024` where no other reading is possible, `19.04.2024`, `9/11`,
  /// and years
  func digits(at index: Int, limit: Int) -> Match? {
    if let date = dotted(index) { return Match(.day(date), 1) }
    let parts = [index, index + 2, index + 4].map { number($0, limit: limit) }
    if let separator = separator(index + 1), self.separator(index + 3) == separator, let a = parts[0], let b = parts[1],
      let c = parts[2], let date = Self.unambiguous(a, b, c)
    {
      return Match(.day(date), 5)
    }
    if number(index, limit: limit)?.text == "9", separator(index + 1) == "/",
      number(index + 2, limit: limit)?.text == "11",
      separator(index + 3) == nil, let date = CalendarDate(year: 2001, month: 9, day: 11)
    {
      return Match(.day(date), 3)
    }
    return yearAlone(at: index, limit: limit)
  }

  private typealias Digits = (text: String, value: Int)

  private func number(_ index: Int, limit: Int) -> Digits? {
    guard index < limit, document.tokens[index].shape.contains(.hasDigit) else { return nil }
    let text = String(document.text(of: document.tokens[index]).prefix { $0 != "T" })
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text) else {
      return nil
    }
    return (text, value)
  }

  private func separator(_ index: Int) -> String? {
    guard document.tokens.indices.contains(index), !document.tokens[index].shape.contains(.spaceBefore) else {
      return nil
    }
    return ["-", "/"].first { $0 == sign(index) }
  }

  private func dotted(_ index: Int) -> CalendarDate? {
    let token = document.tokens[index]
    // shorter than 1.1.2024
    guard token.end - token.start >= 8 else { return nil }
    let parts = document.text(of: token).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else { return nil }
    return Self.unambiguous((String(parts[0]), a), (String(parts[1]), b), (String(parts[2]), c))
  }

  /// The day of three numbers, with the year in four digits first or last; nil where day and month could be exchanged.
  private static func unambiguous(_ a: Digits, _ b: Digits, _ c: Digits) -> CalendarDate? {
    if a.text.utf8.count == 4 { return CalendarDate(year: a.value, month: b.value, day: c.value) }
    guard c.text.utf8.count == 4, a.text.utf8.count <= 2, b.text.utf8.count <= 2 else { return nil }
    let dayFirst = CalendarDate(year: c.value, month: b.value, day: a.value)
    let monthFirst = CalendarDate(year: c.value, month: a.value, day: b.value)
    guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
    return dayFirst == monthFirst ? dayFirst : nil
  }

  /// `in 2011`, `the 2004 tsunami`; not `a 2004 Honda`, nor the time in `from 2100 to 2200`
  private func yearAlone(at index: Int, limit: Int) -> Match? {
    guard let year = yearNumber(index, limit: limit) else { return nil }
    let before = word(index - 1)
    if ["in", "since", "early", "late", "during"].contains(before) { return Match(.year(year), 1) }
    guard (1900...2099).contains(year) else { return nil }
    if ["of", "from", "between"].contains(before) { return Match(.year(year), 1) }
    guard index > 0, index + 1 < limit, document.tokens[index + 1].kind == .word,
      !isCapitalised(index + 1) || isInCapitals(index + 1), !Self.counted.contains(word(index + 1))
    else { return nil }
    let isPossessed = document.tokens[index - 1].shape.contains(.possessive)
    return isPossessed || ["the", "a", "that", "this"].contains(before) ? Match(.year(year), 1) : nil
  }

  /// What a four-digit number counts rather than dates.
  private static let counted: Set<String> = [
    "people", "persons", "residents", "men", "women", "children", "soldiers", "troops", "police", "workers", "students",
    "families", "homes", "houses", "miles", "km", "kilometres", "kilometers", "metres", "meters", "feet", "dollars",
    "euros", "tons", "tonnes", "hours", "or", "and", "to", "model", "models",
  ]

  /// `Friday`, `Friday, April 19`, `Tuesday (April 2)`, `Friday of last week`
  func weekdayDate(_ weekday: Weekday, at index: Int, limit: Int) -> Match? {
    let before = word(index - 1)
    guard !["every", "each", "any", "black", "bloody", "cyber", "super"].contains(before) else { return nil }
    // "the Sunday Times"
    if before == "the", index + 1 < limit, isCapitalised(index + 1), !isInCapitals(index + 1),
      DateWords.months[word(index + 1)] == nil, document.tokens[index + 1].kind == .word
    {
      return nil
    }
    var next = DateWords.partsOfDay.contains(word(index + 1)) ? index + 2 : index + 1
    let isInParentheses = sign(next) == "("
    if isInParentheses || sign(next) == "," { next += 1 }
    if word(next) == "the" { next += 1 }
    if next < limit, var match = calendarDay(at: next, limit: limit) {
      match.weekday = weekday
      match.length += next - index
      if isInParentheses, sign(index + match.length) == ")" { match.length += 1 }
      return match
    }
    let start = word(index + 1) == "of" ? index + 2 : index + 1
    if start + 1 < limit, word(start + 1) == "week", let step = Self.steps[word(start)] {
      return Match(.weekdayOfWeek(weekday, weeks: step), start + 2 - index)
    }
    return Match(.weekday(weekday, .plain), 1)
  }

  /// A day with its month, which may stand behind a weekday.
  private func calendarDay(at index: Int, limit: Int) -> Match? {
    let match: Match?
    if let month = DateWords.months[word(index)], isCapitalised(index) {
      match = monthFirst(month, at: index, limit: limit)
    } else {
      match = dayFirst(at: index, limit: limit)
    }
    switch match?.meaning {
    case .day, .dayOfMonth, .ofYear(_, .some, _): return match
    default: return nil
    }
  }

  /// `Christmas Day`, `New Year's Eve`
  func named(at index: Int, limit: Int) -> Match? {
    guard isCapitalised(index) else { return nil }
    for day in DateWords.namedDays where word(index) == day.words[0] {
      var next = index
      var rest = day.words[...]
      while next < limit, let expected = rest.first {
        if word(next) == expected {
          rest = rest.dropFirst()
        } else if !document.tokens[next].shape.contains(.possessive) {
          break
        }
        next += 1
      }
      guard rest.isEmpty, isCapitalised(next - 1) else { continue }
      if let year = yearNumber(next, limit: limit), let date = CalendarDate(year: year, month: day.month, day: day.day)
      {
        return Match(.day(date), next + 1 - index)
      }
      return Match(.dayOfMonth(month: day.month, day: day.day), next - index)
    }
    return nil
  }
}

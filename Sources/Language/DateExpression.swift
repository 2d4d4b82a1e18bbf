/// A date as a text puts it, before anyone knows which day it is.
public struct DateExpression: Hashable, Sendable {
  public enum Meaning: Hashable, Sendable {
    /// `Dec. 18, 2023`
    case day(CalendarDate)
    /// `April 13`
    case dayOfMonth(month: Int, day: Int)
    /// `May 2011`
    case month(month: Int, year: Int?)
    /// `in 2011`
    case year(Int)
    case weekday(Weekday, Direction)
    /// Days from publication: today 0, yesterday -1.
    case days(Int)
    /// Weeks, months or years from the present one: last week -1.
    case weeks(Int)
    case months(Int)
    case years(Int)
  }

  public enum Direction: Hashable, Sendable {
    /// "on Friday": the last or, of what is to come, the next
    case plain
    /// "last Friday"
    case last
    /// "next Friday"
    case next
  }

  public var meaning: Meaning
  /// The last day where it is a range: "Saturday night into Sunday", "April 13-14".
  public var end: Meaning?
  /// Tokens of the document.
  public var tokens: Range<Int>
}

/// Finds the dates of a text.
public struct DateFinder: Sendable {
  private let document: Document

  public init(_ document: Document) { self.document = document }

  /// In order, none overlapping.
  public func dates() -> [DateExpression] {
    var found: [DateExpression] = []
    for sentence in document.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard let (meaning, length) = date(at: index, limit: sentence.tokens.upperBound) else {
          index += 1
          continue
        }
        var expression = DateExpression(meaning: meaning, end: nil, tokens: index..<index + length)
        if let (end, upper) = rangeEnd(of: expression, limit: sentence.tokens.upperBound) {
          expression.end = end
          expression.tokens = index..<upper
        }
        found.append(expression)
        index = expression.tokens.upperBound
      }
    }
    return found
  }

  // MARK: Single dates

  private func date(at index: Int, limit: Int) -> (DateExpression.Meaning, Int)? {
    let token = document.tokens[index]
    switch token.kind {
    case .number: return numeric(at: index, limit: limit) ?? ago(at: index, limit: limit)
    case .word: break
    default: return nil
    }
    let word = word(index)
    if let month = Self.months[word], token.shape.contains(.capitalised) {
      return monthFirst(month, at: index, limit: limit)
    }
    if let weekday = Self.weekdays[word], token.shape.contains(.capitalised) { return weekdayDate(weekday, at: index) }
    if let days = Self.dayWords[word] { return (.days(days), 1) }
    if word == "last" || word == "next" || word == "this" || word == "past" {
      return relative(word, at: index, limit: limit)
    }
    if let direct = Self.dayPhrases[word], index + 1 < limit, direct.second.contains(self.word(index + 1)) {
      return (.days(direct.days), 2)
    }
    return ago(at: index, limit: limit)
  }

  /// `April 13, 2024`, `April 13`, `April 2024`, `April`
  private func monthFirst(_ month: Int, at index: Int, limit: Int) -> (DateExpression.Meaning, Int)? {
    if let day = dayNumber(index + 1, limit: limit) {
      let afterComma = sign(index + 2, limit: limit) == "," ? index + 3 : index + 2
      if let year = yearNumber(afterComma, limit: limit), let date = CalendarDate(year: year, month: month, day: day) {
        return (.day(date), afterComma + 1 - index)
      }
      return CalendarDate(year: 2024, month: month, day: day) == nil ? nil : (.dayOfMonth(month: month, day: day), 2)
    }
    let afterComma = sign(index + 1, limit: limit) == "," ? index + 2 : index + 1
    if let year = yearNumber(afterComma, limit: limit) {
      return (.month(month: month, year: year), afterComma + 1 - index)
    }
    // "May" and "March" alone are other words unless a date's preposition stands before them
    let isWord =
      [3, 5].contains(month) && document.foldedBytes(of: document.tokens[index]).count == (month == 3 ? 5 : 3)
    let before = index > 0 ? word(index - 1) : ""
    guard
      !isWord || ["in", "since", "last", "next", "until", "early", "late", "mid", "by", "of", "from"].contains(before)
    else { return nil }
    return (.month(month: month, year: nil), 1)
  }

  /// `13 April 2024`, `13 April`, `2024-04-13`, `2011` behind "in"
  private func numeric(at index: Int, limit: Int) -> (DateExpression.Meaning, Int)? {
    if let day = dayNumber(index, limit: limit), index + 1 < limit,
      document.tokens[index + 1].shape.contains(.capitalised), let month = Self.months[word(index + 1)]
    {
      if let year = yearNumber(index + 2, limit: limit), let date = CalendarDate(year: year, month: month, day: day) {
        return (.day(date), 3)
      }
      return CalendarDate(year: 2024, month: month, day: day) == nil ? nil : (.dayOfMonth(month: month, day: day), 2)
    }
    guard let year = yearNumber(index, limit: limit) else { return nil }
    if index + 4 < limit, sign(index + 1, limit: limit) == "-", sign(index + 3, limit: limit) == "-",
      let month = Int(document.text(of: document.tokens[index + 2])),
      let day = Int(document.text(of: document.tokens[index + 4])),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return (.day(date), 5)
    }
    let before = index > 0 ? word(index - 1) : ""
    return ["in", "since", "early", "late", "during", "of"].contains(before) ? (.year(year), 1) : nil
  }

  private func weekdayDate(_ weekday: Weekday, at index: Int) -> (DateExpression.Meaning, Int)? {
    (.weekday(weekday, .plain), 1)
  }

  /// `last Friday`, `next week`, `this month`, `the past year`
  private func relative(_ word: String, at index: Int, limit: Int) -> (DateExpression.Meaning, Int)? {
    guard index + 1 < limit else { return nil }
    let step = word == "next" ? 1 : word == "this" ? 0 : -1
    let next = self.word(index + 1)
    if let weekday = Self.weekdays[next] {
      return (.weekday(weekday, step > 0 ? .next : step < 0 ? .last : .plain), 2)
    }
    if let month = Self.months[next], document.tokens[index + 1].shape.contains(.capitalised) {
      return (.month(month: month, year: nil), 2)
    }
    switch next {
    case "week": return (.weeks(step), 2)
    case "month": return (.months(step), 2)
    case "year": return (.years(step), 2)
    case "night" where step < 0: return (.days(-1), 2)
    case "morning" where step == 0, "afternoon" where step == 0, "evening" where step == 0: return (.days(0), 2)
    default: return nil
    }
  }

  /// `two days ago`, `a week ago`
  private func ago(at index: Int, limit: Int) -> (DateExpression.Meaning, Int)? {
    let count: (value: Double, tokens: Int)?
    if ["a", "an"].contains(word(index)) {
      count = (1, 1)
    } else {
      count = NumberWords.number(in: document, at: index, limit: limit)
    }
    guard let count, count.value >= 1, count.value < 1000, index + count.tokens + 1 < limit else { return nil }
    let unit = word(index + count.tokens)
    guard word(index + count.tokens + 1) == "ago" else { return nil }
    let steps = -Int(count.value)
    let length = count.tokens + 2
    switch unit {
    case "day", "days": return (.days(steps), length)
    case "week", "weeks": return (.weeks(steps), length)
    case "month", "months": return (.months(steps), length)
    case "year", "years": return (.years(steps), length)
    default: return nil
    }
  }

  // MARK: Ranges

  /// "Saturday night and into Sunday", "from Monday to Wednesday", "April 13-14", "April 13 and 14"
  private func rangeEnd(of start: DateExpression, limit: Int) -> (DateExpression.Meaning, Int)? {
    var next = start.tokens.upperBound
    while next < limit, Self.partsOfDay.contains(word(next)) { next += 1 }
    let first = next
    while next < limit, next - first < 3,
      ["and", "into", "to", "through", "until", "till", "early", "late"].contains(word(next))
        || ["-", "–"].contains(sign(next, limit: limit))
    {
      next += 1
    }
    guard next > first, next < limit else { return nil }
    let joined = (first..<next).map { word($0) }
    if case .dayOfMonth(let month, let day) = start.meaning, let last = dayNumber(next, limit: limit), last > day {
      return (.dayOfMonth(month: month, day: last), next + 1)
    }
    let isBetween = start.tokens.lowerBound > 0 && word(start.tokens.lowerBound - 1) == "between"
    guard joined != ["and"] || isBetween, let (end, length) = date(at: next, limit: limit),
      Self.sameSort(start.meaning, end)
    else {
      return nil
    }
    return (end, next + length)
  }

  private static func sameSort(_ left: DateExpression.Meaning, _ right: DateExpression.Meaning) -> Bool {
    switch (left, right) {
    case (.weekday, .weekday), (.dayOfMonth, .dayOfMonth), (.day, .day), (.month, .month): true
    default: false
    }
  }

  // MARK: Words

  private func word(_ index: Int) -> String {
    document.tokens.indices.contains(index) ? document.foldedText(of: document.tokens[index]) : ""
  }

  private func sign(_ index: Int, limit: Int) -> String {
    index < limit && document.tokens[index].kind == .punctuation ? document.text(of: document.tokens[index]) : ""
  }

  private func dayNumber(_ index: Int, limit: Int) -> Int? {
    guard index < limit, document.tokens[index].shape.contains(.hasDigit) else { return nil }
    // as written: folded, "2.3" (million) would be the 23rd
    var text = document.text(of: document.tokens[index]).lowercased()
    for suffix in ["st", "nd", "rd", "th"] where text.hasSuffix(suffix) { text.removeLast(2) }
    guard text.count <= 2, let day = Int(text), (1...31).contains(day) else { return nil }
    return day
  }

  private func yearNumber(_ index: Int, limit: Int) -> Int? {
    guard index < limit, document.tokens[index].kind == .number else { return nil }
    let text = document.text(of: document.tokens[index])
    guard text.utf8.count == 4, let year = Int(text), (1800...2199).contains(year) else { return nil }
    return year
  }

  private static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]
  private static let weekdays: [String: Weekday] = [
    "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday, "friday": .friday,
    "saturday": .saturday, "sunday": .sunday, "mon": .monday, "tue": .tuesday, "tues": .tuesday, "wed": .wednesday,
    "thu": .thursday, "thurs": .thursday, "fri": .friday,
  ]
  private static let dayWords: [String: Int] = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1]
  private static let dayPhrases: [String: (second: Set<String>, days: Int)] = [
    "earlier": (["today"], 0), "overnight": ([], 0),
  ]
  private static let partsOfDay: Set<String> = [
    "morning", "afternoon", "evening", "night", "midnight", "dawn", "noon", "late", "early",
  ]
}

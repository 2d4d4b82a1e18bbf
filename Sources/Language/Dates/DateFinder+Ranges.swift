/// Dates that run from one day to another.
extension DateFinder {
  /// "Saturday night ‹into Sunday›", "Monday ‹to Wednesday›", "April 30 ‹to May 2›", "2003 ‹to 2005›"
  func rangeEnd(of start: Match, at index: Int, limit: Int) -> Match? {
    var next = index + start.length
    while next < limit, DateWords.partsOfDay.contains(word(next)) { next += 1 }
    let first = next
    while next < limit, next - first < 3,
      ["and", "into", "to", "through", "until", "till", "early", "late"].contains(word(next)) || isHyphen(next)
    {
      next += 1
    }
    guard next > first, next < limit else { return nil }
    let joined = (first..<next).map { word($0) }
    guard let end = dateOfSameSort(as: start.meaning, at: next, limit: limit) else { return nil }
    let isBetween = word(index - 1) == "between"
    if joined.contains("and"), !isBetween {
      guard case .weekday(let day, _) = start.meaning, case .weekday(let last, _) = end.meaning, last == day.after
      else {
        return nil
      }
    }
    var match = start
    match.length = next + end.length - index
    match.end = end.meaning
    // "April 30 to May 2, 2024", "March to May 2011": the year is both
    switch (start.meaning, end.meaning) {
    case (.dayOfMonth(let month, let day), .day(let last)):
      let year = (month, day) <= (last.month, last.day) ? last.year : last.year - 1
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      match.meaning = .day(date)
    case (.month(let month, nil), .month(let last, let year?)):
      match.meaning = .month(month: month, year: month <= last ? year : year - 1)
    default: break
    }
    return match
  }

  private func dateOfSameSort(as start: DateExpression.Meaning, at index: Int, limit: Int) -> Match? {
    if case .year(let first) = start, let last = yearNumber(index, limit: limit), last > first {
      return Match(.year(last), 1)
    }
    if let weekday = DateWords.weekdays[word(index)], isCapitalised(index), case .weekday = start {
      return Match(.weekday(weekday, .plain), 1)
    }
    let month = isCapitalised(index) ? DateWords.months[word(index)] : nil
    let match = month.flatMap { monthFirst($0, at: index, limit: limit) } ?? dayFirst(at: index, limit: limit)
    switch (start, match?.meaning) {
    case (.dayOfMonth, .dayOfMonth), (.dayOfMonth, .day), (.day, .day), (.month, .month): return match
    default: return nil
    }
  }
}

extension Weekday {
  var before: Weekday { Weekday(rawValue: (rawValue + 6) % 7) ?? .monday }
  var after: Weekday { Weekday(rawValue: (rawValue + 1) % 7) ?? .monday }
}

import Language

/// Turns the dates of a text into days: from the publication date, or where there is none from what the text itself fixes.
struct DateResolver {
  /// The day by which relative dates are reckoned, and how it became known.
  private let reference: CalendarDate?
  private let basis: IncidentDate.Basis

  init(dates: [DateExpression], publication: CalendarDate?) {
    if let publication {
      (reference, basis) = (publication, .publication)
    } else {
      (reference, basis) = (Self.solve(dates), .solved)
    }
  }

  /// The days that an expression means.
  /// - Parameters:
  ///   - isAhead: whether it is said of something to come.
  ///   - text: the words.
  func resolve(_ expression: DateExpression, isAhead: Bool, text: String) -> IncidentDate {
    guard let start = days(expression.meaning, isAhead: isAhead) else {
      return IncidentDate(start: nil, end: nil, precision: .unknown, basis: nil, text: text)
    }
    var end = start.last
    if let meaning = expression.end, let last = days(meaning, isAhead: isAhead)?.last {
      end = last < start.first ? last.adding(days: 7) : last
    }
    return IncidentDate(start: start.first, end: end, precision: start.precision, basis: start.basis, text: text)
  }

  /// The publication date for an undated lede of a same-day report.
  var today: IncidentDate? {
    guard let reference, basis == .publication else { return nil }
    return IncidentDate(start: reference, end: reference, precision: .day, basis: basis, text: nil)
  }

  private struct Days {
    var first: CalendarDate
    var last: CalendarDate
    var precision: IncidentDate.Precision
    var basis: IncidentDate.Basis
  }

  private func days(_ meaning: DateExpression.Meaning, isAhead: Bool) -> Days? {
    func day(_ date: CalendarDate) -> Days { Days(first: date, last: date, precision: .day, basis: basis) }
    switch meaning {
    case .day(let date): return Days(first: date, last: date, precision: .day, basis: .stated)
    case .month(let month, let year?):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      return Days(first: first, last: first.lastOfMonth, precision: .month, basis: .stated)
    case .year(let year):
      guard let first = CalendarDate(year: year, month: 1, day: 1),
        let last = CalendarDate(year: year, month: 12, day: 31)
      else { return nil }
      return Days(first: first, last: last, precision: .year, basis: .stated)
    default: break
    }
    guard let reference else { return nil }
    switch meaning {
    case .dayOfMonth(let month, let day_):
      return Self.nearest(month: month, day: day_, to: reference, isAhead: isAhead).map(day)
    case .month(let month, _):
      guard let first = Self.nearest(month: month, day: 1, to: reference, isAhead: isAhead) else { return nil }
      return Days(first: first, last: first.lastOfMonth, precision: .month, basis: basis)
    case .weekday(let weekday, let direction):
      return day(Self.weekday(weekday, direction, from: reference, isAhead: isAhead))
    case .days(let count): return day(reference.adding(days: count))
    case .weeks(let count):
      let monday = reference.last(.monday).adding(days: count * 7)
      return Days(first: monday, last: monday.adding(days: 6), precision: .week, basis: basis)
    case .months(let count):
      let first = reference.firstOfMonth(adding: count)
      return Days(first: first, last: first.lastOfMonth, precision: .month, basis: basis)
    case .years(let count):
      guard let first = CalendarDate(year: reference.year + count, month: 1, day: 1) else { return nil }
      return Days(
        first: first, last: first.adding(days: 365).firstOfMonth().adding(days: -1), precision: .year, basis: basis)
    case .day, .year: return nil
    }
  }

  /// A weekday as news means it: the last one up to publication, or of what is to come the next. "Last Thursday" is that of the
  /// week before where the week of publication already had one.
  private static func weekday(
    _ weekday: Weekday, _ direction: DateExpression.Direction, from reference: CalendarDate, isAhead: Bool
  ) -> CalendarDate {
    switch direction {
    case .next: return reference.next(weekday)
    case .plain: return isAhead ? reference.next(weekday) : reference.last(weekday)
    case .last:
      let latest = reference.last(weekday)
      return latest >= reference.last(.monday) ? latest.adding(days: -7) : latest
    }
  }

  /// The day of that name that is nearest to the reference on its side.
  private static func nearest(month: Int, day: Int, to reference: CalendarDate, isAhead: Bool) -> CalendarDate? {
    let candidates = (-1...1).compactMap { CalendarDate(year: reference.year + $0, month: month, day: day) }
    if isAhead { return candidates.first { $0 >= reference } ?? candidates.last }
    return candidates.last { $0 <= reference.adding(days: 1) } ?? candidates.first
  }

  // MARK: Solving for the day of publication

  /// The day of publication that the text's own dates fix: the earliest year, not before the latest full date, in which a
  /// day named by month falls on a weekday that the text names too; then the last day of the following week that the text
  /// names and that its first weekday leads up to. Nil where nothing fixes the year.
  private static func solve(_ dates: [DateExpression]) -> CalendarDate? {
    let weekdays = dates.compactMap { date -> Weekday? in
      if case .weekday(let weekday, .plain) = date.meaning { weekday } else { nil }
    }
    guard let floor = latestFixed(dates), let first = weekdays.first else { return nil }
    let named = dates.compactMap { date -> (month: Int, day: Int)? in
      if case .dayOfMonth(let month, let day) = date.meaning { (month, day) } else { nil }
    }
    for year in floor.year...floor.year + 1 {
      let days = named.compactMap { CalendarDate(year: year, month: $0.month, day: $0.day) }
        .filter { $0 >= floor && $0 <= floor.adding(days: longestReach) }
      guard let anchor = days.filter({ weekdays.contains($0.weekday) }).max() else { continue }
      let week = (0...6).map { anchor.adding(days: $0) }.filter { weekdays.contains($0.weekday) }
      return week.last { $0.dayNumber - $0.last(first).dayNumber <= 1 } ?? week.last
    }
    return nil
  }

  /// A full date fixes the year of others for about so many days on.
  private static let longestReach = 400

  /// The latest day that the text gives in full.
  private static func latestFixed(_ dates: [DateExpression]) -> CalendarDate? {
    dates.compactMap { date -> CalendarDate? in
      if case .day(let day) = date.meaning { day } else { nil }
    }.max()
  }
}

import Language

/// Turns the dates of a text into days: from the publication date, or where there is none from what the text itself fixes.
struct DateResolver {
  /// The day by which relative dates are reckoned, and how it became known.
  private let reference: CalendarDate?
  private let basis: IncidentDate.Basis
  /// The days of the text from which others may be reckoned, in order.
  private let anchors: [Anchor]

  private struct Anchor {
    var tokens: Range<Int>
    var sentence: Int
    var days: Days
  }

  init(dates: [DateExpression], publication: CalendarDate?) {
    let days: (reference: CalendarDate?, basis: IncidentDate.Basis) =
      publication.map { ($0, .publication) } ?? (Self.solve(dates), .solved)
    (reference, basis) = days
    anchors = dates.compactMap { date in
      DayReckoning(reference: days.reference, basis: days.basis, isAhead: false).days(date).map {
        Anchor(tokens: date.tokens, sentence: date.sentence, days: $0)
      }
    }
  }

  /// The days that an expression means.
  /// - Parameters:
  ///   - isAhead: whether it is said of something to come.
  ///   - text: the words.
  func resolve(_ expression: DateExpression, isAhead: Bool, text: String) -> IncidentDate {
    let days: Days?
    switch expression.meaning {
    case .anchored(let count, let unit): days = anchored(expression, count, unit)
    case .anchoredWeekday(let weekday, let isAfter):
      days = anchor(before: expression).map { DayReckoning.weekday(weekday, isAfter: isAfter, from: $0.days) }
    default: days = DayReckoning(reference: reference, basis: basis, isAhead: isAhead).days(expression)
    }
    guard let days else { return IncidentDate(start: nil, end: nil, precision: .unknown, basis: nil, text: text) }
    return IncidentDate(start: days.first, end: days.last, precision: days.precision, basis: days.basis, text: text)
  }

  /// The publication date for an undated lede of a same-day report.
  var today: IncidentDate? {
    guard let reference, basis == .publication else { return nil }
    return IncidentDate(start: reference, end: reference, precision: .day, basis: basis, text: nil)
  }

  // MARK: Days reckoned from other days of the text

  /// How many sentences back the day may stand that "two days later" goes on from.
  private static let reach = 4
  /// The lede: there the day of publication is what is gone on from.
  private static let lede = 3

  /// The day that was told last.
  private func anchor(before expression: DateExpression) -> Anchor? {
    anchors.last {
      $0.tokens.upperBound <= expression.tokens.lowerBound && expression.sentence - $0.sentence <= Self.reach
    }
  }

  private func anchored(_ expression: DateExpression, _ count: Int, _ unit: DateExpression.Unit) -> Days? {
    func from(_ anchor: Days, _ count: Int) -> Days? { DayReckoning.shifted(anchor, by: count, unit) }
    let beside = anchors.filter { $0.sentence == expression.sentence && $0.tokens != expression.tokens }
    let before = anchor(before: expression)
    guard let phrase = expression.anchor else {
      return before.flatMap { from($0.days, count) }
    }
    // "two days after the fire on Friday"
    if let own = beside.first(where: { phrase.contains($0.tokens.lowerBound) }) { return from(own.days, count) }
    // "he left on Sunday, a day after being stung": the day of what it was after
    let main = beside.last { $0.tokens.upperBound <= expression.tokens.lowerBound } ?? beside.first
    if let main { return from(main.days, -count) }
    if let before { return from(before.days, count) }
    guard let today, let day = today.start, expression.sentence < Self.lede else { return nil }
    return from(Days(first: day, last: day, precision: .day, basis: basis), -count)
  }

  // MARK: Solving for the day of publication

  /// The day of publication that the text's own dates fix: the earliest year, not before the latest full date, in which a
  /// day named by month falls on a weekday that the text names too; then the last day of the following week that the text
  /// names and that its first weekday leads up to. Nil where nothing fixes the year.
  private static func solve(_ dates: [DateExpression]) -> CalendarDate? {
    let weekdays = dates.compactMap { date -> Weekday? in
      if case .weekday(let weekday, .plain) = date.meaning { weekday } else { date.weekday }
    }
    guard let floor = latestFixed(dates), let first = weekdays.first else { return nil }
    let named = dates.compactMap { date -> (month: Int, day: Int, weekdays: [Weekday])? in
      guard case .dayOfMonth(let month, let day) = date.meaning else { return nil }
      return (month, day, date.weekday.map { [$0] } ?? weekdays)
    }
    for year in floor.year...floor.year + 1 {
      let days = named.compactMap { day in
        CalendarDate(year: year, month: day.month, day: day.day).flatMap {
          day.weekdays.contains($0.weekday) ? $0 : nil
        }
      }
      guard let anchor = days.filter({ $0 >= floor && $0 <= floor.adding(days: longestReach) }).max() else { continue }
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

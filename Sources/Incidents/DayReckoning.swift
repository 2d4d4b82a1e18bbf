import Language

/// Whole days, from the first to the last.
struct Days: Hashable {
  var first: CalendarDate
  var last: CalendarDate
  var precision: IncidentDate.Precision
  var basis: IncidentDate.Basis
}

/// Reckons the days of a date from the day on which it was written.
struct DayReckoning {
  /// Nil where it is not known: then only dates given in full are days.
  let reference: CalendarDate?
  let basis: IncidentDate.Basis
  /// Whether the date is said of something to come.
  let isAhead: Bool

  /// The days of a date and its end. Nil where they are not fixed, or hang on another date of the text.
  func days(_ date: DateExpression) -> Days? {
    guard let start = days(date.meaning, weekday: date.weekday) else { return nil }
    guard let meaning = date.end, let end = days(meaning, weekday: nil) else { return start }
    if case .weekday(let first, .plain) = date.meaning, case .weekday(let last, .plain) = meaning {
      return weekdays(from: first, to: last, start: start, end: end)
    }
    if start.first <= end.last {
      return Days(first: start.first, last: end.last, precision: start.precision, basis: start.basis)
    }
    // "30 December to 2 January": the first is of the year before
    guard case .dayOfMonth(let month, let day) = date.meaning,
      let first = CalendarDate(year: end.last.year - 1, month: month, day: day)
    else { return start }
    return Days(first: first, last: end.last, precision: .day, basis: start.basis)
  }

  /// Of what has been, the last such days that are over; of what is to come, the next.
  private func weekdays(from first: Weekday, to last: Weekday, start: Days, end: Days) -> Days {
    isAhead
      ? Days(first: start.first, last: start.first.adding(days: -1).next(last), precision: .day, basis: basis)
      : Days(first: end.last.last(first), last: end.last, precision: .day, basis: basis)
  }

  private func days(_ meaning: DateExpression.Meaning, weekday: Weekday?) -> Days? {
    switch meaning {
    case .day(let date): return Days(first: date, last: date, precision: .day, basis: .stated)
    case .month(let month, let year?): return Self.month(month, year: year, basis: .stated)
    case .year(let year):
      // what has happened was not in a year to come: such a number is a time or a count
      if let reference, !isAhead, year > reference.year { return nil }
      return Self.year(year, basis: .stated)
    case .vague, .anchored, .anchoredWeekday: return nil
    default: break
    }
    guard let reference else { return nil }
    switch meaning {
    case .dayOfMonth(let month, let day):
      return nearest(month: month, day: day, weekday: weekday, to: reference).map(day(of:))
    case .dayNumber(let number, let months):
      return dayOfSomeMonth(number, months: months, from: reference).map(day(of:))
    case .month(let month, _):
      return nearest(month: month, day: 1, weekday: nil, to: reference).flatMap {
        Self.month(month, year: $0.year, basis: basis)
      }
    case .ofYear(let month, let day?, let years):
      return CalendarDate(year: reference.year + years, month: month, day: day).map(self.day(of:))
    case .ofYear(let month, nil, let years): return Self.month(month, year: reference.year + years, basis: basis)
    case .weekday(let weekday, let direction): return day(of: self.weekday(weekday, direction, from: reference))
    case .weekdayOfWeek(let weekday, let weeks):
      return day(of: reference.last(.monday).adding(days: weeks * 7 + weekday.rawValue))
    case .weekend(let direction):
      let saturday = saturday(direction, from: reference)
      return Days(first: saturday, last: saturday.adding(days: 1), precision: .week, basis: basis)
    case .days(let count): return day(of: reference.adding(days: count))
    case .weeks(let count): return Self.week(reference.adding(days: count * 7), basis: basis)
    case .months(let count):
      let first = reference.firstOfMonth(adding: count)
      return Days(first: first, last: first.lastOfMonth, precision: .month, basis: basis)
    case .years(let count): return Self.year(reference.year + count, basis: basis)
    case .past(let count, let unit): return past(count, unit, upTo: reference)
    case .day, .year, .vague, .anchored, .anchoredWeekday: return nil
    }
  }

  private func day(of date: CalendarDate) -> Days { Days(first: date, last: date, precision: .day, basis: basis) }

  private static func week(_ day: CalendarDate, basis: IncidentDate.Basis) -> Days {
    let monday = day.last(.monday)
    return Days(first: monday, last: monday.adding(days: 6), precision: .week, basis: basis)
  }

  private static func month(_ month: Int, year: Int, basis: IncidentDate.Basis) -> Days? {
    CalendarDate(year: year, month: month, day: 1).map {
      Days(first: $0, last: $0.lastOfMonth, precision: .month, basis: basis)
    }
  }

  private static func year(_ year: Int, basis: IncidentDate.Basis) -> Days? {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let last = CalendarDate(year: year, month: 12, day: 31)
    else { return nil }
    return Days(first: first, last: last, precision: .year, basis: basis)
  }

  /// Some time in the days before publication: precise as the number of days allows.
  private func past(_ count: Int, _ unit: DateExpression.Unit, upTo reference: CalendarDate) -> Days {
    let first =
      switch unit {
      case .day: reference.adding(days: -count)
      case .week: reference.adding(days: -7 * count)
      case .month: Self.sameDay(reference, months: -count)
      case .year: Self.sameDay(reference, months: -12 * count)
      }
    let length = reference.dayNumber - first.dayNumber
    let precision: IncidentDate.Precision = length <= 7 ? .week : length <= 31 ? .month : .year
    return Days(first: first, last: reference, precision: precision, basis: basis)
  }

  /// The same day of another month, or its last day where it is shorter.
  private static func sameDay(_ date: CalendarDate, months: Int) -> CalendarDate {
    let first = date.firstOfMonth(adding: months)
    return CalendarDate(year: first.year, month: first.month, day: date.day) ?? first.lastOfMonth
  }

  /// Days that lie so long after others: a day for days, else the whole week, month or year.
  static func shifted(_ days: Days, by count: Int, _ unit: DateExpression.Unit) -> Days? {
    switch unit {
    case .day:
      guard days.precision == .day else { return nil }
      let start = count > 0 ? days.last : days.first
      let date = start.adding(days: count)
      return Days(first: date, last: date, precision: .day, basis: days.basis)
    case .week:
      guard [.day, .week].contains(days.precision) else { return nil }
      return week(days.first.adding(days: 7 * count), basis: days.basis)
    case .month:
      guard days.precision != .year else { return nil }
      let first = days.first.firstOfMonth(adding: count)
      return Days(first: first, last: first.lastOfMonth, precision: .month, basis: days.basis)
    case .year: return year(days.first.year + count, basis: days.basis)
    }
  }

  /// The next such weekday after some days, or the last before them.
  static func weekday(_ weekday: Weekday, isAfter: Bool, from days: Days) -> Days {
    let date = isAfter ? days.last.next(weekday) : days.first.adding(days: -1).last(weekday)
    return Days(first: date, last: date, precision: .day, basis: days.basis)
  }

  /// A weekday as news means it: the last one up to publication, or of what is to come the next. "Last Thursday" is that of the
  /// week before where the week of publication already had one, or where it was yesterday, which would be called so.
  private func weekday(
    _ weekday: Weekday, _ direction: DateExpression.Direction, from reference: CalendarDate
  ) -> CalendarDate {
    switch direction {
    case .next: return reference.next(weekday)
    case .plain: return isAhead ? reference.next(weekday) : reference.last(weekday)
    case .last:
      let latest = reference.last(weekday)
      let isOfThisWeek = latest >= reference.last(.monday) || latest == reference.adding(days: -1)
      return isOfThisWeek ? latest.adding(days: -7) : latest
    }
  }

  private func saturday(_ direction: DateExpression.Direction, from reference: CalendarDate) -> CalendarDate {
    let latest = reference.last(.saturday)
    let isNow = reference.dayNumber - latest.dayNumber <= 1
    switch direction {
    case .plain: return isAhead && !isNow ? reference.next(.saturday) : latest
    case .last: return isNow ? latest.adding(days: -7) : latest
    case .next: return reference.next(.saturday)
    }
  }

  /// The day of that name that is nearest to the reference on its side, or the next day; where its weekday is told, one that fits.
  private func nearest(month: Int, day: Int, weekday: Weekday?, to reference: CalendarDate) -> CalendarDate? {
    let reach = month == 2 && day == 29 ? 8 : 1
    let days = (-reach...reach).compactMap { CalendarDate(year: reference.year + $0, month: month, day: day) }
    let onSide =
      isAhead ? days.filter { $0 >= reference } : days.filter { $0 <= reference.adding(days: 1) }.reversed()
    return onSide.first { weekday == nil || $0.weekday == weekday } ?? days.first { $0.weekday == weekday }
      ?? onSide.first
  }

  private func dayOfSomeMonth(_ day: Int, months: Int?, from reference: CalendarDate) -> CalendarDate? {
    func date(_ months: Int) -> CalendarDate? {
      let first = reference.firstOfMonth(adding: months)
      return CalendarDate(year: first.year, month: first.month, day: day)
    }
    if let months { return date(months) }
    return isAhead
      ? (0...2).compactMap(date).first { $0 >= reference } : [0, -1, -2].compactMap(date).first { $0 <= reference }
  }
}

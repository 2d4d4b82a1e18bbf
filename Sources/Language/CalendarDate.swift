/// A day of the Gregorian calendar. It knows no clock and no time zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// The year, month (1 ... 12) and day (1 ... 31) of the Gregorian calendar.
  public let year: Int
  /// 1 ... 12
  public let month: Int
  /// 1 ... 31
  public let day: Int

  /// Nil where there is no such day, or the year is not 1 ... 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// From `2024-04-19`; text behind the day (a time) is passed over.
  public init?(iso text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count >= 10, parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    if let next = text.dropFirst(10).first, next != "T", next != " " { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01. Source: H. Hinnant, chrono-compatible low-level date algorithms.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day `dayNumber` days after 1970-01-01; nil outside the years 1 ... 9999.
  public init?(dayNumber: Int) {
    guard (-1_000_000...4_000_000).contains(dayNumber) else { return nil }
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day so many days later, or earlier for negative numbers; the same day where the calendar ends.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber &+ days) ?? self }

  /// The first day of the month `months` after this one's.
  public func firstOfMonth(adding months: Int = 0) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    return CalendarDate(year: count / 12, month: count % 12 + 1, day: 1) ?? self
  }

  /// The last day of its month.
  public var lastOfMonth: CalendarDate {
    CalendarDate(year: year, month: month, day: Self.daysInMonth(month, year: year)) ?? self
  }

  /// The day of the week.
  public var weekday: Weekday { Weekday(rawValue: ((dayNumber + 3) % 7 + 7) % 7) ?? .monday }

  /// The last such weekday up to this day, this day included.
  public func last(_ weekday: Weekday) -> CalendarDate {
    adding(days: -((self.weekday.rawValue - weekday.rawValue + 7) % 7))
  }

  /// The first such weekday after this day.
  public func next(_ weekday: Weekday) -> CalendarDate {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 6) % 7 + 1)
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2024-04-19`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// Days of the week as ISO 8601 orders them, Monday first.
public enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

/// A date as a text puts it, before anyone knows which day it is.
public struct DateExpression: Hashable, Sendable {
  /// What the words mean, before anybody decides which day it is.
  public enum Meaning: Hashable, Sendable {
    /// `Dec. 18, 2023`
    case day(CalendarDate)
    /// `April 13`
    case dayOfMonth(month: Int, day: Int)
    /// `the 14th`; with `months`, so many months from the present one: `the 5th of this month`.
    case dayNumber(Int, months: Int?)
    /// `May 2011`
    case month(month: Int, year: Int?)
    /// `April last year`, `April 13 last year`: so many years from the present one.
    case ofYear(month: Int, day: Int?, years: Int)
    /// `in 2011`
    case year(Int)
    case weekday(Weekday, Direction)
    /// `Friday of last week`: so many weeks from the present one.
    case weekdayOfWeek(Weekday, weeks: Int)
    /// Saturday and Sunday.
    case weekend(Direction)
    /// Days from publication: today 0, yesterday -1.
    case days(Int)
    /// Weeks, months or years from the present one: last week -1.
    case weeks(Int)
    case months(Int)
    case years(Int)
    /// `the past two weeks`: from so long ago up to publication.
    case past(Int, Unit)
    /// `two days earlier`: so long after another day of the text, before it where negative.
    case anchored(Int, Unit)
    /// `the following Sunday`: the next such weekday after another day of the text, or the last before it.
    case anchoredWeekday(Weekday, isAfter: Bool)
    /// `a few days ago`; the day on which an anniversary is kept: no day that could be told.
    case vague
  }

  /// Whether the words point back ("last"), to the day at hand ("this") or forward ("next").
  public enum Direction: Hashable, Sendable {
    /// "on Friday": the last or, of what is to come, the next
    case plain
    /// "last Friday"
    case last
    /// "next Friday"
    case next
  }

  /// The unit in which the words count.
  public enum Unit: Hashable, Sendable {
    case day, week, month, year
  }

  /// What the words mean.
  public var meaning: Meaning
  /// The last day where it is a range: "Saturday night into Sunday", "April 13-14".
  public var end: Meaning?
  /// The weekday said with a day: "Friday, April 19".
  public var weekday: Weekday?
  /// What the day is reckoned from where the text names it: "a week after ‹the fire on Friday›". Tokens of the document.
  public var anchor: Range<Int>?
  /// Tokens of the document.
  public var tokens: Range<Int>
  /// The sentence of the document that holds it.
  public var sentence: Int
}

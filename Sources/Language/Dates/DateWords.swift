/// The words of dates, folded.
enum DateWords {
  static let months: [String: Int] = [
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
  ]

  static let weekdays: [String: Weekday] = [
    "monday": .monday, "tuesday": .tuesday, "wednesday": .wednesday, "thursday": .thursday, "friday": .friday,
    "saturday": .saturday, "sunday": .sunday, "mon": .monday, "tue": .tuesday, "tues": .tuesday, "wed": .wednesday,
    "thu": .thursday, "thurs": .thursday, "fri": .friday,
  ]

  static let days: [String: Int] = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1]

  static let units: [String: DateExpression.Unit] = [
    "day": .day, "days": .day, "night": .day, "nights": .day, "week": .week, "weeks": .week, "fortnight": .week,
    "month": .month, "months": .month, "year": .year, "years": .year,
  ]

  static let partsOfDay: Set<String> = [
    "morning", "afternoon", "evening", "night", "midnight", "midday", "dawn", "noon", "lunchtime",
  ]

  /// Words before a month that make it a date and no name or verb.
  static let beforeMonth: Set<String> = [
    "in", "since", "last", "next", "this", "until", "till", "early", "late", "mid", "by", "of", "from", "to", "through",
    "during", "between", "before", "after", "around", "throughout",
  ]

  /// Days of the calendar that have names, by their words.
  static let namedDays: [(words: [String], month: Int, day: Int)] = [
    (["christmas", "day"], 12, 25), (["christmas", "eve"], 12, 24), (["boxing", "day"], 12, 26),
    (["new", "year", "eve"], 12, 31), (["new", "years", "eve"], 12, 31), (["new", "year", "day"], 1, 1),
    (["new", "years", "day"], 1, 1), (["may", "day"], 5, 1),
  ]

  /// A count that is none: "several days ago".
  static let vagueCounts: Set<String> = ["few", "several", "some", "many", "couple"]

  /// By the hash of its token 1 for every word that a date may begin with, 2 for other units of time.
  static let openings: WordTable = {
    var table = WordTable(capacity: openers.count + units.count)
    func hash(_ word: String) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer(NameHash.word) }
    for unit in units.keys { table[hash(unit)] = 2 }
    for opener in openers { table[hash(opener)] = 1 }
    return table
  }()

  private static let openers: Set<String> = Set(months.keys).union(weekdays.keys).union(days.keys).union(vagueCounts)
    .union(namedDays.map { $0.words[0] }).union(NumberWords.names)
    .union([
      "last", "next", "this", "past", "coming", "previous", "following", "preceding", "same", "that", "day", "night",
      "week", "month", "year", "overnight", "weekend", "recent", "days", "weeks", "months", "years", "decades", "a",
      "an",
      "more", "less",
    ])
}

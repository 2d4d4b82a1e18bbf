import Language
import TestSupport
import Testing

@Suite struct DateFinderTests {
  typealias Meaning = DateExpression.Meaning

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Meaning {
    CalendarDate(year: year, month: month, day: day).map { .day($0) } ?? .days(.max)
  }

  @Test(arguments: [
    ("It fell on ‹Dec. 18, 2023›, he said.", [day(2023, 12, 18)]),
    ("On ‹18 December 2023› it fell.", [day(2023, 12, 18)]),
    ("On ‹April 13 2024› it fell.", [day(2024, 4, 13)]), ("Filed ‹2024-04-13›.", [day(2024, 4, 13)]),
    ("On ‹April 13› it fell.", [.dayOfMonth(month: 4, day: 13)]),
    ("On ‹13 April› it fell.", [.dayOfMonth(month: 4, day: 13)]),
    ("On ‹April 1st› it fell.", [.dayOfMonth(month: 4, day: 1)]), ("on ‹Feb. 29›", [.dayOfMonth(month: 2, day: 29)]),
    ("in ‹May 2011›", [.month(month: 5, year: 2011)]), ("in ‹September, 2001›", [.month(month: 9, year: 2001)]),
    ("in ‹May›", [.month(month: 5, year: nil)]), ("since ‹March›", [.month(month: 3, year: nil)]),
    ("in ‹2011›", [.year(2011)]), ("‹Sept. 11, 2001›", [day(2001, 9, 11)]),
  ]) func calendarDates(marked: String, meanings: [Meaning]) { expect(marked, meanings) }

  @Test(
    arguments: [
      ("It fell on ‹Friday›.", [.weekday(.friday, .plain)]),
      ("It fell ‹last Friday›.", [.weekday(.friday, .last)]), ("It starts ‹next Sunday›.", [.weekday(.sunday, .next)]),
      ("‹Yesterday› it fell.", [.days(-1)]), ("It opens ‹tomorrow›.", [.days(1)]), ("‹earlier today›", [.days(0)]),
      ("‹last night›", [.days(-1)]), ("‹this morning›", [.days(0)]), ("‹last week›", [.weeks(-1)]),
      ("‹next month›", [.months(1)]), ("the ‹past year›", [.past(1, .year)]), ("‹this year›", [.years(0)]),
      ("‹two days ago›", [.days(-2)]), ("‹a week ago›", [.weeks(-1)]), ("‹twenty-five years ago›", [.years(-25)]),
      ("‹10 months ago›", [.months(-10)]), ("‹last April›", [.month(month: 4, year: nil)]),
    ] as [(String, [Meaning])]) func daysAsSeenFromPublication(marked: String, meanings: [Meaning])
  { expect(marked, meanings) }

  @Test(
    arguments: [
      ("from ‹Monday to Wednesday›", .weekday(.monday, .plain), .weekday(.wednesday, .plain)),
      ("‹Saturday night into Sunday›", .weekday(.saturday, .plain), .weekday(.sunday, .plain)),
      ("‹April 13-14›", .dayOfMonth(month: 4, day: 13), .dayOfMonth(month: 4, day: 14)),
      ("‹April 13–14›", .dayOfMonth(month: 4, day: 13), .dayOfMonth(month: 4, day: 14)),
      ("‹April 13 and 14›", .dayOfMonth(month: 4, day: 13), .dayOfMonth(month: 4, day: 14)),
      ("‹April 30 to May 2›", .dayOfMonth(month: 4, day: 30), .dayOfMonth(month: 5, day: 2)),
    ] as [(String, Meaning, Meaning)]) func ranges(marked: String, first: Meaning, last: Meaning) throws
  {
    let found = try #require(expect(marked, [first]).first)
    #expect(found.end == last)
  }

  @Test(arguments: [
    "He may go.", "They march on.", "May I?", "March!", "a second later", "It sat there.", "40 people",
    "2011 people", "the wed couple", "Week after week", "the last man", "sun and mon", "he ran 5 miles", "",
    "He drove a 2004 Honda Civic.", "The 2005 Toyota hit a tree.", "the 2000 residents", "from 2100 to 2200 hours",
    "He reads the Sunday Times.", "every Friday", "Bloody Sunday", "Jan Brewer said so.", "April Smith left.",
    "a 10-day walk",
    "on the 14th floor", "the 21st century", "room 12/13/14", "3-2", "5.5.5", "12/11/2024", "a day care centre",
  ]) func wordsThatOnlyLookLikeDates(text: String) { expect(text, []) }

  @Test(
    arguments: [
      ("In ‹March› 2.3 million people fled.", [.month(month: 3, year: nil)]),
      ("By ‹April› 1.5 tons were gone.", [.month(month: 4, year: nil)]),
    ] as [(String, [Meaning])]) func numbersThatAreNoDays(marked: String, meanings: [Meaning])
  { expect(marked, meanings) }

  @discardableResult
  private func expect(
    _ marked: String, _ meanings: [Meaning], at location: SourceLocation = #_sourceLocation
  ) -> [DateExpression] {
    let document = Document(MarkedText.read(marked).text)
    let found = DateFinder(document).dates()
    let spans = found.map { document.bytes(of: $0.tokens) }
    #expect(MarkedText.write(document.text, spans) == marked, sourceLocation: location)
    #expect(found.map(\.meaning) == meanings, sourceLocation: location)
    return found
  }
}

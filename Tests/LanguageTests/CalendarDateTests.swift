import Language
import Testing

@Suite struct CalendarDateTests {
  @Test(
    arguments: [
      ("1970-01-01", 0, .thursday), ("2000-02-29", 11_016, .tuesday), ("2024-04-19", 19_832, .friday),
      ("1969-12-31", -1, .wednesday), ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
      ("1900-03-01", -25_508, .thursday), ("2100-02-28", 47_540, .sunday),
    ] as [(String, Int, Weekday)])
  func knownDays(text: String, number: Int, weekday: Weekday) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
    #expect(CalendarDate(dayNumber: number) == date)
  }

  @Test func daysGoThereAndBackFromYear1To9999() throws {
    var previous: CalendarDate?
    for number in stride(from: -719_162, through: 2_932_896, by: 89) {
      let date = try #require(CalendarDate(dayNumber: number))
      #expect(date.dayNumber == number)
      #expect(CalendarDate(iso: date.description) == date)
      #expect(date.weekday.rawValue == (number + 719_162) % 7)
      if let previous { #expect(previous < date) }
      previous = date
    }
  }

  @Test(arguments: [
    (2023, 2, 29), (2100, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 32), (0, 1, 1),
    (10_000, 1, 1), (2024, -1, 1),
  ]) func daysThatAreNoneAreNil(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [Int.min, -719_163, 2_932_897, Int.max]) func numbersBeyondTheCalendarAreNil(number: Int) {
    #expect(CalendarDate(dayNumber: number) == nil)
  }

  @Test(arguments: ["2024-04-19T10:30:00Z", "2024-04-19 10:30"]) func aTimeBehindTheDayIsPassedOver(text: String) {
    #expect(CalendarDate(iso: text)?.description == "2024-04-19")
  }

  @Test(arguments: [
    "", "2024", "2024-04", "2024-4-19", "19-04-2024", "2024/04/19", "2024-04-19x", "2024-02-30", "2024-+4-19",
    "+024-04-19",
    "٢٠٢٤-٠٤-١٩", "2024-04-", "----------", "2024--4-19", " 2024-04-19", "2024-04-190",
  ]) func whatIsNoDayOfISO8601IsNil(text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func weekdaysBeforeAndAfter() throws {
    let friday = try #require(CalendarDate(iso: "2024-04-19"))
    let last = Weekday.allCases.map { friday.last($0).day }
    let next = Weekday.allCases.map { friday.next($0).day }
    #expect(last == [15, 16, 17, 18, 19, 13, 14])
    #expect(next == [22, 23, 24, 25, 26, 20, 21])
  }

  @Test(arguments: [
    ("2024-01-31", -1, "2023-12-01", "2024-01-31"), ("2024-02-10", 1, "2024-03-01", "2024-02-29"),
    ("2023-12-05", 1, "2024-01-01", "2023-12-31"), ("2023-02-05", -14, "2021-12-01", "2023-02-28"),
    ("9999-12-05", 0, "9999-12-01", "9999-12-31"), ("0001-01-05", 0, "0001-01-01", "0001-01-31"),
  ]) func monthsBeginAndEnd(text: String, months: Int, first: String, last: String) throws {
    let date = try #require(CalendarDate(iso: text))
    #expect(date.firstOfMonth(adding: months).description == first)
    #expect(date.lastOfMonth.description == last)
  }
}

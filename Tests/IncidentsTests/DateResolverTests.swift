import Language
import TestSupport
import Testing

@testable import Incidents

/// What the dates of news mean: the words, the day of publication, the days.
@Suite struct DateResolverTests {
  /// One line: `text with ‹the words› | published | start | end | precision | basis`; `-` for none. A `+` before the day of
  /// publication says that the event is ahead. 2024-04-19 is a Friday, 1990-01-03 a Wednesday, 2009-03-16 a Monday.
  struct Row: CustomStringConvertible, Sendable {
    var line: String
    var marked: String
    var published: CalendarDate?
    var isAhead: Bool
    var expected: [String]
    var description: String { line }
  }

  private static func rows(_ table: String) -> [Row] {
    table.split(separator: "\n").map { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      let day = cells[1].hasPrefix("+") ? String(cells[1].dropFirst()) : cells[1]
      return Row(
        line: String(line), marked: cells[0], published: CalendarDate(iso: day), isAhead: cells[1].hasPrefix("+"),
        expected: Array(cells[2...]))
    }
  }

  static let weekdays = rows(
    """
    A blast hit the town on ‹Friday›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    A blast hit the town on ‹Saturday›. | 2024-04-19 | 2024-04-13 | 2024-04-13 | day | publication
    Two died ‹Thursday› in the raid. | 2024-04-19 | 2024-04-18 | 2024-04-18 | day | publication
    ‹Monday›'s attack killed two. | 2024-04-19 | 2024-04-15 | 2024-04-15 | day | publication
    The march is on ‹Monday›. | +2024-04-19 | 2024-04-22 | 2024-04-22 | day | publication
    He was shot ‹last Monday›. | 2024-04-19 | 2024-04-08 | 2024-04-08 | day | publication
    He was shot ‹last Saturday›. | 2024-04-19 | 2024-04-13 | 2024-04-13 | day | publication
    He was shot ‹last Sunday›. | 2009-03-16 | 2009-03-08 | 2009-03-08 | day | publication
    He was shot ‹last Friday›. | 2009-03-16 | 2009-03-13 | 2009-03-13 | day | publication
    Voters go out ‹next Sunday›. | +2024-04-19 | 2024-04-21 | 2024-04-21 | day | publication
    They march ‹this coming Tuesday›. | +2024-04-19 | 2024-04-23 | 2024-04-23 | day | publication
    It burned ‹this past Tuesday›. | 2024-04-19 | 2024-04-16 | 2024-04-16 | day | publication
    It burned on ‹Friday last week›. | 2024-04-19 | 2024-04-12 | 2024-04-12 | day | publication
    It burned on ‹Friday of last week›. | 2024-04-19 | 2024-04-12 | 2024-04-12 | day | publication
    It burned on ‹Monday of this week›. | 2024-04-19 | 2024-04-15 | 2024-04-15 | day | publication
    It burned ‹last week on Friday›. | 2024-04-19 | 2024-04-12 | 2024-04-12 | day | publication
    A blast hit the town on ‹Friday›. | - | - | - | unknown | -
    """)

  static let partsOfDay = rows(
    """
    Police found him ‹early Sunday›. | 2009-03-23 | 2009-03-22 | 2009-03-22 | day | publication
    It crashed ‹early Thursday morning›. | 2009-03-27 | 2009-03-26 | 2009-03-26 | day | publication
    It crashed ‹Friday night›. | 2009-03-31 | 2009-03-27 | 2009-03-27 | day | publication
    It crashed on ‹Saturday afternoon›. | 2009-03-31 | 2009-03-28 | 2009-03-28 | day | publication
    Shells fell before dawn on ‹Friday›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    Shells fell at dawn ‹today›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    Shells fell ‹this morning›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    Shells fell ‹early this morning›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    A man was shot ‹this afternoon›. | 2009-03-31 | 2009-03-31 | 2009-03-31 | day | publication
    Shells fell ‹last night›. | 2024-04-19 | 2024-04-18 | 2024-04-18 | day | publication
    Shells fell ‹late last night›. | 2024-04-19 | 2024-04-18 | 2024-04-18 | day | publication
    Shells fell ‹yesterday›. | 2024-04-19 | 2024-04-18 | 2024-04-18 | day | publication
    A clash ‹yesterday afternoon› killed one. | 1990-01-03 | 1990-01-02 | 1990-01-02 | day | publication
    Shells fell ‹earlier today›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    Shells fell ‹earlier on Friday›. | 2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    They march ‹tomorrow›. | +2024-04-19 | 2024-04-20 | 2024-04-20 | day | publication
    They march ‹tomorrow evening›. | +2024-04-19 | 2024-04-20 | 2024-04-20 | day | publication
    The rally is ‹tonight›. | +2024-04-19 | 2024-04-19 | 2024-04-19 | day | publication
    It was held the ‹day before yesterday›. | 2024-04-19 | 2024-04-17 | 2024-04-17 | day | publication
    Police held 31 people ‹overnight›. | 2009-03-20 | 2009-03-19 | 2009-03-20 | day | publication
    Drones flew ‹overnight into Friday›. | 2024-04-19 | 2024-04-18 | 2024-04-19 | day | publication
    Drones flew ‹overnight on Thursday›. | 2024-04-19 | 2024-04-18 | 2024-04-19 | day | publication
    Drones flew ‹Saturday night into Sunday›. | 2024-04-19 | 2024-04-13 | 2024-04-14 | day | publication
    Drones flew ‹late Saturday and early Sunday›. | 2024-04-19 | 2024-04-13 | 2024-04-14 | day | publication
    Drones flew ‹Saturday night into Sunday›. | 2024-04-20 | 2024-04-13 | 2024-04-14 | day | publication
    Shells fell on the morning of ‹April 3›. | 2024-04-19 | 2024-04-03 | 2024-04-03 | day | publication
    """)

  static let calendar = rows(
    """
    It fell on ‹April 1›. | 2024-04-19 | 2024-04-01 | 2024-04-01 | day | publication
    It fell on ‹April 1, 2024›. | - | 2024-04-01 | 2024-04-01 | day | stated
    It fell on ‹1 April 2024›. | 2025-01-01 | 2024-04-01 | 2024-04-01 | day | stated
    It fell on the ‹1st of April›. | 2024-04-19 | 2024-04-01 | 2024-04-01 | day | publication
    It fell on ‹1st April 2024›. | - | 2024-04-01 | 2024-04-01 | day | stated
    It fell on ‹Dec. 11›. | 2009-03-30 | 2008-12-11 | 2008-12-11 | day | publication
    It fell on ‹Dec. 11, 2007›. | 2009-03-30 | 2007-12-11 | 2007-12-11 | day | stated
    The vote is on ‹May 2›. | +2024-04-19 | 2024-05-02 | 2024-05-02 | day | publication
    The vote is on ‹January 2›. | +2024-12-19 | 2025-01-02 | 2025-01-02 | day | publication
    It fell on ‹Friday, April 12›. | 2024-04-19 | 2024-04-12 | 2024-04-12 | day | publication
    It fell on ‹Saturday, March 21, 2009›. | 2009-03-24 | 2009-03-21 | 2009-03-21 | day | stated
    It fell on ‹Tuesday 2 January›. | 1990-01-03 | 1990-01-02 | 1990-01-02 | day | publication
    It fell on ‹Tuesday (April 2)›. | 2024-04-19 | 2024-04-02 | 2024-04-02 | day | publication
    It fell on ‹April 13 last year›. | 2024-04-19 | 2023-04-13 | 2023-04-13 | day | publication
    It fell on ‹December 13 last year›. | 2024-04-19 | 2023-12-13 | 2023-12-13 | day | publication
    It fell on the ‹14th›, he said. | 2024-04-19 | 2024-04-14 | 2024-04-14 | day | publication
    It fell on the ‹24th›. | 2024-04-19 | 2024-03-24 | 2024-03-24 | day | publication
    It fell on the ‹5th of this month›. | 2024-04-19 | 2024-04-05 | 2024-04-05 | day | publication
    It fell on ‹Christmas Day›. | 2024-04-19 | 2023-12-25 | 2023-12-25 | day | publication
    It fell on ‹New Year's Eve›. | 2024-04-19 | 2023-12-31 | 2023-12-31 | day | publication
    It fell on ‹February 29›. | 2025-04-19 | 2024-02-29 | 2024-02-29 | day | publication
    It fell on ‹April 1›. | - | - | - | unknown | -
    """)

  static let numeric = rows(
    """
    The clash of ‹30 DEC 89› was told late. | 1990-01-03 | 1989-12-30 | 1989-12-30 | day | stated
    THE CLASH OF ‹JUNE 11 89› WAS TOLD LATE. | - | 1989-06-11 | 1989-06-11 | day | stated
    THE CLASH OF ‹2 JAN 04› WAS TOLD LATE. | - | 2004-01-02 | 2004-01-02 | day | stated
    Filed ‹19/04/2024› by hand. | - | 2024-04-19 | 2024-04-19 | day | stated
    Filed ‹04/19/2024› by hand. | - | 2024-04-19 | 2024-04-19 | day | stated
    Filed ‹19.04.2024› by hand. | - | 2024-04-19 | 2024-04-19 | day | stated
    Filed ‹2024/04/19› by hand. | - | 2024-04-19 | 2024-04-19 | day | stated
    Filed ‹2024-04-19› by hand. | - | 2024-04-19 | 2024-04-19 | day | stated
    Filed ‹05/05/2024› by hand. | - | 2024-05-05 | 2024-05-05 | day | stated
    Filed ‹19-04-2024› by hand. | - | 2024-04-19 | 2024-04-19 | day | stated
    """)

  static let wide = rows(
    """
    It fell in ‹March›. | 2024-04-19 | 2024-03-01 | 2024-03-31 | month | publication
    It fell in ‹September›. | 2009-03-30 | 2008-09-01 | 2008-09-30 | month | publication
    It fell in ‹July 2008›. | 2009-03-31 | 2008-07-01 | 2008-07-31 | month | stated
    It fell ‹last August›. | 2009-03-15 | 2008-08-01 | 2008-08-31 | month | publication
    It fell in ‹March last year›. | 2024-04-19 | 2023-03-01 | 2023-03-31 | month | publication
    It fell in ‹November of last year›. | 2024-04-19 | 2023-11-01 | 2023-11-30 | month | publication
    It fell in ‹early March›. | 2024-04-19 | 2024-03-01 | 2024-03-31 | month | publication
    It fell in ‹mid-March›. | 2024-04-19 | 2024-03-01 | 2024-03-31 | month | publication
    It fell in ‹late December 2012›. | - | 2012-12-01 | 2012-12-31 | month | stated
    It fell in ‹February›. | 2024-02-19 | 2024-02-01 | 2024-02-29 | month | publication
    The ‹July› bombings shook it. | 2024-09-19 | 2024-07-01 | 2024-07-31 | month | publication
    It fell ‹last week›. | 2009-03-15 | 2009-03-02 | 2009-03-08 | week | publication
    It fell ‹earlier this week›. | 2024-04-19 | 2024-04-15 | 2024-04-21 | week | publication
    It fell ‹earlier this month›. | 2024-04-19 | 2024-04-01 | 2024-04-30 | month | publication
    It fell ‹earlier this year›. | 2024-04-19 | 2024-01-01 | 2024-12-31 | year | publication
    It fell ‹late last month›. | 2024-04-19 | 2024-03-01 | 2024-03-31 | month | publication
    It fell ‹last month›. | 2024-01-19 | 2023-12-01 | 2023-12-31 | month | publication
    It fell ‹last year›. | 2024-04-19 | 2023-01-01 | 2023-12-31 | year | publication
    The race is ‹next month›. | +2024-12-19 | 2025-01-01 | 2025-01-31 | month | publication
    It fell in ‹2011›. | 2024-04-19 | 2011-01-01 | 2011-12-31 | year | stated
    The ‹2004› tsunami killed many. | 2024-04-19 | 2004-01-01 | 2004-12-31 | year | stated
    It is to open in ‹2026›. | +2024-04-19 | 2026-01-01 | 2026-12-31 | year | stated
    It fell in ‹2026›. | 2024-04-19 | - | - | unknown | -
    It fell ‹last weekend›. | 2024-04-17 | 2024-04-13 | 2024-04-14 | week | publication
    It fell over the ‹weekend›. | 2024-04-15 | 2024-04-13 | 2024-04-14 | week | publication
    The race is ‹next weekend›. | +2024-04-17 | 2024-04-20 | 2024-04-21 | week | publication
    It rained for the ‹past 11 days›. | 2024-04-19 | 2024-04-08 | 2024-04-19 | month | publication
    It rained in the ‹last two weeks›. | 2024-04-19 | 2024-04-05 | 2024-04-19 | month | publication
    It rained for the ‹past week›. | 2024-04-19 | 2024-04-12 | 2024-04-19 | week | publication
    It fell in ‹March›. | - | - | - | unknown | -
    """)

  static let ago = rows(
    """
    It fell ‹two days ago›. | 2024-04-19 | 2024-04-17 | 2024-04-17 | day | publication
    It fell ‹three nights ago›. | 2024-04-19 | 2024-04-16 | 2024-04-16 | day | publication
    It fell ‹a week ago›. | 2024-04-19 | 2024-04-08 | 2024-04-14 | week | publication
    It fell ‹two months ago›. | 2024-04-19 | 2024-02-01 | 2024-02-29 | month | publication
    ‹Ten years ago› it fell. | 2009-03-16 | 1999-01-01 | 1999-12-31 | year | publication
    It fell ‹18 months ago›. | 2024-04-19 | 2022-10-01 | 2022-10-31 | month | publication
    It fell ‹a few days ago›. | 2024-04-19 | - | - | unknown | -
    It fell ‹several weeks ago›. | 2024-04-19 | - | - | unknown | -
    It fell ‹years ago›. | 2024-04-19 | - | - | unknown | -
    It fell ‹more than two years ago›. | 2024-04-19 | - | - | unknown | -
    It fell in ‹recent weeks›. | 2024-04-19 | - | - | unknown | -
    """)

  static let ranges = rows(
    """
    It rained on ‹April 13-14›. | 2024-04-19 | 2024-04-13 | 2024-04-14 | day | publication
    It rained on ‹April 13–14, 2024›. | - | 2024-04-13 | 2024-04-14 | day | stated
    It rained on ‹13-14 April›. | 2024-04-19 | 2024-04-13 | 2024-04-14 | day | publication
    It rained on ‹13 and 14 April 2024›. | - | 2024-04-13 | 2024-04-14 | day | stated
    It rained on ‹April 13 and 14›. | 2024-04-19 | 2024-04-13 | 2024-04-14 | day | publication
    It rained from ‹April 30 to May 2›. | 2024-05-19 | 2024-04-30 | 2024-05-02 | day | publication
    It rained from ‹30 December to 2 January›. | 2024-01-19 | 2023-12-30 | 2024-01-02 | day | publication
    It rained from ‹April 30 to May 2, 2024›. | - | 2024-04-30 | 2024-05-02 | day | stated
    It rained from ‹Monday to Wednesday›. | 2024-04-19 | 2024-04-15 | 2024-04-17 | day | publication
    It rained ‹Monday through Wednesday›. | 2024-04-19 | 2024-04-15 | 2024-04-17 | day | publication
    It rained between ‹Friday and Sunday›. | 2024-04-16 | 2024-04-12 | 2024-04-14 | day | publication
    It rained on ‹Friday and Saturday›. | 2024-04-16 | 2024-04-12 | 2024-04-13 | day | publication
    They strike from ‹Monday to Wednesday›. | +2024-04-19 | 2024-04-22 | 2024-04-24 | day | publication
    It raged from ‹2003 to 2005›. | 2024-04-19 | 2003-01-01 | 2005-12-31 | year | stated
    It raged from ‹March to May 2011›. | - | 2011-03-01 | 2011-05-31 | month | stated
    THE NIGHT OF ‹14-15 JANUARY› WAS LONG. | 1990-01-20 | 1990-01-14 | 1990-01-15 | day | publication
    """)

  static let anchored = rows(
    """
    It was sold on April 10. ‹Two days earlier› it burned. | 2024-04-19 | 2024-04-08 | 2024-04-08 | day | publication
    It was sold on April 10. It burned ‹two days later›. | 2024-04-19 | 2024-04-12 | 2024-04-12 | day | publication
    It was sold on Monday. It burned the ‹next day›. | 2024-04-19 | 2024-04-16 | 2024-04-16 | day | publication
    It was sold on Monday. It burned the ‹following day›. | 2024-04-19 | 2024-04-16 | 2024-04-16 | day | publication
    It was sold on Monday. It burned the ‹day before›. | 2024-04-19 | 2024-04-14 | 2024-04-14 | day | publication
    It was sold on Monday. It burned the ‹previous day›. | 2024-04-19 | 2024-04-14 | 2024-04-14 | day | publication
    It was sold on Monday. It burned ‹that night›. | 2024-04-19 | 2024-04-15 | 2024-04-15 | day | publication
    It was sold on Monday. It burned the ‹same day›. | 2024-04-19 | 2024-04-15 | 2024-04-15 | day | publication
    It was sold on Monday. It burned ‹later that day›. | 2024-04-19 | 2024-04-15 | 2024-04-15 | day | publication
    It burned on April 1. He left ‹a week after› the fire. | 2024-04-19 | 2024-04-08 | 2024-04-14 | week | publication
    It burned on April 1. He left ‹a day after› the fire. | 2024-04-19 | 2024-04-02 | 2024-04-02 | day | publication
    He left on Sunday, ‹a day after› being stung. | 2009-03-23 | 2009-03-21 | 2009-03-21 | day | publication
    ‹A day after› a quake hit, rescuers on Sunday dug. | 2009-03-23 | 2009-03-21 | 2009-03-21 | day | publication
    He was held ‹two days after› the fire on Friday. | 2024-04-25 | 2024-04-21 | 2024-04-21 | day | publication
    ‹A day after› a quake hit, rescuers dug. | 2009-03-23 | 2009-03-22 | 2009-03-22 | day | publication
    It fell on May 3, 2011. It rose ‹a year later›. | - | 2012-01-01 | 2012-12-31 | year | stated
    It fell on May 3, 2011. It rose the ‹following month›. | - | 2011-06-01 | 2011-06-30 | month | stated
    It fell on 25 January. The ‹following Sunday› it rose. | 1989-02-06 | 1989-01-29 | 1989-01-29 | day | publication
    It fell on April 10. He was held the ‹preceding Friday›. | 2024-04-19 | 2024-04-05 | 2024-04-05 | day | publication
    It fell. It rose ‹two days later›. | - | - | - | unknown | -
    """)

  static let anniversaries = rows(
    """
    ‹Friday› marks the third anniversary of the blast. | 2024-04-19 | - | - | unknown | -
    The anniversary of the blast was kept on ‹Friday›. | 2024-04-19 | - | - | unknown | -
    He kept the anniversary of the ‹April 19, 1995›, blast. | 2024-04-19 | 1995-04-19 | 1995-04-19 | day | stated
    """)

  static let solved = rows(
    """
    On Saturday, April 13, it fell; by May 1, 2023, he knew. It rose on ‹Sunday›. | - | 2024-04-14 | 2024-04-14 | day | solved
    It ended on April 1, 2024. It began on ‹Saturday, April 13›. | - | 2024-04-13 | 2024-04-13 | day | solved
    It ended on April 1, 2024. It began on ‹April 13›. | - | - | - | unknown | -
    """)

  @Test(
    arguments: [weekdays, partsOfDay, calendar, numeric, wide, ago, ranges, anchored, anniversaries, solved].flatMap {
      $0
    })
  func meansTheseDays(row: Row) throws {
    let (text, spans) = MarkedText.read(row.marked)
    let document = Document(text)
    let dates = DateFinder(document).dates()
    let words = dates.map { document.text(ofTokens: $0.tokens) }
    let span = try #require(spans.first)
    let expression = try #require(dates.first { document.bytes(of: $0.tokens) == span }, "found \(words)")
    let resolver = DateResolver(dates: dates, publication: row.published)
    let date = resolver.resolve(expression, isAhead: row.isAhead, text: document.text(ofTokens: expression.tokens))
    #expect(
      [
        date.start?.description ?? "-", date.end?.description ?? "-", date.precision.rawValue,
        date.basis?.rawValue ?? "-",
      ] == row.expected)
    #expect(date.text == document.text(ofBytes: span))
  }

  /// The same words in capitals mean the same.
  @Test(arguments: [weekdays, partsOfDay, calendar, numeric, wide, ago, ranges, anchored].flatMap { $0 })
  func capitalsMeanTheSame(row: Row) throws {
    var shouted = row
    shouted.marked = row.marked.uppercased()
    try meansTheseDays(row: shouted)
  }

}

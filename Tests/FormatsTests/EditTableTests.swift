import Coordinates
import DatelineKit
import Foundation
import Incidents
import TestSupport
import Testing

@testable import Formats

@Suite struct EditTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func table(_ text: String) throws -> EditTable {
    try EditTable(path: folder.write(text, to: "edits.csv"))
  }

  @Test func rowsOfDecisionsAreRead() throws {
    let table = try table(
      """
      \u{FEFF}article_id,site_id,review,longitude,latitude,type,location,geo_precision,radius_m,event_date,killed_min,incident_id
      story,story.1.1,accept,,,,,,,,,
      story,story.1.2,rejected,,,,,,,,,
      story,story.2.1,move,2.35,-48.85,,,2,3000,,,
      story,,add,35.2,31.25,shelling,"'=Arad, IL",,,2024-04-13,3,story.1
      story,story.3.1,unreviewed,,,,,,,,,
      story,story.3.2,,,,,,,,,,
      """)
    #expect(table.faults.total == 0)
    #expect(table.lines == [2, 3, 4, 5])
    #expect(table.edits.map(\.id) == ["story.1.1", "story.1.2", "story.2.1", "story.1"])
    #expect(
      table.edits.map(\.action) == [
        .accept, .reject, .move(to: Coordinate(longitude: 2.35, latitude: -48.85)),
        .add(at: Coordinate(longitude: 35.2, latitude: 31.25)),
      ])
    #expect(table.edits[2].precision == .near)
    #expect(table.edits[2].uncertainty?.metres == 3000)
    #expect(table.edits[3].location == "=Arad, IL")
    #expect(table.edits[3].type == .shelling)
    #expect(table.edits[3].details.start?.description == "2024-04-13")
    #expect(table.edits[3].details.casualties.killed == Casualties.Count(min: 3, max: nil))
  }

  @Test(
    arguments: [
      ("story,story.1.1,delete,,,,", "review: 'delete' is none of accept, reject, move, add"),
      (",story.1.1,accept,,,,", "article_id is empty"), ("story,,accept,,,,", "accept needs site_id or location"),
      ("story,story.1.1,move,2.35,,,", "move needs longitude and latitude"),
      ("story,story.1.1,move,2.35,north,,", "latitude: 'north' is no number"),
      ("story,story.1.1,move,200,10,,", "longitude 200.0, latitude 10.0 is nowhere on Earth"),
      ("story,,add,2.35,10,,", "add needs type or incident_id"),
      ("story,story.1.1,accept,,,,,,", "there are 9 cells for 7 columns"),
      ("story,story.1.1,move,2,3,,7", "geo_precision: 7 is none of 1, 2, 3, 4"),
    ] as [(String, String)]) func rowsThatAreWrongAreNamed(row: String, reason: String) throws
  {
    let table = try table(
      "article_id,site_id,review,longitude,latitude,type,geo_precision\nstory,story.9.9,accept,,,,\n\(row)\n")
    #expect(table.faults.first.map(\.line) == [3])
    #expect(table.faults.first.map(\.reason) == [reason])
    #expect(table.edits.count == 1)
  }

  @Test func anUnknownTypeIsNamedWithTheKnownOnes() throws {
    let table = try table("article_id,location,review,type\nstory,Arad,accept,war\n")
    let reason = try #require(table.faults.first.first?.reason)
    #expect(reason.hasPrefix("type: 'war' is none of air_strike, shelling, "))
  }

  @Test func aTableWithoutItsColumnsIsRefused() throws {
    #expect(throws: (any Error).self) { try table("article_id,site_id\nstory,story.1.1\n") }
    #expect(throws: (any Error).self) { try table("") }
  }
}

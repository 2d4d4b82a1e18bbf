import GeoJSON
import Incidents
import TestSupport
import Testing

@testable import DatelineKit
@testable import Formats

@Suite struct FlatRowTests {
  private let folder: TemporaryFolder
  private let report: Report
  private let rows: [FlatRow]

  init() throws {
    folder = try TemporaryFolder()
    report = try SampleReport.report(in: folder)
    rows = FlatRow.rows(of: report)
  }

  /// The schema, in its order.
  static let schema = """
    site_id incident_id article_id
    title description
    type type_family modality attribution event_type sub_event_type plover
    event_date end_date start_time end_time year time_precision date_precision date_text date_basis
    location admin2 admin1 country iso iso3 latitude longitude geo_precision radius_m relation reference distance_km \
    bearing_deg gazetteer gazetteer_id confidence
    actor1 actor2 victims
    killed_min killed_max injured_min injured_max missing_min missing_max site_index site_count
    notes notes_start notes_end text_sha256 source source_url source_date review
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test func everyRowHasAllColumnsInTheOrderOfTheSchema() {
    #expect(rows.count == 3)
    for row in rows { #expect(row.columns.map(\.key) == Self.schema) }
  }

  @Test func noColumnIsNested() {
    for member in rows.flatMap(\.columns) {
      switch member.value {
      case .array, .object: Issue.record("\(member.key) is nested")
      default: break
      }
    }
  }

  @Test func aRowTellsWhatIsKnown() {
    let expected: [(String, JSONValue)] = [
      ("site_id", "story.1.1"), ("incident_id", "story.1"), ("article_id", "story"), ("title", "Air strike in Isfahan"),
      ("description", "19 Apr 2024 · suspected: Israel · 7 killed · at least 12 injured"), ("type", "air_strike"),
      ("type_family", "strike"), ("modality", "occurred"), ("attribution", "suspected"),
      ("event_type", "Explosions/Remote violence"), ("sub_event_type", "Air/drone strike"),
      ("plover", "ASSAULT/aerial"),
      ("event_date", "2024-04-19"), ("end_date", "2024-04-19"), ("start_time", "2024-04-19T00:00:00"),
      ("end_time", "2024-04-19T23:59:59"), ("year", 2024), ("time_precision", 1), ("date_precision", "day"),
      ("date_text", "on Friday"), ("date_basis", "publication"), ("location", "Isfahan"), ("admin2", .null),
      ("admin1", "Isfahan Province"), ("country", "Iran"), ("iso", 364), ("iso3", "IRN"),
      ("latitude", .double(32.6522)),
      ("longitude", .double(51.6775)), ("geo_precision", 2), ("radius_m", 5_000), ("relation", "in"),
      ("reference", .null),
      ("distance_km", .null), ("bearing_deg", .null), ("gazetteer", "geonames"), ("gazetteer_id", "418863"),
      ("confidence", .double(0.812)), ("actor1", "Israel"), ("actor2", "a base"), ("victims", "soldiers; a cook"),
      ("killed_min", 7), ("killed_max", 7), ("injured_min", 12), ("injured_max", .null), ("missing_min", .null),
      ("missing_max", .null), ("site_index", 1), ("site_count", 2),
      ("notes", "Seven died in Isfahan and elsewhere in Iran on Friday."), ("notes_start", 0), ("notes_end", 54),
      ("text_sha256", .string(SHA256.digest(Array(MarkedText.read(SampleReport.marked).text.utf8)))),
      ("source", "example.org"),
      ("source_url", "https://example.org/story"), ("source_date", "2024-04-19"), ("review", "unreviewed"),
    ]
    for ((key, value), member) in zip(expected, rows[0].columns) {
      #expect(member.key == key)
      #expect(member.value == value, "\(key)")
    }
    #expect(expected.count == rows[0].columns.count)
  }

  @Test func whatIsNotKnownIsNull() {
    let unknown = [
      "description", "attribution", "event_type", "sub_event_type", "event_date", "end_date", "start_time", "end_time",
      "year", "time_precision", "date_precision", "date_text", "date_basis", "admin2", "admin1", "reference", "actor1",
      "actor2", "victims", "killed_min", "killed_max",
    ]
    for key in unknown { #expect(value(key, row: 2) == .null, "\(key)") }
    #expect(value("modality", row: 2) == "planned")
  }

  @Test func casualtiesStandOnce() {
    #expect(value("killed_min", row: 0) == 7)
    for key in Self.schema where key.hasPrefix("killed") || key.hasPrefix("injured") || key.hasPrefix("missing") {
      #expect(value(key, row: 1) == .null, "\(key)")
    }
    #expect(value("site_index", row: 1) == 2)
    #expect(value("site_count", row: 1) == 2)
  }

  @Test func aCountryIsNoPin() {
    #expect(rows[1].coordinate == nil)
    #expect(value("geo_precision", row: 1) == 4)
    #expect(value("latitude", row: 1) == .null)
    #expect(value("longitude", row: 1) == .null)
    #expect(value("country", row: 1) == "Iran")
  }

  @Test func actorsStandByTheirParts() throws {
    func row(_ actors: [Actor]) throws -> [JSONValue?] {
      var incident = try #require(report.incidents.first)
      incident.actors = actors
      let columns = try #require(FlatRow.rows(of: report.with([incident])).first).columns
      return ["actor1", "actor2", "victims"].map { key in columns.first { $0.key == key }?.value }
    }
    let (rebels, army) = (Actor(text: "rebels", role: .perpetrator), Actor(text: "the army", role: .perpetrator))
    let (base, crowd) = (Actor(text: "a base", role: .target), Actor(text: "a crowd", role: .target))
    #expect(try row([]) == [.null, .null, .null])
    #expect(try row([rebels, army]) == ["rebels", "the army", .null])
    #expect(try row([rebels, army, base]) == ["rebels; the army", "a base", .null])
    #expect(try row([base, crowd, crowd]) == [.null, "a base; a crowd", .null])
    #expect(try row([rebels, Actor(text: "a cook", role: .victim)]) == ["rebels", .null, "a cook"])
  }

  private func value(_ key: String, row: Int) -> JSONValue? { rows[row].columns.first { $0.key == key }?.value }
}

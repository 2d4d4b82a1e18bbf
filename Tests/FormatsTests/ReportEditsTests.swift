import Coordinates
import DatelineKit
import Incidents
import TestSupport
import Testing

@testable import Formats

/// What edits and selections make of a report's rows.
@Suite struct ReportEditsTests {
  private let folder: TemporaryFolder
  private let report: Report

  init() throws {
    folder = try TemporaryFolder()
    report = try SampleReport.report(in: folder)
  }

  private func ids(_ report: Report) -> [String] { FlatRow.rows(of: report).map(\.id) }

  private func value(_ key: String, _ row: FlatRow) -> String {
    guard let member = row.columns.first(where: { $0.key == key }) else { return "no such column" }
    return member.value.stringValue ?? member.value.doubleValue.map { "\($0)" } ?? "null"
  }

  @Test func whatIsRejectedIsGoneAndTheRestKeepsItsID() {
    let edit = SiteEdit(article: "story", id: "story.1.1", action: .reject)
    let (edited, unanswered) = report.edited(by: [edit])
    #expect(unanswered.isEmpty)
    #expect(ids(edited) == ["story.1.2", "story.2.1"])
    let rows = FlatRow.rows(of: edited)
    #expect(value("killed_min", rows[0]) == "7.0", "casualties stand on the first row left")
    #expect(value("site_index", rows[0]) == "1.0")
    #expect(edited.edited(by: [edit]).unanswered.isEmpty, "what is gone stays gone without complaint")
  }

  @Test func anIncidentWithoutSitesGoes() {
    let edits = ["story.1.1", "story.1.2"].map { SiteEdit(article: "story", id: $0, action: .reject) }
    #expect(ids(report.edited(by: edits).report) == ["story.2.1"])
  }

  @Test func aSiteIsFoundByNameWhereItsNumberChanged() {
    let edit = SiteEdit(article: "story", id: "story.7.1", action: .reject, location: "Isfahan", type: .airStrike)
    #expect(ids(report.edited(by: [edit]).report) == ["story.1.2", "story.2.1"])
    let other = SiteEdit(article: "story", id: "story.1.1", action: .reject, location: "Isfahan", type: .flood)
    #expect(ids(report.edited(by: [other]).report).count == 3)
  }

  @Test func acceptedAndMovedSitesSaySo() {
    let point = Coordinate(longitude: 2.5, latitude: 48.5)
    let (edited, _) = report.edited(by: [
      SiteEdit(article: "story", id: "story.1.1", action: .accept),
      SiteEdit(article: "story", id: "story.1.2", action: .move(to: Coordinate(longitude: 52, latitude: 33))),
      SiteEdit(article: "story", id: "story.2.1", action: .move(to: point), precision: .near),
    ])
    let rows = FlatRow.rows(of: edited)
    #expect(rows.map { value("review", $0) } == ["accepted", "moved", "moved"])
    #expect(rows[2].coordinate == point)
    #expect(value("geo_precision", rows[2]) == "2.0")
    #expect(rows[1].coordinate != nil, "a country that was moved to a point has one")
    #expect(ReportLines().incidents(edited).contains("\"review\":\"moved\""))
  }

  @Test func addedSitesStandBehindTheOthers() {
    let (edited, _) = report.edited(by: [
      SiteEdit(
        article: "story", id: nil, action: .add(at: Coordinate(longitude: 35.2, latitude: 31.26)), location: "Arad",
        type: .shelling,
        details: SiteEdit.Details(
          casualties: Casualties(killed: Casualties.Count(min: 1, max: 2), injured: nil, missing: nil))),
      SiteEdit(
        article: "story", id: "story.1", action: .add(at: Coordinate(longitude: 51.8, latitude: 32.7)),
        location: "Qahjaverestan"),
    ])
    #expect(ids(edited) == ["story.1.1", "story.1.2", "story.1.3", "story.2.1", "story.3.1"])
    let added = FlatRow.rows(of: edited)[4]
    #expect(value("country", added) == "Israel")
    #expect(value("type", added) == "shelling")
    #expect(value("killed_max", added) == "2.0")
    #expect(value("gazetteer_id", added) == "null")
    #expect(value("notes", added) == "null")
    #expect(value("review", added) == "added")
  }

  @Test func editsForNoSiteAreTold() {
    let (edited, unanswered) = report.edited(by: [
      SiteEdit(article: "other", id: "other.1.1", action: .accept),
      SiteEdit(article: "story", id: "story.9.1", action: .accept),
    ])
    #expect(unanswered == [1])
    #expect(ids(edited).count == 3)
  }

  @Test func selectingKeepsIDsAndWhatWasReviewed() {
    #expect(ids(report.selecting(types: [.protest])) == ["story.2.1"])
    #expect(ids(report.selecting(minConfidence: 0.8)) == ["story.1.1", "story.1.2"])
    #expect(ids(report.selecting(minConfidence: 0.95)).isEmpty)
    let (edited, _) = report.edited(by: [SiteEdit(article: "story", id: "story.2.1", action: .accept)])
    #expect(ids(edited.selecting(minConfidence: 0.95)) == ["story.2.1"])
  }
}

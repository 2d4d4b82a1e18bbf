import Incidents
import TestSupport
import Testing

@testable import DatelineKit
@testable import Formats

@Suite struct CommaTextTests {
  private let folder: TemporaryFolder
  private let report: Report
  private let rows: [FlatRow]
  private let text = CommaText(columns: RowColumn.all(withCodes: false))

  init() throws {
    folder = try TemporaryFolder()
    report = try SampleReport.report(in: folder)
    rows = FlatRow.rows(of: report)
  }

  @Test func columnsAreThoseOfTheRows() {
    let names = RowColumn.all(withCodes: false).map(\.name)
    for row in rows { #expect(row.columns.map(\.key) == names) }
    #expect(text.header == names.joined(separator: ",") + "\r\n")
    #expect(Set(names).count == names.count)
    let coded = RowColumn.all(withCodes: true).map(\.name)
    #expect(coded.filter { !names.contains($0) } == ["admin1_pcode", "admin2_pcode"])
    #expect(coded.firstIndex(of: "confidence").map { coded[$0 + 1] } == "admin1_pcode")
  }

  /// What stands in a column is of the kind that the column says.
  @Test func cellsAreOfTheKindOfTheirColumn() {
    for row in rows {
      for (column, member) in zip(RowColumn.all(withCodes: false), row.columns) {
        switch (member.value, column.kind) {
        case (.null, _), (.string, .text), (.int, .integer), (.double, .real), (.int, .real): break
        case (.string(let day), .date): #expect(day.count == 10, "\(column.name)")
        case (.string(let time), .time): #expect(time.count == 19, "\(column.name)")
        default: Issue.record("\(column.name): \(member.value)")
        }
      }
    }
  }

  @Test func everyColumnHasATag() {
    for column in RowColumn.all(withCodes: true) {
      #expect(column.hxl.first == "#" && !column.hxl.contains(" "), "\(column.name): \(column.hxl)")
    }
    let tags = RowColumn.all(withCodes: true).map(\.hxl)
    #expect(Set(tags).count == tags.count)
  }

  @Test(
    arguments: [
      ("plain", "plain"), ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\tx", "'\tx"), ("\rx", "'\rx"), ("＝1", "'＝1"), ("a=b", "a=b"), ("", ""), ("'x", "'x"),
    ] as [(String, String)]) func noCellIsAFormula(text: String, cell: String)
  {
    #expect(CommaText.harmless(text) == cell)
    #expect(CommaText.unquoted(cell) == text)
  }

  @Test func whatSeparatesIsQuoted() throws {
    var incident = try #require(report.incidents.first)
    incident.actors = [Actor(text: "a \"b\", c\r\nd", role: .perpetrator)]
    let line = text.row(try #require(FlatRow.rows(of: report.with([incident])).first))
    #expect(line.contains(",\"a \"\"b\"\", c\r\nd\","))
    #expect(line.hasSuffix("\r\n"))
  }

  @Test func typesAreThoseOfGDAL() {
    let types = text.types.split(separator: ",")
    #expect(types.count == RowColumn.all(withCodes: false).count)
    #expect(text.types.contains("\"CoordY\",\"CoordX\",\"Integer\""))
  }
}

import Foundation
import GeoJSON
import Testing

/// `--columns`, `--keep` and `--areas`.
@Suite(.serialized) struct ColumnTests {
  private let command: Command

  init() throws { command = try Command() }

  private static let story = """
    {"id": "one", "text": "A bomb blast in Isfahan killed 7 people on Friday.", "date": "2024-04-19", "desk": "world", "rank": 2, "tags": ["a"]}
    {"id": "two", "text": "Israeli jets carried out air strikes in Iran on Friday, killing 3 people.", "date": "2024-04-19", "desk": "=1+1"}
    {"id": "three", "text": "An earthquake near Arad, Israel, killed 5 people on Thursday.", "date": "2024-04-19"}

    """

  private func run(_ arguments: [String]) throws -> Command.Outcome {
    try command.run(["incidents"] + arguments, input: Self.story)
  }

  private func cells(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\r\n").map { line -> [String] in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ",", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func acledHasItsColumnsAndLeavesOutCountries() throws {
    let outcome = try run(["--format", "csv", "--columns", "acled"])
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints
        == "dateline: --columns acled: 2 rows left out: 1 known by their country only, 1 of a kind that it does not code\n"
    )
    #expect(
      outcome.output.hasPrefix(
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"))
    let rows = cells(outcome.output)
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row["event_id_cnty"] == "one.1.1")
    #expect(row["fatalities"] == "7")
    #expect(row["disorder_type"] == "Political violence")
    #expect(row["iso"] == "364")
    #expect(row.count == 31)
  }

  @Test(arguments: ["ucdp", "meltt", "timemap"]) func otherCodebooksHaveTheirs(codebook: String) throws {
    let expected = [
      "ucdp": ["date_prec": "1", "where_prec": "1", "best": "7", "low": "7", "high": "7", "date_start": "2024-04-19"],
      "meltt": ["date": "2024-04-19", "enddate": "2024-04-19", "event_tax": "bombing", "longitude": "51.6775"],
      "timemap": ["date": "2024-04-19", "category": "explosion", "location": "Isfahan", "latitude": "32.6522"],
    ]
    let row = try #require(cells(run(["--format", "csv", "--columns", codebook]).output).first)
    for (column, cell) in try #require(expected[codebook]) { #expect(row[column] == cell, "\(column)") }
  }

  @Test func profilesHoldInAllFormatsOfRows() throws {
    for format in ["geojson", "geojsonl", "geojsonseq", "kml"] {
      let text = try run(["--format", format, "--columns", "ucdp"]).output
      #expect(text.contains("where_prec") && !text.contains("geo_precision"), "\(format)")
    }
    #expect(try run(["--format", "gpkg", "--columns", "ucdp", "-o", "out.gpkg"]).status == 0)
    #expect(try String(decoding: command.bytes(of: "out.gpkg"), as: UTF8.self).contains("\"where_prec\" INTEGER"))
    let refused = try run(["--columns", "ucdp"])
    #expect(refused.status == 2)
  }

  @Test func fieldsOfTheArticleAreKept() throws {
    let outcome = try run(["--format", "csv", "--keep", "desk,rank,tags"])
    let rows = cells(outcome.output)
    #expect(rows.compactMap { $0["desk"] } == ["world", "'=1+1", ""], "nothing becomes a formula")
    #expect(rows.compactMap { $0["rank"] } == ["2", "", ""])
    #expect(rows[0]["tags"] == "[a]" || rows[0]["tags"] == "[\"a\"]")
    let feature = try #require(
      GeoJSONReader().object(run(["--format", "geojson", "--keep", "desk,none"]).output).features.first)
    #expect(feature["desk"] == .string("world"))
    #expect(feature["none"] == .null, "every row has every column")
    for (fields, word) in [("latitude", "latitude"), ("desk,Desk", "Desk")] {
      let refused = try run(["--format", "csv", "--keep", fields])
      #expect(refused.status == 2)
      #expect(refused.complaints.contains("--keep: there is a column \(word) already"))
    }
  }

  @Test func areasAreASecondFile() throws {
    let outcome = try run(["--format", "geojson", "-o", "points.geojson", "--areas", "areas.geojson"])
    #expect(outcome.status == 0)
    let points = try GeoJSONReader().object(command.read("points.geojson")).features
    let areas = try GeoJSONReader().object(command.read("areas.geojson")).features
    #expect(GeoJSONValidator().faults(in: Array(try command.read("areas.geojson").utf8)) == [])
    for feature in points {
      if case .point? = feature.geometry { continue }
      #expect(feature.geometry == nil)
    }
    #expect(areas.compactMap { $0["area"]?.stringValue } == ["country", "circle"])
    #expect(areas.compactMap { $0["article_id"]?.stringValue } == ["two", "three"])
    let iran = try #require(areas.first?.geometry)
    let longitudes = iran.positions.map(\.coordinate.longitude)
    let (west, east) = (try #require(longitudes.min()), try #require(longitudes.max()))
    #expect((44...45).contains(west) && (63...64).contains(east))
    guard case .polygon(let rings)? = areas.last?.geometry else {
      Issue.record("no circle")
      return
    }
    #expect(rings.count == 1 && rings[0].count == 65 && rings[0].first == rings[0].last)
  }
}

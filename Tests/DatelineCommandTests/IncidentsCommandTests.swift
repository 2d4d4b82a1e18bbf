import Foundation
import GeoJSON
import Testing

@Suite(.serialized) struct IncidentsCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  private static let story = """
    {"id": "=1", "text": "A bomb blast in Isfahan killed 7 people on Friday, \\"police\\" said.", "date": "2024-04-19"}
    {"id": "two", "text": "Shelling in Arad, Israel, wounded three people on Thursday.", "url": "https://www.example.org/2024/04/19/a"}
    {"id": "three", "text": "Israeli jets carried out air strikes in Iran on Friday, officials said.", "date": "2024-04-19"}
    {"id": "none", "text": "The ministers met in Paris and spoke about trade."}

    """

  private func run(_ arguments: [String], input: String = story) throws -> Command.Outcome {
    try command.run(["incidents"] + arguments, input: input)
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\r\n", omittingEmptySubsequences: true).map { line in
      var cells: [String] = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" { isQuoted.toggle() }
        if character == ",", !isQuoted { cells.append("") } else { cells[cells.count - 1].append(character) }
      }
      return cells
    }
  }

  @Test(arguments: ["geojson", "geojsonl", "geojsonseq"]) func featuresKeepToRFC7946(format: String) throws {
    let outcome = try run(["--format", format])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(GeoJSONValidator().faults(in: Array(outcome.output.utf8)) == [])
    let ids = try FeatureIDs(outcome.output, format: format).ids
    #expect(ids.count >= 3)
    #expect(ids.first == "=1.1.1")
  }

  @Test func allFormatsHaveTheSameColumns() throws {
    let header = try #require(rows(run(["--format", "csv"]).output).first)
    for format in ["geojson", "geojsonl"] {
      let text = try run(["--format", format]).output
      for feature in try FeatureIDs(text, format: format).features {
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(header))
        let start = try #require(text.firstRange(of: "\"properties\"")).upperBound
        let order = header.compactMap { text[start...].firstRange(of: "\"\($0)\":")?.lowerBound }
        #expect(order == order.sorted())
      }
    }
  }

  @Test func csvIsSafeAndHoldsAllRows() throws {
    let outcome = try run(["--format", "csv"])
    #expect(outcome.output.hasSuffix("\r\n"))
    let rows = rows(outcome.output)
    let features = try FeatureIDs(run(["--format", "geojson"]).output, format: "geojson").features
    #expect(rows.count == features.count + 1)
    #expect(rows.dropFirst().first?.prefix(3) == ["'=1.1.1", "'=1.1", "'=1"])
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(!outcome.output.hasPrefix("\u{FEFF}"))
  }

  @Test func excelAndHXLAreAddedWhereAsked() throws {
    let outcome = try run(["--format", "csv", "--excel", "--hxl", "-o", "out.csv"])
    #expect(outcome.status == 0)
    let text = try command.read("out.csv")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(command.folder.path)/out.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(rows(text)[1][0] == "#loc+id")
    #expect(try command.names(in: ".") == ["out.csv"])
  }

  @Test func csvToAFileHasItsTypesBesideIt() throws {
    #expect(try run(["--format", "csv", "-o", "out.csv"]).status == 0)
    #expect(try command.names(in: ".") == ["out.csv", "out.csvt"])
    let header = try #require(rows(command.read("out.csv")).first)
    #expect(try command.read("out.csvt").split(separator: ",").count == header.count)
  }

  @Test func filesAppearWholeOrNotAtAll() throws {
    #expect(try run(["--format", "geojson", "-o", "none/out.geojson"]).status == 1)
    #expect(try command.names(in: ".") == [])
    let outcome = try run(["--format", "geojson", "-o", "out.geojson"], input: "not json\n")
    #expect(outcome.status == 1)
    #expect(try command.names(in: ".") == ["out.geojson"])
    #expect(GeoJSONValidator().faults(in: Array(try command.read("out.geojson").utf8)) == [])
  }

  @Test func whatCannotBeReadIsListed() throws {
    let input = "{\"id\": \"b\"}\n" + Self.story
    let outcome = try run(["--format", "csv", "--errors", "errors.ndjson"], input: input)
    #expect(outcome.status == 1)
    #expect(outcome.complaints == "dateline: -:1: the object has no \"text\"\n")
    #expect(
      try command.read("errors.ndjson") == "{\"id\":\"b\",\"line\":1,\"error\":\"the object has no \\\"text\\\"\"}\n")
    #expect(rows(outcome.output).count >= 4)
  }

  @Test func selectionLeavesOutTheRest() throws {
    let all = try FeatureIDs(run(["--format", "geojson"]).output, format: "geojson").ids
    let bombs = try FeatureIDs(run(["--format", "geojson", "--types", "bombing, shelling"]).output, format: "geojson")
    #expect(bombs.features.count >= 2)
    for feature in bombs.features {
      let type = (feature["properties"] as? [String: Any])?["type"] as? String
      #expect(["bombing", "shelling"].contains(type))
    }
    #expect(Set(bombs.ids).isStrictSubset(of: Set(all)))
    #expect(try FeatureIDs(run(["--format", "geojson", "--min-confidence", "1"]).output, format: "geojson").ids == [])
    #expect(try FeatureIDs(run(["--format", "geojson", "--min-confidence", "0"]).output, format: "geojson").ids == all)
  }

  @Test(
    arguments: [
      (["--types", "war"], "--types: 'war' is none of air_strike, shelling, bombing, "),
      (["--types", ","], "--types names no type"),
      (["--min-confidence", "2"], "--min-confidence takes a number from 0 to 1"),
      (["--hxl"], "--hxl and --excel go with --format csv"),
      (["--simplestyle", "--format", "csv"], "--simplestyle goes with the GeoJSON formats"),
    ] as [([String], String)]) func aWrongCommandLineIsRefused(arguments: [String], complaint: String) throws
  {
    let outcome = try run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.complaints.hasPrefix("dateline: Error: \(complaint)"), "\(outcome.complaints)")
  }

  @Test func explanationsGoToStandardError() throws {
    let plain = try run([])
    let outcome = try run(["--explain"])
    #expect(outcome.output == plain.output)
    for words in [
      "=1.1: bombing, occurred, ", "“bomb blast” (bombing)", "1. in Isfahan",
      "2024-04-19, “Friday”, reckoned from publication on 2024-04-19",
      "none: left out\n", "“Paris”: nothing happened there", "“Israel”: holds a site",
    ] {
      #expect(outcome.complaints.contains(words), "\(words)")
    }
  }

  @Test func explanationsDoNotMoveTheCursor() throws {
    let input = "{\"id\": \"a\", \"text\": \"A blast in Isfahan \\u001b[2Jkilled two people on Friday.\"}"
    #expect(!(try run(["--explain"], input: input).complaints.unicodeScalars.contains("\u{1B}")))
  }

  @Test func editsAreApplied() throws {
    let edits = """
      article_id,site_id,review,longitude,latitude,type,location
      '=1,'=1.1.1,accept,,,,
      two,,reject,,,,Arad
      none,,add,2.35,48.85,protest,Paris

      """
    try command.folder.write(edits, to: "edits.csv")
    let outcome = try run(["--format", "geojson", "--edits", "edits.csv", "--min-confidence", "0.99"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    let reviews = try FeatureIDs(outcome.output, format: "geojson").features.map { feature in
      let properties = feature["properties"] as? [String: Any]
      return "\(feature["id"] as? String ?? "") \(properties?["review"] as? String ?? "")"
    }
    #expect(reviews.contains("=1.1.1 accepted"))
    #expect(reviews.contains("none.1.1 added"))
    #expect(!reviews.contains { $0.contains("Arad") })
  }

  /// The table that comes out may be marked and go in again.
  @Test func theRowsOfCSVAreATableOfEdits() throws {
    let text = try run(["--format", "csv"]).output
    try command.folder.write(text.replacingOccurrences(of: "unreviewed", with: "rejected"), to: "edits.csv")
    let outcome = try run(["--format", "csv", "--edits", "edits.csv"])
    #expect(outcome.status == 0)
    #expect(rows(outcome.output).count == 1)
  }

  @Test func wrongEditsAreNamedByTheirLines() throws {
    try command.folder.write("article_id,site_id,review\na,a.1.1,accept\na,a.1.2,destroy\n,,reject\n", to: "edits.csv")
    let outcome = try run(["--edits", "edits.csv", "-o", "out.ndjson"])
    #expect(outcome.status == 1)
    #expect(
      outcome.complaints == """
        dateline: edits.csv:3: review: 'destroy' is none of accept, reject, move, add
        dateline: edits.csv:4: article_id is empty
        dateline: edits.csv: 2 rows cannot be used; nothing was written

        """)
    #expect(try command.names(in: ".") == ["edits.csv"])
  }

  @Test func editsForNoSiteAreTold() throws {
    try command.folder.write("article_id,site_id,review\ntwo,two.9.9,accept\nfar,far.1.1,accept\n", to: "edits.csv")
    let outcome = try run(["--edits", "edits.csv"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "dateline: edits.csv:2: two has no such site\n")
  }

  @Test func otherLanguagesAreNamed() throws {
    let input =
      "{\"id\": \"es\", \"text\": \"Un fuerte terremoto sacudió la costa de Chile y dejó a miles de personas sin luz.\"}\n"
    let outcome = try run([], input: input)
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints == "dateline: es: the text is not English (language es), so no incidents are looked for\n")
    #expect(outcome.output == "{\"id\":\"es\",\"language\":\"es\",\"incidents\":[],\"focus\":null,\"unresolved\":[]}\n")
  }

  @Test func theDayOfPublicationMayStandInTheAddressOrTheDateline() throws {
    let input = """
      {"id": "a", "text": "A blast in Isfahan killed two people on Thursday.", "url": "https://x.org/2024/04/19/blast"}
      {"id": "b", "text": "ISFAHAN, 19 APR 24 (AP) -- A blast in Isfahan killed two people on Thursday."}
      {"id": "c", "text": "A blast in Isfahan killed two people on Thursday."}
      """
    let lines = try run([], input: input).output.split(separator: "\n")
    #expect(lines.map { $0.contains("\"start\":\"2024-04-18\"") } == [true, true, false])
  }

  // MARK: GDAL

  private static let ogrinfo = "/usr/bin/ogrinfo"

  /// What GDAL says of a file.
  private func gdal(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.ogrinfo)
    process.arguments = ["-ro", "-al", "\(command.folder.path)/\(name)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(!text.contains("Warning") && !text.contains("ERROR"), "\(name): \(text.prefix(400))")
    return text
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: ogrinfo), "ogrinfo is not installed"),
    arguments: [
      ("geojson", "out.geojson"), ("geojsonl", "out.geojsonl"), ("geojsonseq", "out.geojsons"), ("csv", "out.csv"),
      ("gpkg", "out.gpkg"),
    ]) func gdalReadsWhatIsWritten(format: String, name: String) throws
  {
    #expect(try run(["--format", format, "-o", name]).status == 0)
    let text = try gdal(name)
    for words in ["Feature Count: 3", "event_date: Date", "year: Integer", "POINT (51.6775 32.6522)"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: ogrinfo), "ogrinfo is not installed"))
  func gdalReadsKMLAndLinkedPlaces() throws {
    #expect(try run(["--format", "kml", "-o", "out.kml"]).status == 0)
    let kml = try gdal("out.kml")
    for words in [
      "Feature Count: 3", "POINT (51.6775 32.6522)", "killed_min (Integer) = 7", "begin (DateTime) = 2024/04/19",
    ] {
      #expect(kml.contains(words), "\(words)")
    }
    #expect(try run(["--format", "lpf", "-o", "lpf.json"]).status == 0)
    let places = try gdal("lpf.json")
    for words in ["Feature Count: 3", "POINT (51.6775 32.6522)", "title (String) = Bombing in Isfahan"] {
      #expect(places.contains(words), "\(words)")
    }
  }

  @Test func aGeoPackageIsWrittenWholeOrNotAtAll() throws {
    let toNowhere = try run(["--format", "gpkg", "-o", "none/out.gpkg"])
    #expect(toNowhere.status == 1)
    #expect(toNowhere.complaints == "dateline: none/out.gpkg: cannot be written: its folder does not exist\n")
    let toOutput = try run(["--format", "gpkg"])
    #expect(toOutput.status == 2)
    #expect(toOutput.complaints.hasPrefix("dateline: Error: --format gpkg writes a file: it needs -o FILE"))
    #expect(try command.names(in: ".") == [])
    for name in ["a.gpkg", "b.gpkg"] { #expect(try run(["--format", "gpkg", "-o", name]).status == 0) }
    #expect(try run(["--format", "gpkg", "-o", "a.gpkg"]).status == 0, "a file of that name is replaced")
    let bytes = try ["a.gpkg", "b.gpkg"].map { name in
      try Data(contentsOf: URL(fileURLWithPath: "\(command.folder.path)/\(name)"))
    }
    #expect(bytes[0] == bytes[1])
    #expect(try command.names(in: ".") == ["a.gpkg", "b.gpkg"])
  }
}

/// The features of a text and their ids.
private struct FeatureIDs {
  var features: [[String: Any]] = []
  var ids: [String] { features.compactMap { $0["id"] as? String } }

  init(_ text: String, format: String) throws {
    if format == "geojson" {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      features = try #require(object?["features"] as? [[String: Any]])
    } else {
      features = try text.split(whereSeparator: { $0 == "\n" || $0 == "\u{1E}" }).map {
        try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    }
  }
}

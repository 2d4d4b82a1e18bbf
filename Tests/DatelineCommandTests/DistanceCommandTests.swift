import Coordinates
import Foundation
import Testing

@testable import DatelineCommand

@Suite(.serialized) struct DistanceCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  private func object(_ outcome: Command.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  /// The distance is that of PROJ's `geod` on WGS 84.
  @Test func aMatrixOfGeodesicsIsPrinted() throws {
    let outcome = try command.run(["distance", "Isfahan", "Arad, IL", "--", "-74.006,40.7143"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(outcome.output == Self.expected)
  }

  private static let expected = """
    SITE                          LON      LAT
    Isfahan          Iran     51.6775  32.6522
    Arad             Israel   35.2128  31.2588
    -74.006,40.7143          -74.0060  40.7143

    FROM \\ TO                  Isfahan              Arad     -74.006,40.7143
    Isfahan                          –  1562.6 km 269° W  10159.0 km 322° NW
    Arad               1562.6 km 80° E                 –   9227.7 km 314° NW
    -74.006,40.7143  10159.0 km 43° NE  9227.7 km 54° NE                   –

    """

  @Test(arguments: [
    ["-74.006,40.7143", "-73,40"], ["--", "-74.006,40.7143", "-73,40"], ["--from", "-74.006,40.7143", "-73,40"],
  ])
  func negativeLongitudesAreNoOptions(sites: [String]) throws {
    let outcome = try command.run(["distance", "--format", "csv"] + sites)
    #expect(outcome.status == 0 && outcome.complaints == "")
    #expect(outcome.output.contains("\r\n\"'-74.006,40.7143\",\"'-73,40\",116"))
    let near = try command.run(["places", "nearest", "-74.006,40.7143", "--limit", "1"])
    #expect(near.status == 0 && near.output.contains("New York"))
  }

  @Test func twoSitesGiveOneDistance() throws {
    let outcome = try command.run(["distance", "Isfahan", "Arad, IL"])
    #expect(
      outcome.output == """
        SITE                 LON      LAT
        Isfahan  Iran    51.6775  32.6522
        Arad     Israel  35.2128  31.2588

        FROM     TO          DISTANCE    INITIAL      FINAL
        Isfahan  Arad       1562.6 km     269° W     260° W

        """)
  }

  @Test func anUnknownPlaceIsNamed() throws {
    let outcome = try command.run(["distance", "Isfahan", "Nowhereville"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.complaints == "dateline: no place called 'Nowhereville' is known\n")
  }

  @Test func aNameOfSeveralPlacesIsSpokenOf() throws {
    let outcome = try command.run(["distance", "Arad", "0,0"])
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints
        == "dateline: 'Arad' is taken to be Arad in Romania (21.3167,46.1833); for others write 'Arad, IL'\n")
    #expect(try command.run(["distance", "--quiet", "Arad", "0,0"]).complaints == "")
    // what it says to write means the other one
    let other = try command.run(["distance", "Arad, IL", "0,0"])
    #expect(other.complaints == "" && other.output.contains("Israel  35.2128"))
  }

  @Test func theMiddleOfACountryIsCalledThat() throws {
    let outcome = try command.run(["distance", "Iran", "0,0"])
    #expect(outcome.status == 0)
    #expect(
      outcome.complaints
        == "dateline: 'Iran' is a country: what is measured is the way to the middle of its area\n")
  }

  @Test func coordinatesNeedNoGazetteer() throws {
    let outcome = try command.run(["distance", "0,0", "0,0"], environment: ["DATELINE_GAZETTEER": "/none"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("0.000 km          –          –"))
  }

  /// A degree of the equator of WGS 84 is 6378137 m · π / 180.
  @Test func jsonIsUnrounded() throws {
    let outcome = try command.run(["distance", "--format", "json", "0,0", "1,0"])
    let document = try object(outcome)
    let sites = try #require(document["sites"] as? [[String: Any]])
    #expect(sites.map { $0["lon"] as? Double } == [0, 1])
    let pairs = try #require(document["pairs"] as? [[String: Any]])
    #expect(pairs.count == 1 && pairs[0]["from"] as? Int == 0 && pairs[0]["to"] as? Int == 1)
    #expect(abs((pairs[0]["distance_m"] as? Double ?? 0) - 6_378_137 * Double.pi / 180) < 1e-8)
    #expect(pairs[0]["initial_bearing_deg"] as? Double == 90 && pairs[0]["final_bearing_deg"] as? Double == 90)
    #expect(outcome.output.contains("111319.49079"))
  }

  @Test func aMatrixHasBothDirections() throws {
    let document = try object(command.run(["distance", "--format", "json", "0,0", "1,0", "0,1"]))
    let pairs = try #require(document["pairs"] as? [[String: Any]])
    #expect(
      pairs.map { "\($0["from"] ?? "")\($0["to"] ?? "")" } == ["01", "02", "10", "12", "20", "21"])
  }

  @Test(arguments: ["32°39′08″N 51°40′39″E", "51.6775, 32.6522", "N32.6522 E51.6775", "39SWS6353512935"])
  func everyNotationIsTaken(text: String) throws {
    let outcome = try command.run(["distance", "--format", "csv", "Isfahan", text])
    #expect(outcome.status == 0)
    let row = try #require(outcome.output.split(separator: "\r\n").last)
    let metres = try #require(Self.fields(row).dropFirst(2).first.flatMap { Double($0) })
    #expect(metres < 40)
  }

  private static func fields(_ row: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in row {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test(arguments: [
    ("0,91", "dateline: Expected a latitude of -90 to 90, found 91.0 in '0,91'."),
    ("39SXX1234", "dateline: Expected a square of that zone and band"), ("200,0", "dateline: Expected a longitude"),
    ("12 N", "dateline: Expected a longitude and a latitude, found one number in '12 N'."),
  ]) func aBadCoordinateIsExplained(text: String, complaint: String) throws {
    let outcome = try command.run(["distance", "0,0", text])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.complaints.hasPrefix(complaint))
  }

  @Test func oneToManyKeepsTheOrder() throws {
    let outcome = try command.run(["distance", "--from", "-1,0", "--format", "json", "5,0", "1,0", "2,0"])
    let pairs = try #require(object(outcome)["pairs"] as? [[String: Any]])
    #expect(pairs.map { $0["from"] as? Int } == [0, 0, 0] && pairs.map { $0["to"] as? Int } == [1, 2, 3])
    let lengths = pairs.compactMap { $0["distance_m"] as? Double }.map { ($0 / 111_319.490_793).rounded() }
    #expect(lengths == [6, 2, 3])
  }

  @Test func aChainHasItsWholeLength() throws {
    let document = try object(command.run(["distance", "--chain", "--format", "json", "0,0", "1,0", "3,0", "3,0"]))
    let pairs = try #require(document["pairs"] as? [[String: Any]])
    #expect(pairs.map { $0["to"] as? Int } == [1, 2, 3])
    #expect(pairs.last?["distance_m"] as? Double == 0 && pairs.last?["initial_bearing_deg"] is NSNull)
    let degree = 6_378_137 * Double.pi / 180
    #expect(abs((document["total_m"] as? Double ?? 0) - 3 * degree) < 1e-6)
    #expect(abs((pairs[1]["along_m"] as? Double ?? 0) - 3 * degree) < 1e-6)
    let table = try command.run(["distance", "--chain", "--units", "nmi", "0,0", "1,0", "3,0"])
    #expect(table.output.hasSuffix("\ntotal 180.3 nmi\n"))
  }

  @Test func filesOfThreeKindsAreMeasured() throws {
    try command.folder.write(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":"p","geometry":{"type":"Point","coordinates":[1,0]},"properties":{"name":"One"}},
      {"type":"Feature","geometry":null,"properties":{"name":"Nowhere"}}]}
      """, to: "sites.geojson")
    try command.folder.write("Name,Latitude,Longitude\nTwo,0,2\n\"=1+1\",0,3\nbad,95,0\n", to: "sites.csv")
    try command.folder.write(
      """
      {"id":"a","incidents":[{"id":"a.1","sites":[{"name":"Four","lon":4,"lat":0,"precision":1},\
      {"name":"Iran","lon":53,"lat":32,"precision":4}]}]}

      """, to: "incidents.ndjson")
    let outcome = try command.run([
      "distance", "--from", "0,0", "--to", "sites.geojson", "--to", "sites.csv", "--to", "incidents.ndjson", "--format",
      "csv",
    ])
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\r\n").dropFirst().map(Self.fields)
    #expect(rows.map { $0[1] } == ["One", "Two", "'=1+1", "Four"])
    #expect(rows.compactMap { Double($0[2]) }.map { ($0 / 111_319.490_793).rounded() } == [1, 2, 3, 4])
    #expect(rows.map { $0[6] } == ["E", "E", "E", "E"])
    #expect(
      outcome.complaints == """
        dateline: sites.geojson: 1 record has no point and is left out, number 2
        dateline: sites.csv: 1 record has no point and is left out, number 4
        dateline: incidents.ndjson: 1 record has no point and is left out, number 1

        """)
  }

  @Test func whatPlacesSearchWritesIsMeasured() throws {
    let found = try command.run(["places", "search", "Paris", "--format", "json"])
    try command.folder.write(found.output, to: "found.json")
    let document = try object(command.run(["distance", "--from", "found.json", "--format", "json"]))
    let sites = try #require(document["sites"] as? [[String: Any]])
    #expect(sites.map { $0["id"] as? String } == ["geonames:2988507", "geonames:4717560"])
    #expect((document["pairs"] as? [Any])?.count == 1)
  }

  @Test(arguments: [
    ("none.csv", "none.csv"), ("empty.csv", "empty.csv: no site with a longitude and latitude is in it"),
    ("bad.geojson", "bad.geojson: "), ("bad.ndjson", "bad.ndjson:2: "),
  ]) func aFileThatCannotBeMeasuredIsNamed(name: String, complaint: String) throws {
    try command.folder.write("name,lon,lat\n", to: "empty.csv")
    try command.folder.write("{", to: "bad.geojson")
    try command.folder.write("{\"lon\":1,\"lat\":2}\nx\n", to: "bad.ndjson")
    let outcome = try command.run(["distance", "0,0", "--to", name])
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(outcome.complaints.hasPrefix("dateline: \(complaint)"))
  }

  @Test func theNearestAndThoseWithinARadius() throws {
    func targets(_ arguments: [String]) throws -> [String] {
      let outcome = try command.run(["distance", "--format", "json"] + arguments)
      let pairs = try #require(object(outcome)["pairs"] as? [[String: Any]])
      return pairs.map { "\($0["from"] ?? "")-\($0["to"] ?? "")" }
    }
    #expect(try targets(["--nearest", "1", "0,0", "1,0", "5,0", "7,0"]) == ["0-1", "1-0", "2-3", "3-2"])
    #expect(try targets(["--nearest", "2", "--from", "0,0", "9,0", "1,0", "3,0"]) == ["0-2", "0-3"])
    #expect(try targets(["--within", "120km", "0,0", "1,0", "5,0"]) == ["0-1", "1-0"])
    #expect(try targets(["--within", "70 mi", "--from", "0,0", "1.01,0", "1.02,0"]) == ["0-1"])
    #expect(try targets(["--within", "500 km", "--nearest", "1", "--from", "0,0", "3,0", "1,0"]) == ["0-2"])
    #expect(try targets(["--within", "1 m", "0,0", "1,0"]) == [])
    // two sites on one point are each other's nearest
    #expect(try targets(["--nearest", "1", "0,0", "0,0", "9,0"]).prefix(2) == ["0-1", "1-0"])
  }

  /// Whatever the number of threads, in the order of the sites.
  @Test func threadsDoNotChangeWhatIsWritten() throws {
    let rows = (0..<150).map { "P\($0),\(Double($0 * 37 % 360) - 179.5),\(Double($0 * 17 % 180) - 89.5)" }
    try command.folder.write((["name,lon,lat"] + rows).joined(separator: "\n"), to: "many.csv")
    for format in ["csv", "json", "geojson", "table"] {
      let one = try command.run(["distance", "--from", "many.csv", "--threads", "1", "--format", format])
      let two = try command.run(["distance", "--from", "many.csv", "--threads", "3", "--format", format, "-o", "out"])
      #expect(one.status == 0 && two.status == 0 && two.output == "")
      #expect(try command.read("out") == one.output)
    }
    #expect(try command.folder.names() == ["many.csv", "out"])
  }

  @Test func linesAreCutAtTheAntimeridian() throws {
    let outcome = try command.run(["distance", "--format", "geojson", "--", "178,-18", "-178,-16"])
    let features = try #require(object(outcome)["features"] as? [[String: Any]])
    let geometry = try #require(features.first?["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "MultiLineString")
    let lines = try #require(geometry["coordinates"] as? [[[Double]]])
    #expect(lines.count == 2 && lines[0].last?[0] == 180 && lines[1].first?[0] == -180)
    try command.folder.write(outcome.output, to: "line.geojson")
    #expect(try command.run(["validate", "--strict", "line.geojson"]).output == "line.geojson: valid\n")
  }

  @Test func whatNobodyReadsEndsQuietly() throws {
    let outcome = try command.run(["distance", "0,0", "1,0", "--format", "csv"], closingOutput: true)
    #expect(outcome.hasExited && outcome.status == 0 && outcome.complaints == "")
  }

  @Test(
    arguments: [
      ("51.68,32.65", 51.68, 32.65), ("-180,-90", -180, -90), (" 1 , 2 ", 1, 2), ("1;2", 1, 2),
    ] as [(String, Double, Double)]) func coordinatesAreLongitudeAndLatitude(
      text: String, longitude: Double, latitude: Double
    ) throws
  {
    #expect(try SiteNotation.coordinate(text) == Coordinate(longitude: longitude, latitude: latitude))
  }

  @Test(arguments: ["", ",", "Arad, IL", "nan,0", "6th of October City", "Bam", "Ayr", "Area 51"])
  func whatIsNoCoordinateIsAName(text: String) throws { #expect(try SiteNotation.coordinate(text) == nil) }
}

import Foundation
import Testing

/// What GDAL reads of the vector outputs: every one listed and counted, and KML and CSV the same as GeoJSON.
@Suite(
  .serialized,
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr"), "gdal-bin is not installed"))
struct GDALTests {
  private let command: Command

  init() throws {
    command = try Command()
    let story = """
      {"id": "=one", "text": "A bomb blast in Isfahan killed 7 people on Friday, \\"police\\" said; <b>5 & more</b>, hurt.", "date": "2024-04-19", "url": "https://a.example.org/1", "desk": "@SUM(A1)"}
      {"id": "two", "text": "Israeli jets carried out air strikes in Iran on Friday, killing at least 3 people.", "date": "2024-04-19"}
      {"id": "three", "text": "An earthquake near Arad, Israel, killed 5 people on Thursday.", "date": "2024-04-19"}
      {"id": "four", "text": "Floods in Paris injured 12 people in March.", "date": "2024-04-19"}

      """
    try command.folder.write(story, to: "in.ndjson")
  }

  private static let formats = ["geojson", "geojsonl", "geojsonseq", "csv", "kml", "gpkg"]

  private func write(_ format: String, _ more: [String] = []) throws {
    let outcome = try command.run(
      ["incidents", "in.ndjson", "--format", format, "-o", "out.\(format)", "--keep", "desk"] + more)
    #expect(outcome.status == 0, "\(outcome.complaints)")
  }

  /// What a program of GDAL prints.
  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: command.folder.path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The features that GDAL reads, as GeoJSON.
  private func features(_ source: [String]) throws -> [[String: Any]] {
    let text = try output("ogr2ogr", ["-f", "GeoJSON", "/vsistdout/"] + source)
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require(object["features"] as? [[String: Any]])
  }

  @Test(arguments: formats) func everyOutputIsListedAndCounted(format: String) throws {
    try write(format)
    try write("geojson")
    let count = try features(["out.geojson"]).count
    #expect(count >= 4)
    let text = try output("ogrinfo", ["-ro", "-so", "-al", "out.\(format)"])
    #expect(text.contains("Feature Count: \(count)\n"), "\(text.prefix(400))")
    #expect(text.contains("WGS 84") || format == "csv")
  }

  @Test func areasArePolygons() throws {
    try write("geojson", ["--areas", "areas.geojson"])
    let text = try output("ogrinfo", ["-ro", "-al", "areas.geojson"])
    #expect(text.contains("Feature Count: 2\n") && text.contains("POLYGON"))
    #expect(!text.contains("POINT ("))
  }

  private func text(_ value: Any?) -> String {
    switch value {
    case nil, is NSNull: ""
    case let number as NSNumber: number.doubleValue == number.doubleValue.rounded() ? "\(number.intValue)" : "\(number)"
    // GDAL writes days and times in forms of its own.
    case let text as String: text.replacingOccurrences(of: "/", with: "-").replacingOccurrences(of: " ", with: "T")
    default: "\(value ?? "")"
    }
  }

  @Test(arguments: ["csv", "kml", "gpkg", "geojsonl", "geojsonseq"])
  func whatIsReadBackIsTheGeoJSON(format: String) throws {
    try write(format)
    try write("geojson")
    let expected = try features(["out.geojson"])
    let found = try features(format == "gpkg" ? ["out.gpkg", "sites"] : ["out.\(format)"])
    #expect(expected.count == found.count)
    for (left, right) in zip(expected, found) {
      let (a, b) = (
        try #require(left["properties"] as? [String: Any]), try #require(right["properties"] as? [String: Any])
      )
      for (column, value) in a {
        var other = text(b[column] ?? b[column.lowercased()])
        // What would be a formula has an apostrophe before it.
        if format == "csv", other.hasPrefix("'") { other.removeFirst() }
        if format == "gpkg", column.hasSuffix("_time") { other = String(other.prefix(19)) }
        #expect(text(value) == other, "\(format): \(column)")
      }
      let (point, other) = (left["geometry"] as? [String: Any], right["geometry"] as? [String: Any])
      #expect((point == nil) == (other == nil))
      let (place, same) = (point?["coordinates"] as? [Double] ?? [], other?["coordinates"] as? [Double] ?? [])
      #expect(zip(place, same).allSatisfy { abs($0 - $1) < 1e-7 }, "\(place) and \(same)")
    }
  }

  /// What QGIS and the standard's tests look at.
  @Test func aGeoPackageIsRegisteredAsTheStandardAsks() throws {
    try write("gpkg")
    func raw(_ sql: String) throws -> String {
      try output("ogr2ogr", ["-f", "CSV", "/vsistdout/", "out.gpkg", "-sql", sql])
        .split(whereSeparator: \.isNewline).dropFirst().joined(separator: " ").replacingOccurrences(of: "\"", with: "")
    }
    #expect(
      try raw(
        "SELECT table_name || ':' || data_type || ':' || srs_id AS c FROM gpkg_contents WHERE data_type = 'features'")
        == "sites:features:4326 incidents:features:4326 toponyms:features:4326 articles:features:4326")
    #expect(try raw("SELECT count(*) AS c FROM gpkg_geometry_columns WHERE srs_id = 4326 AND z = 0 AND m = 0") == "4")
    #expect(
      try raw("SELECT count(*) AS c FROM gpkg_spatial_ref_sys WHERE srs_id IN (-1, 0, 4326)") == "3")
    for layer in ["sites", "incidents"] {
      let extent = try raw(
        "SELECT min_x || ' ' || max_x || ' ' || min_y || ' ' || max_y AS c FROM gpkg_contents WHERE table_name = '\(layer)'"
      )
      let tree = try raw(
        "SELECT min(minx) || ' ' || max(maxx) || ' ' || min(miny) || ' ' || max(maxy) AS c FROM rtree_\(layer)_geom")
      let (a, b) = (
        extent.split(separator: " ").compactMap { Double($0) }, tree.split(separator: " ").compactMap { Double($0) }
      )
      #expect(a.count == 4 && b.count == 4)
      // The tree keeps single precision, rounded outwards.
      #expect(zip(a, b).allSatisfy { abs($0 - $1) < 1e-4 }, "\(extent) and \(tree)")
    }
    #expect(try raw("PRAGMA integrity_check") == "ok")
    #expect(try raw("SELECT count(*) AS c FROM layer_styles WHERE useAsDefault = 1") == "2")
  }

  @Test func noCellIsAFormula() throws {
    try write("csv")
    let text = try command.read("out.csv")
    for line in text.split(separator: "\r\n").dropFirst() {
      for cell in line.split(separator: ",", omittingEmptySubsequences: false) {
        let bare = cell.drop { $0 == "\"" }
        guard let first = bare.first, ["=", "+", "-", "@"].contains(first) else { continue }
        #expect(Double(bare) != nil, "\(cell) is no number")
      }
    }
    #expect(text.contains("'=one.1.1,") && text.contains("'@SUM(A1)"))
  }
}

import CSQLite
import Coordinates
import Foundation
import TestSupport
import Testing

@testable import GeoPackage

@Suite struct GeoPackageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let fields = [
    GeoPackage.Field("name", .text), GeoPackage.Field("count", .integer), GeoPackage.Field("share", .real),
    GeoPackage.Field("day", .date),
  ]

  private func write(_ name: String) throws -> String {
    let path = "\(folder.path)/\(name)"
    let package = try GeoPackage(path: path)
    let towns = try package.add(
      GeoPackage.Layer(name: "towns", title: "Towns", geometry: .point, fields: Self.fields))
    let groups = try package.add(
      GeoPackage.Layer(name: "groups", title: "Groups", geometry: .multiPoint, fields: []))
    let notes = try package.add(
      GeoPackage.Layer(name: "notes", title: "Notes", geometry: .none, fields: [GeoPackage.Field("text", .text)]))
    try package.insert(
      [Coordinate(longitude: 35.2, latitude: 31.25)],
      [.text("Arad'; DROP TABLE towns; --"), .integer(7), .real(0.5), .text("2024-04-19")], into: towns)
    try package.insert([], [.text("Iran"), .null, .null, .null], into: towns)
    try package.insert(
      [Coordinate(longitude: -10, latitude: 20), Coordinate(longitude: 30, latitude: -40)], [], into: groups)
    try package.insert([], [.text("a\u{0}b — é")], into: notes)
    try package.addStyle("<qgis/>", to: towns, name: "plain")
    try package.addMetadata("{\"licence\":\"none\"}", mimeType: "application/json")
    try package.finish(lastChange: "2024-04-19T00:00:00.000Z")
    return path
  }

  /// The rows of a query, cells between bars.
  private func rows(_ sql: String, in path: String) throws -> [String] {
    var handle: OpaquePointer?
    try #require(sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "null"
        }.joined(separator: "|"))
    }
    return rows
  }

  @Test func rowsAreAsTheyWereGiven() throws {
    let path = try write("a.gpkg")
    #expect(try rows("PRAGMA integrity_check", in: path) == ["ok"])
    #expect(try rows("PRAGMA foreign_key_check", in: path) == [])
    #expect(
      try rows("SELECT fid, name, count, share, day FROM towns", in: path) == [
        "1|Arad'; DROP TABLE towns; --|7|0.5|2024-04-19", "2|Iran|null|null|null",
      ])
    #expect(try rows("SELECT length(CAST(text AS BLOB)) FROM notes", in: path) == ["10"])
  }

  @Test func pointsAreWellKnownBinary() throws {
    let path = try write("a.gpkg")
    #expect(
      try rows("SELECT hex(geom) FROM towns", in: path) == [
        "47500001E6100000" + "0101000000" + "9A99999999994140" + "0000000000403F40", "",
      ])
    #expect(try rows("SELECT length(geom) FROM groups", in: path) == ["\(8 + 9 + 2 * 21)"])
  }

  @Test func everyLayerWithGeometryHasAnIndexAndAnExtent() throws {
    let path = try write("a.gpkg")
    #expect(
      try rows("SELECT table_name, data_type, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents", in: path) == [
        "towns|features|35.2|31.25|35.2|31.25|4326", "groups|features|-10.0|-40.0|30.0|20.0|4326",
        "notes|attributes|null|null|null|null|null", "layer_styles|attributes|null|null|null|null|null",
      ])
    #expect(try rows("SELECT id FROM rtree_towns_geom", in: path) == ["1"])
    #expect(
      try rows("SELECT id FROM rtree_groups_geom WHERE minx > -11 AND maxx < 31 AND miny < -39", in: path) == ["1"])
    #expect(try rows("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'", in: path) == ["12"])
  }

  @Test func theSameCallsGiveTheSameBytes() throws {
    let (first, second) = (try write("a.gpkg"), try write("b.gpkg"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: first)) == Data(contentsOf: URL(fileURLWithPath: second)))
  }

  @Test func aFolderThatIsNoneIsNamed() throws {
    #expect(throws: GeoPackageError(reason: "unable to open database file")) {
      try GeoPackage(path: "\(folder.path)/none/a.gpkg")
    }
  }

  /// GDAL's own examination of the standard's requirements.
  private static let validator = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: validator), "GDAL's validator is not installed"))
  func gdalFindsNoFault() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [Self.validator, try write("a.gpkg")]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
  }
}

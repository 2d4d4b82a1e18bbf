import Coordinates
import Foundation
import GeoJSON
import Testing

/// Every line of Swift in the module's documentation stands in this file too, in the same order, and is run here.
struct DocumentationTests {
  @Test func snippetsRunAndGiveWhatTheySay() throws {
    let text =
      #"{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[51.67,32.65]},"properties":{"name":"Isfahan"}}"#
    let object = try GeoJSONReader().object(text)
    let names = object.features.compactMap { $0["name"] }
    let place = object.features.first?.geometry?.positions.first?.coordinate
    #expect(names == ["Isfahan"] && place == Coordinate(longitude: 51.67, latitude: 32.65))

    var reader = FeatureReader(Array(text.utf8))
    var count = 0
    while let feature = try reader.next() { count += feature.geometry == nil ? 0 : 1 }
    #expect(count == 1)

    let broken = #"{"type":"LineString","coordinates":[[0,0]]}"#
    do { _ = try GeoJSONReader().object(broken) } catch { print(error.rule, error.pointer, error.rule.section) }
    #expect {
      _ = try GeoJSONReader().object(broken)
    } throws: { error in
      let fault = error as? GeoJSONFault
      return fault?.rule == .lineLength && fault?.pointer == "/coordinates" && fault?.rule.section == "RFC 7946, 3.1.4"
    }
    for fault in GeoJSONValidator().faults(in: Array(broken.utf8)) { print(fault) }
    #expect(GeoJSONValidator().faults(in: Array(broken.utf8)).map(\.rule) == [.lineLength])

    let ferry = Geometry.lineString([Position(longitude: 178, latitude: -18), Position(longitude: -178, latitude: -16)])
    let written = GeoJSONWriter(boundingBoxes: .none).string(ferry)
    #expect(
      written == #"{"type":"MultiLineString","coordinates":[[[178,-18],[180,-17]],[[-180,-17],[-178,-16]]]}"#)

    struct City: Codable { var name: String }
    let city = try object.features[0].properties(as: City.self)
    #expect(city.name == "Isfahan")
  }

  /// RFC 7946, 6.1 and 3.1.8: what the documentation says is not kept.
  @Test func ofTheMembersOfACollectionOnlyTheGeometryIsKept() throws {
    let text = """
      {"type":"Feature","geometry":{"type":"GeometryCollection","bbox":[0,0,3,3],"note":"whole","geometries":[
      {"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2],"note":"part"},{"type":"LineString","coordinates":[[0,0],[3,3]]}]},
      "properties":{}}
      """
    let feature = try #require(GeoJSONReader().object(text).features.first)
    #expect(feature.geometryMembers.map(\.key) == ["bbox", "note"])
    let written = GeoJSONWriter().string(feature)
    #expect(written.contains(#""note":"whole""#) && !written.contains("part"))
    #expect(written.contains(#"{"type":"Point","coordinates":[1,2]}"#))
    // The validator looks at the boxes of the parts.
    let wrong = text.replacingOccurrences(of: "[1,2,1,2]", with: "[5,5,6,6]")
    #expect(
      GeoJSONValidator().faults(in: Array(wrong.utf8)).map { "\($0.rule.rawValue) \($0.pointer)" }
        == ["bbox-content /geometry/geometries/0/bbox"])
  }

  @Test func documentationAndThisFileAgree() throws {
    let file = URL(fileURLWithPath: #filePath)
    let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ url: URL) throws -> [Substring] {
      try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: true)
    }
    func trimmed(_ line: Substring) -> Substring { line.drop { $0 == " " } }
    let own = try lines(file).map(trimmed)
    var isCode = false
    var place = 0
    for line in try lines(root.appendingPathComponent("Sources/GeoJSON/GeoJSON.docc/GeoJSON.md")) {
      if line.hasPrefix("```") {
        isCode = line == "```swift"
      } else if isCode {
        let found = own[place...].firstIndex(of: trimmed(line))
        #expect(found != nil, "'\(line)' is not run here")
        place = found ?? place
      }
    }
    #expect(place > 0)
  }
}

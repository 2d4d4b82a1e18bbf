import Testing

@testable import GeoJSON

struct ReaderFaultTests {
  /// The fault stands at the mark.
  struct Case: Sendable, CustomStringConvertible {
    var marked: String
    var rule: GeoJSONRule
    var pointer: String

    init(_ marked: String, _ rule: GeoJSONRule, _ pointer: String) {
      (self.marked, self.rule, self.pointer) = (marked, rule, pointer)
    }

    var text: String { marked.replacing("‹›", with: "") }
    var offset: Int { Array(marked.utf8).firstRange(of: Array("‹›".utf8))?.lowerBound ?? -1 }
    var description: String { marked }
  }

  static let cases = [
    Case("‹›", .truncated, ""),
    Case("  ‹›", .truncated, ""),
    Case("‹›[1]", .object, ""),
    Case("‹›x", .syntax, ""),
    Case("‹›{}", .type, ""),
    Case(#"{"type":‹›"Poi"}"#, .type, "/type"),
    Case(#"{"type":‹›7}"#, .type, "/type"),
    Case(#"‹›{"type":"Point"}"#, .coordinates, ""),
    Case(#"{"type":"Point","coordinates":‹›null}"#, .coordinates, "/coordinates"),
    Case(#"{"type":"Point","coordinates":[1,‹›"2"]}"#, .position, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":‹›[1]}"#, .positionLength, "/coordinates"),
    Case(#"{"type":"Point","coordinates":[1,2‹›"#, .truncated, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,‹›1e999]}"#, .numberRange, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,0‹›1]}"#, .syntax, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,-‹›]}"#, .syntax, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,2.‹›]}"#, .syntax, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,2e‹›]}"#, .syntax, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,‹›NaN]}"#, .syntax, "/coordinates/1"),
    Case(#"{"type":"Point","coordinates":[1,2]}‹›x"#, .syntax, ""),
    Case(#"{"type":"Point","coordinates":[1,2],‹›}"#, .syntax, ""),
    Case(#"{"type":"Point","coordinates":[1,2],‹›"type":"Point"}"#, .duplicateKey, "/type"),
    Case(#"{"type":"Point","coordinates":[1,2],"a":1,‹›"\u0061":1}"#, .duplicateKey, "/a"),
    Case(#"{"type":"Point","coordinates":[1,2],‹›"properties":1}"#, .forbiddenMember, "/properties"),
    Case(#"{"type":"LineString","coordinates":‹›[[1,2]]}"#, .lineLength, "/coordinates"),
    Case(#"{"type":"LineString","coordinates":[‹›1,2]}"#, .coordinates, "/coordinates/0"),
    Case(#"{"type":"Polygon","coordinates":[‹›[[1,2],[3,4],[1,2]]]}"#, .ringLength, "/coordinates/0"),
    Case(#"{"type":"Polygon","coordinates":[‹›[[1,2],[3,4],[5,6],[1,2.5]]]}"#, .ringClosure, "/coordinates/0"),
    Case(#"{"coordinates":[[1,2],‹›[3]],"type":"LineString"}"#, .positionLength, "/coordinates/1"),
    Case(#"‹›{"type":"Feature","geometry":null}"#, .featureProperties, ""),
    Case(#"‹›{"type":"Feature","properties":null}"#, .featureGeometry, ""),
    Case(#"{"type":"Feature","geometry":‹›[],"properties":null}"#, .featureGeometry, "/geometry"),
    Case(#"{"type":"Feature","geometry":null,"properties":‹›[]}"#, .featureProperties, "/properties"),
    Case(#"{"type":"Feature","id":‹›{},"geometry":null,"properties":{}}"#, .featureID, "/id"),
    Case(#"{"type":"Feature","bbox":‹›[1,2,3],"geometry":null,"properties":{}}"#, .boundsShape, "/bbox"),
    Case(#"{"type":"Feature","geometry":null,"properties":{"a/b~":‹›"\ud800"}}"#, .loneSurrogate, "/properties/a~1b~0"),
    Case(#"{"type":"Feature","geometry":null,"properties":{"a":1,‹›"a":1}}"#, .duplicateKey, "/properties/a"),
    Case(#"{"type":"Feature","geometry":null,"properties":{"a":"‹›\#u{1}"}}"#, .syntax, "/properties/a"),
    Case(#"{"type":"FeatureCollection","features":[‹›7]}"#, .featureElement, "/features/0"),
    Case(#"{"type":"FeatureCollection","features":‹›{}}"#, .features, "/features"),
    Case(#"{"type":"FeatureCollection",‹›"geometry":{}}"#, .forbiddenMember, "/geometry"),
    Case(
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}},{"type":‹›"Point"}]}"#,
      .featureElement, "/features/1/type"),
    Case(#"‹›{"type":"FeatureCollection"}"#, .features, ""),
  ]

  @Test(arguments: cases)
  func namesRulePointerAndByte(expected: Case) {
    do {
      _ = try GeoJSONReader().object(expected.text)
      Issue.record("no fault")
    } catch {
      #expect(error.rule == expected.rule)
      #expect(error.pointer == expected.pointer)
      // Escapes and UTF-8 are told by the string that they are in.
      if error.rule != .loneSurrogate { #expect(error.offset == expected.offset) }
    }
  }

  @Test(arguments: cases, [1, 5, 1000])
  func streamsNameTheSame(expected: Case, chunk: Int) {
    let faults = readAll(Array(expected.text.utf8), .document, chunk: chunk).1
    #expect(faults.map(\.rule) == [expected.rule])
    #expect(faults.map(\.pointer) == [expected.pointer])
  }

  @Test func deepNestingIsAFaultNotACrash() {
    for text in [
      String(repeating: "[", count: 1_000_000), String(repeating: #"{"a":"#, count: 500_000),
      #"{"type":"Feature","geometry":null,"properties":{"a":"# + String(repeating: "[", count: 100_000),
      String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 50_000),
      String(repeating: #"{"geometries":["#, count: 50_000),
      #"{"type":"FeatureCollection","features":["# + String(repeating: #"{"type":"Feature","a":"#, count: 50_000),
    ] {
      #expect(throws: GeoJSONFault.self) { try GeoJSONReader().object(text) }
      #expect(throws: GeoJSONFault.self) { try GeoJSONReader(maximumDepth: 512).value(Array(text.utf8)) }
      #expect(readAll(Array(text.utf8)).1.count == 1)
      #expect(GeoJSONValidator(maximumDepth: 9999).faults(in: Array(text.utf8)).count == 1)
    }
  }

  @Test func depthThatIsAllowedIsRead() throws {
    let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try GeoJSONReader(maximumDepth: 512).value(Array(text.utf8)).arrayValue?.count == 1)
    #expect(throws: GeoJSONFault.self) { try GeoJSONReader(maximumDepth: 511).value(Array(text.utf8)) }
  }
}

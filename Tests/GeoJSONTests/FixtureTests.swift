import Foundation
import Testing

@testable import GeoJSON

/// Each rule has a file that breaks it and nothing else, and a file much like it that breaks nothing.
struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

  private func bytes(_ rule: GeoJSONRule, _ kind: String) throws -> [UInt8] {
    let suffix = rule == .recordFraming ? "geojsonseq" : "geojson"
    return Array(try Data(contentsOf: Self.folder.appendingPathComponent("\(rule.rawValue).\(kind).\(suffix)")))
  }

  private func expectedPointer(_ rule: GeoJSONRule) throws -> String? {
    let table = try String(contentsOf: Self.folder.appendingPathComponent("expected.tsv"), encoding: .utf8)
    let row = table.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .first { $0[0] == rule.rawValue }
    return row.map { String($0[1]) }
  }

  private func layout(_ rule: GeoJSONRule) -> FeatureReader.Layout {
    rule == .recordFraming ? .textSequence : .automatic
  }

  @Test(arguments: GeoJSONRule.allCases)
  func failingFileBreaksItsRuleAlone(rule: GeoJSONRule) throws {
    let faults = GeoJSONValidator().faults(in: try bytes(rule, "fail"), layout: layout(rule))
    #expect(faults.map(\.rule) == [rule], "\(faults)")
    #expect(faults.first?.pointer == (try expectedPointer(rule)))
  }

  @Test(arguments: GeoJSONRule.allCases)
  func passingFileBreaksNothing(rule: GeoJSONRule) throws {
    let bytes = try bytes(rule, "pass")
    #expect(GeoJSONValidator().faults(in: bytes, layout: layout(rule)) == [])
    #expect(readAll(bytes, layout(rule)).1 == [])
  }

  @Test(arguments: GeoJSONRule.allCases)
  func placeOfAFaultDoesNotDependOnChunks(rule: GeoJSONRule) throws {
    let bytes = try bytes(rule, "fail")
    let whole = GeoJSONValidator().faults(in: bytes, layout: layout(rule))
    for chunk in [1, 2, 3, 7, 64] {
      var faults: [GeoJSONFault] = []
      try GeoJSONValidator().validate(layout(rule), from: source(bytes, chunk: chunk)) { faults.append($0) }
      #expect(faults == whole)
    }
  }

  @Test(arguments: GeoJSONRule.allCases)
  func everyRuleSaysWhereItStandsAndWhatToDo(rule: GeoJSONRule) {
    #expect(rule.section.hasPrefix("RFC "))
    #expect(!rule.complaint.hasSuffix("."))
    #expect(rule.remedy.hasSuffix("."))
  }

  @Test func faultReadsAsASentence() throws {
    let fault = try #require(GeoJSONValidator().faults(in: try bytes(.ringWinding, "fail")).first)
    #expect(
      fault.description
        == "/coordinates/1: a ring runs the wrong way round: a hole counter-clockwise. Reverse it: exterior rings run "
        + "counter-clockwise, holes clockwise. (RFC 7946, 3.1.6; byte 69)")
  }

  @Test func allFaultsAreListed() {
    let text = """
      {"type":"FeatureCollection","crs":null,"bbox":[1],"features":[
      {"type":"Feature","id":true,"geometry":{"type":"LineString","coordinates":[[1,95],[200,5]]}},
      7,
      {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]],[[5,5]]]},"properties":{},"features":[]}]}
      """
    let faults = GeoJSONValidator().faults(in: Array(text.utf8))
    let found = Set(faults.map { "\($0.rule.rawValue) \($0.pointer)" })
    #expect(
      found == [
        "crs /crs", "bbox-shape /bbox", "feature-id /features/0/id", "feature-properties /features/0",
        "latitude /features/0/geometry/coordinates/0", "longitude /features/0/geometry/coordinates/1",
        "antimeridian /features/0/geometry/coordinates", "feature-element /features/1",
        "ring-winding /features/2/geometry/coordinates/0", "ring-length /features/2/geometry/coordinates/1",
        "forbidden-member /features/2/features",
      ])
  }

  /// Properties with the same keys as those before are looked at no less.
  @Test func faultsOfPropertiesAreFoundInEveryFeature() {
    func feature(_ properties: String) -> [UInt8] {
      Array(#"{"type":"Feature","geometry":null,"properties":{"#.utf8) + properties.utf8 + Array("}}".utf8)
    }
    let bad: [[UInt8]] = [
      feature(#""a":1,"b":2"#), feature(#""a":1,"a":2"#), feature(#""a":1,"a":2"#), feature(#""a":1,"b":"\ud800""#),
      feature(#""\ud800":1"#), feature(#""\ud800":1"#), feature(#""a":{"c":1,"c":[2]},"b":2"#),
      feature(#""a":1,"b":2,"a":3"#), feature(#""a":1,"\u0061":2"#), feature(#""a":1,"b":2"#),
    ]
    let text =
      Array(#"{"type":"FeatureCollection","features":["#.utf8) + bad.joined(separator: [0x2C]) + Array("]}".utf8)
    let found = GeoJSONValidator().faults(in: text).map { "\($0.rule.rawValue) \($0.pointer.split(separator: "/")[1])" }
    #expect(
      found == [
        "duplicate-key 1", "duplicate-key 2", "lone-surrogate 3", "lone-surrogate 4", "lone-surrogate 5",
        "duplicate-key 6",
        "duplicate-key 7", "duplicate-key 8",
      ])
    let lines = GeoJSONValidator().faults(in: Array(bad.joined(separator: [0x0A])), layout: .newlineDelimited)
    #expect(lines.map { "\($0.rule.rawValue) \(($0.record ?? 0) - 1)" } == found)
  }

  @Test(arguments: RFCExamples.geometries + RFCExamples.cut + [RFCExamples.collection])
  func examplesOfTheRFCAreValid(text: String) {
    #expect(GeoJSONValidator().faults(in: Array(text.utf8)) == [])
  }

  @Test func linesAreValidatedOneByOne() {
    let text = """
      {"type":"Feature","geometry":null,"properties":null}

      {"type":"Feature","geometry":null
      {"type":"Feature","geometry":null,"properties":1}
      """
    let faults = GeoJSONValidator().faults(in: Array(text.utf8), layout: .newlineDelimited)
    #expect(faults.map(\.rule) == [.truncated, .featureProperties])
    #expect(faults.map(\.record) == [3, 4])
  }
}

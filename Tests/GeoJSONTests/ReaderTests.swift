import TestSupport
import Testing

@testable import GeoJSON

struct ReaderTests {
  @Test func readsTheCollectionOfTheRFC() throws {
    guard case .featureCollection(let collection) = try GeoJSONReader().object(RFCExamples.collection) else {
      Issue.record("no collection")
      return
    }
    #expect(collection.features.map { $0.geometry?.typeName } == ["Point", "LineString", "Polygon"])
    #expect(collection.features[0].geometry == .point(Position(longitude: 102, latitude: 0.5)))
    #expect(collection.features[2]["prop1"]?["this"] == "that")
    #expect(collection.features[1]["prop1"] == .double(0))
  }

  @Test(arguments: RFCExamples.geometries + RFCExamples.cut)
  func geometriesOfTheRFCComeBackAsTheyWere(text: String) throws {
    let object = try GeoJSONReader().object(text)
    let again = try GeoJSONReader().object(GeoJSONWriter().bytes(object))
    #expect(again == object)
  }

  @Test func readsABox() throws {
    #expect(try feature(RFCExamples.bounded).bounds?.numbers == [-10, -10, 10, 10])
    let solid = try feature(#"{"type":"Feature","bbox":[1,2,3,4,5,6],"geometry":null,"properties":null}"#)
    #expect(solid.bounds == .space(.init(west: 1, south: 2, east: 4, north: 5), lowest: 3, highest: 6))
  }

  @Test func readsHeightsAndIgnoresWhatIsBeyond() throws {
    #expect(
      try geometry(#"{"type":"MultiPoint","coordinates":[[1,2,3],[1,2],[1,2,3,4]]}"#)
        == .multiPoint([
          Position(longitude: 1, latitude: 2, altitude: 3), Position(longitude: 1, latitude: 2),
          Position(longitude: 1, latitude: 2, altitude: 3),
        ]))
  }

  @Test func keepsForeignMembersInOrder() throws {
    let text =
      #"{"type":"Feature","zeta":1,"geometry":{"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2],"note":null},"#
      + #""alpha":{"b":1,"a":2},"properties":{"y":1,"x":2},"mid":[]}"#
    let feature = try feature(text)
    #expect(feature.foreignMembers.map(\.key) == ["zeta", "alpha", "mid"])
    #expect(feature.properties.map(\.key) == ["y", "x"])
    #expect(feature.geometryMembers.map(\.key) == ["bbox", "note"])
    #expect(
      GeoJSONWriter().string(feature)
        == #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2],"bbox":[1,2,1,2],"note":null},"#
        + #""properties":{"y":1,"x":2},"zeta":1,"alpha":{"b":1,"a":2},"mid":[]}"#)
  }

  @Test(arguments: [
    (#""a""#, Feature.ID.string("a")), ("7", .int(7)), ("-7", .int(-7)), ("1.50", .decimal("1.50")),
    ("18446744073709551615", .decimal("18446744073709551615")), ("-0", .decimal("-0")), ("1e2", .decimal("1e2")),
  ])
  func readsIDsExactly(text: String, id: Feature.ID) throws {
    let feature = try feature(#"{"type":"Feature","id":\#(text),"geometry":null,"properties":null}"#)
    #expect(feature.id == id)
    #expect(GeoJSONWriter().string(feature).contains("\"id\":\(text),"))
  }

  @Test func orderOfMembersDoesNotMatter() throws {
    let text =
      #"{"features":[{"properties":{},"geometry":{"coordinates":[[0,0],[1,1]],"type":"LineString"},"type":"Feature"}],"#
      + #""name":"n","type":"FeatureCollection"}"#
    let object = try GeoJSONReader().object(text)
    #expect(object.features.first?.geometry == .lineString(positions((0, 0), (1, 1))))
    #expect(readAll(Array(text.utf8)).0 == object.features)
    let collection = #"{"geometries":[{"coordinates":[1,2],"type":"Point"}],"type":"GeometryCollection"}"#
    #expect(try geometry(collection) == .geometryCollection([.point(Position(longitude: 1, latitude: 2))]))
  }

  @Test func keysMayBeEscaped() throws {
    #expect(
      try geometry(#"{"\u0074ype":"P\u006fint","coordin\u0061tes":[1,2]}"#)
        == .point(Position(longitude: 1, latitude: 2)))
  }

  @Test func emptyPointOfAFeatureIsNull() throws {
    #expect(
      try feature(#"{"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":{}}"#).geometry == nil)
    #expect(try geometry(#"{"type":"Polygon","coordinates":[]}"#) == .polygon([]))
  }

  @Test func leadingByteOrderMarkIsIgnored() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(#"{"type":"Point","coordinates":[1,2]}"#.utf8)
    #expect(try GeoJSONReader().object(bytes).features.count == 1)
    #expect(readAll(bytes).0.count == 1)
    #expect(throws: GeoJSONFault.self) { try GeoJSONReader().object(bytes[0..<3] + bytes) }
  }

  @Test func resolvesEscapes() throws {
    let value = try GeoJSONReader().value(Array(#"["\"\\\/\b\f\n\r\t","\u00e9\u2028\ud83d\ude00é😀","\u0000"]"#.utf8))
    #expect(value == ["\"\\/\u{8}\u{C}\n\r\t", "é\u{2028}😀é😀", "\0"])
  }

  @Test func valuesComeBackAsTheyWere() throws {
    let text =
      #"{"a":[null,true,false,-1,9223372036854775807,-9223372036854775808,9223372036854775808,0.1,-0,1e400,1e-400,1.5e+300],"#
      + #""b":{"":[],"c":{}},"é":"\u0007\u003c","e\u0301":2}"#
    let value = try GeoJSONReader().value(Array(text.utf8))
    #expect(value["a"]?.arrayValue?[6] == .decimal("9223372036854775808"))
    #expect(value["a"]?.arrayValue?[9] == .decimal("1e400"))
    #expect(value.members?.count == 4)
    let written = GeoJSONWriter().string(value)
    #expect(try GeoJSONReader().value(Array(written.utf8)) == value)
  }

  @Test func manyPropertiesInChangingOrderAreRead() throws {
    var random = SeededGenerator(seed: 11)
    var features: [Feature] = []
    for _ in 0..<200 {
      let keys = (0..<Int.random(in: 0...30, using: &random)).map { "key \($0)" }
      let order = Bool.random(using: &random) ? keys : keys.shuffled(using: &random)
      features.append(Feature(geometry: nil, properties: order.map { JSONValue.Member($0, .string($0 + "é\"")) }))
    }
    let bytes = GeoJSONWriter().bytes(.featureCollection(FeatureCollection(features)))
    #expect(try GeoJSONReader().object(bytes).features == features)
  }
}

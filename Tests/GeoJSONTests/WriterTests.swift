import Coordinates
import Testing

@testable import GeoJSON

struct WriterTests {
  private let square = positions((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))

  @Test func writesACollection() {
    let collection = FeatureCollection(
      [
        Feature(
          id: .string("a"), geometry: .point(Position(longitude: 51.678_901_23, latitude: -32)),
          properties: [.init("name", "Isfahan"), .init("killed", .optional(Int?.none)), .init("share", 0.25)]),
        Feature(id: .int(2), geometry: nil),
      ], foreignMembers: [.init("licence", "CC BY 4.0")])
    #expect(
      GeoJSONWriter().string(collection) == """
        {"type":"FeatureCollection","bbox":[51.6789012,-32,51.6789012,-32],"licence":"CC BY 4.0","features":[
        {"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[51.6789012,-32]},"properties":{"name":"Isfahan","killed":null,"share":0.25}},
        {"type":"Feature","id":2,"geometry":null,"properties":{}}
        ]}

        """)
  }

  @Test func emptyCollectionHasNoBox() {
    #expect(
      GeoJSONWriter(featuresOnLines: false).string(FeatureCollection([]))
        == #"{"type":"FeatureCollection","features":[]}"#)
  }

  @Test func boxesAreWrittenAsAsked() {
    let feature = Feature(
      geometry: .lineString([Position(longitude: 1, latitude: 2, altitude: 3), Position(longitude: 4, latitude: 5)]))
    let collection = FeatureCollection([feature])
    #expect(!GeoJSONWriter(boundingBoxes: .none).string(collection).contains("bbox"))
    #expect(GeoJSONWriter(boundingBoxes: .collectionAndFeatures).string(feature).contains(#""bbox":[1,2,3,4,5,3]"#))
    #expect(!GeoJSONWriter().string(feature).contains("bbox"))
    var given = feature
    given.bounds = Bounds([0, 0, 9, 9])
    #expect(GeoJSONWriter(boundingBoxes: .none).string(given).contains(#""bbox":[0,0,9,9]"#))
  }

  @Test func escapesWhatJSONAndPagesCannotHold() {
    let text = "a\"b\\c\n\r\t\u{0}\u{1F}\u{7F}</script>\u{2028}\u{2029}é😀‥ plain text that is long enough"
    #expect(
      GeoJSONWriter().string(JSONValue.string(text))
        == #""a\"b\\c\n\r\t\u0000\u001f\u007f\u003c/script>\u2028\u2029é😀‥ plain text that is long enough""#)
  }

  @Test func ringsAreTurnedByDefault() throws {
    let hole = positions((0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8), (0.2, 0.2))
    let wrong = Geometry.polygon([Array(square.reversed()), hole])
    let right = Geometry.polygon([square, Array(hole.reversed())])
    #expect(try geometry(GeoJSONWriter().string(wrong)) == right)
    #expect(try geometry(GeoJSONWriter(windsRings: false).string(wrong)) == wrong)
    #expect(Geometry.multiPolygon([[Array(square.reversed())]]).rightHanded() == .multiPolygon([[square]]))
    #expect(right.rightHanded() == right)
  }

  @Test func geometryThatIsNoPlaceIsNull() {
    let feature = Feature(geometry: .lineString(positions((1, 2), (.nan, 3))))
    #expect(GeoJSONWriter().string(feature) == #"{"type":"Feature","geometry":null,"properties":{}}"#)
  }

  @Test func precisionIsAsAsked() {
    let point = Geometry.point(Position(longitude: 1.23456789, latitude: -0.000001, altitude: 1234.5))
    #expect(GeoJSONWriter(decimals: 3).string(point) == #"{"type":"Point","coordinates":[1.235,0,1234.5]}"#)
    #expect(
      GeoJSONWriter(decimals: 99).string(point) == #"{"type":"Point","coordinates":[1.23456789,-0.000001,1234.5]}"#)
    #expect(GeoJSONWriter(decimals: -1).decimals == 0)
  }

  @Test func longOutputIsWhole() throws {
    let line = Geometry.lineString(
      (0..<20_000).map { Position(longitude: Double($0 % 360) / 4, latitude: Double($0) / 512) })
    #expect(try geometry(GeoJSONWriter(decimals: 15).string(line)) == line)
  }
}

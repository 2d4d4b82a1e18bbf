import Coordinates
import GeoJSON
import Testing

@Suite struct FeatureFrameTests {
  private static let features = [
    Feature(id: .string("a"), geometry: .point(Position(longitude: 179.5, latitude: 10)), properties: []),
    Feature(geometry: nil, properties: [JSONValue.Member("name", "b")]),
    Feature(geometry: .point(Position(longitude: -179.25, latitude: -20.125)), properties: []),
    Feature(
      geometry: .lineString([Position(longitude: 170, latitude: 0), Position(longitude: -170, latitude: 5)]),
      properties: []),
  ]

  /// Put together from its parts, a text is the one that the streaming writer writes.
  @Test(arguments: [FeatureWriter.Layout.collection, .newlineDelimited, .textSequence], [0, 1, 4])
  func partsMakeTheSameText(layout: FeatureWriter.Layout, count: Int) throws {
    let members = [JSONValue.Member("licence", "none")]
    var expected: [UInt8] = []
    var writer = FeatureWriter(layout, foreignMembers: members) { expected.append(contentsOf: $0) }
    let frame = FeatureFrame(layout, foreignMembers: members)
    var found = frame.head
    var bounds = BoundsAccumulator()
    for (index, feature) in Self.features.prefix(count).enumerated() {
      try writer.write(feature)
      found += frame.separator(at: index) + frame.text(feature)
      if let geometry = feature.geometry { bounds.add(geometry) }
      // As after an interruption.
      bounds = try #require(BoundsAccumulator(state: bounds.state))
    }
    try writer.finish()
    found += frame.tail(bounds: bounds.bounds)
    #expect(String(decoding: found, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
  }

  @Test(
    arguments: [.null, .array([]), .array([1, 2, 3, 4, 5]), .array([.null, .null, .null, .null, 400, "1", "1"])]
      as [JSONValue])
  func whatIsNoStateIsRefused(state: JSONValue) {
    #expect(BoundsAccumulator(state: state) == nil)
  }
}

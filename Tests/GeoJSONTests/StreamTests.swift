import Testing

@testable import GeoJSON

struct StreamTests {
  private static let features = (0..<300).map { index in
    Feature(
      id: .int(index), geometry: index % 7 == 0 ? nil : .point(Position(longitude: Double(index) / 2, latitude: 1.5)),
      properties: [.init("name", .string("Place \(index) é😀")), .init("n", .int(index))])
  }

  private func written(_ layout: FeatureWriter.Layout, by writer: GeoJSONWriter = GeoJSONWriter()) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var stream = FeatureWriter(layout, by: writer, foreignMembers: [.init("name", "test")]) { bytes += $0 }
    for feature in Self.features { try stream.write(feature) }
    try stream.finish()
    return bytes
  }

  @Test(arguments: [FeatureWriter.Layout.collection, .newlineDelimited, .textSequence], [3, 100, 4096, .max])
  func whatIsWrittenIsRead(layout: FeatureWriter.Layout, chunk: Int) throws {
    let (features, faults) = readAll(try written(layout), chunk: chunk)
    #expect(features == Self.features)
    #expect(faults == [])
    #expect(GeoJSONValidator().faults(in: try written(layout)) == [])
  }

  @Test func streamedCollectionIsTheCollection() throws {
    guard case .featureCollection(let collection) = try GeoJSONReader().object(try written(.collection)) else {
      Issue.record("no collection")
      return
    }
    #expect(collection.features == Self.features)
    #expect(collection.foreignMembers == [.init("name", "test")])
    #expect(collection.bounds == FeatureCollection(Self.features).computedBounds)
  }

  @Test func membersRoundTheFeaturesAreKept() throws {
    let text =
      #"{"a":1,"type":"FeatureCollection","bbox":[0,1,2,3],"features":[ {"type":"Feature","geometry":null,"properties":{}} ] ,"b":2}"#
    var reader = FeatureReader(Array(text.utf8))
    #expect(try reader.next() != nil)
    #expect(reader.collection.bounds?.numbers == [0, 1, 2, 3])
    #expect(reader.collection.foreignMembers.map(\.key) == ["a"])
    #expect(try reader.next() == nil)
    #expect(reader.collection.foreignMembers.map(\.key) == ["a", "b"])
  }

  @Test func textThatIsNoCollectionComesAsAFeature() throws {
    #expect(readAll(Array(RFCExamples.bounded.utf8)).0 == [try feature(RFCExamples.bounded)])
    #expect(
      readAll(Array(RFCExamples.geometries[0].utf8)).0.map(\.geometry) == [try geometry(RFCExamples.geometries[0])])
    let late = #"{"properties":{},"x":[1,2],"geometry":null,"type":"Feature"}"#
    #expect(readAll(Array(late.utf8), chunk: 2).0 == [try feature(late)])
    #expect(readAll(Array(RFCExamples.collection.utf8), chunk: 3).0.count == 3)
  }

  @Test func emptyCollectionsAreRead() {
    for text in [#"{"type":"FeatureCollection","features":[]}"#, #"{"features":[],"type":"FeatureCollection","a":1}"#] {
      for chunk in 1...3 {
        let (features, faults) = readAll(Array(text.utf8), chunk: chunk)
        #expect(features == [] && faults == [])
      }
    }
  }

  @Test func badLineCostsOneFault() {
    let good = #"{"type":"Feature","geometry":null,"properties":{}}"#
    let text = [
      good, #"{"type":"Feature","geom"#, "", good, #"{"type":"FeatureCollection","features":[\#(good),\#(good)]}"#, "x",
      good,
    ]
    .joined(separator: "\r\n")
    let (features, faults) = readAll(Array(text.utf8))
    #expect(features.count == 5)
    #expect(faults.map(\.record) == [2, 6])
    #expect(faults.map(\.rule) == [.truncated, .syntax])
    #expect(faults.last.map { Array(text.utf8)[$0.offset] } == UInt8(ascii: "x"))
  }

  @Test func badTextOfASequenceCostsOneFault() {
    let good = #"{"type":"Feature","geometry":null,"properties":{}}"#
    let text = "\u{1E}\(good)\n\u{1E}\u{1E}{\"type\":\n\u{1E}\n\u{1E}{\n\"type\":\"Point\",\n\"coordinates\":[1,2]}\n"
    let (features, faults) = readAll(Array(text.utf8), .textSequence)
    #expect(features.count == 2)
    #expect(faults.map(\.rule) == [.truncated])
    #expect(faults.map(\.record) == [2])
  }

  @Test func sequenceWithoutItsSeparatorIsAFault() {
    let good = #"{"type":"Feature","geometry":null,"properties":{}}"#
    let (features, faults) = readAll(Array("\(good)\n\u{1E}\(good)\n".utf8), .textSequence)
    #expect(features.count == 1)
    #expect(faults.map(\.rule) == [.recordFraming])
  }

  @Test func featureLargerThanTheWindowIsRead() {
    let long = String(repeating: "é", count: 1_000_000)
    let text =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":"\#(long)"}},"#
      + #"{"type":"Feature","geometry":null,"properties":{"a":1}}]}"#
    let (features, faults) = readAll(Array(text.utf8), chunk: 100_000)
    #expect(faults == [])
    #expect(features.map { $0["a"] } == [.string(long), 1])
  }

  /// More goes through than there is room for, were anything kept.
  @Test func streamLongerThanItsWindowIsReadInPlace() throws {
    let record = Array(
      #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1.5,2.5]},"properties":{"a":"b"}},"#.utf8)
    let head = Array(#"{"type":"FeatureCollection","features":["#.utf8)
    let tail = Array(#"{"type":"Feature","geometry":null,"properties":{}}]}"#.utf8)
    var (place, largest) = (0, 0)
    let total = head.count + 100_000 * record.count
    var reader = FeatureReader { buffer in
      largest = max(largest, buffer.count)
      guard place < total else {
        guard place == total else { return 0 }
        place += 1
        buffer.copyBytes(from: tail)
        return tail.count
      }
      // Whole records, as many as fit.
      let bytes = place < head.count ? head : record
      var count = 0
      while place < total, count + bytes.count <= buffer.count, count == 0 || place >= head.count {
        UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyBytes(from: bytes)
        count += bytes.count
        place += bytes.count
        if bytes.count == head.count { break }
      }
      return count
    }
    var count = 0
    while try reader.next() != nil { count += 1 }
    #expect(count == 100_001)
    #expect(largest <= 1 << 19)
  }

  @Test func whatTheSourceThrowsComesThrough() {
    struct Broken: Error {}
    var reader = FeatureReader(.newlineDelimited) { _ in throw Broken() }
    #expect(throws: Broken.self) { try reader.next() }
  }

  @Test func whatTheSinkThrowsComesThrough() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      let stream = FeatureWriter(.collection) { _ in throw Full() }
      try stream.finish()
    }
  }
}

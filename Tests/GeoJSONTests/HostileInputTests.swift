import TestSupport
import Testing

@testable import GeoJSON

/// Whatever comes, nothing traps, all readers agree, and what was read can be written and read again.
struct HostileInputTests {
  private static let sample = """
    {"type":"FeatureCollection","bbox":[-1,2.5,3e1,4],"näme":"\\u00e9\\ud83d\\ude00","features":[
    {"type":"Feature","id":"a","geometry":{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]],[[5,2],[6,3],[6,2],[5,2]]]},"properties":{"a":[1,-2.5e-3,true,null,{"b":"c\\n"}]}},
    {"type":"Feature","id":18446744073709551615,"geometry":{"coordinates":[170.1234567,-45.7,12],"type":"Point"},"properties":null},
    {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"MultiLineString","coordinates":[[[170,1],[-170,2]]]}]},"properties":{}}]}
    """

  @Test func sampleCutAtEveryByteIsTruncated() {
    let bytes = Array(Self.sample.utf8)
    for count in 0..<bytes.count {
      let cut = Array(bytes[..<count])
      do {
        _ = try GeoJSONReader().object(cut)
        Issue.record("cut at \(count) was read")
      } catch {
        #expect(error.rule == .truncated, "cut at \(count)")
        #expect(error.offset == count)
      }
      let streamed = readAll(cut, .document, chunk: 5).1
      #expect(streamed.map(\.rule) == [.truncated], "cut at \(count)")
      #expect(streamed.map(\.offset) == [count])
      #expect(GeoJSONValidator().faults(in: cut, layout: .document).map(\.rule).contains(.truncated), "cut at \(count)")
    }
  }

  @Test func sampleInChunksOfEverySizeIsTheSame() throws {
    let bytes = Array(Self.sample.utf8)
    let whole = try GeoJSONReader().object(bytes).features
    for chunk in 1...bytes.count { #expect(readAll(bytes, .document, chunk: chunk).0 == whole) }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func mutationsDoNotTrap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sample = Array(Self.sample.utf8)
    let pieces = [
      "[", "]", "{", "}", ",", ":", "\"", "\\", "-", "e", ".", "0", "9", "1e400", "null", "true", "\\ud800", "\u{1E}",
      "\n",
      "\"type\"", "\"coordinates\":", "\"features\":[", "[[", "360", "-180.0", "é", " ",
    ].map { Array($0.utf8) }
    for round in 0..<100 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch UInt8.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        case 3:
          let end = min(place + Int.random(in: 1...40, using: &random), bytes.count)
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
        default: bytes.removeSubrange(place..<min(place + Int.random(in: 1...20, using: &random), bytes.count))
        }
        if bytes.isEmpty { bytes = sample }
      }
      ReaderAgreement.check(
        bytes, chunk: Int.random(in: 1...300, using: &random),
        "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func manyEqualKeysAreFoundQuickly() {
    let keys = (0..<20_000).map { "\"k\($0)\":0" }.joined(separator: ",")
    for text in [
      #"{"type":"Feature","geometry":null,"properties":{\#(keys)}}"#,
      #"{"type":"Feature",\#(keys),"geometry":null,"properties":{}}"#,
      #"{"type":"FeatureCollection",\#(keys),"features":[]}"#,
    ] {
      #expect(throws: Never.self) { try GeoJSONReader().object(text) }
      #expect(readAll(Array(text.utf8)).1 == [])
      #expect(GeoJSONValidator().faults(in: Array(text.utf8)) == [])
    }
  }
}

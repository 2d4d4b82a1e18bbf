import TestSupport
import Testing

@testable import GeoJSON

/// Texts made by the grammar: `DATELINE_FUZZ_MINUTES=10 swift test --filter GeoJSONTests.FuzzTests` tries them for as long.
struct FuzzTests {
  @Test func soundTextsAreReadWrittenAndReadTheSame() {
    fuzz(rounds: 400) { random, seed in
      var generator = TextGenerator(random: random, faultRate: 0)
      let text = generator.document()
      let bytes = Array(text.utf8)
      let comment = Comment(rawValue: "seed \(seed): \(text)")
      let writer = GeoJSONWriter(decimals: 15, boundingBoxes: .none, cutsAntimeridian: false, windsRings: false)
      do {
        let object = try GeoJSONReader().object(bytes)
        let written = writer.bytes(object)
        let again = try GeoJSONReader().object(written)
        // `1e0` is written as `1`: what was written once stays as it is.
        let (isSame, isStable) = (
          again.features.map(\.geometry) == object.features.map(\.geometry), writer.bytes(again) == written
        )
        #expect(isSame && isStable, comment)
      } catch {
        Issue.record("seed \(seed): \(error): \(text)")
      }
      ReaderAgreement.check(bytes, chunk: Int.random(in: 1...200, using: &random), comment.rawValue)
    }
  }

  @Test func brokenTextsMakeNothingTrap() {
    fuzz(rounds: 400) { random, seed in
      let rate = Double.random(in: 0.001...0.1, using: &random)
      var generator = TextGenerator(random: random, faultRate: rate)
      var bytes = Array(generator.document().utf8)
      if Bool.random(using: &random), !bytes.isEmpty { random.damage(&bytes, in: 0..<bytes.count) }
      ReaderAgreement.check(
        bytes, chunk: Int.random(in: 1...200, using: &random), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))"
      )
    }
  }
}

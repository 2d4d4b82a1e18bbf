import Foundation
import Testing

@testable import DatelineLab

/// Every reader of the fuzzer over its samples and some damage to them. What a longer run finds is added to the samples.
@Suite(.serialized) struct FuzzReaderTests {
  private static let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzz").path

  @Test(arguments: FuzzReader.all.map(\.name)) func samplesAndTheirDamageAreRead(name: String) throws {
    let reader = try #require(FuzzReader.all.first { $0.name == name })
    let samples = try FuzzSamples(folder: "\(Self.corpus)/\(name)", own: reader.samples)
    let read = try reader.prepare()
    let rounds = ["basemap", "waters"].contains(name) ? 8 : 60
    for round in 1...UInt64(samples.count + rounds) {
      let input = samples.input(round: round)
      #expect(throws: Never.self, "round \(round): \(String(decoding: input.prefix(400), as: UTF8.self))") {
        try read(input)
      }
    }
  }

  @Test func theSameRoundGivesTheSameInput() throws {
    let samples = try FuzzSamples(folder: "\(Self.corpus)/text", own: [])
    for round in UInt64(1)...200 { #expect(samples.input(round: round) == samples.input(round: round)) }
    #expect(Set((1...200).map { samples.input(round: $0) }).count > 150)
  }
}

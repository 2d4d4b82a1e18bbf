import Testing

@testable import GeoJSON

/// What holds for any bytes: nothing traps, all readers and the validator agree, and what was read can be written and read again.
enum ReaderAgreement {
  /// - Parameter chunk: bytes that the streaming reader gets at a time.
  static func check(_ bytes: [UInt8], chunk: Int, _ comment: @autoclosure () -> String) {
    let faults = GeoJSONValidator().faults(in: bytes, layout: .document)
    let streamed = readAll(bytes, .document, chunk: chunk)
    _ = readAll(bytes, .newlineDelimited, chunk: chunk)
    _ = readAll(bytes, .textSequence, chunk: chunk)
    _ = GeoJSONValidator().faults(in: bytes, layout: .newlineDelimited)
    do {
      let object = try GeoJSONReader().object(bytes)
      #expect(streamed.1 == [], "\(comment())")
      #expect(streamed.0 == object.features, "\(comment())")
      #expect(!faults.contains { $0.rule == .syntax || $0.rule == .truncated }, "\(comment())")
      let written = GeoJSONWriter(decimals: 15, boundingBoxes: .none, cutsAntimeridian: false, windsRings: false).bytes(
        object)
      #expect(throws: Never.self, "\(comment())") { try GeoJSONReader().object(written) }
      let shaped = GeoJSONWriter(boundingBoxes: .collectionAndFeatures).bytes(object)
      #expect(throws: Never.self, "\(comment())") { try GeoJSONReader().object(shaped) }
    } catch {
      #expect(streamed.1.count == 1, "\(comment())")
      #expect(!faults.isEmpty, "\(error) \(comment())")
      #expect(error.offset <= bytes.count)
    }
  }
}

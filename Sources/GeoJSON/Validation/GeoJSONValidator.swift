/// Lists the breaches of RFC 7946 in a text, all of them, each with its rule, its place and what to do about it.
///
/// Only where the text stops being JSON, the list ends with that; in lines and text sequences the next text is looked at.
///
///     for fault in GeoJSONValidator().faults(in: bytes) { print(fault) }
public struct GeoJSONValidator: Sendable {
  /// Coordinates with more decimals get a warning.
  public var maximumDecimals: Int
  /// How deep arrays and objects may nest, 1 ... 512.
  public var maximumDepth: Int

  /// - Parameters:
  ///   - maximumDecimals: more decimals of a coordinate are a warning; 7 are about a centimetre.
  ///   - maximumDepth: how deep arrays and objects may be nested before the text is refused.
  public init(maximumDecimals: Int = 7, maximumDepth: Int = 128) {
    self.maximumDecimals = maximumDecimals
    self.maximumDepth = maximumDepth
  }

  /// The faults of a text in memory.
  public func faults(in bytes: [UInt8], layout: FeatureReader.Layout = .automatic) -> [GeoJSONFault] {
    var faults: [GeoJSONFault] = []
    var place = 0
    do {
      try validate(layout) { buffer in
        let count = min(buffer.count, bytes.count - place)
        buffer.copyBytes(from: bytes[place..<place + count])
        place += count
        return count
      } report: { fault in
        faults.append(fault)
      }
    } catch {
      // The source above does not throw.
    }
    return faults
  }

  /// Looks at a stream feature by feature; of what was seen, only the ids stay in memory.
  /// - Parameters:
  ///   - source: puts bytes into the buffer and says how many; 0 at the end.
  ///   - report: takes each fault when it is found.
  /// - Throws: what the source or `report` throws.
  public func validate(
    _ layout: FeatureReader.Layout = .automatic, from source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int,
    report: (GeoJSONFault) throws -> Void
  ) throws {
    var window = ByteWindow(source: source)
    let layout = layout == .automatic ? try LayoutDetection.layout(of: &window) : layout
    var stream = ValidationStream(
      validation: Validation(maximumDecimals: maximumDecimals), maximumDepth: min(max(maximumDepth, 1), 512))
    switch layout {
    case .newlineDelimited: try stream.records(until: Ascii.newline, in: &window, report: report)
    case .textSequence: try stream.records(until: Ascii.recordSeparator, in: &window, report: report)
    case .document, .automatic: try stream.document(in: &window, report: report)
    }
  }
}

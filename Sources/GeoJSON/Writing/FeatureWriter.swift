/// Writes features one after another, in memory that does not grow with their number.
///
///     var writer = FeatureWriter(.newlineDelimited) { bytes in try file.write(bytes) }
///     for feature in features { try writer.write(feature) }
///     try writer.finish()
public struct FeatureWriter: ~Copyable {
  /// How features follow each other.
  public enum Layout: Hashable, Sendable {
    /// One FeatureCollection; its `bbox`, known only then, comes last.
    case collection
    /// A feature a line.
    case newlineDelimited
    /// A record separator before each feature and a line feed behind it (RFC 8142).
    case textSequence
  }

  private let layout: Layout
  private let writer: GeoJSONWriter
  private let sink: (UnsafeRawBufferPointer) throws -> Void
  private let bounds: Bounds?
  private let foreignMembers: [JSONValue.Member]
  private var accumulator = BoundsAccumulator()
  private var output: JSONOutput
  private var count = 0
  private static let bufferSize = 1 << 18

  /// - Parameters:
  ///   - foreignMembers: members of the collection, which other layouts do not have.
  ///   - bounds: the box of the collection, where it is known before.
  ///   - sink: takes bytes, which are there during the call only.
  public init(
    _ layout: Layout, by writer: GeoJSONWriter = GeoJSONWriter(), foreignMembers: [JSONValue.Member] = [],
    bounds: Bounds? = nil, to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.layout = layout
    self.writer = writer
    self.foreignMembers = foreignMembers
    self.bounds = bounds
    self.sink = sink
    output = writer.makeOutput(capacity: Self.bufferSize + Self.bufferSize / 4)
  }

  /// Writes a feature behind those before.
  /// - Throws: what the output throws.
  public mutating func write(_ feature: Feature) throws {
    let geometry = feature.geometry.flatMap(writer.shaped)
    switch layout {
    case .collection:
      if count == 0 { writer.writeHead(bounds: bounds, foreignMembers: foreignMembers, to: &output) }
      writer.writeSeparator(at: count, to: &output)
      if bounds == nil, writer.boundingBoxes != .none, let geometry { accumulator.add(geometry) }
      writer.write(feature, geometry: geometry, to: &output)
    case .newlineDelimited:
      writer.write(feature, geometry: geometry, to: &output)
      output.bytes.append(Ascii.newline)
    case .textSequence:
      output.bytes.append(Ascii.recordSeparator)
      writer.write(feature, geometry: geometry, to: &output)
      output.bytes.append(Ascii.newline)
    }
    count += 1
    if output.bytes.count >= Self.bufferSize { try flush() }
  }

  /// Ends the text and hands over what is left. Without it the text is not whole.
  public consuming func finish() throws {
    if layout == .collection {
      if count == 0 { writer.writeHead(bounds: bounds, foreignMembers: foreignMembers, to: &output) }
      writer.writeTail(bounds: accumulator.bounds, to: &output)
    }
    try flush()
  }

  private mutating func flush() throws {
    try output.bytes.withBytes { bytes in try sink(UnsafeRawBufferPointer(bytes)) }
    output.bytes.removeAll()
  }
}

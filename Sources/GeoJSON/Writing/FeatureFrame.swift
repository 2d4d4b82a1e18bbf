/// What stands round features that are turned into text one by one, on whatever thread, and put together in order afterwards.
/// Head, texts with their separators and tail are what ``FeatureWriter`` writes of the same features.
///
///     let frame = FeatureFrame(.collection)
///     let texts = features.map(frame.text)          // on any thread
///     var all = frame.head
///     for (index, text) in texts.enumerated() { all += frame.separator(at: index) + text }
///     all += frame.tail(bounds: nil)
public struct FeatureFrame: Sendable {
  public let layout: FeatureWriter.Layout
  private let writer: GeoJSONWriter
  private let foreignMembers: [JSONValue.Member]

  /// - Parameter foreignMembers: members of the collection, which other layouts do not have.
  public init(
    _ layout: FeatureWriter.Layout, by writer: GeoJSONWriter = GeoJSONWriter(), foreignMembers: [JSONValue.Member] = []
  ) {
    self.layout = layout
    self.writer = writer
    self.foreignMembers = foreignMembers
  }

  /// A feature with what its layout puts round it, in UTF-8.
  public func text(_ feature: Feature) -> [UInt8] {
    var output = writer.makeOutput()
    if layout == .textSequence { output.bytes.append(Ascii.recordSeparator) }
    writer.write(feature, geometry: feature.geometry.flatMap(writer.shaped), to: &output)
    if layout != .collection { output.bytes.append(Ascii.newline) }
    return output.bytes.withBytes { Array($0) }
  }

  /// What stands before the first feature.
  public var head: [UInt8] {
    guard layout == .collection else { return [] }
    var output = writer.makeOutput()
    writer.writeHead(bounds: nil, foreignMembers: foreignMembers, to: &output)
    return output.bytes.withBytes { Array($0) }
  }

  /// What stands before the feature that comes at `index`, from 0.
  public func separator(at index: Int) -> [UInt8] {
    guard layout == .collection else { return [] }
    var output = writer.makeOutput()
    writer.writeSeparator(at: index, to: &output)
    return output.bytes.withBytes { Array($0) }
  }

  /// What stands behind the last feature.
  /// - Parameter bounds: the box of them all.
  public func tail(bounds: Bounds?) -> [UInt8] {
    guard layout == .collection else { return [] }
    var output = writer.makeOutput()
    writer.writeTail(bounds: writer.boundingBoxes == .none ? nil : bounds, to: &output)
    return output.bytes.withBytes { Array($0) }
  }
}

/// Reads whole GeoJSON texts.
///
/// What RFC 7946 says MUST be is asked for: members and their types, the nesting of coordinates, closed rings. What it advises
/// is left to ``GeoJSONValidator``: winding, ranges of degrees, antimeridian. Objects with a key twice and half surrogate pairs
/// are refused, numbers are read without loss, foreign members keep their order.
///
///     let object = try GeoJSONReader().object(#"{"type":"Point","coordinates":[51.7,32.6]}"#)
public struct GeoJSONReader: Sendable {
  /// How deep arrays and objects may nest, 1 ... 512.
  public var maximumDepth: Int

  /// - Parameter maximumDepth: how deep arrays and objects may be nested before the text is refused.
  public init(maximumDepth: Int = 128) { self.maximumDepth = maximumDepth }

  /// The object of a text in UTF-8.
  /// - Complexity: O(n) in time and memory.
  public func object(_ bytes: [UInt8]) throws(GeoJSONFault) -> GeoJSONObject {
    try bytes.withUnsafeBufferPointer { text throws(GeoJSONFault) in try object(text) }
  }

  /// The object of a text.
  public func object(_ text: String) throws(GeoJSONFault) -> GeoJSONObject {
    try object(Array(text.utf8))
  }

  /// The object of a text in UTF-8.
  /// - Parameter bytes: for instance a mapped file; nothing of it is kept.
  public func object(_ bytes: UnsafeBufferPointer<UInt8>) throws(GeoJSONFault) -> GeoJSONObject {
    try read(bytes) { parser throws(JSONFault) in
      _ = parser.skipByteOrderMark()
      return try parser.object()
    }
  }

  /// Any JSON.
  public func value(_ bytes: [UInt8]) throws(GeoJSONFault) -> JSONValue {
    try bytes.withUnsafeBufferPointer { text throws(GeoJSONFault) in
      try read(text) { parser throws(JSONFault) in
        _ = parser.skipByteOrderMark()
        return try parser.value()
      }
    }
  }

  private func read<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout JSONParser) throws(JSONFault) -> Value
  ) throws(GeoJSONFault) -> Value {
    guard let base = bytes.baseAddress else { throw GeoJSONFault(.truncated, pointer: "", offset: 0) }
    var parser = JSONParser(base, count: bytes.count, maximumDepth: min(max(maximumDepth, 1), 512))
    do {
      let value = try body(&parser)
      try parser.expectEnd()
      return value
    } catch {
      throw GeoJSONFault(
        error.rule, pointer: PointerFinder.pointer(to: error.offset, in: bytes), offset: error.offset)
    }
  }
}

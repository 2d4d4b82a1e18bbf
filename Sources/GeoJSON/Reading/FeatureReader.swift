/// Reads features one after another, in memory that does not grow with their number: of a FeatureCollection, of lines, or of a
/// text sequence (RFC 8142).
///
///     var reader = FeatureReader { buffer in read(file, buffer.baseAddress, buffer.count) }
///     while let feature = try reader.next() { … }
///
/// A record that is a geometry comes as a feature without properties. A bad record throws a ``GeoJSONFault``, and the next
/// call goes on with the next record; a document ends with its first fault.
public struct FeatureReader: ~Copyable {
  /// How values stand in a text.
  public enum Layout: Hashable, Sendable {
    /// By the first bytes: a record separator begins a sequence; an object and more behind a line feed are lines.
    case automatic
    /// One GeoJSON text.
    case document
    /// A GeoJSON text a line; empty lines are no records.
    case newlineDelimited
    /// A record separator before each text (RFC 8142).
    case textSequence
  }

  /// How the texts follow each other; no longer automatic after the first ``next()``.
  public private(set) var layout: Layout
  private var window: ByteWindow
  private var records: RecordReader
  private var document: DocumentReader

  /// - Parameters:
  ///   - maximumDepth: how deep arrays and objects may nest, 1 ... 512.
  ///   - source: puts bytes into the buffer and says how many; 0 at the end.
  public init(
    _ layout: Layout = .automatic, maximumDepth: Int = 128,
    from source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.layout = layout
    window = ByteWindow(source: source)
    records = RecordReader(maximumDepth: min(max(maximumDepth, 1), 512))
    document = DocumentReader(maximumDepth: min(max(maximumDepth, 1), 512))
  }

  /// Reads what is in memory.
  public init(_ bytes: [UInt8], layout: Layout = .automatic, maximumDepth: Int = 128) {
    var place = 0
    self.init(layout, maximumDepth: maximumDepth) { buffer in
      let count = min(buffer.count, bytes.count - place)
      buffer.copyBytes(from: bytes[place..<place + count])
      place += count
      return count
    }
  }

  /// The next feature; nil behind the last one.
  /// - Throws: ``GeoJSONFault``, or what the source throws.
  public mutating func next() throws -> Feature? {
    if layout == .automatic { layout = try LayoutDetection.layout(of: &window) }
    switch layout {
    case .newlineDelimited: return try records.next(until: Ascii.newline, in: &window)
    case .textSequence: return try records.next(until: Ascii.recordSeparator, in: &window)
    case .document, .automatic: return try document.next(in: &window)
    }
  }

  /// The place of the record that was read last: the line in lines, the text in a sequence, from 1.
  public var record: Int { records.record }

  /// The collection of a document without its features: the members that stood before those that were read.
  public var collection: FeatureCollection { document.collection }
}

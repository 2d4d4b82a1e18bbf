import DatelineKit
import Gazetteer
import GeoJSON

/// Writes the incidents of reports one after another, in memory that does not grow with their number.
///
///     let writer = IncidentWriter(.csv, atlas: reader.atlas) { bytes in try file.write(bytes) }
///     for article in articles { try writer.write(reader.read(article)) }
///     try writer.finish()
public final class IncidentWriter {
  /// The forms in which reports are written.
  public enum Format: String, CaseIterable, Sendable {
    /// A tree an article.
    case ndjson
    /// One FeatureCollection.
    case geojson
    /// A feature a line.
    case geojsonl
    /// A record separator before each feature (RFC 8142).
    case geojsonseq
    /// A row a site.
    case csv
    /// A placemark a site.
    case kml
    /// A feature a site, by the Linked Places Format.
    case lpf
  }

  /// What only some formats have.
  public struct Options: Sendable {
    /// GeoJSON: simplestyle's `marker-` properties.
    public var simpleStyle: Bool
    /// CSV: a row of HXL tags behind the header.
    public var hxl: Bool
    /// CSV: a byte order mark, by which Excel knows UTF-8.
    public var byteOrderMark: Bool
    /// Formats of rows: which columns; nil for those of the schema.
    public var profile: RowProfile?

    /// - Parameters:
    ///   - simpleStyle: whether GeoJSON gets `marker-color` and the like.
    ///   - hxl: whether CSV gets a row of HXL tags.
    ///   - byteOrderMark: whether CSV begins with one, as Excel wants it.
    ///   - profile: which columns; nil for those of the schema.
    public init(
      simpleStyle: Bool = false, hxl: Bool = false, byteOrderMark: Bool = false, profile: RowProfile? = nil
    ) {
      self.profile = profile
      self.simpleStyle = simpleStyle
      self.hxl = hxl
      self.byteOrderMark = byteOrderMark
    }
  }

  private let sink: (UnsafeRawBufferPointer) throws -> Void
  private let text: IncidentText
  private var assembly: TextAssembly

  /// - Parameter sink: gets the bytes, in order; what it throws ends the call that wrote them.
  public init(
    _ format: Format, options: Options = Options(), atlas: Atlas,
    to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.sink = sink
    text = IncidentText(format, options: options, atlas: atlas)
    assembly = text.assembly
  }

  /// Adds what a report tells.
  public func write(_ report: Report) throws { try write(text.fragment(report)) }

  /// Adds what a report became, perhaps on another thread, by an ``IncidentText`` of the same format and options.
  public func write(_ fragment: TextFragment) throws { try assembly.add(fragment, to: sink) }

  /// Ends the text and hands over what is left. Without it the text is not whole.
  public func finish() throws { try assembly.finish(sink) }

  /// What a writer of the same format and options has to know to go on behind all that was written so far.
  public var state: JSONValue { assembly.state }

  /// Goes on behind what another writer wrote.
  /// - Returns: false where `state` is none.
  public func resume(_ state: JSONValue) -> Bool { assembly.resume(state) }
}

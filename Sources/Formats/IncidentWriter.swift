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
  public struct Options: Hashable, Sendable {
    /// GeoJSON: simplestyle's `marker-` properties.
    public var simpleStyle: Bool
    /// CSV: a row of HXL tags behind the header.
    public var hxl: Bool
    /// CSV: a byte order mark, by which Excel knows UTF-8.
    public var byteOrderMark: Bool

    /// - Parameters:
    ///   - simpleStyle: whether GeoJSON gets `marker-color` and the like.
    ///   - hxl: whether CSV gets a row of HXL tags.
    ///   - byteOrderMark: whether CSV begins with one, as Excel wants it.
    public init(simpleStyle: Bool = false, hxl: Bool = false, byteOrderMark: Bool = false) {
      self.simpleStyle = simpleStyle
      self.hxl = hxl
      self.byteOrderMark = byteOrderMark
    }
  }

  private let sink: (UnsafeRawBufferPointer) throws -> Void
  /// Nil for formats that are none of GeoJSON.
  private var features: FeatureWriter?
  private let makeFeatures: (Report) -> [Feature]
  /// Of other formats: what a report becomes, and what stands before and behind all.
  private let makeText: (Report) -> String
  private let head: String
  private let tail: String
  private var isBegun = false

  /// - Parameter sink: gets the bytes, in order; what it throws ends the call that wrote them.
  public init(
    _ format: Format, options: Options = Options(), atlas: Atlas,
    to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.sink = sink
    let columns = RowColumn.all(withCodes: atlas.hasCodes)
    let members = IncidentFeatures.members(atlas)
    if let layout = Self.layout(format) {
      let context = format == .lpf ? [LinkedPlaces.context] : []
      features = FeatureWriter(layout, foreignMembers: context + members, to: sink)
    } else {
      features = nil
    }
    let style = IncidentFeatures(simpleStyle: options.simpleStyle)
    makeFeatures = { format == .lpf ? LinkedPlaces.features($0) : style.features($0) }
    switch format {
    case .ndjson, .geojson, .geojsonl, .geojsonseq, .lpf:
      makeText = { ReportLines().incidents($0) + "\n" }
      (head, tail) = ("", "")
    case .csv:
      let text = CommaText(columns: columns)
      makeText = { FlatRow.rows(of: $0).map(text.row).joined() }
      (head, tail) = ((options.byteOrderMark ? "\u{FEFF}" : "") + text.header + (options.hxl ? text.tags : ""), "")
    case .kml:
      let text = KMLText(columns: columns, members: members)
      makeText = { FlatRow.rows(of: $0).map(text.placemark).joined() }
      (head, tail) = (text.head, text.tail)
    }
  }

  private static func layout(_ format: Format) -> FeatureWriter.Layout? {
    switch format {
    case .geojson, .lpf: .collection
    case .geojsonl: .newlineDelimited
    case .geojsonseq: .textSequence
    case .ndjson, .csv, .kml: nil
    }
  }

  /// Writes what the form has for a report.
  /// - Throws: what the output throws.
  public func write(_ report: Report) throws {
    try begin()
    guard features != nil else { return try put(makeText(report)) }
    for feature in makeFeatures(report) { try features?.write(feature) }
  }

  /// Ends the text and hands over what is left. Without it the text is not whole.
  public func finish() throws {
    try begin()
    if let features = features.take() { try features.finish() }
    try put(tail)
  }

  private func begin() throws {
    guard !isBegun else { return }
    isBegun = true
    try put(head)
  }

  private func put(_ text: String) throws {
    guard !text.isEmpty else { return }
    var text = text
    try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
  }
}

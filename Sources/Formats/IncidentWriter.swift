import DatelineKit
import Gazetteer
import GeoJSON

/// Writes the incidents of reports one after another, in memory that does not grow with their number.
///
///     let writer = IncidentWriter(.csv, atlas: reader.atlas) { bytes in try file.write(bytes) }
///     for article in articles { try writer.write(reader.read(article)) }
///     try writer.finish()
public final class IncidentWriter {
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
  }

  /// What only some formats have.
  public struct Options: Hashable, Sendable {
    /// GeoJSON: simplestyle's `marker-` properties.
    public var simpleStyle: Bool
    /// CSV: a row of HXL tags behind the header.
    public var hxl: Bool
    /// CSV: a byte order mark, by which Excel knows UTF-8.
    public var byteOrderMark: Bool

    public init(simpleStyle: Bool = false, hxl: Bool = false, byteOrderMark: Bool = false) {
      self.simpleStyle = simpleStyle
      self.hxl = hxl
      self.byteOrderMark = byteOrderMark
    }
  }

  private let sink: (UnsafeRawBufferPointer) throws -> Void
  private let makeFeatures: IncidentFeatures
  private let commaText: CommaText?
  /// Nil for formats that are none of GeoJSON.
  private var features: FeatureWriter?
  private let head: String
  private var isBegun = false

  public init(
    _ format: Format, options: Options = Options(), atlas: Atlas,
    to sink: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) {
    self.sink = sink
    makeFeatures = IncidentFeatures(simpleStyle: options.simpleStyle)
    switch format {
    case .ndjson:
      features = nil
      (commaText, head) = (nil, "")
    case .geojson, .geojsonl, .geojsonseq:
      let layout: FeatureWriter.Layout =
        format == .geojson ? .collection : format == .geojsonl ? .newlineDelimited : .textSequence
      features = FeatureWriter(layout, foreignMembers: IncidentFeatures.members(atlas), to: sink)
      (commaText, head) = (nil, "")
    case .csv:
      let text = CommaText(columns: RowColumn.all(withCodes: atlas.hasCodes))
      features = nil
      commaText = text
      head = (options.byteOrderMark ? "\u{FEFF}" : "") + text.header + (options.hxl ? text.tags : "")
    }
  }

  public func write(_ report: Report) throws {
    try begin()
    if let commaText {
      try put(FlatRow.rows(of: report).map(commaText.row).joined())
    } else if features != nil {
      for feature in makeFeatures.features(report) { try features?.write(feature) }
    } else {
      try put(ReportLines().incidents(report) + "\n")
    }
  }

  /// Ends the text and hands over what is left. Without it the text is not whole.
  public func finish() throws {
    try begin()
    if let features = features.take() { try features.finish() }
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

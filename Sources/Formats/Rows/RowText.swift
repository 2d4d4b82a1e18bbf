import GeoJSON

/// Rows in the formats that have a place for each: GeoJSON in its three layouts, CSV and KML.
struct RowText: Sendable {
  private let frame: FeatureFrame?
  private let features: IncidentFeatures
  private let commas: CommaText?
  private let placemarks: KMLText?
  let head: [UInt8]

  /// Nil for formats that have no rows.
  /// - Parameter members: what a collection says of itself.
  init?(
    _ format: IncidentWriter.Format, options: IncidentWriter.Options, columns: [RowColumn], members: [JSONValue.Member]
  ) {
    features = IncidentFeatures(simpleStyle: options.simpleStyle)
    frame = Self.layout(format).map { FeatureFrame($0, foreignMembers: members) }
    switch format {
    case .geojson, .geojsonl, .geojsonseq:
      (commas, placemarks) = (nil, nil)
      head = frame?.head ?? []
    case .csv:
      let text = CommaText(columns: columns)
      (commas, placemarks) = (text, nil)
      head = Array(
        ((options.byteOrderMark ? "\u{FEFF}" : "") + text.header + (options.hxl ? text.tags : "")).utf8)
    case .kml:
      let text = KMLText(columns: columns, members: members)
      (commas, placemarks) = (nil, text)
      head = Array(text.head.utf8)
    case .ndjson, .lpf: return nil
    }
  }

  static func layout(_ format: IncidentWriter.Format) -> FeatureWriter.Layout? {
    switch format {
    case .geojson: .collection
    case .geojsonl: .newlineDelimited
    case .geojsonseq: .textSequence
    case .ndjson, .csv, .kml, .lpf: nil
    }
  }

  /// Whether features stand in one collection, with commas between them.
  var isCollection: Bool { frame?.layout == .collection }

  func fragment(_ rows: [FlatRow]) -> TextFragment {
    if let frame { return Self.fragment(rows.map(features.feature), in: frame) }
    var fragment = TextFragment()
    for row in rows {
      if let commas { fragment.bytes += Array(commas.row(row).utf8) }
      if let placemarks { fragment.bytes += Array(placemarks.placemark(row).utf8) }
    }
    fragment.count = rows.count
    return fragment
  }

  /// Features with the separators that stand between them; that before the first is there too.
  static func fragment(_ features: [Feature], in frame: FeatureFrame) -> TextFragment {
    var fragment = TextFragment()
    let separator = frame.separator(at: 1)
    for feature in features {
      fragment.bytes += separator
      fragment.bytes += frame.text(feature)
      if frame.layout == .collection, let geometry = feature.geometry { fragment.geometries.append(geometry) }
    }
    fragment.count = features.count
    return fragment
  }

  func tail(bounds: Bounds?) -> [UInt8] { frame?.tail(bounds: bounds) ?? placemarks.map { Array($0.tail.utf8) } ?? [] }
}

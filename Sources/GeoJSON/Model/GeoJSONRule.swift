/// The rules that a GeoJSON text follows. The raw value is a stable name for scripts.
public enum GeoJSONRule: String, CaseIterable, Hashable, Sendable {
  // The text
  case syntax
  case truncated
  case encoding
  case byteOrderMark = "byte-order-mark"
  case loneSurrogate = "lone-surrogate"
  case duplicateKey = "duplicate-key"
  case nesting
  case numberRange = "number-range"
  case recordFraming = "record-framing"

  // Objects
  case object
  case type
  case forbiddenMember = "forbidden-member"
  case crs

  // Features and collections
  case featureGeometry = "feature-geometry"
  case featureProperties = "feature-properties"
  case featureID = "feature-id"
  case duplicateID = "duplicate-id"
  case features
  case featureElement = "feature-element"

  // Geometries
  case coordinates
  case emptyCoordinates = "empty-coordinates"
  case geometries
  case geometryElement = "geometry-element"
  case nestedCollection = "nested-collection"
  case needlessCollection = "needless-collection"

  // Positions
  case position
  case positionLength = "position-length"
  case positionExtra = "position-extra"
  case longitude
  case latitude
  case precision

  // Lines and rings
  case lineLength = "line-length"
  case ringLength = "ring-length"
  case ringClosure = "ring-closure"
  case ringWinding = "ring-winding"
  case ringArea = "ring-area"
  case ringCrossing = "ring-crossing"
  case holeOutside = "hole-outside"
  case antimeridian

  // Bounding boxes
  case boundsShape = "bbox-shape"
  case boundsRange = "bbox-range"
  case boundsOrder = "bbox-order"
  case boundsDimensions = "bbox-dimensions"
  case boundsContent = "bbox-content"

  /// How bad a breach is: an error is against RFC 7946's MUST, a warning against its SHOULD or good custom.
  public enum Severity: String, Hashable, Sendable {
    /// Other software may refuse or misread the text.
    case error
    /// The text is valid, but the RFC advises against it.
    case warning
  }

  /// How bad a breach of this rule is.
  public var severity: Severity {
    switch self {
    case .precision, .emptyCoordinates, .needlessCollection, .boundsDimensions: .warning
    default: .error
    }
  }
}

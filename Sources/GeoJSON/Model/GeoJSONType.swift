/// The nine values of the member `type` (RFC 7946, 1.4).
enum GeoJSONType: String, CaseIterable {
  case point = "Point"
  case multiPoint = "MultiPoint"
  case lineString = "LineString"
  case multiLineString = "MultiLineString"
  case polygon = "Polygon"
  case multiPolygon = "MultiPolygon"
  case geometryCollection = "GeometryCollection"
  case feature = "Feature"
  case featureCollection = "FeatureCollection"

  var isGeometry: Bool { self != .feature && self != .featureCollection }

  /// The members that define objects of other types, and that this one must not have (RFC 7946, 7.1).
  func forbids(_ member: GeoJSONMember) -> Bool {
    switch member {
    case .coordinates: self == .feature || self == .featureCollection || self == .geometryCollection
    case .geometries: self != .geometryCollection
    case .geometry, .properties: self != .feature
    case .features: self != .featureCollection
    case .type, .bbox, .id, .crs: false
    }
  }

  /// The type whose name is these bytes.
  @inline(__always)
  init?(_ name: UnsafeBufferPointer<UInt8>) {
    switch name.count {
    case 5 where name.equals("Point"): self = .point
    case 7 where name.equals("Feature"): self = .feature
    case 7 where name.equals("Polygon"): self = .polygon
    case 10 where name.equals("LineString"): self = .lineString
    case 10 where name.equals("MultiPoint"): self = .multiPoint
    case 12 where name.equals("MultiPolygon"): self = .multiPolygon
    case 15 where name.equals("MultiLineString"): self = .multiLineString
    case 17 where name.equals("FeatureCollection"): self = .featureCollection
    case 18 where name.equals("GeometryCollection"): self = .geometryCollection
    default: return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// True where these bytes, of which there are as many, are those of `name`.
  @inline(__always)
  func equals(_ name: StaticString) -> Bool {
    for offset in 0..<name.utf8CodeUnitCount where self[offset] != name.utf8Start[offset] { return false }
    return true
  }
}

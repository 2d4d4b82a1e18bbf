/// The members that RFC 7946 gives a meaning, and `crs`, from which it took it.
enum GeoJSONMember: UInt16, CaseIterable {
  case type, bbox, id, crs, coordinates, geometries, geometry, properties, features

  var name: String {
    switch self {
    case .type: "type"
    case .bbox: "bbox"
    case .id: "id"
    case .crs: "crs"
    case .coordinates: "coordinates"
    case .geometries: "geometries"
    case .geometry: "geometry"
    case .properties: "properties"
    case .features: "features"
    }
  }

  init?(name: String) {
    var name = name
    guard let member = name.withUTF8({ GeoJSONMember($0) }) else { return nil }
    self = member
  }

  /// The member whose key is these bytes.
  @inline(__always)
  init?(_ key: UnsafeBufferPointer<UInt8>) {
    switch key.count {
    case 2 where key.equals("id"): self = .id
    case 3 where key.equals("crs"): self = .crs
    case 4 where key.equals("type"): self = .type
    case 4 where key.equals("bbox"): self = .bbox
    case 8 where key.equals("geometry"): self = .geometry
    case 8 where key.equals("features"): self = .features
    case 10 where key.equals("properties"): self = .properties
    case 10 where key.equals("geometries"): self = .geometries
    case 11 where key.equals("coordinates"): self = .coordinates
    default: return nil
    }
  }
}

/// Which members an object has had.
struct GeoJSONMemberSet {
  private var bits: UInt16 = 0

  /// False where the member was there already.
  @inline(__always)
  mutating func insert(_ member: GeoJSONMember) -> Bool {
    let bit: UInt16 = 1 << member.rawValue
    defer { bits |= bit }
    return bits & bit == 0
  }

  @inline(__always)
  func contains(_ member: GeoJSONMember) -> Bool { bits >> member.rawValue & 1 != 0 }
}

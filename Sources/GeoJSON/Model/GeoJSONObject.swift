/// What a GeoJSON text holds (RFC 7946, 2 and 3).
public enum GeoJSONObject: Hashable, Sendable {
  /// With the further members of the object: its `bbox`, and those that RFC 7946 does not know.
  case geometry(Geometry, members: [JSONValue.Member])
  case feature(Feature)
  case featureCollection(FeatureCollection)

  /// The features of a collection, the feature, or the geometry as a feature without properties.
  public var features: [Feature] {
    switch self {
    case .geometry(let geometry, let members): [Feature(geometry: geometry, geometryMembers: members)]
    case .feature(let feature): [feature]
    case .featureCollection(let collection): collection.features
    }
  }
}

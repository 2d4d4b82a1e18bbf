import Coordinates

/// A list of features (RFC 7946, 3.3).
public struct FeatureCollection: Hashable, Sendable {
  /// In the order in which they are written.
  public var features: [Feature]
  /// Members that RFC 7946 does not know, written before the features.
  public var foreignMembers: [JSONValue.Member]
  /// The member `bbox`, as read or as set; never computed.
  public var bounds: Bounds?

  /// A collection; without `bounds` the writer computes a `bbox` if it is asked to.
  public init(_ features: [Feature], foreignMembers: [JSONValue.Member] = [], bounds: Bounds? = nil) {
    self.features = features
    self.foreignMembers = foreignMembers
    self.bounds = bounds
  }

  /// The smallest box that holds all geometries; nil where there are none. Its west lies east of its east where it crosses the
  /// antimeridian (5.2).
  /// - Complexity: O(n) in the number of positions.
  public var boundingBox: BoundingBox? { computedBounds?.box }

  /// As ``boundingBox``, with heights where positions have them.
  /// - Complexity: O(n) in the number of positions.
  public var computedBounds: Bounds? {
    var accumulator = BoundsAccumulator()
    for feature in features { if let geometry = feature.geometry { accumulator.add(geometry) } }
    return accumulator.bounds
  }
}

import Coordinates

/// A thing with a place and properties (RFC 7946, 3.2).
public struct Feature: Hashable, Sendable {
  /// A string or a number.
  public enum ID: Hashable, Sendable {
    case string(String)
    case int(Int)
  }

  public var id: ID?
  /// Nil where the thing has no place: written as null.
  public var geometry: Geometry?
  /// In the order in which they are written.
  public var properties: [JSONValue.Member]
  /// Members that RFC 7946 does not know, written behind its own (6.1).
  public var foreignMembers: [JSONValue.Member]

  public init(
    id: ID? = nil, geometry: Geometry?, properties: [JSONValue.Member] = [], foreignMembers: [JSONValue.Member] = []
  ) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
    self.foreignMembers = foreignMembers
  }
}

/// A list of features (RFC 7946, 3.3).
public struct FeatureCollection: Hashable, Sendable {
  public var features: [Feature]
  /// Members that RFC 7946 does not know, written before the features.
  public var foreignMembers: [JSONValue.Member]

  public init(_ features: [Feature], foreignMembers: [JSONValue.Member] = []) {
    self.features = features
    self.foreignMembers = foreignMembers
  }

  /// The smallest box that holds all positions; nil where there are none. Its west lies east of its east where it crosses the
  /// antimeridian (5.2).
  public var boundingBox: BoundingBox? {
    BoundingBox(enclosing: features.flatMap { $0.geometry?.positions.map(\.coordinate) ?? [] })
  }
}

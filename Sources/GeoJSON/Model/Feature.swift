/// A thing with a place and properties (RFC 7946, 3.2).
public struct Feature: Hashable, Sendable {
  /// A string or a number.
  public enum ID: Hashable, Sendable {
    case string(String)
    case int(Int)
    /// A number that `Int` does not hold, with its digits as they stand in the text: `1.5`, `18446744073709551615`.
    case decimal(String)
  }

  public var id: ID?
  /// Nil where the thing has no place: written as null.
  public var geometry: Geometry?
  /// In the order in which they are written.
  public var properties: [JSONValue.Member]
  /// Members that RFC 7946 does not know, written behind its own (6.1).
  public var foreignMembers: [JSONValue.Member]
  /// Further members of the geometry object: its `bbox`, and those that RFC 7946 does not know. What stands on the members
  /// of a GeometryCollection is not kept.
  public var geometryMembers: [JSONValue.Member]
  /// The member `bbox`, as read or as set; never computed.
  public var bounds: Bounds?

  /// A feature; nothing of it is checked until it is written.
  public init(
    id: ID? = nil, geometry: Geometry?, properties: [JSONValue.Member] = [], foreignMembers: [JSONValue.Member] = [],
    geometryMembers: [JSONValue.Member] = [], bounds: Bounds? = nil
  ) {
    self.id = id
    self.geometry = geometry
    self.properties = properties
    self.foreignMembers = foreignMembers
    self.geometryMembers = geometryMembers
    self.bounds = bounds
  }

  /// The first property with a name.
  public subscript(property: String) -> JSONValue? { properties.first { $0.key == property }?.value }
}

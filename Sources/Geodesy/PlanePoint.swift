/// A point on a map plane, in the units of its projection (metres where not said otherwise), x to the east, y to the north.
public struct PlanePoint: Hashable, Sendable {
  /// East and north in the unit of the plane, metres for every `+proj=` string that does not say otherwise.
  public var x: Double
  public var y: Double

  /// A point of a plane, east first.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Both numbers are finite; points that could not be projected are not.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

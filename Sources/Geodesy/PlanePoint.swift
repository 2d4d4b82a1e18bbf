/// A point on a map plane, in the units of its projection (metres where not said otherwise), x to the east, y to the north.
public struct PlanePoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Both numbers are finite; points that could not be projected are not.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

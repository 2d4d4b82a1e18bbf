/// A point of the ellipsoid in twelve bytes: earth-centred coordinates in units of 1/128 m, the finest binary unit at which
/// the difference of any two fits 32 bits. The two lowest bits of z are the axis by which a ``PointTree`` splits there.
package struct PackedPoint: Hashable, Sendable {
  package static let unitsPerMetre = 128.0

  /// x, y, z with the axis, 0.
  package var lanes: SIMD4<Int32>

  @inlinable package init(x: Int32, y: Int32, z: Int32) { lanes = SIMD4(x, y, z, 0) }

  /// A vector that is not finite becomes the Earth's centre.
  package init(_ vector: EarthVector) {
    lanes = SIMD4(Self.units(vector.x), Self.units(vector.y), Self.units(vector.z) & ~3, 0)
  }

  /// To the nearest unit.
  @usableFromInline
  static func units(_ metres: Double) -> Int32 {
    metres.magnitude < 1e7 ? Int32((metres * unitsPerMetre).rounded()) : 0
  }

  @inlinable package var axis: Int {
    get { Int(lanes.z) & 3 }
    set { lanes.z = lanes.z & ~3 | Int32(newValue) }
  }

  /// In square units.
  @inlinable
  package func squaredChord(to other: PackedPoint) -> Double {
    let difference = SIMD3<Double>(
      Double(lanes.x &- other.lanes.x), Double(lanes.y &- other.lanes.y), Double(lanes.z &- other.lanes.z))
    return (difference * difference).sum()
  }
}

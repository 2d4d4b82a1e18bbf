extension Geometry {
  /// The box round the geometry, with heights where positions have them (RFC 7946, 5); nil for an empty one.
  /// - Complexity: O(n)
  public var bounds: Bounds? {
    var accumulator = BoundsAccumulator()
    accumulator.add(self)
    return accumulator.bounds
  }

  /// True where all coordinates are numbers.
  var isFinite: Bool {
    func areFinite(_ positions: [Position]) -> Bool {
      positions.allSatisfy {
        $0.coordinate.longitude.isFinite && $0.coordinate.latitude.isFinite && $0.altitude?.isFinite ?? true
      }
    }
    switch self {
    case .point(let position): return areFinite([position])
    case .multiPoint(let positions), .lineString(let positions): return areFinite(positions)
    case .multiLineString(let lines), .polygon(let lines): return lines.allSatisfy(areFinite)
    case .multiPolygon(let polygons): return polygons.allSatisfy { $0.allSatisfy(areFinite) }
    case .geometryCollection(let members): return members.allSatisfy(\.isFinite)
    }
  }
}

extension Geometry {
  /// The same with exterior rings counter-clockwise and holes clockwise (RFC 7946, 3.1.6).
  /// - Complexity: O(n); nothing is copied where all is right.
  public func rightHanded() -> Geometry {
    switch self {
    case .point, .multiPoint, .lineString, .multiLineString: return self
    case .polygon(let rings): return Self.isRightHanded(rings) ? self : .polygon(Self.rightHanded(rings))
    case .multiPolygon(let polygons):
      return polygons.allSatisfy(Self.isRightHanded) ? self : .multiPolygon(polygons.map(Self.rightHanded))
    case .geometryCollection(let members): return .geometryCollection(members.map { $0.rightHanded() })
    }
  }

  private static func isRightHanded(_ rings: [[Position]]) -> Bool {
    rings.enumerated().allSatisfy { index, ring in
      let area = RingArea.signed(ring)
      return index == 0 ? area >= 0 : area <= 0
    }
  }

  private static func rightHanded(_ rings: [[Position]]) -> [[Position]] {
    rings.enumerated().map { index, ring in
      let area = RingArea.signed(ring)
      return (index == 0 ? area < 0 : area > 0) ? ring.reversed() : ring
    }
  }
}

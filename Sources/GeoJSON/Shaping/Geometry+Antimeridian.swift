extension Geometry {
  /// The same with longitudes within -180 ... 180, and with lines and polygons split where they cross the antimeridian
  /// (RFC 7946, 3.1.9). A step of more than 180 degrees is taken to be one across it; a whole turn is not. Polygons round a
  /// pole get an edge along it.
  /// - Complexity: O(n); nothing is copied where there is nothing to do. O(n · holes) for a polygon that is cut.
  public func cutAtAntimeridian() -> Geometry {
    switch self {
    case .point(let position): return abs(position.coordinate.longitude) > 180 ? .point(Self.wrapped(position)) : self
    case .multiPoint(let positions):
      guard positions.contains(where: { abs($0.coordinate.longitude) > 180 }) else { return self }
      return .multiPoint(positions.map(Self.wrapped))
    case .lineString(let line):
      guard AntimeridianPieces.isNeeded(for: line) else { return self }
      let lines = Self.lines(line)
      return lines.count == 1 ? .lineString(lines[0]) : .multiLineString(lines)
    case .multiLineString(let lines):
      guard lines.contains(where: AntimeridianPieces.isNeeded) else { return self }
      return .multiLineString(lines.flatMap(Self.lines))
    case .polygon(let rings):
      guard rings.contains(where: AntimeridianPieces.isNeeded) else { return self }
      let polygons = AntimeridianPolygon.polygons(of: rings)
      return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
    case .multiPolygon(let polygons):
      guard polygons.contains(where: { $0.contains(where: AntimeridianPieces.isNeeded) }) else { return self }
      return .multiPolygon(polygons.flatMap(AntimeridianPolygon.polygons))
    case .geometryCollection(let members): return .geometryCollection(members.map { $0.cutAtAntimeridian() })
    }
  }

  private static func wrapped(_ position: Position) -> Position {
    AntimeridianPieces([position]).pieces.first?.first ?? position
  }

  private static func lines(_ line: [Position]) -> [[Position]] {
    guard AntimeridianPieces.isNeeded(for: line) else { return [line] }
    let pieces = AntimeridianPieces(line).pieces.filter { $0.count > 1 }
    return pieces.isEmpty ? [line] : pieces
  }
}

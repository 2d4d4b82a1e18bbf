import Coordinates

extension Basemap {
  /// Polygons of an area as GeoJSON has them: of each the exterior ring first, counter-clockwise, then its holes, clockwise; every ring
  /// closed. Rings may cross the antimeridian or go round a pole.
  public typealias Outline = [[[Coordinate]]]

  /// The outline of a country; nil where the basemap has none of this code.
  /// - Parameters:
  ///   - code: ISO 3166-1 alpha-2.
  ///   - metres: how far the outline may be from the source.
  public func outline(ofCountry code: String, within metres: Double) -> Outline? {
    country(code: code).map { outline(country($0).rings, within: metres) }
  }

  /// The outline of a first-level unit: that of a name, else the one around a point; nil where there is neither.
  /// - Parameters:
  ///   - country: ISO 3166-1 alpha-2.
  ///   - metres: how far the outline may be from the source.
  public func outline(
    ofUnit name: String, in country: String, around point: Coordinate, within metres: Double
  ) -> Outline? {
    unit(of: country, named: name, inside: point).map { outline($0.rings, within: metres) }
  }

  private func outline(_ rings: Range<Int>, within metres: Double) -> Outline {
    let level = level(within: metres)
    var polygons: Outline = []
    var holes: [[Coordinate]] = []
    for index in rings {
      let ring = ring(index)
      let loop = arcs(of: ring).flatMap { reference in
        let line = line(ofArc: reference.arc, level: level)
        return (reference.reversed ? line.reversed() : line).dropLast()
      }
      guard loop.count > 2, let first = loop.first else { continue }
      let closed = (loop + [first]).map {
        Coordinate(longitude: $0.longitude.remainder(dividingBy: 360), latitude: $0.latitude)
      }
      // The area is on the left: what turns right is a hole.
      if Self.turnsLeft(closed) { polygons.append([closed]) } else { holes.append(closed) }
    }
    for hole in holes {
      let owner = polygons.firstIndex { SphereArea.contains(hole[0], in: [Array($0[0].dropLast())]) }
      if let owner { polygons[owner].append(hole) }
    }
    return polygons
  }

  /// Whether a ring has its area on the left. One round a pole counts as such: nothing of a pole is a hole.
  private static func turnsLeft(_ ring: [Coordinate]) -> Bool {
    var (longitude, turn, area) = (0.0, 0.0, 0.0)
    for (a, b) in zip(ring, ring.dropFirst()) {
      let step = (b.longitude - a.longitude).remainder(dividingBy: 360)
      area += longitude * b.latitude - (longitude + step) * a.latitude
      longitude += step
      turn += step
    }
    return abs(turn) > 180 || area > 0
  }
}

import Coordinates

/// Closes the seam at the antimeridian.
///
/// The source stops at ±179.9° and −89.9°, so land that goes on beyond has straight edges there that are neither coast nor border.
/// Those edges are dropped and the loose ends of both sides are joined at 180°.
struct BasemapSeam {
  /// Where a coordinate counts as lying at the source's edge, in degrees.
  private static let edgeLongitude = 179.899
  private static let edgeLatitude = -89.899

  private static func isOnEdge(_ point: Coordinate) -> Bool {
    abs(point.longitude) > edgeLongitude || point.latitude < edgeLatitude
  }

  /// The loops of a unit with the seam dropped.
  /// - Parameter rings: closed rings, first point not repeated, area on the left.
  /// - Returns: closed loops on the sphere; a step from one side of the antimeridian to the other is a step of few metres.
  static func close(_ rings: [[Coordinate]]) -> [[Coordinate]] {
    var loops: [[Coordinate]] = []
    var loose: [[Coordinate]] = []
    for ring in rings {
      let pieces = split(ring)
      if let pieces { loose += pieces } else { loops.append(ring) }
    }
    while !loose.isEmpty {
      var loop = loose.removeFirst()
      while let end = loop.last, let next = nearest(to: end, in: loose), next.distance < abs(end.latitude - loop[0].latitude) {
        let piece = loose.remove(at: next.index)
        loop = join(loop, piece)
      }
      loops.append(closed(loop))
    }
    return loops
  }

  /// The stretches of a ring that do not run along the edge, each beginning and ending at 180° (or -180°); nil where it has no seam.
  private static func split(_ ring: [Coordinate]) -> [[Coordinate]]? {
    func isSeam(_ index: Int) -> Bool {
      let (a, b) = (ring[index % ring.count], ring[(index + 1) % ring.count])
      return isOnEdge(a) && isOnEdge(b)
    }
    guard let firstSeam = ring.indices.first(where: isSeam) else { return nil }
    var pieces: [[Coordinate]] = []
    var piece: [Coordinate] = []
    for step in 1...ring.count {
      let index = firstSeam + step
      piece.append(ring[index % ring.count])
      if isSeam(index) {
        if piece.count > 1 { pieces.append(snapped(piece)) }
        piece = []
      }
    }
    return pieces
  }

  /// Both ends moved out to the antimeridian.
  private static func snapped(_ piece: [Coordinate]) -> [Coordinate] {
    var piece = piece
    for index in [0, piece.count - 1] { piece[index].longitude = piece[index].longitude > 0 ? 180 : -180 }
    return piece
  }

  private static func nearest(to end: Coordinate, in pieces: [[Coordinate]]) -> (index: Int, distance: Double)? {
    let distances = pieces.enumerated().filter { $0.element[0].longitude != end.longitude }
      .map { (index: $0.offset, distance: abs($0.element[0].latitude - end.latitude)) }
    return distances.min { $0.distance < $1.distance }
  }

  /// The two ends become one point half-way between their latitudes.
  private static func join(_ first: [Coordinate], _ second: [Coordinate]) -> [Coordinate] {
    guard let end = first.last, let start = second.first else { return first + second }
    let middle = Coordinate(longitude: 180, latitude: (end.latitude + start.latitude) / 2)
    return first.dropLast() + [middle] + second.dropFirst()
  }

  private static func closed(_ loop: [Coordinate]) -> [Coordinate] {
    guard let end = loop.last, let start = loop.first else { return loop }
    let middle = Coordinate(longitude: 180, latitude: (end.latitude + start.latitude) / 2)
    return [middle] + loop.dropFirst().dropLast()
  }
}

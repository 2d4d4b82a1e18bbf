/// A polygon cut at the antimeridian: rings fall into pieces, and pieces are joined anew along the edges of the map.
///
/// The map is the rectangle of -180 ... 180 by -90 ... 90. On each of its sides, the places where pieces leave and where
/// they come in alternate, because rings do not cross each other; so the first to leave joins the first to come in. Where a
/// ring goes round a pole, the joining goes round the map counter-clockwise, by the pole.
struct AntimeridianPolygon {
  private var pieces: [[Position]] = []
  private var closed: [[Position]] = []
  private var hasPole = false

  /// The polygons that the rings fall into. Whether a ring round a pole holds the north or the south is taken from where it
  /// lies, for its sense of rotation is often wrong.
  static func polygons(of rings: [[Position]]) -> [[[Position]]] {
    guard rings.contains(where: AntimeridianPieces.isNeeded) else { return [rings] }
    var polygon = AntimeridianPolygon()
    for (index, ring) in rings.enumerated() { polygon.add(ring, isHole: index > 0) }
    let result = polygon.assembled()
    return result.isEmpty ? [rings] : result
  }

  private mutating func add(_ ring: [Position], isHole: Bool) {
    guard ring.count > 3 else { return }
    let path = Self.startingInside(Self.oriented(ring, isHole: isHole))
    let cut = AntimeridianPieces(path)
    if cut.turns != 0 { hasPole = true }
    guard cut.pieces.count > 1, let first = cut.pieces.first, let last = cut.pieces.last else {
      closed += cut.pieces
      return
    }
    // The ring does not begin at a cut.
    pieces.append(last + first.dropFirst())
    pieces += cut.pieces.dropFirst().dropLast()
  }

  private static func oriented(_ ring: [Position], isHole: Bool) -> [Position] {
    let longitudes = LongitudeStep.unwrapped(ring)
    let turn = (longitudes.last ?? 0) - (longitudes.first ?? 0)
    let isRight: Bool
    if abs(turn) > 180 {
      let meanLatitude = ring.reduce(0) { $0 + $1.coordinate.latitude } / Double(ring.count)
      isRight = (turn > 0) == (meanLatitude > 0)
    } else {
      isRight = RingArea.signed(ring) >= 0
    }
    return isRight != isHole ? ring : ring.reversed()
  }

  /// The ring from a position that is not on the antimeridian.
  private static func startingInside(_ ring: [Position]) -> [Position] {
    guard
      let start = ring.firstIndex(where: { abs($0.coordinate.longitude).truncatingRemainder(dividingBy: 360) != 180 }),
      start > 0
    else { return ring }
    return Array(ring[start...] + ring[1...start])
  }

  // MARK: Joining

  private func assembled() -> [[[Position]]] {
    let successors = hasPole ? successorsRoundTheMap() : successorsAlongSides()
    var rings = closed
    var isUsed = [Bool](repeating: false, count: pieces.count)
    for start in pieces.indices where !isUsed[start] {
      var ring: [Position] = []
      var piece = start
      repeat {
        isUsed[piece] = true
        for position in pieces[piece] { AntimeridianPieces.append(position, to: &ring) }
        if hasPole { appendCorners(from: pieces[piece].last, to: pieces[successors[piece]].first, to: &ring) }
        piece = successors[piece]
      } while !isUsed[piece]
      if let first = ring.first { AntimeridianPieces.append(first, to: &ring) }
      rings.append(ring)
    }
    return Self.grouped(rings.filter { $0.count > 3 && RingArea.signed($0) != 0 })
  }

  /// For each piece the one that follows it on its side of the map.
  private func successorsAlongSides() -> [Int] {
    var successors = Array(pieces.indices)
    for side in [-180.0, 180.0] {
      let leaving = pieces.indices.filter { pieces[$0].last?.coordinate.longitude == side }
      let coming = pieces.indices.filter { pieces[$0].first?.coordinate.longitude == side }
      let leavingInOrder = leaving.sorted {
        (Self.latitude(pieces[$0].last), $0) < (Self.latitude(pieces[$1].last), $1)
      }
      let comingInOrder = coming.sorted {
        (Self.latitude(pieces[$0].first), $0) < (Self.latitude(pieces[$1].first), $1)
      }
      for (left, next) in zip(leavingInOrder, comingInOrder) { successors[left] = next }
    }
    return successors
  }

  /// For each piece the one that comes in next, counter-clockwise round the map.
  private func successorsRoundTheMap() -> [Int] {
    var successors = Array(pieces.indices)
    var coming = pieces.indices.sorted { (Self.place(pieces[$0].first), $0) < (Self.place(pieces[$1].first), $1) }
    let leaving = pieces.indices.sorted { (Self.place(pieces[$0].last), $0) < (Self.place(pieces[$1].last), $1) }
    // From the last to leave backwards, so that each finds the next one still free.
    for piece in leaving.reversed() {
      let place = Self.place(pieces[piece].last)
      let next = coming.firstIndex { Self.place(pieces[$0].first) >= place } ?? 0
      successors[piece] = coming.remove(at: next)
    }
    return successors
  }

  private static func latitude(_ position: Position?) -> Double { position?.coordinate.latitude ?? 0 }

  /// Degrees along the edge of the map, counter-clockwise from its lower right corner.
  private static func place(_ position: Position?) -> Double {
    guard let coordinate = position?.coordinate else { return 0 }
    return coordinate.longitude > 0 ? coordinate.latitude + 90 : 630 - coordinate.latitude
  }

  /// Corners of the map and the middles of its upper and lower edge, by their places.
  private static let corners: [(place: Double, longitude: Double, latitude: Double)] = [
    (180, 180, 90), (360, 0, 90), (540, -180, 90), (720, -180, -90), (900, 0, -90), (1080, 180, -90),
  ]

  private func appendCorners(from start: Position?, to end: Position?, to ring: inout [Position]) {
    let first = Self.place(start)
    let last = Self.place(end) < first ? Self.place(end) + 1080 : Self.place(end)
    for turn in [0.0, 1080] {
      for corner in Self.corners where corner.place + turn > first && corner.place + turn < last {
        AntimeridianPieces.append(
          Position(longitude: corner.longitude, latitude: corner.latitude, altitude: start?.altitude), to: &ring)
      }
    }
  }

  /// Exterior rings, each with the holes that lie in it.
  private static func grouped(_ rings: [[Position]]) -> [[[Position]]] {
    var polygons = rings.filter { RingArea.signed($0) > 0 }.map { [$0] }
    for hole in rings where RingArea.signed(hole) < 0 {
      let owner = polygons.firstIndex { polygon in
        let sides = hole.lazy.map { RingArea.side(of: $0, by: polygon[0]) }
        return sides.first { $0 != .boundary } == .inside
      }
      if let owner { polygons[owner].append(hole) } else if !polygons.isEmpty { polygons[0].append(hole) }
    }
    return polygons
  }
}

import Coordinates

/// A part of the sphere with one closed edge, to which rings and lines are clipped before they are projected.
///
/// The edge is measured by a number that grows counterclockwise as seen from inside the part, so that its inside lies on the left.
protocol SphereRegion {
  /// The length of the whole edge in the units of its measure.
  var perimeter: Double { get }

  /// Cuts a line where it leaves the region. Each piece knows where on the edge it begins and ends; nil where it does not
  /// begin or end on the edge but with the line.
  func pieces(of line: [Coordinate]) -> [SpherePiece]

  /// Points of the edge from `start` counterclockwise to `end`, without both, at steps of a few degrees.
  func edge(from start: Double, to end: Double) -> [Coordinate]

  /// Some point of the edge, to find out whether an area without any crossing holds all of it.
  var edgePoint: Coordinate { get }
}

/// A stretch of a line inside a region.
struct SpherePiece {
  var points: [Coordinate]
  var entry: Double?
  var exit: Double?
}

extension SphereRegion {
  /// The parts of lines inside the region.
  func clip(lines: [[Coordinate]]) -> [[Coordinate]] {
    lines.flatMap { line in pieces(of: line).map(\.points) }.filter { $0.count > 1 }
  }

  /// The part of an area inside the region.
  ///
  /// Every piece of outline leaves the region at one point of its edge; from there the outline goes on along the edge, counterclockwise, until
  /// the next piece comes in. That is right because the area lies on the left of its outline and the region on the left of its edge.
  /// - Parameters:
  ///   - rings: closed loops, first point not repeated, the area on their left; they hold the North Pole only if `holdsNorthPole`.
  /// - Complexity: O(n + k log k) for n points and k crossings.
  func clip(rings: [[Coordinate]], holdsNorthPole: Bool = false) -> [[Coordinate]] {
    var closed: [[Coordinate]] = []
    var open: [SpherePiece] = []
    for ring in rings where ring.count > 2 {
      var pieces = pieces(of: ring + [ring[0]])
      if pieces.count == 1, pieces[0].entry == nil, pieces[0].exit == nil {
        if pieces[0].points.count > 3 { closed.append(pieces[0].points.dropLast()) }
        continue
      }
      // The first and the last piece are one if the ring begins inside.
      if pieces.count > 1, let last = pieces.last, last.exit == nil, pieces[0].entry == nil {
        pieces[0].points = last.points.dropLast() + pieces[0].points
        pieces[0].entry = last.entry
        pieces.removeLast()
      }
      open += pieces.filter { $0.entry != nil && $0.exit != nil }
    }
    if open.isEmpty {
      if SphereArea.contains(edgePoint, in: rings, holdsNorthPole: holdsNorthPole) {
        closed.append(edge(from: 0, to: perimeter))
      }
      return closed
    }
    return closed
      + joined(open) { point in SphereArea.contains(point, in: rings, holdsNorthPole: holdsNorthPole) }
  }

  /// Stretches of the edge longer than this part of it are checked to be inside the area: where a simplified line crosses itself on the edge,
  /// the way round would be taken for the way across.
  private static var longStretch: Double { 0.05 }

  private func joined(_ pieces: [SpherePiece], isInside: (Coordinate) -> Bool) -> [[Coordinate]] {
    let following = Self.following(pieces)
    var taken = [Bool](repeating: false, count: pieces.count)
    var rings: [[Coordinate]] = []
    for first in pieces.indices where !taken[first] {
      var ring: [Coordinate] = []
      var current = first
      while !taken[current] {
        taken[current] = true
        ring += pieces[current].points
        guard let exit = pieces[current].exit, let next = following[current], let entry = pieces[next].entry else {
          break
        }
        let stretch = edge(from: exit, to: entry > exit ? entry : entry + perimeter)
        let length = entry > exit ? entry - exit : entry - exit + perimeter
        if length < perimeter * Self.longStretch || stretch.isEmpty || isInside(stretch[stretch.count / 2]) {
          ring += stretch
        }
        current = next
      }
      if ring.count > 2 { rings.append(ring) }
    }
    return rings
  }

  /// For each piece the one that comes in next along the edge from where it goes out.
  ///
  /// Ways out and in take turns along the edge, unless simplified lines cross each other near it. So they are matched like brackets: each
  /// way in belongs to one way out, and what a crossing spoils stays where it is.
  private static func following(_ pieces: [SpherePiece]) -> [Int?] {
    var crossings: [(measure: Double, isExit: Bool, piece: Int)] = []
    for (index, piece) in pieces.enumerated() {
      if let exit = piece.exit { crossings.append((exit, true, index)) }
      if let entry = piece.entry { crossings.append((entry, false, index)) }
    }
    crossings.sort { ($0.measure, $0.isExit ? 1 : 0, $0.piece) < ($1.measure, $1.isExit ? 1 : 0, $1.piece) }
    var following = [Int?](repeating: nil, count: pieces.count)
    var isTaken = [Bool](repeating: false, count: pieces.count)
    var open: [Int] = []
    // Twice round, since the edge has no beginning.
    for round in 0..<2 {
      for crossing in crossings {
        if crossing.isExit {
          if round == 0 { open.append(crossing.piece) }
        } else if !isTaken[crossing.piece], let last = open.popLast() {
          following[last] = crossing.piece
          isTaken[crossing.piece] = true
        }
      }
    }
    return following
  }
}

/// Questions about areas on the sphere.
enum SphereArea {
  /// True where `point` is inside: the meridian from it to the North Pole crosses the outline an odd number of times.
  static func contains(_ point: Coordinate, in rings: [[Coordinate]], holdsNorthPole: Bool = false) -> Bool {
    var inside = holdsNorthPole
    for ring in rings {
      guard var previous = ring.last else { continue }
      var before = (previous.longitude - point.longitude).remainder(dividingBy: 360)
      for next in ring {
        let after = (next.longitude - point.longitude).remainder(dividingBy: 360)
        if (before >= 0) != (after >= 0), abs(after - before) < 180 {
          let part = before / (before - after)
          if previous.latitude + part * (next.latitude - previous.latitude) > point.latitude { inside.toggle() }
        }
        (previous, before) = (next, after)
      }
    }
    return inside
  }
}

import Coordinates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// All that lies within some angle of a centre: a cap of the sphere. Its edge is measured in radians, counterclockwise as seen from above.
struct HorizonRegion: SphereRegion {
  let centre: Coordinate
  /// Degrees from the centre to the edge.
  let reach: Double
  private let axis: UnitVector
  private let east: UnitVector
  private let north: UnitVector
  private let cosine: Double
  private let sine: Double

  init(centre: Coordinate, reach: Double) {
    self.centre = centre
    self.reach = reach
    axis = UnitVector(centre)
    let longitude = centre.longitude * .pi / 180
    east = UnitVector(x: -sin(longitude), y: cos(longitude), z: 0)
    north = axis.cross(east)
    cosine = cos(reach * .pi / 180)
    sine = sin(reach * .pi / 180)
  }

  var perimeter: Double { 2 * .pi }

  var edgePoint: Coordinate { point(at: 0) }

  func edge(from start: Double, to end: Double) -> [Coordinate] {
    let steps = max(Int(((end - start) / (.pi / 90)).rounded(.up)), 1)
    return (1..<max(steps, 1)).map { point(at: start + (end - start) * Double($0) / Double(steps)) }
  }

  private func point(at measure: Double) -> Coordinate {
    (axis * cosine + (east * cos(measure) + north * sin(measure)) * sine).coordinate
  }

  private func measure(of vector: UnitVector) -> Double {
    let angle = atan2(vector.dot(north), vector.dot(east))
    return angle < 0 ? angle + 2 * .pi : angle
  }

  func pieces(of line: [Coordinate]) -> [SpherePiece] {
    guard let first = line.first else { return [] }
    var pieces: [SpherePiece] = []
    var previous = UnitVector(first)
    var height = previous.dot(axis) - cosine
    var piece: SpherePiece? = height > 0 ? SpherePiece(points: [first]) : nil
    for point in line.dropFirst() {
      let vector = UnitVector(point)
      let nextHeight = vector.dot(axis) - cosine
      if (height > 0) != (nextHeight > 0) {
        let crossing = crossing(from: previous, height, to: vector, nextHeight)
        if var leaving = piece {
          leaving.points.append(crossing.coordinate)
          leaving.exit = measure(of: crossing)
          pieces.append(leaving)
          piece = nil
        } else {
          piece = SpherePiece(points: [crossing.coordinate], entry: measure(of: crossing))
        }
      }
      if nextHeight > 0 { piece?.points.append(point) }
      (previous, height) = (vector, nextHeight)
    }
    if let piece { pieces.append(piece) }
    return pieces
  }

  /// Where the great circle through both points meets the edge, found by halving: steps of a map's lines are short.
  private func crossing(
    from start: UnitVector, _ startHeight: Double, to end: UnitVector, _ endHeight: Double
  ) -> UnitVector {
    var (inner, outer) = startHeight > 0 ? (start, end) : (end, start)
    for _ in 0..<40 {
      let middle = (inner + outer).normalized
      if middle.dot(axis) - cosine > 0 { inner = middle } else { outer = middle }
    }
    return inner
  }
}

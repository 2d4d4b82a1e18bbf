import Coordinates

/// The whole sphere but for one meridian from pole to pole, along which a world map tears.
///
/// Its edge is measured in degrees: up the eastern side of the map (0 at the South Pole, 180 at the North Pole), then down the western side.
struct SlitRegion: SphereRegion {
  /// The meridian in the middle of the map, opposite the slit.
  let centralMeridian: Double
  /// Points are kept this far (degrees, about a centimetre) from the slit, so that each is on a known side of it.
  private static let brim = 1e-7
  private var limit: Double { 180 - Self.brim }

  var perimeter: Double { 360 }

  var edgePoint: Coordinate { point(at: 90) }

  private func point(at measure: Double) -> Coordinate {
    let turned = measure.truncatingRemainder(dividingBy: 360)
    return turned <= 180
      ? Coordinate(longitude: absolute(limit), latitude: turned - 90)
      : Coordinate(longitude: absolute(-limit), latitude: 270 - turned)
  }

  func edge(from start: Double, to end: Double) -> [Coordinate] {
    var points: [Coordinate] = []
    var measure = (start / 2).rounded(.down) * 2 + 2
    while measure < end {
      let atPole = measure.truncatingRemainder(dividingBy: 180) == 0
      if atPole {
        // Along the pole from one side of the map to the other.
        let isNorth = measure.truncatingRemainder(dividingBy: 360) == 180
        let sign = isNorth ? 1.0 : -1.0
        for step in 0...90 {
          let longitude = sign * (limit - 2 * limit * Double(step) / 90)
          points.append(Coordinate(longitude: absolute(longitude), latitude: isNorth ? 90 : -90))
        }
      } else {
        points.append(point(at: measure))
      }
      measure += 2
    }
    return points
  }

  /// Longitude on Earth of one counted from the central meridian.
  private func absolute(_ relative: Double) -> Double { (relative + centralMeridian).remainder(dividingBy: 360) }

  /// Longitude counted from the central meridian, never on the slit itself.
  private func relative(_ longitude: Double) -> Double {
    min(max((longitude - centralMeridian).remainder(dividingBy: 360), -limit), limit)
  }

  private func measure(side: Double, latitude: Double) -> Double { side > 0 ? latitude + 90 : 270 - latitude }

  func pieces(of line: [Coordinate]) -> [SpherePiece] {
    guard let first = line.first else { return [] }
    var pieces: [SpherePiece] = []
    var previous = relative(first.longitude)
    var previousLatitude = first.latitude
    var piece = SpherePiece(points: [Coordinate(longitude: absolute(previous), latitude: first.latitude)])
    for point in line.dropFirst() {
      let next = relative(point.longitude)
      if abs(next - previous) > 180 {
        let side = previous > 0 ? 1.0 : -1.0
        let toSlit = 180 - abs(previous)
        let fromSlit = 180 - abs(next)
        let part = toSlit + fromSlit > 0 ? toSlit / (toSlit + fromSlit) : 0.5
        let latitude = previousLatitude + part * (point.latitude - previousLatitude)
        piece.points.append(Coordinate(longitude: absolute(side * limit), latitude: latitude))
        piece.exit = measure(side: side, latitude: latitude)
        pieces.append(piece)
        piece = SpherePiece(
          points: [Coordinate(longitude: absolute(-side * limit), latitude: latitude)],
          entry: measure(side: -side, latitude: latitude))
      }
      piece.points.append(Coordinate(longitude: absolute(next), latitude: point.latitude))
      (previous, previousLatitude) = (next, point.latitude)
    }
    pieces.append(piece)
    return pieces
  }
}

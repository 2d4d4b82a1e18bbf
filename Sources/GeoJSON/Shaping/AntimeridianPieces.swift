/// A path cut where it crosses the antimeridian. Longitudes of each piece are within -180 ... 180, and no step is longer than 180.
///
/// Latitudes and heights at the cut are taken on the straight line in degrees (RFC 7946, 3.1.1).
struct AntimeridianPieces {
  private(set) var pieces: [[Position]] = []
  /// Turns round the globe from the first position to the last: 0, or ±1 for a ring round a pole.
  private(set) var turns = 0

  /// True where a path has to be cut or to be written anew.
  static func isNeeded(for path: [Position]) -> Bool {
    guard var last = path.first?.coordinate.longitude else { return false }
    for position in path {
      let longitude = position.coordinate.longitude
      if abs(longitude) > 180 || abs(longitude - last) > 180 { return true }
      last = longitude
    }
    return false
  }

  /// The farthest longitude that is taken to mean anything.
  private static let limit = 3600.0

  init(_ path: [Position]) {
    guard path.allSatisfy({ abs($0.coordinate.longitude) <= Self.limit }) else {
      pieces = [path]
      return
    }
    let longitudes = LongitudeStep.unwrapped(path)
    guard let first = longitudes.first, let last = longitudes.last else { return }
    turns = Int(((last - first) / 360).rounded())
    var turn = Self.firstTurn(of: longitudes)
    var piece = [Self.position(path[0], at: first - 360 * turn)]
    for index in path.indices.dropFirst() {
      let (start, end) = (longitudes[index - 1], longitudes[index])
      while abs(end - 360 * turn) > 180 {
        let side: Double = end > start ? 180 : -180
        let edge = 360 * turn + side
        let cut = Self.interpolated(path[index - 1], path[index], at: end == start ? 1 : (edge - start) / (end - start))
        Self.append(Self.position(cut, at: side), to: &piece)
        pieces.append(piece)
        turn += end > start ? 1 : -1
        piece = [Self.position(cut, at: -side)]
      }
      Self.append(Self.position(path[index], at: end - 360 * turn), to: &piece)
    }
    pieces.append(piece)
  }

  /// The turn of the globe in which a path begins; on its edge, the one that the path goes into.
  private static func firstTurn(of longitudes: [Double]) -> Double {
    let first = longitudes[0]
    let turn = ((first + 180) / 360).rounded(.down)
    guard first == 360 * turn - 180 else { return turn }
    let next = longitudes.first { $0 != first } ?? first
    return next < first ? turn - 1 : turn
  }

  private static func position(_ position: Position, at longitude: Double) -> Position {
    Position(
      longitude: min(max(longitude, -180), 180), latitude: position.coordinate.latitude, altitude: position.altitude)
  }

  static func interpolated(_ start: Position, _ end: Position, at share: Double) -> Position {
    func between(_ a: Double, _ b: Double) -> Double { share == 1 ? b : a + (b - a) * share }
    var altitude: Double?
    if let low = start.altitude, let high = end.altitude { altitude = between(low, high) }
    return Position(
      longitude: between(start.coordinate.longitude, end.coordinate.longitude),
      latitude: between(start.coordinate.latitude, end.coordinate.latitude), altitude: altitude)
  }

  /// Appends what differs from the last position, with the middle of a step round the world.
  static func append(_ position: Position, to piece: inout [Position]) {
    if let last = piece.last {
      guard last != position else { return }
      if abs(position.coordinate.longitude - last.coordinate.longitude) > 180 {
        piece.append(interpolated(last, position, at: 0.5))
      }
    }
    piece.append(position)
  }
}

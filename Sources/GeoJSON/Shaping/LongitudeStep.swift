/// How a line goes from one longitude to the next.
enum LongitudeStep {
  /// Degrees from `start` to `end`, positive to the east: the shorter way round, as RFC 7946, 3.1.9, has it. A whole turn is
  /// taken as it is written: the edge of a box round the world crosses nothing.
  @inline(__always)
  static func degrees(from start: Double, to end: Double) -> Double {
    let step = end - start
    if abs(step) <= 180 || abs(step) == 360 { return step }
    return step.remainder(dividingBy: 360)
  }

  /// Longitudes of a path as they go on from the first one, without jumps.
  static func unwrapped(_ path: [Position]) -> [Double] {
    var longitudes: [Double] = []
    longitudes.reserveCapacity(path.count)
    var last = path.first?.coordinate.longitude ?? 0
    var longitude = last
    for position in path {
      longitude += degrees(from: last, to: position.coordinate.longitude)
      last = position.coordinate.longitude
      longitudes.append(longitude)
    }
    return longitudes
  }
}

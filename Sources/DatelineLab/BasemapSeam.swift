import Coordinates

/// Closes the seam at the antimeridian.
///
/// The source stops at ±179.9° and −89.9°, so land that goes on beyond has straight edges there that are neither coast nor border.
/// A run of such edges on one side belongs to the run on the other side that covers the same latitudes: both are dropped and their
/// ends joined at 180°. A run without such a partner is a piece of coast that touches the source's edge, and stays.
struct BasemapSeam {
  /// Where a coordinate counts as lying at the source's edge, in degrees.
  private static let edgeLongitude = 179.8999
  private static let edgeLatitude = -89.899

  /// Consecutive edges of a ring along the source's edge.
  private struct Run {
    var ring: Int
    /// Index of the first and of the last point in the ring; the last may lie beyond the ring's end, to be taken modulo its count.
    var first: Int
    var last: Int
    var start: Coordinate
    var end: Coordinate
    /// True for the run along the South Pole, which is its own partner.
    var isPolar: Bool

    var latitudes: ClosedRange<Double> { min(start.latitude, end.latitude)...max(start.latitude, end.latitude) }

    func overlap(with other: Run) -> Double {
      min(latitudes.upperBound, other.latitudes.upperBound) - max(latitudes.lowerBound, other.latitudes.lowerBound)
    }
  }

  /// The loops of a unit with the seam dropped.
  /// - Parameter rings: closed rings, first point not repeated, area on the left.
  /// - Returns: closed loops on the sphere.
  static func close(_ rings: [[Coordinate]]) -> [[Coordinate]] {
    let candidates = rings.enumerated().flatMap { index, ring in seamRuns(of: ring, number: index) }
    let partners = partners(of: candidates)
    let runs = candidates.indices.filter { partners[$0] != nil }
    if runs.isEmpty { return rings }
    let torn = Set(runs.map { candidates[$0].ring })
    var loops = rings.enumerated().filter { !torn.contains($0.offset) }.map(\.element)

    // A piece goes from the end of one run to the start of the next in its ring.
    var pieces: [Int: (points: [Coordinate], nextRun: Int)] = [:]
    for ring in torn.sorted() {
      let own = runs.filter { candidates[$0].ring == ring }
      for (order, run) in own.enumerated() {
        let next = own[(order + 1) % own.count]
        let count = rings[ring].count
        let from = candidates[run].last % count
        var to = candidates[next].first
        while to <= from { to += count }
        pieces[run] = ((from...to).map { rings[ring][$0 % count] }, next)
      }
    }
    for first in runs {
      var loop: [Coordinate] = []
      var current = first
      while let piece = pieces.removeValue(forKey: current), let partner = partners[piece.nextRun] {
        let latitude = (candidates[piece.nextRun].start.latitude + candidates[partner].end.latitude) / 2
        loop += piece.points.dropFirst().dropLast() + [Coordinate(longitude: 180, latitude: latitude)]
        current = partner
      }
      if loop.count > 2 { loops.append(loop) }
    }
    return loops
  }

  private static func isOnEdge(_ point: Coordinate) -> Bool {
    abs(point.longitude) > edgeLongitude || point.latitude < edgeLatitude
  }

  private static func seamRuns(of ring: [Coordinate], number: Int) -> [Run] {
    func isSeam(_ index: Int) -> Bool { isOnEdge(ring[index % ring.count]) && isOnEdge(ring[(index + 1) % ring.count]) }
    guard let origin = ring.indices.first(where: { !isSeam($0) }) else { return [] }
    var runs: [Run] = []
    var first: Int?
    for index in origin...origin + ring.count {
      if isSeam(index) {
        if first == nil { first = index }
      } else if let start = first {
        let isPolar = (start...index).contains { ring[$0 % ring.count].latitude < edgeLatitude }
        runs.append(
          Run(
            ring: number, first: start % ring.count, last: index, start: ring[start % ring.count],
            end: ring[index % ring.count],
            isPolar: isPolar))
        first = nil
      }
    }
    return runs
  }

  /// For each run the one on the other side that it is to be joined with.
  private static func partners(of runs: [Run]) -> [Int?] {
    runs.indices.map { index in
      let run = runs[index]
      if run.isPolar { return index }
      func best(for run: Run) -> Int? {
        let others = runs.indices.filter {
          !runs[$0].isPolar && (runs[$0].start.longitude > 0) != (run.start.longitude > 0)
        }
        return others.filter { run.overlap(with: runs[$0]) > 0 }.max {
          run.overlap(with: runs[$0]) < run.overlap(with: runs[$1])
        }
      }
      guard let partner = best(for: run), best(for: runs[partner]) == index else { return nil }
      return partner
    }
  }
}

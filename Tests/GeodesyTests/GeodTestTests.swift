import Coordinates
import Geodesy
import Testing

/// Karney's test set, computed with 100 digits: C. F. F. Karney, Test set for geodesics (2010), doi:10.5281/zenodo.32156.
@Suite struct GeodTestTests {
  struct Row {
    let start: Coordinate
    let end: Coordinate
    let initialBearing: Double
    let finalBearing: Double
    let metres: Double
    /// By how many metres the end moves sideways for a turn of one radian at the start.
    let reducedLength: Double
    /// Between the geodesic and the equator.
    let area: Double
  }

  static let rows: [Row]? = SharedFile.conformance("GeodTest-short.dat")?.compactMap { line in
    let numbers = line.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 10 else { return nil }
    return Row(
      start: Coordinate(longitude: numbers[1], latitude: numbers[0]),
      end: Coordinate(longitude: numbers[4], latitude: numbers[3]), initialBearing: numbers[2],
      finalBearing: numbers[5],
      metres: numbers[6], reducedLength: numbers[8], area: numbers[9])
  }

  static let isAbsent: Comment = "GeodTest-short.dat is not here: set DATELINE_SHARED to the folder above conformance/."

  @Test(.enabled(if: rows != nil, isAbsent)) func `the file is whole`() {
    #expect(Self.rows?.count == 10_000)
  }

  @Test(.enabled(if: rows != nil, isAbsent)) func `inverse: metres within 1.5e-8, bearings within 1e-12 degrees`() {
    var (worstDistance, worstBearing, compared) = (0.0, 0.0, 0)
    for row in Self.rows ?? [] {
      let way = Geodesic.wgs84.inverse(from: row.start, to: row.end)
      worstDistance = max(worstDistance, abs(way.distance.metres - row.metres))
      #expect(way.distance == Geodesic.wgs84.distance(from: row.start, to: row.end))
      guard Self.isConditioned(row) else { continue }
      compared += 1
      worstBearing = max(
        worstBearing, Self.turn(way.initialBearing.degrees, row.initialBearing),
        Self.turn(way.finalBearing.degrees, row.finalBearing))
    }
    #expect(worstDistance <= 1.5e-8)
    #expect(worstBearing <= 1e-12)
    #expect(compared > 4500)
  }

  @Test(.enabled(if: rows != nil, isAbsent)) func `direct: ends within 1.5e-8 metres, bearings within 1e-12 degrees`() {
    var (worstDistance, worstBearing, worstBack) = (0.0, 0.0, 0.0)
    for row in Self.rows ?? [] {
      let walk = Geodesic.wgs84.direct(
        from: row.start, bearing: Angle(degrees: row.initialBearing), distance: Distance(metres: row.metres))
      worstDistance = max(worstDistance, Geodesic.wgs84.distance(from: walk.end, to: row.end).metres)
      let back = Geodesic.wgs84.direct(
        from: row.end, bearing: Angle(degrees: row.finalBearing), distance: Distance(metres: -row.metres))
      worstBack = max(worstBack, Geodesic.wgs84.distance(from: back.end, to: row.start).metres)
      guard Self.isConditioned(row) else { continue }
      worstBearing = max(worstBearing, Self.turn(walk.finalBearing.degrees, row.finalBearing))
    }
    #expect(worstDistance <= 1.5e-8)
    #expect(worstBack <= 1.5e-8)
    #expect(worstBearing <= 1e-12)
  }

  @Test(.enabled(if: rows != nil, isAbsent)) func `lines agree with direct`() {
    var worst = 0.0
    for row in Self.rows ?? [] {
      let line = Geodesic.wgs84.line(
        from: row.start, bearing: Angle(degrees: row.initialBearing), length: Distance(metres: row.metres))
      worst = max(worst, Geodesic.wgs84.distance(from: line.position(at: line.length).end, to: row.end).metres)
    }
    #expect(worst <= 1.5e-8)
  }

  @Test(.enabled(if: rows != nil, isAbsent)) func `area between a geodesic and the equator`() {
    var (worst, compared) = (0.0, 0)
    // From 179.4° on the shortest way between two points of the equator leaves it.
    for row in (Self.rows ?? []) where row.end.longitude < 179 && Self.isConditioned(row) {
      let ring = [
        row.start, Coordinate(longitude: row.start.longitude, latitude: 0),
        Coordinate(longitude: row.end.longitude, latitude: 0), row.end,
      ]
      worst = max(worst, abs(Geodesic.wgs84.measure(ring: ring).area.squareMetres - row.area))
      compared += 1
    }
    #expect(worst < 0.5)
    #expect(compared > 4000)
  }

  private static func turn(_ a: Double, _ b: Double) -> Double {
    let difference = abs(a - b).truncatingRemainder(dividingBy: 360)
    return min(difference, 360 - difference)
  }

  /// A bearing is conditioned where a shift of the end by nanometres does not turn the geodesic.
  private static func isConditioned(_ row: Row) -> Bool {
    abs(row.reducedLength) > 500_000
  }
}

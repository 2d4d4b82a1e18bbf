import Coordinates
import Geodesy
import TestSupport
import Testing

@Suite struct GeodesicTests {
  private static let isfahan = Coordinate(longitude: 51.674722, latitude: 32.6525)
  private static let tehran = Coordinate(longitude: 51.388889, latitude: 35.689167)

  @Test func `batches are the single calls`() {
    var numbers = SeededGenerator(seed: 3)
    let starts = (0..<500).map { _ in numbers.coordinate() }
    let ends = (0..<500).map { _ in numbers.coordinate() }
    let ways = Geodesic.wgs84.inverse(from: starts, to: ends)
    #expect(ways == zip(starts, ends).map { Geodesic.wgs84.inverse(from: $0, to: $1) })
    #expect(
      Geodesic.wgs84.distances(from: starts[0], to: ends)
        == ends.map { Geodesic.wgs84.distance(from: starts[0], to: $0) })
    var walks = [Geodesic.Direct](
      repeating: Geodesic.Direct(end: starts[0], finalBearing: Angle(degrees: 0)), count: starts.count)
    let bearings = ways.map(\.initialBearing)
    let distances = ways.map(\.distance)
    var span = walks.mutableSpan
    Geodesic.wgs84.direct(from: starts.span, bearings: bearings.span, distances: distances.span, into: &span)
    for (walk, end) in zip(walks, ends) {
      #expect(Geodesic.wgs84.distance(from: walk.end, to: end).metres < 1e-7, "seed 3")
    }
  }

  @Test func `bearings are 0 to 360, clockwise from north`() {
    let origin = Coordinate(longitude: 0, latitude: 0)
    let around = [(0.0, 1.0, 0.0), (1, 0, 90), (0, -1, 180), (-1, 0, 270)]
    for (longitude, latitude, bearing) in around {
      let way = Geodesic.wgs84.inverse(from: origin, to: Coordinate(longitude: longitude, latitude: latitude))
      #expect(way.initialBearing.degrees == bearing)
    }
  }

  @Test func `intermediate points lie on the way at equal steps`() {
    let path = Geodesic.wgs84.path(from: Self.isfahan, to: Self.tehran, count: 4)
    #expect(path.count == 5)
    #expect(path[0] == Self.isfahan)
    let whole = Geodesic.wgs84.distance(from: Self.isfahan, to: Self.tehran).metres
    for (a, b) in zip(path, path.dropFirst()) {
      #expect(abs(Geodesic.wgs84.distance(from: a, to: b).metres - whole / 4) < 1e-6)
    }
    #expect(abs(Geodesic.wgs84.length(along: path).metres - whole) < 1e-6)
    #expect(
      Geodesic.wgs84.distance(from: path[2], to: Geodesic.wgs84.midpoint(from: Self.isfahan, to: Self.tehran)).metres
        < 1e-8)
    let line = Geodesic.wgs84.line(from: Self.isfahan, to: Self.tehran)
    #expect(line.start == Self.isfahan)
    #expect(abs(line.length.metres - whole) < 1e-8)
    #expect(line.positions(noFurtherApartThan: Distance(kilometres: 100)).count == 5)
    #expect(line.positions(steps: -3).count == 2)
  }

  @Test func `a circle closes and has its radius, whatever the count`() {
    for count in [-1, 3, 7, 72] {
      let circle = Geodesic.wgs84.circle(around: Self.isfahan, radius: Distance(kilometres: 15), count: count)
      #expect(circle.count == max(3, count))
      for point in circle {
        #expect(abs(Geodesic.wgs84.distance(from: Self.isfahan, to: point).metres - 15_000) < 1e-6)
      }
      // Evenly spread: the last is as far from the first as the second.
      let side = Geodesic.wgs84.distance(from: circle[0], to: circle[1]).metres
      let closing = Geodesic.wgs84.distance(from: circle[circle.count - 1], to: circle[0]).metres
      #expect(abs(side - closing) < 1)
    }
  }

  /// Antarctica, the example in the manual of GeographicLib's Planimeter.
  @Test func `a ring around a pole`() {
    let ring = [
      (-63.1, -58), (-72.9, -74), (-71.9, -102), (-74.9, -102), (-74.3, -131), (-77.5, -163), (-77.4, 163),
      (-71.7, 172),
      (-65.9, 140), (-65.7, 113), (-66.6, 88), (-66.9, 59), (-69.8, 25), (-70.0, -4), (-71.0, -14), (-77.3, -33),
      (-77.9, -46), (-74.7, -61),
    ].map { Coordinate(longitude: $0.1, latitude: $0.0) }
    let measure = Geodesic.wgs84.measure(ring: ring)
    #expect(abs(abs(measure.area.squareMetres) - 13_662_703_680_020.1) < 1)
    #expect(abs(measure.perimeter.metres - 16_831_067.893) < 0.001)
    // Clockwise seen from above the ground, so negative; the other way round it is positive.
    #expect(measure.area.squareMetres == -Geodesic.wgs84.measure(ring: ring.reversed()).area.squareMetres)
    #expect(Geodesic.wgs84.measure(ring: ring + [ring[0]]).area.squareMetres == measure.area.squareMetres)
  }

  @Test func `polygons with holes, across the antimeridian, and of nothing`() {
    func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Coordinate] {
      [(west, south), (east, south), (east, north), (west, north)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }
    let outer = Geodesic.wgs84.measure(ring: box(0, 0, 2, 2)).area.squareMetres
    let inner = Geodesic.wgs84.measure(ring: box(0.5, 0.5, 1.5, 1.5)).area.squareMetres
    #expect(outer > 0 && abs(outer - 49_232e6) < 100e6)
    let holed = Geodesic.wgs84.area(ofPolygon: [box(0, 0, 2, 2), box(0.5, 0.5, 1.5, 1.5)])
    #expect(abs(holed.squareMetres - (outer - inner)) < 1)
    #expect(abs(Geodesic.wgs84.measure(ring: box(179, 0, -179, 2)).area.squareMetres - outer) < 1)
    #expect(Geodesic.wgs84.measure(ring: []).area.squareMetres == 0)
    #expect(Geodesic.wgs84.measure(ring: [Self.isfahan]).perimeter.metres == 0)
    #expect(Geodesic.wgs84.area(ofPolygon: []).squareMetres == 0)
  }

  @Test func `any ellipsoid, a sphere among them`() {
    let sphere = Geodesic(equatorialRadius: Distance(metres: 6_371_000), flattening: 0)
    let quarter = sphere.distance(
      from: Coordinate(longitude: 0, latitude: 0), to: Coordinate(longitude: 90, latitude: 0))
    #expect(abs(quarter.metres - 6_371_000 * Double.pi / 2) < 1e-6)
    #expect(sphere.flattening == 0 && sphere.equatorialRadius.metres == 6_371_000)
    let equator = [0.0, 90, 180, -90].map { Coordinate(longitude: $0, latitude: 0) }
    let hemisphere = 2 * Double.pi * 6_371_000 * 6_371_000
    #expect(abs(sphere.measure(ring: equator).area.magnitude.squareMetres - hemisphere) < 1e4)
  }

  @Test func `what is not on Earth gives NaN`() {
    let nowhere = Coordinate(longitude: 0, latitude: 91)
    #expect(Geodesic.wgs84.distance(from: nowhere, to: Self.tehran).metres.isNaN)
    #expect(
      Geodesic.wgs84.inverse(from: Self.tehran, to: Coordinate(longitude: .nan, latitude: 0)).distance.metres.isNaN)
    let walk = Geodesic.wgs84.direct(
      from: Self.tehran, bearing: Angle(degrees: 0), distance: Distance(metres: .infinity))
    #expect(!walk.end.isValid)
  }

  @Test func `rows of a matrix come in order, whatever the threads`() async throws {
    var numbers = SeededGenerator(seed: 5)
    let starts = (0..<300).map { _ in numbers.coordinate() }
    let ends = (0..<200).map { _ in numbers.coordinate() }
    for threads in [0, 1, 2, 5] {
      var next = 0
      await Geodesic.wgs84.distanceRows(from: starts, to: ends, threads: threads) { place, distances in
        #expect(place == next)
        #expect(distances == Geodesic.wgs84.distances(from: starts[place], to: ends))
        next += 1
      }
      #expect(next == starts.count)
    }
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await Geodesic.wgs84.distanceRows(from: starts, to: ends) { place, _ in if place == 7 { throw Stop() } }
    }
    await Geodesic.wgs84.distanceRows(from: [], to: ends) { _, _ in Issue.record("a row of nothing") }
  }
}

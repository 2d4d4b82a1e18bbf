import Coordinates
import Geodesy
import TestSupport
import Testing

/// What the index rests on: how long the geodesic over a chord can be.
@Suite struct GeodesicBoundTests {
  @Test func `every geodesic lies between the two bounds`() {
    var numbers = SeededGenerator(seed: 37)
    for _ in 0..<20_000 {
      let start = numbers.coordinate()
      // From metres to the antipodes, evenly by magnitude.
      var reach = 20_003_931.0
      for _ in 0..<Int.random(in: 0...23, using: &numbers) { reach /= 2 }
      let end = Geodesic.wgs84.direct(
        from: start, bearing: Angle(degrees: Double.random(in: 0..<360, using: &numbers)),
        distance: Distance(metres: reach)
      ).end
      let geodesic = Geodesic.wgs84.distance(from: start, to: end).metres
      let chord = EarthVector(start).squaredChord(to: EarthVector(end)).squareRoot()
      // Both are computed to nanometres.
      #expect(GeodesicBound.shortest(chord: chord) <= geodesic + 3e-8, "seed 37: \(start) to \(end)")
      #expect(GeodesicBound.longest(chord: chord) >= geodesic - 3e-8, "seed 37: \(start) to \(end)")
      #expect(GeodesicBound.longestChord(geodesic: geodesic) >= chord - 3e-8, "seed 37: \(start) to \(end)")
    }
  }

  @Test func `the bounds are reached: along the equator's meridian and at a pole`() {
    let equator = Coordinate(longitude: 0, latitude: 0)
    let pole = Coordinate(longitude: 0, latitude: 90)
    for metres in [1000.0, 100_000] {
      let north = Geodesic.wgs84.direct(from: equator, bearing: Angle(degrees: 0), distance: Distance(metres: metres))
        .end
      let chord = EarthVector(equator).squaredChord(to: EarthVector(north)).squareRoot()
      #expect(abs(GeodesicBound.longest(chord: chord) - metres) < 1e-4)
      let south = Geodesic.wgs84.direct(from: pole, bearing: Angle(degrees: 180), distance: Distance(metres: metres))
        .end
      let polar = EarthVector(pole).squaredChord(to: EarthVector(south)).squareRoot()
      #expect(abs(GeodesicBound.shortest(chord: polar) - metres) < 1e-4)
    }
  }

  @Test func `the gap is 2 cm over 100 km and 21 m over 1000 km`() {
    #expect(abs(GeodesicBound.decisive(chord: 100_000) - 100_000.0207) < 0.0001)
    #expect(abs(GeodesicBound.decisive(chord: 1_000_000) - 1_000_020.76) < 0.01)
  }

  @Test func `the quick answer never says more than the bound`() {
    var chord = 0.01
    while chord < 13_000_000 {
      let decisive = GeodesicBound.decisive(measuredChord: chord)
      #expect(!GeodesicBound.decides(measuredChord: chord, before: decisive - 1e-9 * chord), "\(chord)")
      if chord < 5_000_000 {
        #expect(GeodesicBound.decides(measuredChord: chord, before: chord + 2 * (decisive - chord) + 0.1), "\(chord)")
      }
      chord *= 1.01
    }
  }

  @Test func `a chord tree measures as well as is said`() {
    var numbers = SeededGenerator(seed: 41)
    let coordinates = (0..<500).map { _ in numbers.coordinate() }
    let vectors = coordinates.map { EarthVector($0) }
    let tree = ChordTree(vectors, identifiers: coordinates.indices.map { Int32($0) })
    var matches = ChordMatches()
    for target in vectors.prefix(100) {
      tree.nearest(500, to: target, into: &matches)
      #expect(matches.count == 500)
      for place in 0..<500 {
        let exact = vectors[Int(matches.identifier(place))].squaredChord(to: target).squareRoot()
        #expect(abs(matches.chord(place) - exact) <= GeodesicBound.measuringError(exact), "seed 41")
      }
    }
  }
}

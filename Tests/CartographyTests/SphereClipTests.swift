import Coordinates
import Testing

@testable import Cartography

@Suite struct SphereClipTests {
  /// Counterclockwise.
  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Coordinate] {
    var ring: [Coordinate] = []
    for (a, b) in [
      ((west, south), (east, south)), ((east, south), (east, north)), ((east, north), (west, north)),
      ((west, north), (west, south)),
    ] {
      for step in 0..<20 {
        let part = Double(step) / 20
        ring.append(
          Coordinate(
            longitude: (a.0 + (b.0 - a.0) * part).remainder(dividingBy: 360), latitude: a.1 + (b.1 - a.1) * part))
      }
    }
    return ring
  }

  static func cap(_ latitude: Double) -> [Coordinate] {
    stride(from: -180.0, to: 180, by: 5).map { Coordinate(longitude: $0, latitude: latitude) }
  }

  @Test func aBoxAcrossTheSlitFallsIntoTwo() {
    let rings = SlitRegion(centralMeridian: 0).clip(rings: [Self.box(170, -10, 190, 10)])
    #expect(rings.count == 2)
    for ring in rings {
      let sides = Set(ring.map { $0.longitude > 0 })
      #expect(sides.count == 1, "no ring spans the map")
    }
  }

  @Test func aBoxAwayFromTheSlitStays() {
    let box = Self.box(-20, -10, 20, 10)
    #expect(SlitRegion(centralMeridian: 0).clip(rings: [box]).map(\.count) == [box.count])
    #expect(SlitRegion(centralMeridian: 180).clip(rings: [box]).count == 2)
  }

  @Test func landAroundThePoleGetsTheMapsEdge() {
    // Westward around the South Pole has the pole on the left.
    let rings = SlitRegion(centralMeridian: 11).clip(rings: [Array(Self.cap(-70).reversed())])
    #expect(rings.count == 1)
    #expect(rings[0].contains { $0.latitude == -90 })
    #expect(!rings[0].contains { $0.latitude > -69 })
  }

  @Test func theHorizonCutsABox() {
    let region = HorizonRegion(centre: Coordinate(longitude: 0, latitude: 0), reach: 30)
    let rings = region.clip(rings: [Self.box(10, -10, 50, 10)])
    #expect(rings.count == 1)
    let axis = UnitVector(region.centre)
    for point in rings[0] { #expect(UnitVector(point).degrees(to: axis) < 30.001) }
    #expect(rings[0].contains { UnitVector($0).degrees(to: axis) > 29.99 })
  }

  @Test func aHorizonInsideAnAreaIsAllOfIt() {
    let region = HorizonRegion(centre: Coordinate(longitude: 0, latitude: 0), reach: 3)
    #expect(region.clip(rings: [Self.box(-20, -20, 20, 20)]).count == 1)
    #expect(region.clip(rings: [Self.box(40, -20, 60, 20)]).isEmpty)
  }

  @Test func aHoleStaysAHole() {
    let region = HorizonRegion(centre: Coordinate(longitude: 0, latitude: 0), reach: 10)
    let rings = region.clip(rings: [Self.box(-30, -30, 30, 30), Array(Self.box(-2, -2, 2, 2).reversed())])
    #expect(rings.count == 2)
    // All inside but the hole.
    #expect(!SphereArea.contains(Coordinate(longitude: 0.1, latitude: 0.1), in: rings))
    #expect(SphereArea.contains(Coordinate(longitude: 5, latitude: 5), in: rings))
  }

  @Test func aLineIsCutWhereItLeaves() {
    let line = stride(from: -60.0, through: 60, by: 1).map { Coordinate(longitude: $0, latitude: 5) }
    let region = HorizonRegion(centre: Coordinate(longitude: 0, latitude: 0), reach: 30)
    #expect(region.clip(lines: [line]).count == 1)
    let around = stride(from: 150.0, through: 210, by: 1).map {
      Coordinate(longitude: $0.remainder(dividingBy: 360), latitude: 5)
    }
    #expect(SlitRegion(centralMeridian: 0).clip(lines: [around]).count == 2)
  }

  @Test func simplifyingKeepsEndsAndShape() {
    let line = stride(from: 0.0, through: 10, by: 0.01).map { Coordinate(longitude: $0, latitude: 49) }
    let simple = SphereSimplification.simplify(line, metres: 200)
    #expect(simple.first == line.first && simple.last == line.last)
    // A parallel is no great circle: it keeps some points.
    #expect(simple.count > 4 && simple.count < 40)
  }
}

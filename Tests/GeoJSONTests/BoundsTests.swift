import Coordinates
import TestSupport
import Testing

@testable import GeoJSON

struct BoundsTests {
  private func numbers(_ geometry: Geometry) -> [Double]? { geometry.bounds?.numbers }

  @Test func boxOfPointsIsTheShorterWayRound() {
    #expect(numbers(.point(Position(longitude: 5, latitude: 6))) == [5, 6, 5, 6])
    #expect(numbers(.multiPoint(positions((177, -18), (-178, -16)))) == [177, -18, -178, -16])
    #expect(numbers(.multiPoint(positions((-100, 0), (100, 1)))) == [100, 0, -100, 1])
    #expect(numbers(.multiPoint(positions((-90, 0), (90, 1)))) == [-90, 0, 90, 1])
    #expect(numbers(.multiPoint([])) == nil)
  }

  @Test func boxOfALineHoldsWhatLiesBetween() {
    #expect(numbers(.lineString(positions((-100, 0), (0, 0), (100, 1)))) == [-100, 0, 100, 1])
    #expect(numbers(.lineString(positions((170, 0), (-170, 1)))) == [170, 0, -170, 1])
    #expect(numbers(.polygon([positions((-120, 0), (0, -5), (120, 0), (0, 5), (-120, 0))])) == [-120, -5, 120, 5])
  }

  @Test func boxIsThatOfTheSortedLongitudes() {
    var random = SeededGenerator(seed: 99)
    for _ in 0..<300 {
      let points = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        Position(
          longitude: Double.random(in: -180...180, using: &random),
          latitude: Double.random(in: -90...90, using: &random))
      }
      #expect(Geometry.multiPoint(points).bounds?.box == BoundingBox(enclosing: points.map(\.coordinate)))
    }
  }

  @Test func heightsMakeSixNumbers() {
    #expect(
      numbers(.multiPoint([Position(longitude: 1, latitude: 2, altitude: -3), Position(longitude: 4, latitude: 5)]))
        == [1, 2, -3, 4, 5, -3])
    #expect(Bounds([1, 2, 3]) == nil)
  }
}

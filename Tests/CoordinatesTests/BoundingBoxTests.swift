import Coordinates
import TestSupport
import Testing

@Suite struct BoundingBoxTests {
  private static func places(_ pairs: [(Double, Double)]) -> [Coordinate] {
    pairs.map { Coordinate(longitude: $0.0, latitude: $0.1) }
  }

  @Test(
    arguments: [
      ([(10, 5), (20, -5)], BoundingBox(west: 10, south: -5, east: 20, north: 5)),
      ([(177, -18), (-179, -16)], BoundingBox(west: 177, south: -18, east: -179, north: -16)),
      ([(5, 6)], BoundingBox(west: 5, south: 6, east: 5, north: 6)),
      ([(-120, 0), (0, 1), (120, 2)], BoundingBox(west: -120, south: 0, east: 120, north: 2)),
    ] as [([(Double, Double)], BoundingBox)])
  func `the smallest box takes the shorter way round`(pairs: [(Double, Double)], box: BoundingBox) {
    #expect(BoundingBox(enclosing: Self.places(pairs)) == box)
  }

  @Test func `across the antimeridian`() {
    let box = BoundingBox(west: 170, south: -10, east: -170, north: 10)
    #expect(box.crossesAntimeridian && box.width == 20 && box.height == 20)
    #expect(
      box.contains(Coordinate(longitude: 180, latitude: 0)) && box.contains(Coordinate(longitude: -175, latitude: 10)))
    #expect(
      !box.contains(Coordinate(longitude: 0, latitude: 0)) && !box.contains(Coordinate(longitude: 175, latitude: 11)))
    #expect(box.centre == Coordinate(longitude: 180, latitude: 0))
    #expect(BoundingBox(enclosing: [Coordinate]()) == nil)
  }

  @Test func `a box holds what it encloses`() {
    var numbers = SeededGenerator(seed: 59)
    for _ in 0..<200 {
      let places = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in numbers.coordinate() }
      let box = BoundingBox(enclosing: places)
      #expect(places.allSatisfy { box?.contains($0) == true }, "seed 59: \(places)")
    }
  }
}

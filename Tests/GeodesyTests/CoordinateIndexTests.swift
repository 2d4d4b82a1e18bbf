import Coordinates
import Geodesy
import TestSupport
import Testing

@Suite struct CoordinateIndexTests {
  /// By computing every geodesic.
  static func bruteForce(_ limit: Int, to place: Coordinate, among coordinates: [Coordinate]) -> [Int] {
    guard place.isValid else { return [] }
    let valid = coordinates.indices.filter { coordinates[$0].isValid }
    let distances = coordinates.map { Geodesic.wgs84.distance(from: place, to: $0).metres }
    return Array(valid.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(limit))
  }

  static func agrees(_ coordinates: [Coordinate], _ queries: [Coordinate], _ limit: Int) -> Bool {
    let index = CoordinateIndex(coordinates)
    var search = NearestSearch()
    return queries.allSatisfy { query in
      index.nearest(limit, to: query, search: &search)
      return search.indices.map { Int($0) } == bruteForce(limit, to: query, among: coordinates)
    }
  }

  @Test(arguments: [1, 2, 5, 8, 9, 17, 100, 1000]) func `equal to brute force over the whole Earth`(count: Int) {
    var numbers = SeededGenerator(seed: UInt64(count))
    let coordinates = (0..<count).map { _ in numbers.coordinate() }
    let queries = (0..<60).map { _ in numbers.coordinate() } + coordinates.prefix(20)
    for limit in [1, 5, 12] { #expect(Self.agrees(coordinates, queries, limit), "seed \(count), limit \(limit)") }
  }

  @Test func `equal to brute force where points are crowded or the same`() {
    var numbers = SeededGenerator(seed: 23)
    for spread in [0.0, 1e-9, 1e-7, 1e-5, 1e-2] {
      let coordinates = (0..<400).map { _ in
        Coordinate(
          longitude: 51 + spread * Double.random(in: -1...1, using: &numbers),
          latitude: 32 + spread * Double.random(in: -1...1, using: &numbers))
      }
      let queries =
        Array(coordinates.prefix(20)) + [
          Coordinate(longitude: 51.3, latitude: 31), Coordinate(longitude: -129, latitude: -32),
        ]
      #expect(Self.agrees(coordinates, queries, 5), "seed 23, spread \(spread)")
    }
  }

  @Test func `near-ties of the chord are decided by the geodesic`() {
    // Points on a circle by the geodesic, apart by micrometres: chords order them wrongly, north to south against east to west.
    let centre = Coordinate(longitude: 10, latitude: 0)
    for kilometres in [1.0, 100, 1000, 5000, 12_000] {
      let coordinates = (0..<36).map { step in
        Geodesic.wgs84.direct(
          from: centre, bearing: Angle(degrees: Double(step) * 10),
          distance: Distance(metres: kilometres * 1000 + 1e-6 * Double((step * 7) % 36))
        ).end
      }
      #expect(Self.agrees(coordinates, [centre], 10), "\(kilometres) km")
      let byChord = coordinates.indices.sorted {
        EarthVector(coordinates[$0]).squaredChord(to: EarthVector(centre))
          < EarthVector(coordinates[$1]).squaredChord(to: EarthVector(centre))
      }
      if kilometres >= 100 {
        #expect(Array(byChord.prefix(10)) != Self.bruteForce(10, to: centre, among: coordinates))
      }
    }
  }

  @Test func `poles, antimeridian and antipodes`() {
    let coordinates =
      stride(from: -180.0, through: 180, by: 20).flatMap { longitude in
        stride(from: -90.0, through: 90, by: 15).map { Coordinate(longitude: longitude, latitude: $0) }
      }
    let queries = [(0.0, 90.0), (0, -90), (180, 0), (-180, 0), (179.99, 10), (-179.99, -10), (0, 0), (33, 89.9)]
      .map { Coordinate(longitude: $0.0, latitude: $0.1) }
    for limit in [1, 7, 300] { #expect(Self.agrees(coordinates, queries, limit)) }
    let single = CoordinateIndex([Coordinate(longitude: 0, latitude: 0)])
    #expect(single.nearest(3, to: Coordinate(longitude: 180, latitude: 0)) == [0])
  }

  @Test func `what is not on Earth is not found, and finds nothing`() async {
    let nowhere = Coordinate(longitude: .nan, latitude: 0)
    let index = CoordinateIndex([
      nowhere, Coordinate(longitude: 5, latitude: 5), Coordinate(longitude: 0, latitude: 100),
    ])
    #expect(index.count == 1)
    #expect(index.nearest(5, to: Coordinate(longitude: 0, latitude: 0)) == [1])
    #expect(index.nearest(5, to: nowhere) == [])
    #expect(index.nearest(0, to: Coordinate(longitude: 0, latitude: 0)) == [])
    #expect(index.nearest(-1, to: Coordinate(longitude: 0, latitude: 0)) == [])
    #expect(index.neighbours(within: Distance(kilometres: 99_999), of: nowhere) == [])
    #expect(CoordinateIndex([]).nearest(5, to: Coordinate(longitude: 0, latitude: 0)) == [])
    let table = await index.nearest(1, toEach: [nowhere, Coordinate(longitude: 4, latitude: 4)])
    #expect(table[0] == [] && table[1] == [1] && table.first(0) == nil && table.first(1) == 1)
  }

  @Test(arguments: [0, 1, 1000, 250_000, 3_000_000, 15_000_000, 20_004_000] as [Double])
  func `within a radius, equal to brute force`(metres: Double) {
    var numbers = SeededGenerator(seed: 29)
    let coordinates = (0..<600).map { _ in numbers.coordinate() }
    let index = CoordinateIndex(coordinates)
    for place in coordinates.prefix(15) {
      let expected = Self.bruteForce(600, to: place, among: coordinates).filter {
        Geodesic.wgs84.distance(from: place, to: coordinates[$0]).metres <= metres
      }
      let found = index.neighbours(within: Distance(metres: metres), of: place)
      #expect(found.map(\.index) == expected, "seed 29, \(metres) m")
      #expect(found.allSatisfy { $0.distance == Geodesic.wgs84.distance(from: place, to: coordinates[$0.index]) })
    }
  }

  @Test func `a radius includes what is exactly as far`() {
    let centre = Coordinate(longitude: 51, latitude: 32)
    let coordinates = (0..<72).map { step in
      Geodesic.wgs84.direct(
        from: centre, bearing: Angle(degrees: Double(step) * 5), distance: Distance(kilometres: 400)
      ).end
    }
    let furthest = coordinates.map { Geodesic.wgs84.distance(from: centre, to: $0) }.max() ?? Distance(metres: 0)
    let index = CoordinateIndex(coordinates)
    #expect(index.neighbours(within: furthest, of: centre).count == 72)
    #expect(index.neighbours(within: Distance(metres: furthest.metres.nextDown), of: centre).count < 72)
  }

  @Test func `batches keep the order, whatever the threads`() async {
    var numbers = SeededGenerator(seed: 31)
    let coordinates = (0..<3000).map { _ in numbers.coordinate() }
    let queries = (0..<9000).map { _ in numbers.coordinate() }
    let index = CoordinateIndex(coordinates)
    for threads in [0, 1, 2, 3] {
      let table = await index.nearest(3, toEach: queries, threads: threads)
      #expect(table.count == queries.count && table.width == 3)
      #expect(queries.indices.allSatisfy { $0 % 7 != 0 || table[$0] == index.nearest(3, to: queries[$0]) }, "seed 31")
    }
  }

  @Test func `neighbours have their distances`() {
    let coordinates = [(0.0, 0.0), (1, 0), (0, 2)].map { Coordinate(longitude: $0.0, latitude: $0.1) }
    let found = CoordinateIndex(coordinates).neighbours(2, of: Coordinate(longitude: 0.9, latitude: 0))
    #expect(found.map(\.index) == [1, 0])
    #expect(
      found[0].distance == Geodesic.wgs84.distance(from: Coordinate(longitude: 0.9, latitude: 0), to: coordinates[1]))
  }
}

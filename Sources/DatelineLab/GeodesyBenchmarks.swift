#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Coordinates
import Geodesy

/// The loops of `Benchmarks/geodesy/bench.c` over the same numbers, and the nearest neighbours.
///
/// Prints a line a loop: name, items, seconds of CPU time, and a number computed from the results that must equal C's.
enum GeodesyBenchmarks {
  /// Everything that C has too.
  static func againstC(count: Int) throws {
    var numbers = BenchmarkNumbers()
    geodesics(count, &numbers)
    try projection("laea", "+proj=laea +lon_0=12 +lat_0=45 +ellps=WGS84", count, &numbers)
    try projection("lcc", "+proj=lcc +lon_0=12 +lat_1=35 +lat_2=55 +ellps=WGS84", count, &numbers)
    try projection("utm", "+proj=utm +zone=33 +ellps=WGS84", count, &numbers)
    try projection("robin", "+proj=robin +lon_0=12 +ellps=WGS84", count, &numbers)
    try projection("eqearth", "+proj=eqearth +lon_0=12 +ellps=WGS84", count, &numbers)
  }

  private static func geodesics(_ count: Int, _ numbers: inout BenchmarkNumbers) {
    let starts = numbers.spread(count, west: -180, south: -90, east: 180, north: 90)
    let ends = numbers.spread(count, west: -180, south: -90, east: 180, north: 90)
    let nothing = Angle(degrees: 0)
    var ways = [Geodesic.Inverse](
      repeating: Geodesic.Inverse(distance: Distance(metres: 0), initialBearing: nothing, finalBearing: nothing),
      count: count)
    var walks = [Geodesic.Direct](
      repeating: Geodesic.Direct(end: Coordinate(longitude: 0, latitude: 0), finalBearing: nothing), count: count)

    var start = processSeconds()
    for place in 0..<count { ways[place] = Geodesic.wgs84.inverse(from: starts[place], to: ends[place]) }
    var sum = ways.reduce(0) { $0 + $1.distance.metres }
    report("inverse", count, start, sum / Double(count))

    start = processSeconds()
    for place in 0..<count {
      walks[place] = Geodesic.wgs84.direct(
        from: starts[place], bearing: ways[place].initialBearing, distance: ways[place].distance)
    }
    sum = walks.reduce(0) { $0 + $1.end.latitude }
    report("direct", count, start, sum / Double(count))
  }

  private static func projection(
    _ name: String, _ definition: String, _ count: Int, _ numbers: inout BenchmarkNumbers
  ) throws {
    let places = numbers.spread(count, west: 10, south: 30, east: 15, north: 60)
    let transformation = try Transformation(definition)
    let degrees = places.map { PlanePoint(x: $0.longitude, y: $0.latitude) }
    var points = degrees
    let rounds = 5
    // In place: every round starts from a copy, whose time counts here, while C writes to a second array.
    var start = processSeconds()
    for _ in 0..<rounds {
      for place in 0..<count { points[place] = degrees[place] }
      var span = points.mutableSpan
      transformation.forward(inPlace: &span)
    }
    var sum = points.reduce(0) { $0 + $1.y }
    report(name + "-forward", count * rounds, start, sum / Double(count))

    let plane = points
    start = processSeconds()
    for _ in 0..<rounds {
      for place in 0..<count { points[place] = plane[place] }
      var span = points.mutableSpan
      transformation.inverse(inPlace: &span)
    }
    sum = points.reduce(0) { $0 + $1.y }
    report(name + "-inverse", count * rounds, start, sum / Double(count))
  }

  /// Identifiers of the five nearest among 100,000 in exact geodesic order, on one core; their distances apart.
  static func nearest(count: Int = 100_000) {
    var numbers = BenchmarkNumbers()
    let places = numbers.globe(count)
    let queries = numbers.globe(count)
    var start = processSeconds()
    let index = CoordinateIndex(places)
    report("index-build", count, start, Double(index.count))
    var search = NearestSearch()
    var found: [Int32] = []
    found.reserveCapacity(count * 5)
    for _ in 0..<3 {
      found.removeAll(keepingCapacity: true)
      start = processSeconds()
      for query in queries {
        index.nearest(5, to: query, search: &search)
        found.append(contentsOf: search.indices)
      }
      report("nearest-5", count, start, Double(found[0]))
    }
    start = processSeconds()
    var sum = 0.0
    for (place, query) in queries.enumerated() {
      for nearest in found[place * 5..<place * 5 + 5] {
        sum += Geodesic.wgs84.distance(from: query, to: places[Int(nearest)]).metres
      }
    }
    report("nearest-5-distances", count * 5, start, sum / Double(count * 5))
  }

  /// The same work on one thread and on two: items a second by the clock, the best of five, and seconds of CPU time an item. The
  /// clock means something on two free cores only; on a busy machine equal CPU time says that the threads do not hinder each other.
  static func threads(count: Int) async {
    var numbers = BenchmarkNumbers()
    let places = numbers.globe(count)
    let few = Array(places.prefix(1000))
    let index = CoordinateIndex(places)
    await sideBySide("nearest-5", count) { threads in _ = await index.nearest(5, toEach: places, threads: threads) }
    await sideBySide("distance-matrix", few.count * few.count) { threads in
      await Geodesic.wgs84.distanceRows(from: few, to: few, threads: threads) { _, _ in }
    }
    await sideBySide("eqearth", count * 10) { threads in
      await withTaskGroup(of: Int.self) { group in
        for _ in 0..<threads { group.addTask { Self.rounds(10 / threads, places) } }
      }
    }
  }

  private static func sideBySide(_ name: String, _ count: Int, _ work: (Int) async -> Void) async {
    var best = [1: (clock: Double.infinity, cpu: Double.infinity), 2: (clock: Double.infinity, cpu: Double.infinity)]
    for _ in 0..<5 {
      for threads in [1, 2] {
        let (wall, process) = (wallSeconds(), processSeconds())
        await work(threads)
        let spent = (clock: wallSeconds() - wall, cpu: processSeconds() - process)
        let last = best[threads] ?? spent
        best[threads] = (min(last.clock, spent.clock), min(last.cpu, spent.cpu))
      }
    }
    guard let one = best[1], let two = best[2] else { return }
    func rate(_ seconds: Double) -> String { (Double(count) / seconds / 1e6).fixed(3) }
    print(
      name, "one thread", rate(one.clock), "M/s, two threads", rate(two.clock), "M/s, ratio",
      (one.clock / two.clock).fixed(2) + ", CPU time of two over one", (two.cpu / one.cpu).fixed(2))
  }

  /// A transformation of its own, and memory of its own.
  private static func rounds(_ count: Int, _ places: [Coordinate]) -> Int {
    guard let transformation = try? Transformation("+proj=eqearth +ellps=WGS84") else { return 0 }
    var failures = 0
    for _ in 0..<count {
      for point in transformation.forward(places) where !point.isFinite { failures += 1 }
    }
    return failures
  }

  private static func report(_ name: String, _ count: Int, _ start: Double, _ check: Double) {
    print(name, count, processSeconds() - start, check)
  }

  private static func processSeconds() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }
  private static func wallSeconds() -> Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// SplitMix64, as in the C file.
private struct BenchmarkNumbers {
  private var state: UInt64 = 1

  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  mutating func spread(_ count: Int, west: Double, south: Double, east: Double, north: Double) -> [Coordinate] {
    (0..<count).map { _ in
      let longitude = west + (east - west) * unit()
      return Coordinate(longitude: longitude, latitude: south + (north - south) * unit())
    }
  }

  /// Evenly over the sphere.
  mutating func globe(_ count: Int) -> [Coordinate] {
    (0..<count).map { _ in
      let longitude = 360 * unit() - 180
      return Coordinate(longitude: longitude, latitude: asin(2 * unit() - 1) * 180 / .pi)
    }
  }
}

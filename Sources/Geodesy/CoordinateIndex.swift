import Coordinates

/// One of many coordinates, found near another.
public struct Neighbour: Hashable, Sendable {
  /// Its place in the array from which the index was made.
  public var index: Int
  public var distance: Distance

  /// A member of the index and how far it is along the ellipsoid.
  public init(index: Int, distance: Distance) {
    self.index = index
    self.distance = distance
  }
}

/// Finds the nearest of many coordinates, in the exact order of their geodesics on WGS 84.
///
/// ```swift
/// let index = CoordinateIndex(cities)
/// index.nearest(5, to: isfahan)                              // places in `cities`, the nearest first
/// index.neighbours(within: Distance(kilometres: 50), of: isfahan)
/// ```
/// A tree orders by chords, which takes 1.4 µs for five among 100,000; geodesics are computed only where two chords are
/// so nearly the same that they do not tell which geodesic is longer: 2 cm apart over 100 km, 21 m over 1000 km (the bound
/// is proved in `GeodesicBound`), and always beyond 5900 km. Equal distances are ordered by index. Coordinates that are not
/// on Earth are never found, and nothing is near them.
///
/// The index is a value and can be used from any thread; what a search needs of memory is in a ``NearestSearch``.
public struct CoordinateIndex: Sendable {
  let tree: ChordTree
  let coordinates: [Coordinate]

  /// - Complexity: O(n log n), 40 ms for 100,000.
  public init(_ coordinates: [Coordinate]) {
    precondition(coordinates.count <= Int(Int32.max), "an index holds at most 2,147,483,647 coordinates")
    let valid = coordinates.indices.filter { coordinates[$0].isValid }
    tree = ChordTree(
      valid.map { EarthVector(coordinates[$0]) }, identifiers: valid.map { Int32(truncatingIfNeeded: $0) })
    self.coordinates = coordinates
  }

  /// How many can be found.
  public var count: Int { tree.count }

  /// The places of the `limit` nearest, the nearest first; all of them where there are fewer.
  public func nearest(_ limit: Int, to coordinate: Coordinate) -> [Int] {
    var search = NearestSearch()
    nearest(limit, to: coordinate, search: &search)
    return search.indices.map { Int($0) }
  }

  /// The `limit` nearest with their distances, the nearest first.
  public func neighbours(_ limit: Int, of coordinate: Coordinate) -> [Neighbour] {
    let places = nearest(limit, to: coordinate)
    return places.map { place in
      Neighbour(index: place, distance: Geodesic.wgs84.distance(from: coordinate, to: coordinates[place]))
    }
  }

  /// All whose geodesic is at most `radius` long, the nearest first.
  public func neighbours(within radius: Distance, of coordinate: Coordinate) -> [Neighbour] {
    guard coordinate.isValid, radius.metres >= 0 else { return [] }
    var matches = ChordMatches()
    let chord = GeodesicBound.longestChord(geodesic: radius.metres)
    tree.within(metres: chord + GeodesicBound.measuringError(chord), of: EarthVector(coordinate), into: &matches)
    return ranked(matches, from: coordinate).filter { $0.distance <= radius }
  }

  /// Candidates with their geodesics, in their order.
  func ranked(_ matches: ChordMatches, from coordinate: Coordinate) -> [Neighbour] {
    var candidates = (0..<matches.count).map { Int(matches.identifier($0)) }
    // Coordinates that are the same share one geodesic: places with thousands of rows are common.
    candidates.sort {
      let (a, b) = (coordinates[$0], coordinates[$1])
      return (a.longitude, a.latitude) < (b.longitude, b.latitude)
    }
    var neighbours: [Neighbour] = []
    neighbours.reserveCapacity(candidates.count)
    var last: (coordinate: Coordinate, distance: Distance)?
    for candidate in candidates {
      let place = coordinates[candidate]
      let distance: Distance
      if let last, last.coordinate == place {
        distance = last.distance
      } else {
        distance = Geodesic.wgs84.distance(from: coordinate, to: place)
      }
      last = (place, distance)
      neighbours.append(Neighbour(index: candidate, distance: distance))
    }
    neighbours.sort { ($0.distance.metres, $0.index) < ($1.distance.metres, $1.index) }
    return neighbours
  }
}

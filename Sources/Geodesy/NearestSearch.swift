import Coordinates

/// The memory of a search and what it found: kept for many searches, it spares an allocation in each. One for every thread.
public struct NearestSearch: Sendable {
  var matches = ChordMatches()
  /// Places in the array from which the index was made, the nearest first.
  public internal(set) var indices: [Int32] = []

  /// Nothing found yet.
  public init() {}
}

extension CoordinateIndex {
  /// Puts the places of the `limit` nearest into `search.indices`, the nearest first.
  /// - Complexity: about O(log n + limit); no memory is allocated once `search` has been used with this `limit`.
  public func nearest(_ limit: Int, to coordinate: Coordinate, search: inout NearestSearch) {
    search.indices.removeAll(keepingCapacity: true)
    let limit = min(limit, count)
    guard limit > 0, coordinate.isValid else { return }
    let vector = EarthVector(coordinate)
    // One more than asked for: if it is surely further than the last wanted, nobody else belongs among them.
    tree.nearest(limit + 1, to: vector, into: &search.matches)
    if isDecided(search.matches, limit: limit) {
      for place in 0..<limit { search.indices.append(search.matches.identifier(place)) }
      return
    }
    let furthest = search.matches.chord(limit - 1)
    tree.within(metres: GeodesicBound.decisive(measuredChord: furthest), of: vector, into: &search.matches)
    for neighbour in ranked(search.matches, from: coordinate).prefix(limit) {
      search.indices.append(Int32(truncatingIfNeeded: neighbour.index))
    }
  }

  /// Whether the chords alone tell the order.
  private func isDecided(_ matches: ChordMatches, limit: Int) -> Bool {
    var last = matches.chord(0)
    for place in 1..<max(matches.count, 1) {
      let next = matches.chord(place)
      guard GeodesicBound.decides(measuredChord: last, before: next) else { return false }
      last = next
    }
    return true
  }
}

import Coordinates

/// For each of many coordinates the places of its nearest, as one block of memory.
public struct NearestTable: Sendable {
  /// How many places a row has.
  public let width: Int
  public let count: Int
  /// Row after row; -1 where a coordinate is not on Earth.
  let places: [Int32]

  /// The places for the query of that number, the nearest first; none for a coordinate that is not on Earth.
  public subscript(query: Int) -> [Int] {
    places[query * width..<(query + 1) * width].lazy.filter { $0 >= 0 }.map { Int($0) }
  }

  /// The nearest place for the query of that number.
  public func first(_ query: Int) -> Int? {
    width > 0 && places[query * width] >= 0 ? Int(places[query * width]) : nil
  }
}

extension CoordinateIndex {
  /// The `limit` nearest to each of many coordinates, in their order, on all cores.
  ///
  /// The result does not depend on the number of threads. 100,000 among 100,000 take a fraction of a second.
  public func nearest(
    _ limit: Int, toEach queries: [Coordinate], threads: Int = ParallelChunks.cores
  ) async -> NearestTable {
    let width = max(0, min(limit, count))
    let size = 4096
    var places: [Int32] = []
    places.reserveCapacity(queries.count * width)
    await ParallelChunks.inOrder((queries.count + size - 1) / size, threads: threads) { part in
      rows(of: queries[part * size..<min((part + 1) * size, queries.count)], width: width)
    } deliver: {
      places.append(contentsOf: $0)
    }
    return NearestTable(width: width, count: queries.count, places: places)
  }

  private func rows(of queries: ArraySlice<Coordinate>, width: Int) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(queries.count * width)
    var search = NearestSearch()
    for query in queries {
      nearest(width, to: query, search: &search)
      rows.append(contentsOf: search.indices)
      if search.indices.isEmpty { rows.append(contentsOf: repeatElement(-1, count: width)) }
    }
    return rows
  }
}

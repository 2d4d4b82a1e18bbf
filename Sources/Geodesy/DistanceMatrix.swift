import Coordinates

extension Geodesic {
  /// The distances from every start to every end, a row at a time in the order of the starts, computed on all cores.
  ///
  /// Rows are handed over while later ones are being computed; memory holds some dozen thousand distances whatever the size.
  /// - Parameter row: takes the place of a start and its distances to all ends.
  public func distanceRows(
    from starts: [Coordinate], to ends: [Coordinate], threads: Int = ParallelChunks.cores,
    isolation: isolated (any Actor)? = #isolation, row: (Int, [Distance]) throws -> Void
  ) async rethrows {
    // Parts of some milliseconds each.
    let size = max(1, 8192 / max(ends.count, 1))
    let geodesic = self
    var next = 0
    try await ParallelChunks.inOrder((starts.count + size - 1) / size, threads: threads) { part in
      starts[part * size..<min((part + 1) * size, starts.count)].map { geodesic.distances(from: $0, to: ends) }
    } deliver: { rows in
      for distances in rows {
        try row(next, distances)
        next += 1
      }
    }
  }
}

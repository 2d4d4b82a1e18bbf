import Coordinates

extension Transformation {
  /// Projects many coordinates on all cores, each thread with a transformation of its own; NaN where a point cannot be shown.
  /// - Parameter definition: as ``init(_:)`` takes it.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)``
  public static func forward(
    _ coordinates: [Coordinate], by definition: String, threads: Int = ParallelChunks.cores
  ) async throws(ProjectionError) -> [PlanePoint] {
    let parts = max(1, min(threads, coordinates.count / 1000))
    var points: [PlanePoint] = []
    points.reserveCapacity(coordinates.count)
    var failure: ProjectionError?
    await ParallelChunks.inOrder(parts, threads: parts) { part in
      let range = coordinates.count * part / parts..<coordinates.count * (part + 1) / parts
      return Result { () throws(ProjectionError) in
        try Transformation(definition).forward(Array(coordinates[range]))
      }
    } deliver: { result in
      switch result {
      case .success(let more): points.append(contentsOf: more)
      case .failure(let error): failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return points
  }
}

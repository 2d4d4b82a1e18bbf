import CProj
import Coordinates

/// Many at a time, into memory that the caller owns.
///
/// Spans must be of equal length; that they are not is a fault of the program and stops it.
extension Geodesic {
  /// The shortest way from each point to the one at the same place of the other span.
  public func inverse(
    from starts: Span<Coordinate>, to ends: Span<Coordinate>, into results: inout MutableSpan<Inverse>
  ) {
    precondition(starts.count == ends.count && starts.count == results.count, "spans of unequal length")
    withEllipsoid { ellipsoid in
      for place in starts.indices {
        results[place] = Inverse(ellipsoid, from: starts[place], to: ends[place])
      }
    }
  }

  /// The distance from one point to each of many.
  public func distances(
    from start: Coordinate, to ends: Span<Coordinate>, into results: inout MutableSpan<Distance>
  ) {
    precondition(ends.count == results.count, "spans of unequal length")
    withEllipsoid { ellipsoid in
      for place in ends.indices {
        var metres = 0.0
        geod_inverse(
          ellipsoid, start.latitude, start.longitude, ends[place].latitude, ends[place].longitude, &metres, nil, nil)
        results[place] = Distance(metres: metres)
      }
    }
  }

  /// Where each walk ends.
  public func direct(
    from starts: Span<Coordinate>, bearings: Span<Angle>, distances: Span<Distance>,
    into results: inout MutableSpan<Direct>
  ) {
    precondition(
      starts.count == bearings.count && starts.count == distances.count && starts.count == results.count,
      "spans of unequal length")
    withEllipsoid { ellipsoid in
      for place in starts.indices {
        results[place] = Direct(
          ellipsoid, from: starts[place], bearing: bearings[place], distance: distances[place])
      }
    }
  }

  /// The shortest way from each point to the one at the same place of the other array, which is as long.
  public func inverse(from starts: [Coordinate], to ends: [Coordinate]) -> [Inverse] {
    let nothing = Inverse(
      distance: Distance(metres: 0), initialBearing: Angle(degrees: 0), finalBearing: Angle(degrees: 0))
    var results = [Inverse](repeating: nothing, count: starts.count)
    var span = results.mutableSpan
    inverse(from: starts.span, to: ends.span, into: &span)
    return results
  }

  /// The distance from one point to each of many.
  public func distances(from start: Coordinate, to ends: [Coordinate]) -> [Distance] {
    var results = [Distance](repeating: Distance(metres: 0), count: ends.count)
    var span = results.mutableSpan
    distances(from: start, to: ends.span, into: &span)
    return results
  }
}

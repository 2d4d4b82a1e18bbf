import CProj
import Coordinates

/// A geodesic from a start to an end, on which points are found faster than by solving the direct problem each time.
///
/// ```swift
/// let line = Geodesic.wgs84.line(from: isfahan, to: tehran)
/// line.position(at: Distance(kilometres: 100)).end
/// ```
/// Source: Karney 2013, section 2 (the longitude and distance integrals are expanded once a line).
public struct GeodesicLine: Sendable {
  private let line: geod_geodesicline
  /// The ends of the line.
  public let start: Coordinate
  public let end: Coordinate

  init(_ line: geod_geodesicline, from start: Coordinate, to end: Coordinate) {
    self.line = line
    self.start = start
    self.end = end
  }

  init(_ line: geod_geodesicline, from start: Coordinate) {
    var (latitude, longitude) = (0.0, 0.0)
    withUnsafePointer(to: line) { geod_position($0, line.s13, &latitude, &longitude, nil) }
    self.init(line, from: start, to: Coordinate(longitude: longitude, latitude: latitude))
  }

  /// From start to end.
  public var length: Distance { Distance(metres: line.s13) }

  /// The course on leaving, degrees clockwise from north, 0 ..< 360.
  public var initialBearing: Angle { Angle(degrees: line.azi1).normalizedAsBearing }

  /// The point at a distance from the start, and the course there. The line goes on beyond its end and, for a negative
  /// distance, before its start.
  public func position(at distance: Distance) -> Geodesic.Direct {
    var (latitude, longitude, course) = (0.0, 0.0, 0.0)
    withUnsafePointer(to: line) { geod_position($0, distance.metres, &latitude, &longitude, &course) }
    return Geodesic.Direct(
      end: Coordinate(longitude: longitude, latitude: latitude),
      finalBearing: Angle(degrees: course).normalizedAsBearing)
  }

  /// `steps` + 1 points at equal distances, the ends (as they were given) among them; `steps` below 1 counts as 1.
  public func positions(steps: Int) -> [Coordinate] {
    let steps = max(steps, 1)
    let between = (1..<steps).map { step in
      position(at: Distance(metres: line.s13 * (Double(step) / Double(steps)))).end
    }
    return [start] + between + [end]
  }

  /// The ends and as many points between as make no step longer than `longest`, which is positive; at most a million.
  public func positions(noFurtherApartThan longest: Distance) -> [Coordinate] {
    precondition(longest.metres > 0, "steps need a length")
    let steps = (line.s13 / longest.metres).rounded(.up)
    return positions(steps: steps.isFinite ? Int(min(steps, 1e6)) : 1)
  }
}

extension Geodesic {
  /// The shortest way between two points.
  public func line(from start: Coordinate, to end: Coordinate) -> GeodesicLine {
    var line = geod_geodesicline()
    withEllipsoid {
      geod_inverseline(&line, $0, start.latitude, start.longitude, end.latitude, end.longitude, 0)
    }
    return GeodesicLine(line, from: start, to: end)
  }

  /// The way from a point on a course, clockwise from north.
  public func line(from start: Coordinate, bearing: Angle, length: Distance) -> GeodesicLine {
    var line = geod_geodesicline()
    withEllipsoid {
      geod_directline(&line, $0, start.latitude, start.longitude, bearing.degrees, length.metres, 0)
    }
    return GeodesicLine(line, from: start)
  }

  /// `count` + 1 points from `start` to `end` at equal distances along the geodesic, both ends among them.
  public func path(from start: Coordinate, to end: Coordinate, count: Int) -> [Coordinate] {
    line(from: start, to: end).positions(steps: count)
  }

  /// The point halfway along the geodesic.
  public func midpoint(from start: Coordinate, to end: Coordinate) -> Coordinate {
    let line = line(from: start, to: end)
    return line.position(at: Distance(metres: line.length.metres / 2)).end
  }

  /// The length of the way through all points in their order; 0 for fewer than two.
  public func length(along points: [Coordinate]) -> Distance {
    Distance(metres: zip(points, points.dropFirst()).reduce(0) { $0 + distance(from: $1.0, to: $1.1).metres })
  }
}

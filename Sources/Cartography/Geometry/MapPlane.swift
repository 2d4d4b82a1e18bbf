import Coordinates
import Geodesy

/// The way from the sphere to the sheet: clip on the sphere, project, resample, clip to the frame.
///
/// It owns a PROJ operation and therefore stays on one task.
struct MapPlane: ~Copyable {
  let projection: MapProjection
  private let transformation: Transformation
  /// Where the map is on the sheet.
  let frame: PixelBox
  /// Projected metres in a pixel.
  let metresPerPixel: Double
  /// The projected point in the middle of the frame.
  private let middle: PlanePoint
  /// What of the sphere can be seen at most.
  private let horizon: HorizonRegion?
  private let slit: SlitRegion?

  /// What lies a little outside the frame is drawn too, so that no stroke ends on its edge.
  private static let overdraw = 4.0
  /// A line may be this far, in pixels, from where it should be.
  private static let resamplingTolerance = 0.25

  init(
    projection: MapProjection, frame: PixelBox, middle: PlanePoint, metresPerPixel: Double, view: HorizonRegion?
  ) throws(ProjectionError) {
    self.projection = projection
    self.transformation = try projection.transformation()
    self.frame = frame
    self.middle = middle
    self.metresPerPixel = metresPerPixel
    switch projection.cut {
    case .antimeridian(let centralMeridian):
      horizon = view
      slit = SlitRegion(centralMeridian: centralMeridian)
    case .horizon(let centre, let reach):
      if let view, view.reach + 1 < reach {
        horizon = view
      } else {
        horizon = HorizonRegion(centre: centre, reach: reach)
      }
      slit = nil
    }
  }

  /// Where a place is on the sheet, nil where the projection cannot show it.
  func point(_ coordinate: Coordinate) -> PixelPoint? {
    guard projection.latitudes.contains(coordinate.latitude), let point = try? transformation.forward(coordinate) else {
      return nil
    }
    return PixelPoint(
      x: frame.centre.x + (point.x - middle.x) / metresPerPixel,
      y: frame.centre.y - (point.y - middle.y) / metresPerPixel)
  }

  /// The place that a point of the sheet shows, nil where it shows none.
  func coordinate(_ point: PixelPoint) -> Coordinate? {
    try? transformation.inverse(
      PlanePoint(
        x: middle.x + (point.x - frame.centre.x) * metresPerPixel,
        y: middle.y - (point.y - frame.centre.y) * metresPerPixel))
  }

  private var drawn: PixelBox { frame.insetBy(-Self.overdraw) }

  /// An area on the sheet, its rings closed without a repeated point.
  /// - Parameter rings: closed loops with the area on their left.
  func area(_ rings: [[Coordinate]], holdsNorthPole: Bool = false) -> [[PixelPoint]] {
    var rings = rings
    if let horizon { rings = horizon.clip(rings: rings, holdsNorthPole: holdsNorthPole) }
    if let slit { rings = slit.clip(rings: rings, holdsNorthPole: horizon == nil && holdsNorthPole) }
    return rings.compactMap { ring in
      guard let first = ring.first else { return nil }
      let clipped = FrameClip.ring(project(ring + [first]).dropLast(), to: drawn)
      return clipped.count > 2 ? clipped : nil
    }
  }

  /// Lines on the sheet.
  func lines(_ lines: [[Coordinate]]) -> [[PixelPoint]] {
    var lines = lines
    if let horizon { lines = horizon.clip(lines: lines) }
    if let slit { lines = slit.clip(lines: lines) }
    return lines.flatMap { FrameClip.line(project($0), to: drawn) }
  }

  /// The edge of all that the projection can show, where that is less than the frame.
  func outline() -> [[PixelPoint]] {
    let ring: [Coordinate]
    if let slit {
      ring = slit.edge(from: 0, to: slit.perimeter)
    } else if let horizon {
      ring = horizon.edge(from: 0, to: horizon.perimeter)
    } else {
      return []
    }
    let clipped = FrameClip.ring(project(ring), to: drawn)
    return clipped.count > 2 ? [clipped] : []
  }

  // MARK: Resampling

  private func project(_ line: [Coordinate]) -> [PixelPoint] {
    var projected: [PixelPoint] = []
    projected.reserveCapacity(line.count)
    var last: (Coordinate, PixelPoint)?
    for coordinate in line {
      var coordinate = coordinate
      coordinate.longitude = coordinate.longitude.remainder(dividingBy: 360)
      coordinate.latitude = min(
        max(coordinate.latitude, projection.latitudes.lowerBound), projection.latitudes.upperBound)
      guard let point = point(coordinate) else { continue }
      if let (before, beforePoint) = last { refine(before, beforePoint, coordinate, point, depth: 0, into: &projected) }
      projected.append(point)
      last = (coordinate, point)
    }
    return projected
  }

  /// Adds points between two until the chord is as good as the line.
  private func refine(
    _ a: Coordinate, _ aPoint: PixelPoint, _ b: Coordinate, _ bPoint: PixelPoint, depth: Int,
    into line: inout [PixelPoint]
  ) {
    let length = aPoint.distance(to: bPoint)
    guard depth < 8, length > 4 else { return }
    let middle = Self.middle(a, b)
    guard let point = point(middle) else { return }
    let chordMiddle = PixelPoint(x: (aPoint.x + bPoint.x) / 2, y: (aPoint.y + bPoint.y) / 2)
    guard point.distance(to: chordMiddle) > Self.resamplingTolerance else { return }
    refine(a, aPoint, middle, point, depth: depth + 1, into: &line)
    line.append(point)
    refine(middle, point, b, bPoint, depth: depth + 1, into: &line)
  }

  /// Half-way along the great circle; for short steps and along a pole, half-way in longitude and latitude.
  private static func middle(_ a: Coordinate, _ b: Coordinate) -> Coordinate {
    let width = (b.longitude - a.longitude).remainder(dividingBy: 360)
    if abs(width) < 3 || abs(a.latitude) > 89.99 {
      return Coordinate(
        longitude: (a.longitude + width / 2).remainder(dividingBy: 360), latitude: (a.latitude + b.latitude) / 2)
    }
    return (UnitVector(a) + UnitVector(b)).normalized.coordinate
  }
}

import Coordinates
import Foundation

/// Areas and centroids of polygons on the sphere, good enough to choose the point of a unit: a compiler's measure, no
/// distance or position that leaves the program but the point itself.
struct SphericalPolygon {
  /// The exterior ring, then the holes.
  var rings: [[Coordinate]]

  /// The integral of the position vector over the polygon, outward for either winding: its length is nearly the area on
  /// the unit sphere, its direction the centroid. By Stokes, half the sum over the edges of angle × unit normal.
  var moment: SIMD3<Double> {
    var total = SIMD3<Double>()
    for (index, ring) in rings.enumerated() {
      var moment = SIMD3<Double>()
      for (start, end) in zip(ring, ring.dropFirst()) {
        let (a, b) = (Self.vector(start), Self.vector(end))
        let normal = Self.cross(a, b)
        let sine = (normal * normal).sum().squareRoot()
        guard sine > 0 else { continue }
        moment += normal * (atan2(sine, (a * b).sum()) / sine / 2)
      }
      let outward = ring.first.map { (Self.vector($0) * moment).sum() } ?? 0
      let oriented = outward < 0 ? -moment : moment
      total += index == 0 ? oriented : -oriented
    }
    return total
  }

  /// Steradians, for polygons that are small against the globe.
  var area: Double { (moment * moment).sum().squareRoot() }

  /// The centroid where it lies inside, else the middle of the widest stretch inside on its parallel.
  var representativePoint: Coordinate? {
    guard let centroid = Self.coordinate(moment) else { return nil }
    return contains(centroid) ? centroid : interiorPoint(at: centroid.latitude) ?? rings.first?.first
  }

  func contains(_ point: Coordinate) -> Bool {
    var inside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
        let fraction = (point.latitude - a.latitude) / (b.latitude - a.latitude)
        if point.longitude < a.longitude + fraction * (b.longitude - a.longitude) { inside.toggle() }
      }
    }
    return inside
  }

  private func interiorPoint(at latitude: Double) -> Coordinate? {
    var crossings: [Double] = []
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > latitude) != (b.latitude > latitude) {
        crossings.append(
          a.longitude + (latitude - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude))
      }
    }
    crossings.sort()
    let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
    guard let widest = stretches.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }) else { return nil }
    return Coordinate(longitude: (widest.0 + widest.1) / 2, latitude: latitude)
  }

  static func vector(_ coordinate: Coordinate) -> SIMD3<Double> {
    let (longitude, latitude) = (coordinate.longitude * .pi / 180, coordinate.latitude * .pi / 180)
    return SIMD3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }

  static func coordinate(_ vector: SIMD3<Double>) -> Coordinate? {
    guard (vector * vector).sum() > 0 else { return nil }
    return Coordinate(
      longitude: atan2(vector.y, vector.x) * 180 / .pi,
      latitude: atan2(vector.z, (vector.x * vector.x + vector.y * vector.y).squareRoot()) * 180 / .pi)
  }

  private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }
}

/// The area of a unit: its polygons.
struct UnitArea {
  var polygons: [SphericalPolygon]
  private let boxes: [BoundingBox]

  init(_ polygons: [[NaturalEarth.Path]]) {
    self.polygons = polygons.map { SphericalPolygon(rings: $0) }
    boxes = polygons.map { rings in
      let ring = rings.first ?? []
      return BoundingBox(
        west: ring.map(\.longitude).min() ?? 0, south: ring.map(\.latitude).min() ?? 0,
        east: ring.map(\.longitude).max() ?? 0, north: ring.map(\.latitude).max() ?? 0)
    }
  }

  func contains(_ point: Coordinate) -> Bool {
    zip(boxes, polygons).contains { $0.contains(point) && $1.contains(point) }
  }

  /// DESIGN's rule: the centroid of the largest polygon, moved inside it.
  var point: Coordinate? { polygons.max { $0.area < $1.area }?.representativePoint }

  /// The way from `centre` to the furthest corner of the largest polygon, in kilometres.
  func radiusKilometres(around centre: Coordinate) -> Double {
    guard let ring = polygons.max(by: { $0.area < $1.area })?.rings.first else { return 0 }
    let from = EarthVector(centre)
    return (ring.map { EarthVector($0).squaredChord(to: from) }.max() ?? 0).squareRoot() / 1000
  }

  /// The polygons of several units as one. Neighbours count as one for the rule of the point: those that share a corner with
  /// the largest cluster.
  static func union(_ areas: [UnitArea]) -> (point: Coordinate, radiusKilometres: Double)? {
    let polygons = areas.flatMap(\.polygons)
    var cluster = Array(polygons.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while cluster[index] != index { index = cluster[index] }
      return index
    }
    var corners: [Coordinate: Int] = [:]
    for (index, polygon) in polygons.enumerated() {
      for corner in polygon.rings.first ?? [] {
        if let other = corners[corner] { cluster[root(index)] = root(other) } else { corners[corner] = index }
      }
    }
    var moments: [Int: SIMD3<Double>] = [:]
    for (index, polygon) in polygons.enumerated() { moments[root(index), default: SIMD3()] += polygon.moment }
    guard let largest = moments.max(by: { ($0.value * $0.value).sum() < ($1.value * $1.value).sum() }),
      let centroid = SphericalPolygon.coordinate(largest.value)
    else { return nil }
    let members = polygons.indices.filter { root($0) == largest.key }.map { polygons[$0] }
    let inside = members.contains { $0.contains(centroid) }
    let point = inside ? centroid : members.max { $0.area < $1.area }?.representativePoint ?? centroid
    let from = EarthVector(point)
    let furthest = members.flatMap { $0.rings.first ?? [] }.map { EarthVector($0).squaredChord(to: from) }.max() ?? 0
    return (point, furthest.squareRoot() / 1000)
  }
}

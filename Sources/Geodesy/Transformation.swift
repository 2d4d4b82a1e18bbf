import CProj
import Coordinates

/// A PROJ operation from longitude and latitude in degrees to a map plane and back, or between any two reference systems.
///
/// ```swift
/// let map = try Transformation("+proj=laea +lon_0=51 +lat_0=32")
/// let point = try map.forward(Coordinate(longitude: 51.67, latitude: 32.65))
/// let place = try map.inverse(point)
/// ```
/// East comes before north, and longitude before latitude, whatever the authority says (`proj_normalize_for_visualization`).
/// Angles are degrees on both sides.
///
/// It owns a PROJ context of its own. A context belongs to one thread at a time, so the type is neither copied nor
/// `Sendable`: every task makes its own (0.03 ms for a `+proj=` string, which does not open `proj.db`; 5 to 35 ms for a code).
public struct Transformation: ~Copyable {
  let handle: ProjHandle
  /// What takes degrees to what the operation wants, and what it gives to degrees: forward, then inverse.
  let inward: (forward: Double, inverse: Double)
  let outward: (forward: Double, inverse: Double)

  /// - Parameter definition: a PROJ string such as `+proj=laea +lon_0=51 +lat_0=32`, a pipeline that takes longitude and
  ///   latitude, or a reference system to which WGS 84 is to be transformed, such as `EPSG:3857` or WKT.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` with PROJ's message.
  public init(_ definition: String) throws(ProjectionError) {
    let handle = try ProjHandle(definition: definition)
    if proj_is_crs(handle.object) != 0 {
      try self.init(toReferenceSystem: definition)
    } else if Self.isOperation(handle.object) {
      self.init(owning: handle)
    } else {
      throw .badDefinition(definition, message: "it is neither an operation nor a reference system")
    }
  }

  /// From longitude and latitude on WGS 84 to the coordinates of a reference system, in the order east, north.
  /// - Parameter crs: what PROJ knows as a reference system, such as `EPSG:3857`.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` with PROJ's message.
  public init(toReferenceSystem crs: String) throws(ProjectionError) {
    try self.init(from: CRS.wgs84.definition, to: crs, within: nil)
  }

  /// From one reference system to another.
  /// - Parameters:
  ///   - source: where coordinates come from; longitude and latitude on WGS 84 where not said.
  ///   - target: where they go.
  ///   - area: where they lie, in longitude and latitude: PROJ then leaves out operations that are made for elsewhere.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` where PROJ knows no way from one to the other.
  public init(from source: CRS = .wgs84, to target: CRS, within area: BoundingBox? = nil) throws(ProjectionError) {
    try self.init(from: source.definition, to: target.definition, within: area)
  }

  private init(from source: String, to target: String, within area: BoundingBox?) throws(ProjectionError) {
    guard !target.unicodeScalars.contains("\0"), !source.unicodeScalars.contains("\0") else {
      throw .badDefinition(target, message: "it contains a NUL character")
    }
    var found: CRS.Kind?
    let handle: ProjHandle
    do {
      handle = try ProjHandle(for: target) { context in
        guard let start = proj_create(context, ProjHandle.asReferenceSystem(source)) else { return nil }
        defer { proj_destroy(start) }
        guard let end = proj_create(context, ProjHandle.asReferenceSystem(target)) else { return nil }
        defer { proj_destroy(end) }
        for end in [start, end] {
          let kind = CRS.Kind(proj_get_type(end))
          guard kind != .vertical, kind != .geocentric else {
            found = kind
            return nil
          }
        }
        return Self.operation(in: context, from: start, to: end, within: area)
      }
    } catch {
      guard let found else { throw error }
      throw .badDefinition(target, message: "a \(found.rawValue) reference system has no x and y of a map")
    }
    self.init(owning: handle)
  }

  private static func operation(
    in context: OpaquePointer, from start: OpaquePointer, to end: OpaquePointer, within area: BoundingBox?
  ) -> OpaquePointer? {
    let region = area.flatMap { box in
      let region = proj_area_create()
      proj_area_set_bbox(region, box.west, box.south, box.east, box.north)
      return region
    }
    defer { proj_area_destroy(region) }
    guard let raw = proj_create_crs_to_crs_from_pj(context, start, end, region, nil) else { return nil }
    defer { proj_destroy(raw) }
    return proj_normalize_for_visualization(context, raw)
  }

  private init(owning handle: consuming ProjHandle) {
    func factor(_ isRadians: Int32, _ value: Double) -> Double { isRadians != 0 ? value : 1 }
    let object = handle.object
    self.handle = handle
    inward = (
      factor(proj_angular_input(object, PJ_FWD), .pi / 180), factor(proj_angular_input(object, PJ_INV), .pi / 180)
    )
    outward = (
      factor(proj_angular_output(object, PJ_FWD), 180 / .pi), factor(proj_angular_output(object, PJ_INV), 180 / .pi)
    )
  }

  private static func isOperation(_ object: OpaquePointer) -> Bool {
    switch proj_get_type(object) {
    case PJ_TYPE_CONVERSION, PJ_TYPE_TRANSFORMATION, PJ_TYPE_CONCATENATED_OPERATION, PJ_TYPE_OTHER_COORDINATE_OPERATION:
      true
    default: false
    }
  }

  /// The point of the plane that shows `coordinate`.
  /// - Throws: ``ProjectionError/outsideDomain(x:y:message:)`` where the projection cannot show it.
  public func forward(_ coordinate: Coordinate) throws(ProjectionError) -> PlanePoint {
    guard coordinate.isValid else {
      throw .outsideDomain(x: coordinate.longitude, y: coordinate.latitude, message: "not a longitude and latitude")
    }
    return try convert(PlanePoint(x: coordinate.longitude, y: coordinate.latitude), PJ_FWD)
  }

  /// The longitude and latitude that `point` shows.
  /// - Throws: ``ProjectionError/outsideDomain(x:y:message:)`` where the point shows nothing on Earth.
  public func inverse(_ point: PlanePoint) throws(ProjectionError) -> Coordinate {
    let position = try convert(point, PJ_INV)
    return Coordinate(longitude: position.x, latitude: position.y)
  }

  /// From the source to the target where both may be planes; longitude is x, latitude y, in degrees.
  /// - Throws: ``ProjectionError/outsideDomain(x:y:message:)``
  public func convert(_ point: PlanePoint) throws(ProjectionError) -> PlanePoint { try convert(point, PJ_FWD) }

  /// From the target to the source.
  /// - Throws: ``ProjectionError/outsideDomain(x:y:message:)``
  public func convertBack(_ point: PlanePoint) throws(ProjectionError) -> PlanePoint { try convert(point, PJ_INV) }

  private func convert(_ point: PlanePoint, _ direction: PJ_DIRECTION) throws(ProjectionError) -> PlanePoint {
    let (inward, outward) = factors(direction)
    let result = proj_trans(handle.object, direction, proj_coord(point.x * inward, point.y * inward, 0, 0))
    guard Self.isOnSheet(result) else {
      let code = proj_errno(handle.object)
      proj_errno_reset(handle.object)
      throw .outsideDomain(
        x: point.x, y: point.y, message: code == 0 ? "beyond the edge of the projection" : handle.message(of: code))
    }
    return PlanePoint(x: result.xy.x * outward, y: result.xy.y * outward)
  }

  func factors(_ direction: PJ_DIRECTION) -> (inward: Double, outward: Double) {
    direction == PJ_FWD ? (inward.forward, outward.forward) : (inward.inverse, outward.inverse)
  }

  /// Not only finite: where a projection goes to infinity, rounding gives a number. Mercator puts the pole at 242,485,887 m,
  /// while the furthest that a reference system counts, in feet and with the zone in front, is below 200 million.
  @inline(__always)
  static func isOnSheet(_ result: PJ_COORD) -> Bool {
    result.xy.x.magnitude < 2e8 && result.xy.y.magnitude < 2e8
  }
}

import CProj
import Coordinates

/// A point on a map plane, in the units of its projection (metres where not said otherwise), x to the east, y to the north.
public struct PlanePoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// A PROJ operation from longitude and latitude in degrees to a map plane and back.
///
/// It owns a PROJ context of its own. A context belongs to one thread at a time, so the type is neither copied nor
/// `Sendable`: every task makes its own (0.03 ms for a `+proj=` string once PROJ is warm).
public struct Transformation: ~Copyable {
  private let context: OpaquePointer?
  private let operation: OpaquePointer

  /// - Parameter definition: a PROJ string such as `+proj=laea +lon_0=51 +lat_0=32`, or a pipeline that takes longitude and latitude.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` with PROJ's message.
  public init(_ definition: String) throws(ProjectionError) {
    let context = proj_context_create()
    proj_log_level(context, PJ_LOG_NONE)
    guard let operation = proj_create(context, definition) else {
      let message = Self.message(of: proj_context_errno(context), in: context)
      proj_context_destroy(context)
      throw .badDefinition(definition, message: message)
    }
    self.context = context
    self.operation = operation
  }

  /// From longitude and latitude on WGS 84 to the coordinates of a reference system, in its order east, north.
  /// - Parameter crs: what PROJ knows as a reference system, such as `EPSG:3857`.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` with PROJ's message.
  public init(toReferenceSystem crs: String) throws(ProjectionError) {
    let context = proj_context_create()
    proj_log_level(context, PJ_LOG_NONE)
    guard let raw = proj_create_crs_to_crs(context, "OGC:CRS84", crs, nil) else {
      let message = Self.message(of: proj_context_errno(context), in: context)
      proj_context_destroy(context)
      throw .badDefinition(crs, message: message)
    }
    defer { proj_destroy(raw) }
    guard let operation = proj_normalize_for_visualization(context, raw) else {
      let message = Self.message(of: proj_context_errno(context), in: context)
      proj_context_destroy(context)
      throw .badDefinition(crs, message: message)
    }
    self.context = context
    self.operation = operation
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  /// The point of the plane that shows `coordinate`.
  /// - Throws: ``ProjectionError/outsideDomain(x:y:message:)`` where the projection cannot show it.
  public func forward(_ coordinate: Coordinate) throws(ProjectionError) -> PlanePoint {
    guard coordinate.isValid else {
      throw .outsideDomain(x: coordinate.longitude, y: coordinate.latitude, message: "not a longitude and latitude")
    }
    return try transform(PlanePoint(x: coordinate.longitude, y: coordinate.latitude), PJ_FWD)
  }

  /// The longitude and latitude that `point` shows.
  /// - Throws: ``ProjectionError/outsideDomain(x:y:message:)`` where the point shows nothing on Earth.
  public func inverse(_ point: PlanePoint) throws(ProjectionError) -> Coordinate {
    let position = try transform(point, PJ_INV)
    return Coordinate(longitude: position.x, latitude: position.y)
  }

  private func transform(_ point: PlanePoint, _ direction: PJ_DIRECTION) throws(ProjectionError) -> PlanePoint {
    var (x, y) = (point.x, point.y)
    if proj_angular_input(operation, direction) != 0 { (x, y) = (x * .pi / 180, y * .pi / 180) }
    let result = proj_trans(operation, direction, proj_coord(x, y, 0, 0))
    guard result.xy.x.isFinite, result.xy.y.isFinite else {
      let code = proj_errno(operation)
      proj_errno_reset(operation)
      throw .outsideDomain(x: point.x, y: point.y, message: Self.message(of: code, in: context))
    }
    let toDegrees = proj_angular_output(operation, direction) != 0 ? 180 / Double.pi : 1
    return PlanePoint(x: result.xy.x * toDegrees, y: result.xy.y * toDegrees)
  }

  private static func message(of code: Int32, in context: OpaquePointer?) -> String {
    guard code != 0, let text = proj_context_errno_string(context, code) else { return "no reason given" }
    return String(cString: text)
  }
}

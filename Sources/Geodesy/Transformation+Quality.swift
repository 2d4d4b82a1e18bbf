import CProj
import Coordinates

extension Transformation {
  /// How far off results can be because of the change of datum, as the authority has it; 0 without a change. Nil where it is
  /// not known, as for PROJ strings, and where it depends on the place (then ask ``accuracy(at:)``).
  public var accuracy: Distance? { Self.accuracy(of: handle.object, in: handle.context) }

  /// The same for the operation that PROJ takes at a place, among several that lead from one datum to the other.
  public func accuracy(at coordinate: Coordinate) -> Distance? {
    if let accuracy { return accuracy }
    _ = proj_trans(
      handle.object, PJ_FWD,
      proj_coord(coordinate.longitude * inward.forward, coordinate.latitude * inward.forward, 0, 0))
    proj_errno_reset(handle.object)
    guard let used = proj_trans_get_last_used_operation(handle.object) else { return nil }
    defer { proj_destroy(used) }
    return Self.accuracy(of: used, in: handle.context)
  }

  /// Where the operation is meant to be used; nil where nothing is said.
  public var areaOfUse: CRS.AreaOfUse? { CRS.AreaOfUse(handle.object, in: handle.context) }

  /// What PROJ does, as a PROJ string; empty where it chooses among several operations by place.
  public var steps: String {
    proj_pj_info(handle.object).definition.map { String(cString: $0) } ?? ""
  }

  private static func accuracy(of object: OpaquePointer, in context: OpaquePointer) -> Distance? {
    let metres = proj_coordoperation_get_accuracy(context, object)
    return metres >= 0 ? Distance(metres: metres) : nil
  }
}

import CProj
import Coordinates

/// A coordinate reference system, as far as it can be read without keeping PROJ's objects: a plain value.
///
/// ```swift
/// let mercator = try CRS("EPSG:3857")
/// mercator.name             // WGS 84 / Pseudo-Mercator
/// mercator.areaOfUse?.box   // 85.06° south to north
/// let toMercator = try Transformation(to: mercator)
/// ```
public struct CRS: Hashable, Sendable {
  /// What kind of reference system it is.
  public enum Kind: String, Sendable {
    case geographic, geocentric, projected, vertical, compound, engineering, other

    init(_ type: PJ_TYPE) {
      self =
        switch type {
        case PJ_TYPE_GEODETIC_CRS, PJ_TYPE_GEOGRAPHIC_CRS, PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS:
          .geographic
        case PJ_TYPE_GEOCENTRIC_CRS: .geocentric
        case PJ_TYPE_PROJECTED_CRS: .projected
        case PJ_TYPE_VERTICAL_CRS: .vertical
        case PJ_TYPE_COMPOUND_CRS: .compound
        case PJ_TYPE_ENGINEERING_CRS: .engineering
        default: .other
        }
    }
  }

  /// One direction in which is counted, in the order of the authority (EPSG:4326 has latitude first).
  public struct Axis: Hashable, Sendable {
    /// `Easting`, `Geodetic latitude` …
    public var name: String
    /// `E`, `Lat` …
    public var abbreviation: String
    /// `east`, `north`, `up` …
    public var direction: String
    /// `metre`, `degree`, `US survey foot` …
    public var unit: String
    /// Metres or radians in one unit.
    public var unitFactor: Double
  }

  /// Where a reference system or an operation is meant to be used.
  public struct AreaOfUse: Hashable, Sendable {
    /// In words, as the authority has them.
    public var name: String
    public var box: BoundingBox
  }

  /// What it was made from.
  public let definition: String
  public let name: String
  /// `EPSG:3857`; nil where the definition carries none.
  public let identifier: String?
  public let kind: Kind
  /// Nil where the authority gives none.
  public let areaOfUse: AreaOfUse?
  /// As the authority orders them. A ``Transformation`` always has east before north.
  public let axes: [Axis]

  /// Longitude and latitude on WGS 84.
  public static let wgs84 = CRS(
    definition: "OGC:CRS84", name: "WGS 84 (CRS84)", identifier: "OGC:CRS84", kind: .geographic,
    areaOfUse: AreaOfUse(name: "World.", box: BoundingBox(west: -180, south: -90, east: 180, north: 90)),
    axes: [
      Axis(
        name: "Geodetic longitude", abbreviation: "Lon", direction: "east", unit: "degree", unitFactor: .pi / 180),
      Axis(
        name: "Geodetic latitude", abbreviation: "Lat", direction: "north", unit: "degree", unitFactor: .pi / 180),
    ])

  /// - Parameter definition: a code (`EPSG:3857`), WKT, PROJJSON, a name that PROJ knows, or a PROJ string, with or without
  ///   `+type=crs`.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)``, also for an operation, which is no reference system.
  public init(_ definition: String) throws(ProjectionError) {
    let handle = try ProjHandle(definition: definition, asCRS: true)
    guard proj_is_crs(handle.object) != 0 else {
      throw .badDefinition(definition, message: "it is no reference system; an operation makes a Transformation")
    }
    self.init(
      definition: definition, name: proj_get_name(handle.object).map { String(cString: $0) } ?? "",
      identifier: Self.identifier(of: handle), kind: Kind(proj_get_type(handle.object)),
      areaOfUse: AreaOfUse(handle.object, in: handle.context), axes: Self.axes(of: handle))
  }

  private init(
    definition: String, name: String, identifier: String?, kind: Kind, areaOfUse: AreaOfUse?, axes: [Axis]
  ) {
    self.definition = definition
    self.name = name
    self.identifier = identifier
    self.kind = kind
    self.areaOfUse = areaOfUse
    self.axes = axes
  }

  private static func identifier(of handle: borrowing ProjHandle) -> String? {
    guard let authority = proj_get_id_auth_name(handle.object, 0), let code = proj_get_id_code(handle.object, 0) else {
      return nil
    }
    return String(cString: authority) + ":" + String(cString: code)
  }

  private static func axes(of handle: borrowing ProjHandle) -> [Axis] {
    guard let system = proj_crs_get_coordinate_system(handle.context, handle.object) else { return [] }
    defer { proj_destroy(system) }
    return (0..<max(proj_cs_get_axis_count(handle.context, system), 0)).compactMap { place in
      var (name, abbreviation, direction, unit): (UnsafePointer<CChar>?, UnsafePointer<CChar>?, _, _) =
        (nil, nil, UnsafePointer<CChar>?.none, UnsafePointer<CChar>?.none)
      var factor = 0.0
      guard
        proj_cs_get_axis_info(
          handle.context, system, place, &name, &abbreviation, &direction, &factor, &unit, nil, nil) != 0
      else { return nil }
      func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
      return Axis(
        name: text(name), abbreviation: text(abbreviation), direction: text(direction), unit: text(unit),
        unitFactor: factor)
    }
  }
}

extension CRS: CustomStringConvertible {
  public var description: String { identifier.map { "\(name) (\($0))" } ?? name }
}

extension CRS.AreaOfUse {
  init?(_ object: OpaquePointer, in context: OpaquePointer) {
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    var name: UnsafePointer<CChar>?
    // PROJ gives -1000 for what it does not know.
    guard proj_get_area_of_use(context, object, &west, &south, &east, &north, &name) != 0, west >= -180 else {
      return nil
    }
    self.init(
      name: name.map { String(cString: $0) } ?? "", box: BoundingBox(west: west, south: south, east: east, north: north)
    )
  }
}

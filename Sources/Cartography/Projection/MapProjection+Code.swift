import Coordinates
import Geodesy

extension MapProjection {
  /// Codes of projections that the map knows how to cut; the definitions are EPSG's, on WGS 84.
  private static let known: [Int: String] = [
    4326: "+proj=eqc", 3857: "+proj=webmerc", 3395: "+proj=merc", 8857: "+proj=eqearth",
    8858: "+proj=eqearth +lon_0=-90",
    8859: "+proj=eqearth +lon_0=150", 6933: "+proj=cea +lon_0=0 +lat_ts=30", 54009: "+proj=moll +lon_0=0",
    54030: "+proj=robin +lon_0=0", 3035: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000",
    3034: "+proj=lcc +lat_0=52 +lon_0=10 +lat_1=35 +lat_2=65",
    5070: "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5",
    2163: "+proj=laea +lat_0=45 +lon_0=-100", 3577: "+proj=aea +lat_0=0 +lon_0=132 +lat_1=-18 +lat_2=-36",
    3031: "+proj=stere +lat_0=-90 +lat_ts=-71 +lon_0=0", 3413: "+proj=stere +lat_0=90 +lat_ts=70 +lon_0=-45",
    3995: "+proj=stere +lat_0=90 +lat_ts=71 +lon_0=0", 3571: "+proj=laea +lat_0=90 +lon_0=180",
    3575: "+proj=laea +lat_0=90 +lon_0=10", 6931: "+proj=laea +lat_0=90 +lon_0=0",
    6932: "+proj=laea +lat_0=-90 +lon_0=0",
    2154: "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44",
    27700: "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717",
  ]

  /// The PROJ definition of a code such as `EPSG:3857`, nil for codes that the map does not know.
  static func definition(ofCode code: String) -> String? {
    guard let number = code.split(separator: ":").last.flatMap({ Int($0) }) else { return nil }
    if let definition = known[number] { return definition }
    switch number {
    case 32601...32660: return "+proj=utm +zone=\(number - 32600)"
    case 32701...32760: return "+proj=utm +zone=\(number - 32700) +south"
    case 25828...25838: return "+proj=utm +zone=\(number - 25800)"
    default: return nil
    }
  }

  /// True for `EPSG:3857` and the like, and for the bare number.
  static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].allSatisfy(\.isLetter), !parts[0].isEmpty, Int(parts[1]) != nil { return true }
    return parts.count == 1 && Int(text) != nil
  }

  /// A reference system of which only PROJ knows how it is projected: taken as good within 75° of the extent's middle.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` where PROJ does not know it, or where it has no plane.
  init(referenceSystem code: String, extent: BoundingBox) throws(ProjectionError) {
    let name = code.contains(":") ? code : "EPSG:\(code)"
    self.init(definition: name, cut: .horizon(centre: extent.centre, reach: 75))
    isReferenceSystem = true
    let transformation = try transformation()
    let middle = try transformation.forward(extent.centre)
    let latitude = extent.centre.latitude + (extent.centre.latitude > 0 ? -1 : 1)
    let next = try transformation.forward(Coordinate(longitude: extent.centre.longitude, latitude: latitude))
    if abs(next.x - middle.x) + abs(next.y - middle.y) < 1000 {
      throw .badDefinition(name, message: "it gives degrees, and a map needs a plane")
    }
  }

  /// The way to the plane, for one task.
  func transformation() throws(ProjectionError) -> Transformation {
    isReferenceSystem ? try Transformation(toReferenceSystem: definition) : try Transformation(projString)
  }
}

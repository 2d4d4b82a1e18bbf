import Coordinates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Chooses a projection by what is to be shown.
///
/// Source: B. Šavrič, B. Jenny and H. Jenny, Projection Wizard – an online map projection selection tool, The Cartographic Journal 53
/// (2016), 177–185. World, hemisphere and smaller extents have rules of their own; of the smaller ones the ratio of height to width
/// decides: cylinders and cones for wide ones, transverse cylinders for tall ones, planes for the others.
public struct ProjectionWizard {
  private static let worldScale = 1.5
  private static let hemisphereScale = 6.0
  private static let largeScale = 260.0
  private static let tropic = 23.436_65
  private static let wide = 0.8
  private static let tall = 1.25

  private let extent: BoundingBox
  private let property: MapProperty
  /// How much larger the map is than one of the whole world: 1 for the world.
  let scale: Double
  private let centralMeridian: Double
  private let centralLatitude: Double

  /// - Parameter extent: what is shown, of some width and height.
  public init(extent: BoundingBox, property: MapProperty) {
    self.extent = extent
    self.property = property
    // An extent may be given with an eastern side beyond 180°.
    let width = max(extent.east > 180 ? extent.east - extent.west : extent.width, 1e-6)
    let sines = sin(extent.north * .pi / 180) - sin(extent.south * .pi / 180)
    scale = 720 / width / max(sines, 1e-9)
    let middle = extent.west + width / 2
    centralMeridian = middle > 180 ? middle - 360 : middle
    centralLatitude = (extent.south + extent.north) / 2
    self.width = width
  }

  private let width: Double

  /// The best projections, the first the one to take; none where a world or hemisphere cannot keep the property.
  public func choices() -> [MapProjection] {
    if scale < Self.worldScale { return world() }
    if scale < Self.hemisphereScale { return hemisphere() }
    return region()
  }

  // MARK: World

  private func world() -> [MapProjection] {
    let names: [String]
    switch property {
    case .equalArea: names = ["moll", "hammer", "eqearth", "eck4", "wag4", "wag7"]
    case .compromise: names = ["robin", "natearth", "wintri", "patterson", "eqc", "mill"]
    case .equidistant: return [azimuthal(latitude: (centralLatitude + 0.5).rounded(.down))]
    case .conformal: return []
    }
    return names.map { normal($0) }
  }

  // MARK: Hemisphere

  private func hemisphere() -> [MapProjection] {
    if extent.south >= -Self.tropic, extent.north <= Self.tropic { return [cylinder()] }
    return property == .conformal ? [] : [azimuthal(latitude: centralLatitude)]
  }

  // MARK: Continents and smaller

  /// Height to width, the width measured where the extent is widest.
  private var ratio: Double {
    let nearestToEquator = extent.south <= 0 && extent.north >= 0 ? 0 : min(abs(extent.south), abs(extent.north))
    return (extent.north - extent.south) / width / max(cos(nearestToEquator * .pi / 180), 1e-9)
  }

  private var pole: Double { centralLatitude < 0 ? -90 : 90 }

  private func region() -> [MapProjection] {
    if property == .conformal, let grid = conformalGrid() { return [grid] }
    switch ratio {
    case ..<Self.wide: return wideRegion()
    case ...Self.tall: return squareRegion()
    default: return tallRegion()
    }
  }

  /// The large-scale systems of surveyors: polar stereographic near the poles, narrow transverse Mercator zones elsewhere.
  private func conformalGrid() -> MapProjection? {
    if scale >= Self.largeScale, extent.south >= 84 || extent.north <= -80 {
      return azimuthal(latitude: pole, suffix: " +k_0=0.994")
    }
    if width <= 3 { return transverse(suffix: " +k_0=0.9999", prefix: " +x_0=500000") }
    if width <= 6 { return transverse(suffix: " +k_0=0.9996", prefix: " +x_0=500000") }
    return nil
  }

  private func wideRegion() -> [MapProjection] {
    if abs(centralLatitude) > 70 { return [azimuthal(latitude: pole)] }
    if abs(centralLatitude) <= 15 { return [cylinder()] }
    return property == .equidistant ? [cone(), azimuthal(latitude: centralLatitude)] : [cone()]
  }

  private func squareRegion() -> [MapProjection] {
    if abs(centralLatitude) > 75 { return [azimuthal(latitude: pole)] }
    if property == .equidistant {
      return abs(centralLatitude) < 15 ? [cylinder()] : [cone(), azimuthal(latitude: centralLatitude)]
    }
    let isEquatorial = abs(centralLatitude) <= 15 && extent.south < 0 && extent.north > 0
    return [azimuthal(latitude: isEquatorial ? 0 : centralLatitude)]
  }

  private func tallRegion() -> [MapProjection] {
    if property == .equidistant, abs(centralLatitude) >= 80 { return [azimuthal(latitude: pole)] }
    return [transverse(suffix: "", prefix: "")]
  }

  // MARK: Families

  private func name(equalArea: String, conformal: String, equidistant: String) -> String {
    switch property {
    case .equalArea, .compromise: equalArea
    case .conformal: conformal
    case .equidistant: equidistant
    }
  }

  private var meridian: String { MapProjection.parameter("lon_0", centralMeridian) }

  private func normal(_ name: String) -> MapProjection {
    MapProjection(definition: "+proj=\(name)\(meridian)", cut: .antimeridian(centralMeridian: centralMeridian))
  }

  private func azimuthal(latitude: Double, suffix: String = "") -> MapProjection {
    let name = name(equalArea: "laea", conformal: "stere", equidistant: "aeqd")
    return MapProjection(
      definition: "+proj=\(name)\(meridian)" + MapProjection.parameter("lat_0", latitude) + suffix,
      cut: .horizon(
        centre: Coordinate(longitude: centralMeridian, latitude: latitude), reach: property == .conformal ? 140 : 175))
  }

  private func cylinder() -> MapProjection {
    let name = name(equalArea: "cea", conformal: "merc", equidistant: "eqc")
    let crossesEquator = extent.south < 0 && extent.north > 0
    let parallel = crossesEquator ? max(abs(extent.south), abs(extent.north)) / 2 : centralLatitude
    // A belt that lies evenly around the equator and spans a hemisphere touches at the equator.
    let standard = scale < Self.hemisphereScale && abs(centralLatitude) < 1e-9 ? 0 : parallel
    return MapProjection(
      definition: "+proj=\(name)\(meridian)" + MapProjection.parameter("lat_ts", standard),
      cut: .antimeridian(centralMeridian: centralMeridian), latitudes: property == .conformal ? -85...85 : -90...90)
  }

  private func cone() -> MapProjection {
    let name = name(equalArea: "aea", conformal: "lcc", equidistant: "eqdc")
    let sixth = (extent.north - extent.south) / 6
    let definition =
      "+proj=\(name)\(meridian)" + MapProjection.parameter("lat_1", extent.south + sixth)
      + MapProjection.parameter("lat_2", extent.north - sixth) + MapProjection.parameter("lat_0", centralLatitude)
    let latitudes = centralLatitude > 0 ? -60.0...90 : -90.0...60
    return MapProjection(
      definition: definition, cut: .antimeridian(centralMeridian: centralMeridian), latitudes: latitudes)
  }

  private func transverse(suffix: String, prefix: String) -> MapProjection {
    let name = name(equalArea: "tcea", conformal: "tmerc", equidistant: "cass")
    return MapProjection(
      definition: "+proj=\(name)\(prefix)\(meridian)\(suffix)",
      cut: .horizon(centre: Coordinate(longitude: centralMeridian, latitude: centralLatitude), reach: 75))
  }
}

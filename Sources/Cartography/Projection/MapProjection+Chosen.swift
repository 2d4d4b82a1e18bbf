import Coordinates
import Geodesy

extension MapProjection {
  /// The house's world map: equal in area and with continents that look right.
  ///
  /// Source: B. Šavrič, T. Patterson and B. Jenny, The Equal Earth map projection, Int. J. Geographical Information Science 33 (2019), 454–465.
  init(equalEarthAround meridian: Double) {
    self.init(
      definition: "+proj=eqearth" + Self.parameter("lon_0", meridian), cut: .antimeridian(centralMeridian: meridian))
  }

  /// Azimuthal ones by PROJ's names: a plane that touches at a point.
  private static let azimuthal: [String: Double] = [
    "laea": 175, "aeqd": 175, "stere": 140, "sterea": 140, "gnom": 75, "ortho": 89.9, "ups": 140,
  ]
  /// Cylinders across and aslant, true only near their axis.
  private static let transverse: Set<String> = [
    "tmerc", "etmerc", "utm", "tcea", "cass", "omerc", "somerc", "labrd", "nzmg",
  ]
  /// Infinite at a pole.
  private static let mercators: Set<String> = ["merc", "webmerc", "lcc"]

  /// A projection that somebody names: `robin`, `EPSG:3035`, `+proj=laea +lon_0=10 +lat_0=52`. What the name leaves open is centred on `extent`.
  /// - Throws: ``ProjectionError/badDefinition(_:message:)`` with PROJ's message.
  init(chosen text: String, extent: BoundingBox) throws(ProjectionError) {
    let middle = extent.west + (extent.east - extent.west + (extent.crossesAntimeridian ? 360 : 0)) / 2
    var meridian = middle.remainder(dividingBy: 360)
    var latitude = (extent.south + extent.north) / 2
    var definition = text
    if Self.isCode(text) {
      guard let known = Self.definition(ofCode: text) else {
        try self.init(referenceSystem: text, extent: extent)
        return
      }
      definition = known
    } else if !text.contains("+") {
      definition = "+proj=\(text)"
    }
    var parameters: [String: String] = [:]
    for word in definition.split(separator: " ") {
      let parts = word.drop { $0 == "+" }.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { parameters[String(parts[0])] = String(parts[1]) }
    }
    let name = parameters["proj"] ?? ""
    if let given = parameters["lon_0"].flatMap(Double.init) {
      meridian = given
    } else {
      definition += Self.parameter("lon_0", meridian)
    }
    if let given = parameters["lat_0"].flatMap(Double.init) {
      latitude = given
    } else if Self.azimuthal[name] != nil || name == "lcc" || name == "aea" || name == "eqdc" {
      definition += Self.parameter("lat_0", latitude)
    }
    if ["lcc", "aea", "eqdc"].contains(name), parameters["lat_1"] == nil {
      let sixth = (extent.north - extent.south) / 6
      definition += Self.parameter("lat_1", extent.south + sixth) + Self.parameter("lat_2", extent.north - sixth)
    }
    let cut: Cut
    if let reach = Self.azimuthal[name] {
      cut = .horizon(centre: Coordinate(longitude: meridian, latitude: latitude), reach: reach)
    } else if Self.transverse.contains(name) {
      cut = .horizon(centre: Coordinate(longitude: meridian, latitude: latitude), reach: 75)
    } else {
      cut = .antimeridian(centralMeridian: meridian)
    }
    self.init(definition: definition, cut: cut, latitudes: Self.mercators.contains(name) ? -85...85 : -90...90)
    _ = try Transformation(projString)
  }
}

import Coordinates
import Geodesy
import TestSupport
import Testing

@Suite struct CRSTests {
  @Test func `what an authority says of a system can be read`() throws {
    let mercator = try CRS("EPSG:3857")
    #expect(mercator.description == "WGS 84 / Pseudo-Mercator (EPSG:3857)")
    #expect(mercator.kind == .projected)
    #expect(mercator.identifier == "EPSG:3857")
    #expect(mercator.areaOfUse?.box == BoundingBox(west: -180, south: -85.06, east: 180, north: 85.06))
    #expect(mercator.areaOfUse?.name == "World between 85.06°S and 85.06°N.")
    #expect(mercator.axes.map(\.direction) == ["east", "north"])
    #expect(mercator.axes.map(\.unit) == ["metre", "metre"])
  }

  @Test func `axes are in the order of the authority`() throws {
    let geographic = try CRS("EPSG:4326")
    #expect(geographic.kind == .geographic)
    #expect(geographic.axes.map(\.direction) == ["north", "east"])
    let feet = try CRS("EPSG:2263")
    #expect(feet.axes.first?.unit == "US survey foot")
    #expect(abs((feet.axes.first?.unitFactor ?? 0) - 1200.0 / 3937) < 1e-12)
  }

  @Test(arguments: [
    ("+proj=utm +zone=33", CRS.Kind.projected), ("+proj=utm +zone=33 +type=crs", .projected), ("EPSG:5773", .vertical),
    ("EPSG:4978", .geocentric), ("EPSG:27700+5701", .compound), ("WGS 84 / UTM zone 33N", .projected),
    ("urn:ogc:def:crs:EPSG::4326", .geographic),
    (
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
        + "UNIT[\"degree\",0.0174532925199433]]",
      .geographic
    ),
  ])
  func `codes, strings, names and WKT`(definition: String, kind: CRS.Kind) throws {
    #expect(try CRS(definition).kind == kind)
  }

  @Test func `WKT can be transformed to`() throws {
    let wkt =
      "PROJCS[\"Map\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
      + "UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Lambert_Azimuthal_Equal_Area\"],"
      + "PARAMETER[\"latitude_of_center\",45],PARAMETER[\"longitude_of_center\",12],PARAMETER[\"false_easting\",0],"
      + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]"
    let map = try Transformation(to: CRS(wkt))
    let point = try map.forward(Coordinate(longitude: 2.3522, latitude: 48.8566))
    #expect(abs(point.x + 706252.427238) < 1e-5 && abs(point.y - 471353.569020) < 1e-5)
  }

  @Test func `WGS 84 needs no look-up and is what PROJ has`() throws {
    let found = try CRS("OGC:CRS84")
    #expect(CRS.wgs84 == found, "\(found)")
  }

  @Test(arguments: [
    ("EPSG:99999", "crs not found"),
    ("+proj=pipeline +step +proj=robin", "it is no reference system; an operation makes a Transformation"),
    ("+proj=nonsense", "Error 1027 (Invalid value for an argument): Unknown projection"),
  ])
  func `what is none says why`(definition: String, message: String) {
    #expect(throws: ProjectionError.badDefinition(definition, message: message)) { try CRS(definition) }
  }

  /// Definitions of all kinds, cut, repeated and mixed. A reference system comes back the same from its own definition.
  @Test func `no definition makes it trap`() {
    let samples = [
      "EPSG:4326", "EPSG:27700+5701", "OGC:CRS84", "ESRI:54030", "urn:ogc:def:crs:EPSG::3857", "WGS 84 / UTM zone 33N",
      "+proj=utm +zone=33 +type=crs", "+proj=laea +lat_0=52 +lon_0=10 +ellps=GRS80 +units=m +no_defs",
      "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +inv +proj=longlat",
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
      "{\"type\":\"GeographicCRS\",\"name\":\"x\",\"datum\":{\"type\":\"GeodeticReferenceFrame\",\"name\":\"y\"}}",
    ].map { Array($0.utf8) }
    let pieces = [
      "[", "]", "\"", ",", "+", "=", ":", " ", "1e400", "-0", "nan", "99999", "\0", "é", "+proj=", "+step", "+inv",
      "+ellps=", "+init=epsg:", "@null", "PROJCS[", "{", "}", "\n",
    ].map { Array($0.utf8) }
    fuzz(rounds: 40) { random, seed in
      var bytes = samples.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        case 1: bytes.removeSubrange(place..<min(place + Int.random(in: 1...9, using: &random), bytes.count))
        case 2: bytes.insert(contentsOf: samples.randomElement(using: &random) ?? [], at: place)
        default: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      guard let made = try? CRS(text) else { return }
      #expect((try? CRS(made.definition)) == made, "seed \(seed): \(text)")
      #expect(
        made.areaOfUse.map { abs($0.box.south) <= 90 && abs($0.box.north) <= 90 } ?? true, "seed \(seed): \(text)")
    }
  }
}

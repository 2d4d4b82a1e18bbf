import Coordinates
import Geodesy
import TestSupport
import Testing

@Suite struct TransformationTests {
  /// By PROJ's own `proj`, to a micrometre.
  static let byProj: [(String, Double, Double, Double, Double)] = [
    ("+proj=laea +lon_0=12 +lat_0=45 +ellps=WGS84", 51.674722, 32.6525, 3577723.886542, -508916.983551),
    ("+proj=laea +lon_0=12 +lat_0=45 +ellps=WGS84", 2.3522, 48.8566, -706252.427238, 471353.569020),
    ("+proj=lcc +lon_0=12 +lat_1=35 +lat_2=55 +ellps=WGS84", 51.674722, 32.6525, 3600852.696305, 4956341.438770),
    ("+proj=lcc +lon_0=12 +lat_1=35 +lat_2=55 +ellps=WGS84", 2.3522, 48.8566, -696917.241680, 5876711.224817),
    ("+proj=utm +zone=33 +ellps=WGS84", 2.3522, 48.8566, -426684.032159, 5489129.529953),
    ("+proj=robin +ellps=WGS84", 51.674722, 32.6525, 4644331.054709, 3492323.706070),
    ("+proj=eqearth +ellps=WGS84", 2.3522, 48.8566, 187778.576094, 5869757.953363),
    ("+proj=aeqd +lon_0=51 +lat_0=32 +ellps=WGS84", 51.674722, 32.6525, 63301.901568, 72556.098960),
    ("+proj=merc +ellps=WGS84", 51.674722, 32.6525, 5752403.739924, 3826217.275253),
    (
      "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=robin +ellps=WGS84", 2.3522, 48.8566,
      194389.151468, 5208347.535827
    ),
    // By `cs2cs` from EPSG:4326.
    ("EPSG:3857", 2.3522, 48.8566, 261845.706244, 6250564.349543),
    ("EPSG:27700", -0.12, 51.5, 530591.166403, 179571.065377),
    ("EPSG:32639", 2.3522, 48.8566, -2957031.050631, 6654964.785582),
    ("EPSG:2154", 2.3522, 48.8566, 652469.022709, 6862035.259420),
    // Northing first by the authority, easting first here.
    ("EPSG:3035", 2.3522, 48.8566, 3760771.864838, 2889484.801901),
    ("EPSG:4326", 2.3522, 48.8566, 2.3522, 48.8566),
  ]

  @Test(arguments: byProj) func `forward and inverse`(
    definition: String, longitude: Double, latitude: Double, x: Double, y: Double
  ) throws {
    let transformation = try Transformation(definition)
    let point = try transformation.forward(Coordinate(longitude: longitude, latitude: latitude))
    #expect(abs(point.x - x) < 1e-6 && abs(point.y - y) < 1e-6, "\(point)")
    let back = try transformation.inverse(PlanePoint(x: x, y: y))
    #expect(abs(back.longitude - longitude) < 1e-7 && abs(back.latitude - latitude) < 1e-7, "\(back)")
  }

  @Test func `from one reference system to another`() throws {
    let toNational = try Transformation(from: CRS("EPSG:3857"), to: CRS("EPSG:2154"))
    let point = try toNational.convert(PlanePoint(x: 261845.706244, y: 6250564.349543))
    #expect(abs(point.x - 652469.022709) < 1e-3 && abs(point.y - 6862035.259420) < 1e-3)
    let back = try toNational.convertBack(point)
    #expect(abs(back.x - 261845.706244) < 1e-3 && abs(back.y - 6250564.349543) < 1e-3)
  }

  @Test func `a batch in place, with what cannot be shown as NaN`() throws {
    let globe = try Transformation("+proj=ortho +lon_0=0 +lat_0=0 +ellps=WGS84")
    var points = [(0.0, 0.0), (170, 10), (10, 20), (.nan, 5), (30, 95)].map { PlanePoint(x: $0.0, y: $0.1) }
    var span = points.mutableSpan
    #expect(globe.forward(inPlace: &span) == 3)
    #expect(points.map(\.isFinite) == [true, false, true, false, false])
    #expect(points[2] == (try globe.forward(Coordinate(longitude: 10, latitude: 20))))
    var again = points.mutableSpan
    #expect(globe.inverse(inPlace: &again) == 3)
    #expect(abs(points[2].x - 10) < 1e-9 && abs(points[2].y - 20) < 1e-9)
    // One bad point leaves nothing behind for the next.
    #expect(try globe.forward(Coordinate(longitude: 0, latitude: 0)) == PlanePoint(x: 0, y: 0))
  }

  @Test func `batches are the single calls, whatever the threads`() async throws {
    var numbers = SeededGenerator(seed: 17)
    let places = (0..<5000).map { _ in numbers.coordinate() } + [Coordinate(longitude: 500, latitude: 0)]
    for definition in ["+proj=robin +ellps=WGS84", "+proj=laea +lat_0=40 +ellps=WGS84", "EPSG:3857"] {
      let transformation = try Transformation(definition)
      let points = transformation.forward(places)
      for (place, point) in zip(places, points) {
        let single = try? transformation.forward(place)
        #expect(single == (point.isFinite ? point : nil), "seed 17: \(place)")
      }
      #expect(!points[5000].isFinite)
      for threads in [0, 1, 2, 7] {
        let parallel = try await Transformation.forward(places, by: definition, threads: threads)
        #expect(parallel.dropLast() == points.dropLast() && parallel.count == points.count)
      }
      let back = transformation.inverse(points)
      for (place, found) in zip(places, back) where found.isValid {
        #expect(Geodesic.wgs84.distance(from: place, to: found).metres < 0.01, "seed 17: \(place) by \(definition)")
      }
    }
    await #expect(throws: ProjectionError.self) {
      try await Transformation.forward(places, by: "+proj=none", threads: 2)
    }
  }

  @Test(
    arguments: [
      ("+proj=nonsense", "Error 1027 (Invalid value for an argument): Unknown projection"),
      ("+proj=utm +zone=99", "Error 1027 (Invalid value for an argument): utm: Invalid value for zone"),
      ("EPSG:99999", "crs not found"), ("hello", "unrecognized format / unknown name"),
      ("", "unrecognized format / unknown name"), ("+proj=laea\0", "it contains a NUL character"),
      ("EPSG:5773", "a vertical reference system has no x and y of a map"),
      ("EPSG:4978", "a geocentric reference system has no x and y of a map"),
      (
        "+proj=hgridshift +grids=nothere.gsb",
        "Error 1029 (File not found or invalid): hgridshift: could not find required grid(s)"
      ),
    ] as [(String, String)])
  func `a definition that PROJ does not take`(definition: String, message: String) {
    let error = ProjectionError.badDefinition(definition, message: message)
    #expect(throws: error) { _ = try Transformation(definition) }
    #expect(
      error.description
        == "PROJ does not take '\(definition)': \(message). Write a code such as EPSG:3857, a PROJ string such as +proj=robin, or WKT."
    )
  }

  @Test func `a place that cannot be shown`() throws {
    let mercator = try Transformation("+proj=merc +ellps=WGS84")
    #expect(throws: ProjectionError.outsideDomain(x: 500, y: 0, message: "not a longitude and latitude")) {
      try mercator.forward(Coordinate(longitude: 500, latitude: 0))
    }
    let web = try Transformation("EPSG:3857")
    #expect(throws: ProjectionError.self) { try web.forward(Coordinate(longitude: 0, latitude: 90)) }
    let globe = try Transformation("+proj=ortho")
    let hidden = ProjectionError.outsideDomain(x: 170, y: 9, message: "Point outside of projection domain")
    #expect(throws: hidden) { try globe.forward(Coordinate(longitude: 170, latitude: 9)) }
    #expect(hidden.description == "170.0,9.0 cannot be projected: Point outside of projection domain")
    #expect(throws: ProjectionError.self) { try globe.inverse(PlanePoint(x: 1e7, y: 1e7)) }
  }

  @Test func `accuracy and area of use`() throws {
    let exact = try Transformation(to: CRS("EPSG:32631"))
    #expect(exact.accuracy == Distance(metres: 0))
    #expect(try Transformation("+proj=laea").accuracy == nil)
    let london = Coordinate(longitude: -0.12, latitude: 51.5)
    let national = try Transformation(to: CRS("EPSG:27700"))
    #expect(national.accuracy == nil)
    let there = national.accuracy(at: london)?.metres ?? -1
    #expect(there > 0 && there <= 10)
    let within = try Transformation(
      to: CRS("EPSG:27700"), within: BoundingBox(west: -1, south: 51, east: 1, north: 52))
    #expect(within.accuracy(at: london) != nil)
    #expect(try Transformation("+proj=robin").steps.contains("proj=robin"))
  }

  @Test func `no definition makes it trap`() {
    let pieces = [
      "+proj=", "laea", "utm", "pipeline", "+step", " ", "+zone=", "99", "+lat_0=", "1e400", "nan", "EPSG:", "3857",
      "OGC:CRS84",
      "+inv", "+type=crs", "+ellps=", "WGS84", "GEOGCRS[", "PROJCS[\"x\",", "]", "{\"type\":\"ProjectedCRS\"}", "\0",
      "é", "=", "+",
      "+R=", "-5", "+init=", "epsg:4326", "urn:ogc:def:crs:", "\n",
    ]
    fuzz(rounds: 40) { random, _ in
      let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      if let made = try? Transformation(text) {
        _ = try? made.forward(Coordinate(longitude: 12, latitude: 45))
        _ = try? made.inverse(PlanePoint(x: 1e5, y: 1e5))
      }
    }
  }
}

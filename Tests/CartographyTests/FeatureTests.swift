import Coordinates
import GeoJSON
import Geodesy
import TestSupport
import Testing

@testable import Cartography

/// Maps of any GeoJSON.
@Suite struct FeatureTests {
  static func feature(_ geometry: Geometry, _ properties: [(String, JSONValue)] = []) -> Feature {
    Feature(geometry: geometry, properties: properties.map { JSONValue.Member($0.0, $0.1) })
  }

  static func point(_ longitude: Double, _ latitude: Double) -> Geometry {
    .point(Position(longitude: longitude, latitude: latitude))
  }

  static func ring(_ pairs: [(Double, Double)]) -> [Position] {
    pairs.map { Position(longitude: $0.0, latitude: $0.1) }
  }

  static func reading(_ content: MapContent, _ options: MapOptions = MapOptions()) throws -> SVGReading {
    SVGReading(
      try MapSheet(content, basemap: SampleJobs.basemap(), waters: SampleJobs.waters(), options: options).svg())
  }

  @Test func aFileIsDrawnAsItsPropertiesSay() throws {
    let square = Self.ring([(10, 50), (11, 50), (11, 51), (10, 51), (10, 50)])
    let collection = FeatureCollection([
      Self.feature(.polygon([square]), [("fill", "#ABC"), ("fill-opacity", .double(0.25)), ("stroke", "#123456")]),
      Self.feature(.lineString(Self.ring([(10, 50), (12, 52)])), [("stroke", "#00ff00"), ("stroke-width", 4)]),
      Self.feature(Self.point(11, 50.5), [("title", "A <b>"), ("marker-color", "f00"), ("marker-symbol", "x")]),
    ])
    let reading = try Self.reading(MapContent(collection, title: "Drawn by hand"))
    #expect(reading.isWellFormed)
    let area = try #require(reading.elements.first { $0.layer == "areas" && $0.attributes["fill"] == "#aabbcc" })
    #expect(area.attributes["fill-opacity"] == ".25")
    #expect(reading.elements.contains { $0.layer == "areas" && $0.attributes["stroke"] == "#123456" })
    #expect(reading.elements.contains { $0.layer == "lines" && $0.attributes["stroke"] == "#00ff00" })
    #expect(reading.elements.contains { $0.layer == "points" && $0.attributes["fill"] == "#ff0000" })
    #expect(reading.elements.contains { $0.layer == "points" && $0.text == "X" })
    #expect(reading.elements.contains { $0.layer == "labels" && $0.text == "A <b>" })
  }

  @Test func valuesGetColoursAndALegend() throws {
    let few = FeatureCollection(
      (0..<6).map { Self.feature(Self.point(Double($0), 50), [("kind", .string($0 % 2 == 0 ? "fire" : "flood"))]) })
    let legend = try #require(MapContent(few, colorBy: "kind").legend)
    #expect(legend.entries.map(\.text) == ["fire", "flood"])
    let many = FeatureCollection((0..<50).map { Self.feature(Self.point(Double($0), 50), [("n", .int($0))]) })
    let steps = try #require(MapContent(many, colorBy: "n").legend)
    #expect(steps.entries.map(\.text) == ["0 – 9", "9 – 19", "19 – 29", "29 – 39", "39 – 49"])
    let texts = try Self.reading(MapContent(few, colorBy: "kind")).elements.filter { $0.layer == "legend" }.map(\.text)
    #expect(texts.contains("kind") && texts.contains("flood"))
  }

  /// Colours of a legend are told apart on any ground; what the file says of opacity goes before that.
  @Test func areasOfALegendAreNearlyOpaque() throws {
    let square = Geometry.polygon([Self.ring([(10, 50), (11, 50), (11, 51), (10, 51), (10, 50)])])
    func opacities(_ properties: [(String, JSONValue)], colorBy: String?) -> [Double] {
      MapContent(FeatureCollection([Self.feature(square, properties)]), colorBy: colorBy).features.map(\.fillOpacity)
    }
    #expect(opacities([("kind", "a")], colorBy: nil) == [0.35])
    #expect(opacities([("kind", "a")], colorBy: "kind") == [0.75])
    #expect(opacities([("kind", "a"), ("fill-opacity", .double(0.2))], colorBy: "kind") == [0.2])
    // what has no place is not drawn, and has no colour
    let nowhere = Feature(geometry: nil, properties: [.init("kind", "b")])
    let legend = MapContent(FeatureCollection([Self.feature(square, [("kind", "a")]), nowhere]), colorBy: "kind").legend
    #expect(legend?.entries.map(\.text) == ["a"])
  }

  @Test func whatOfAStyleCannotBeDrawnIsNamed() {
    let bad = Self.feature(
      Self.point(0, 0),
      [
        ("marker-color", "red"), ("stroke-width", -1), ("fill-opacity", 2), ("marker-size", "huge"), ("fill", .null),
        ("stroke", "#abc"), ("title", 7),
      ])
    #expect(
      MapFeature.styleFaults(of: bad).map(\.property) == [
        "marker-color", "stroke-width", "fill-opacity", "marker-size",
      ])
  }

  @Test func theTitleOfALegendHasARowOfItsOwn() throws {
    let few = FeatureCollection(
      (0..<6).map { Self.feature(Self.point(Double($0), 50), [("kind", .string($0 % 2 == 0 ? "fire" : "flood"))]) })
    for width in [360, 800] {
      let reading = try Self.reading(MapContent(few, colorBy: "kind"), MapOptions(width: width))
      let texts = reading.elements.filter { $0.layer == "legend" && $0.name == "text" }
      let heading = try #require(texts.first { $0.text == "kind" })
      let fire = try #require(texts.first { $0.text == "fire" })
      #expect(heading.attributes["font-weight"] == "bold")
      #expect(
        (heading.number("y") ?? 0) < (fire.number("y") ?? 0) && (heading.number("x") ?? 0) < (fire.number("x") ?? 0))
    }
  }

  @Test func rowsOfOursBecomeSites() throws {
    let row = Self.feature(
      Self.point(35.2, 31.26),
      [
        ("incident_id", "a.1"), ("type_family", "strike"), ("location", "Arad"), ("title", "Air strike near Arad"),
        ("modality", "planned"), ("geo_precision", 2), ("radius_m", 5000), ("killed_min", 3), ("injured_min", .null),
      ])
    let nation = Feature(
      geometry: nil,
      properties: [
        .init("incident_id", "a.2"), .init("type_family", "other"), .init("country", "Iran"), .init("geo_precision", 4),
      ])
    let content = MapContent(FeatureCollection([row, nation]))
    #expect(content.sites.map(\.label) == ["Arad"])
    #expect(content.sites[0].look == .hollow && content.sites[0].casualties == 3)
    #expect(content.sites[0].uncertainty == Distance(metres: 5000))
    #expect(content.countries.map(\.label) == ["Iran"])
    let reading = try Self.reading(content)
    #expect(reading.elements.contains { $0.layer == "areas-meant" && $0.name == "path" })
  }

  @Test func aPolygonAroundThePoleIsFilled() throws {
    let around = stride(from: -180.0, through: 180, by: 30).map { ($0, -70.0) }
    for ring in [
      around + [(180, -90), (-180, -90), (-180, -70)], stride(from: -180.0, through: 180, by: 30).map { ($0, -70.0) },
    ] {
      let order = RingOrder([[Self.ring(ring)]])
      #expect(!order.holdsNorthPole)
      for region in [HorizonRegion(centre: Coordinate(longitude: 40, latitude: -85), reach: 30)] {
        let clipped = region.clip(rings: order.rings, holdsNorthPole: order.holdsNorthPole)
        #expect(SphereArea.contains(Coordinate(longitude: 3, latitude: -80), in: clipped, holdsNorthPole: false))
      }
      // Nothing is drawn along the antimeridian.
      for line in order.outlines {
        for (a, b) in zip(line, line.dropFirst()) { #expect(abs(a.latitude - b.latitude) < 0.01) }
      }
    }
  }

  @Test func aRingTheWrongWayRoundMeansTheSame() {
    let square = Self.ring([(10, 50), (11, 50), (11, 51), (10, 51), (10, 50)])
    let (right, wrong) = (RingOrder([[square]]), RingOrder([[square.reversed()]]))
    for order in [right, wrong] {
      #expect(SphereArea.contains(Coordinate(longitude: 10.5, latitude: 50.5), in: order.rings))
      #expect(
        HorizonRegion(centre: Coordinate(longitude: 10.5, latitude: 50.5), reach: 0.1).clip(rings: order.rings).count
          == 1)
    }
  }

  @Test func nothingAndNonsenseAreTaken() throws {
    #expect(try Self.reading(MapContent(FeatureCollection([]))).isWellFormed)
    let collection = FeatureCollection([
      Self.feature(Self.point(.nan, 95)), Self.feature(.multiPoint([])), Self.feature(.polygon([])),
      Self.feature(.polygon([[]])), Self.feature(.lineString([])), Self.feature(.geometryCollection([])),
      Self.feature(Self.point(5, 50), [("stroke-width", .double(.infinity)), ("marker-color", "url(x)")]),
    ])
    let reading = try Self.reading(MapContent(collection))
    #expect(reading.isWellFormed)
    #expect(reading.elements.filter { $0.layer == "points" && $0.name == "circle" }.count == 1)
  }

  @Test func aHundredThousandPointsDoNotHang() throws {
    var random = SplitMix64(seed: 7)
    #if DEBUG
      let count = 6_000
    #else
      let count = 100_000
    #endif
    let collection = FeatureCollection(
      (0..<count).map { _ in
        Self.feature(Self.point(random.unit() * 300 - 150, random.unit() * 120 - 60), [("title", "x")])
      })
    let start = ContinuousClock.now
    let svg = try MapSheet(MapContent(collection), basemap: SampleJobs.basemap()).svg()
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(svg.utf8.count < 2_000_000)
  }

  @Test func distancesAreGeodesicsWithTheirLength() throws {
    var content = MapContent(title: "Far", sites: [])
    content.distances = [
      MapDistanceLine(
        from: Coordinate(longitude: -0.1, latitude: 51.5), to: Coordinate(longitude: 139.7, latitude: 35.7))
    ]
    content.rings = [
      MapRangeRings(centre: Coordinate(longitude: 60, latitude: 60), radii: [Distance(kilometres: 1500)])
    ]
    let reading = try Self.reading(content)
    let length = content.distances.map { Geodesic.wgs84.distance(from: $0.start, to: $0.end).kilometres }[0]
    let texts = reading.elements.filter { $0.layer == "labels" }.map(\.text)
    #expect(texts.contains(SheetWords.english.distance(length * 1000, in: .metric)))
    #expect(texts.contains("1,500 km"))
    let german = try Self.reading(content, MapOptions(language: "de-AT", units: .imperial))
    #expect(german.elements.contains { $0.layer == "labels" && $0.text == "932 mi" })
  }
}

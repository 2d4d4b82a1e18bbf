import Coordinates
import TestSupport
import Testing

@testable import GeoJSON

struct AntimeridianTests {
  private func area(_ geometry: Geometry) -> Double {
    switch geometry {
    case .polygon(let rings): rings.reduce(0) { $0 + RingArea.signed($1) }
    case .multiPolygon(let polygons): polygons.reduce(0) { $0 + area(.polygon($1)) }
    default: 0
    }
  }

  /// Whatever was cut is valid, and cutting it again changes nothing.
  private func expectValid(_ geometry: Geometry, _ location: SourceLocation = #_sourceLocation) {
    let faults = GeoJSONValidator(maximumDecimals: 15).faults(
      in: Array(GeoJSONWriter(decimals: 12).string(geometry).utf8))
    #expect(faults == [], "\(geometry)", sourceLocation: location)
    #expect(geometry.cutAtAntimeridian() == geometry, sourceLocation: location)
  }

  @Test func lineOfTheRFCIsCut() throws {
    let cut = Geometry.lineString(positions((170, 45), (-170, 45))).cutAtAntimeridian()
    #expect(cut == (try geometry(RFCExamples.cut[0])))
    #expect(Geometry.lineString(positions((170, 45), (190, 45))).cutAtAntimeridian() == cut)
  }

  @Test func polygonOfTheRFCIsCut() throws {
    let polygon = Geometry.polygon([positions((170, 40), (-170, 40), (-170, 50), (170, 50), (170, 40))])
    let cut = polygon.cutAtAntimeridian()
    expectValid(cut)
    guard case .multiPolygon(let polygons) = cut else {
      Issue.record("\(cut)")
      return
    }
    #expect(polygons.count == 2)
    #expect(area(cut) == 200)
    #expect(cut.bounds?.box == BoundingBox(west: 170, south: 40, east: -170, north: 50))
  }

  @Test func cutsKeepHeights() {
    let line = Geometry.lineString([
      Position(longitude: 179, latitude: 0, altitude: 100), Position(longitude: -177, latitude: 4, altitude: 500),
    ])
    #expect(
      line.cutAtAntimeridian()
        == .multiLineString([
          [Position(longitude: 179, latitude: 0, altitude: 100), Position(longitude: 180, latitude: 1, altitude: 200)],
          [
            Position(longitude: -180, latitude: 1, altitude: 200),
            Position(longitude: -177, latitude: 4, altitude: 500),
          ],
        ]))
  }

  @Test func linesThatTouchAreNotCut() {
    for line in [
      positions((170, 0), (180, 1), (170, 2)), positions((-180, 0), (-170, 1)),
      positions((180, 0), (180, 10), (179, 0)),
    ] { #expect(Geometry.lineString(line).cutAtAntimeridian() == .lineString(line)) }
    #expect(
      Geometry.lineString(positions((170, 0), (180, 0), (-170, 0))).cutAtAntimeridian()
        == .multiLineString([positions((170, 0), (180, 0)), positions((-180, 0), (-170, 0))]))
    #expect(
      Geometry.lineString(positions((-180, 0), (170, 0))).cutAtAntimeridian()
        == .lineString(positions((180, 0), (170, 0))))
  }

  @Test func longitudesBeyondAreBroughtBack() {
    #expect(
      Geometry.point(Position(longitude: 190, latitude: 1)).cutAtAntimeridian()
        == .point(Position(longitude: -170, latitude: 1)))
    #expect(
      Geometry.multiPoint(positions((-190, 1), (540, 2))).cutAtAntimeridian()
        == .multiPoint(positions((170, 1), (-180, 2))))
    #expect(
      Geometry.polygon([positions((190, 0), (200, 0), (200, 5), (190, 0))]).cutAtAntimeridian()
        == .polygon([positions((-170, 0), (-160, 0), (-160, 5), (-170, 0))]))
  }

  @Test func holesStayWithTheirParts() {
    let exterior = positions((160, -10), (-160, -10), (-160, 10), (160, 10), (160, -10))
    let across = positions((179, -1), (179, 1), (-179, 1), (-179, -1), (179, -1))
    let east = positions((-175, -1), (-175, 1), (-170, 1), (-170, -1), (-175, -1))
    let cut = Geometry.polygon([exterior, across, east]).cutAtAntimeridian()
    expectValid(cut)
    #expect(abs(area(cut) - (800 - 4 - 10)) < 1e-9)
    guard case .multiPolygon(let polygons) = cut else {
      Issue.record("\(cut)")
      return
    }
    #expect(polygons.map(\.count).sorted() == [1, 2])
  }

  @Test func ringsRoundAPoleGetAnEdgeAlongIt() {
    let north = stride(from: -180.0, to: 180, by: 30).map { Position(longitude: $0 + 7, latitude: 60) }
    for ring in [north + [north[0]], (north + [north[0]]).reversed()] {
      let cut = Geometry.polygon([ring]).cutAtAntimeridian()
      expectValid(cut)
      #expect(abs(area(cut) - 360 * 30) < 1e-9)
      #expect(cut.bounds?.box == BoundingBox(west: -180, south: 60, east: 180, north: 90))
    }
    let south = (north + [north[0]]).map { Position(longitude: $0.coordinate.longitude, latitude: -70) }
    let hole = (north + [north[0]]).map { Position(longitude: $0.coordinate.longitude, latitude: -80) }
    let belt = Geometry.polygon([south, hole]).cutAtAntimeridian()
    expectValid(belt)
    #expect(abs(area(belt) - 360 * 10) < 1e-9)
  }

  @Test func boxRoundTheWorldStays() {
    let world = Geometry.polygon([positions((-180, -90), (180, -90), (180, 90), (-180, 90), (-180, -90))])
    let cut = world.cutAtAntimeridian()
    expectValid(cut)
    #expect(area(cut) == 360 * 180)
    let turned = Geometry.polygon([positions((0, -90), (360, -90), (360, 90), (0, 90), (0, -90))]).cutAtAntimeridian()
    expectValid(turned)
    #expect(area(turned) == 360 * 180)
  }

  /// Stars round a point near the antimeridian: whatever their shape, cutting keeps their area and makes them valid.
  @Test func cuttingKeepsTheArea() {
    var random = SeededGenerator(seed: 2024)
    for _ in 0..<150 {
      let count = Int.random(in: 3...40, using: &random)
      let centre = Double.random(in: 170...190, using: &random)
      var ring = (0..<count).map { corner -> Position in
        let radius = Double.random(in: 1...30, using: &random)
        let (x, y) = Self.direction(Double(corner) / Double(count))
        let longitude = centre + radius * x
        return Position(longitude: longitude > 180 ? longitude - 360 : longitude, latitude: radius * y)
      }
      ring.append(ring[0])
      let cut = Geometry.polygon([ring]).cutAtAntimeridian().rightHanded()
      #expect(abs(area(cut) - abs(RingArea.signed(ring))) < 1e-9)
      expectValid(cut)
    }
  }

  /// A direction by the share of a turn, without trigonometry: on the boundary of a square, which will do for stars.
  private static func direction(_ share: Double) -> (Double, Double) {
    let side = share * 4
    let along = side - side.rounded(.down)
    return switch Int(side) {
    case 0: (1, along * 2 - 1)
    case 1: (1 - along * 2, 1)
    case 2: (-1, 1 - along * 2)
    default: (along * 2 - 1, -1)
    }
  }

  @Test func hostileLongitudesDoNotTrap() {
    for bad in [1e300, -1e300, 3601, .greatestFiniteMagnitude] {
      for geometry in [
        Geometry.point(Position(longitude: bad, latitude: 0)), .lineString(positions((0, 0), (bad, 0), (-bad, 1))),
        .polygon([positions((0, 0), (bad, 0), (-170, 1), (170, 5), (0, 0))]),
      ] {
        _ = GeoJSONWriter(boundingBoxes: .collectionAndFeatures).string(
          FeatureCollection([Feature(geometry: geometry)]))
        _ = geometry.bounds
      }
    }
  }
}

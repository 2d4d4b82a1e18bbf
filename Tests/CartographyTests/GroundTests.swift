import Coordinates
import Testing

@testable import Cartography

/// Land is where there is land and sea where there is sea, on frames of every size.
@Suite struct GroundTests {
  struct Place: Sendable {
    var longitude: Double
    var latitude: Double
    var isLand: Bool
  }

  static let places: [(name: String, content: MapContent, places: [Place])] = [
    (
      "arctic", SampleJobs.arctic,
      [
        Place(longitude: -40, latitude: 75, isLand: true), Place(longitude: 0, latitude: 89.5, isLand: false),
        Place(longitude: 110, latitude: 71.5, isLand: true), Place(longitude: -150, latitude: 75, isLand: false),
        Place(longitude: 40, latitude: 74, isLand: false),
      ]
    ),
    (
      "antarctic", SampleJobs.antarctic,
      [
        Place(longitude: 0, latitude: -89, isLand: true), Place(longitude: 100, latitude: -80, isLand: true),
        Place(longitude: -40, latitude: -74, isLand: false),
      ]
    ),
    (
      "pacific", SampleJobs.pacific,
      [
        Place(longitude: 178, latitude: -17.8, isLand: true), Place(longitude: -176, latitude: -15, isLand: false),
        Place(longitude: 179.9, latitude: -15.2, isLand: false),
      ]
    ),
    (
      "levant", SampleJobs.levant,
      [
        Place(longitude: 45, latitude: 31, isLand: true), Place(longitude: 34, latitude: 32.5, isLand: false),
        Place(longitude: 50, latitude: 34, isLand: true),
      ]
    ),
    (
      "world", SampleJobs.world,
      [
        Place(longitude: 20, latitude: 5, isLand: true), Place(longitude: -30, latitude: 0, isLand: false),
        Place(longitude: 179.7, latitude: 67.5, isLand: true), Place(longitude: -179.7, latitude: 67.3, isLand: true),
        Place(longitude: 180, latitude: 0, isLand: false),
      ]
    ),
  ]

  static var step: Double {
    #if DEBUG
      370
    #else
      61
    #endif
  }

  @Test(arguments: 0..<5) func landAndSea(job: Int) throws {
    let (name, content, places) = Self.places[job]
    let basemap = try SampleJobs.basemap()
    let sites = content.sites.compactMap(\.coordinate)
    for width in stride(from: 280.0, through: 1500, by: Self.step) {
      let size = (width: width, height: (width * 0.7).rounded())
      let view = try MapView.fitting(sites, size: size, margin: size.height * 0.11, chosen: nil)
      let plane = try view.plane(in: PixelBox(x: 0, y: 0, width: size.width, height: size.height))
      let land = plane.area(BasemapReader(basemap, metresPerPixel: view.metresPerPixel, view: nil).land())
      for place in places {
        let coordinate = Coordinate(longitude: place.longitude, latitude: place.latitude)
        guard let point = plane.point(coordinate), plane.frame.contains(point) else { continue }
        #expect(Self.isInside(point, land) == place.isLand, "\(name), \(width) px: \(coordinate)")
      }
    }
  }

  /// By the even-odd rule, as renderers fill.
  static func isInside(_ point: PixelPoint, _ rings: [[PixelPoint]]) -> Bool {
    var inside = false
    for ring in rings {
      guard var previous = ring.last else { continue }
      for next in ring {
        if (previous.y > point.y) != (next.y > point.y),
          point.x < previous.x + (point.y - previous.y) / (next.y - previous.y) * (next.x - previous.x)
        {
          inside.toggle()
        }
        previous = next
      }
    }
    return inside
  }

  /// Fiji's coast crosses the antimeridian, where the source stops at ±179.9°. Of islets that it cuts there, straight pieces of coast
  /// remain, none of them long enough to be taken for a border.
  @Test func fijiHasNoFalseBorder() throws {
    let basemap = try SampleJobs.basemap()
    var steps: [String] = []
    for index in basemap.country(try #require(basemap.country(code: "FJ"))).rings {
      for reference in basemap.arcs(of: basemap.ring(index)) {
        let line = basemap.line(ofArc: reference.arc, level: 0)
        for (a, b) in zip(line, line.dropFirst()) {
          let onEdge = [a, b].allSatisfy { abs(abs($0.longitude.remainder(dividingBy: 360)) - 179.9) < 0.0002 }
          if onEdge, abs(a.latitude - b.latitude) > 0.15 { steps.append("\(a) to \(b)") }
        }
      }
    }
    #expect(steps.isEmpty, "\(steps)")
  }

  @Test func lakesAndRiversAreDrawn() throws {
    let waters = try SampleJobs.waters()
    try waters.verify()
    #expect(waters.lakeCount > 5000 && waters.riverCount > 5000 && waters.named().count > 300)
    let lakes = waters.lakes(within: 3000, leastArea: 10, in: nil)
    func isLake(_ longitude: Double, _ latitude: Double) -> Bool {
      SphereArea.contains(
        Coordinate(longitude: longitude, latitude: latitude), in: lakes)
    }
    #expect(isLake(33, -1) && isLake(-86.8, 43.5) && isLake(107, 53) && isLake(35.59, 32.82))
    #expect(!isLake(30, 0) && !isLake(51, 42) && !isLake(-100, 40))
    // Manitoulin is an island in Lake Huron.
    #expect(!isLake(-82.2, 45.75) && isLake(-82.2, 45.3))
    let nile = BoundingBox(west: 31, south: 24, east: 34, north: 27)
    #expect(!waters.rivers(within: 1000, in: nile) { $0 == 1 }.isEmpty)
  }
}

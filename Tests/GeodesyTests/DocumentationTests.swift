import Coordinates
import Geodesy
import Testing

/// Every line of Swift in the module's documentation stands in this file too, in the same order, and is run here.
@Suite struct DocumentationTests {
  @Test func `snippets run and give what they say`() throws {
    let isfahan = Coordinate(longitude: 51.674722, latitude: 32.6525)
    let tehran = Coordinate(longitude: 51.388889, latitude: 35.689167)
    let way = Geodesic.wgs84.inverse(from: isfahan, to: tehran)
    let far = way.distance.formatted(in: .kilometres)
    let course = CompassPoint(nearest: way.initialBearing).words
    let there = Geodesic.wgs84.direct(from: isfahan, bearing: way.initialBearing, distance: way.distance).end
    #expect(far == "338 km" && course == "north")
    #expect(Geodesic.wgs84.distance(from: there, to: tehran).metres < 1e-8)

    let line = Geodesic.wgs84.line(from: isfahan, to: tehran)
    let every50km = line.positions(noFurtherApartThan: Distance(kilometres: 50))
    let ring = Geodesic.wgs84.circle(around: isfahan, radius: Distance(kilometres: 10))
    let disc = Geodesic.wgs84.measure(ring: ring).area.magnitude.formatted
    #expect(every50km.count == 8 && disc == "314 km²")

    let map = try Transformation("+proj=laea +lon_0=51 +lat_0=32")
    let point = try map.forward(isfahan)
    let place = try map.inverse(point)
    let mercator = try CRS("EPSG:3857")
    let south = mercator.areaOfUse?.box.south
    let web = try Transformation(to: mercator)
    let points = web.forward([isfahan, tehran])
    #expect(Geodesic.wgs84.distance(from: place, to: isfahan).metres < 0.01)
    #expect(south == -85.06 && points.allSatisfy(\.isFinite))

    let cities = [tehran, Coordinate(longitude: 52.53, latitude: 29.61), Coordinate(longitude: 50.88, latitude: 34.64)]
    let index = CoordinateIndex(cities)
    let nearest = index.nearest(2, to: isfahan)
    let around = index.neighbours(within: Distance(kilometres: 300), of: isfahan)
    #expect(nearest == [2, 0] && around.map(\.index) == [2])

    let square = try MGRS(parsing: "39S WS 632 129")
    let middle = square.centre
    let metre = try MGRS(isfahan).description
    #expect(Geodesic.wgs84.distance(from: middle, to: isfahan).metres < 150 && metre == "39SWS6327612965")
  }

  @Test func `documentation and this file agree`() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let own = try #require(SharedFile.read(#filePath)).map(Self.trimmed)
    let manual = try #require(SharedFile.read("/\(root)/Sources/Geodesy/Geodesy.docc/Geodesy.md"))
    var isCode = false
    var place = 0
    for line in manual {
      if line.hasPrefix("```") {
        isCode = line == "```swift"
      } else if isCode {
        let wanted = Self.trimmed(line)
        let found = own[place...].firstIndex(of: wanted)
        #expect(found != nil, "'\(wanted)' is not run here")
        place = found ?? place
      }
    }
    #expect(place > 0)
  }

  private static func trimmed(_ line: Substring) -> Substring { line.drop { $0 == " " } }
}

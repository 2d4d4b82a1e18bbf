import Coordinates
import DataFiles
import Testing

@testable import Cartography

@Suite struct BasemapTests {
  @Test func theCommittedFileIsWhole() throws {
    let basemap = try SampleJobs.basemap()
    try basemap.verify()
    #expect(basemap.countryCount > 230)
    for code in ["IL", "PS", "XK", "TW", "EH", "UA", "US", "FJ", "AQ"] { #expect(basemap.country(code: code) != nil) }
  }

  @Test func noLineRunsAlongTheAntimeridianOrThePole() throws {
    let basemap = try SampleJobs.basemap()
    var wrong: [String] = []
    for level in 0..<basemap.levelCount {
      for arc in 0..<basemap.arcCount {
        let line = basemap.line(ofArc: arc, level: level)
        for (a, b) in zip(line, line.dropFirst()) {
          if a.latitude < -89 || b.latitude < -89 { wrong.append("pole, level \(level): \(a)") }
          let fromEdge = [a, b].map { 180 - abs($0.longitude.remainder(dividingBy: 360)) }
          // A coast may cross the antimeridian, and a step may end on it; none follows it.
          let (width, height) = (abs(a.longitude - b.longitude), abs(a.latitude - b.latitude))
          if fromEdge[0] < 0.11, fromEdge[1] < 0.11, height > 0.15, height > 2 * width {
            wrong.append("level \(level): \(a) to \(b)")
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test func placesAreOnTheRightSideOfCoastAndBorder() throws {
    let basemap = try SampleJobs.basemap()
    let reader = BasemapReader(basemap, metresPerPixel: 500, view: nil)
    let land = reader.land()
    func isLand(_ longitude: Double, _ latitude: Double) -> Bool {
      SphereArea.contains(Coordinate(longitude: longitude, latitude: latitude), in: land)
    }
    #expect(
      isLand(51.67, 32.65) && isLand(179.5, 68) && isLand(-179.5, 67.5) && isLand(179.99, 68) && isLand(0, -89)
        && isLand(60, -80))
    #expect(!isLand(-160, 10) && !isLand(180, 60) && !isLand(0, 89) && !isLand(50.5, 42) && !isLand(-30, -60))
    func isIn(_ code: String, _ longitude: Double, _ latitude: Double) throws -> Bool {
      let country = basemap.country(try #require(basemap.country(code: code)))
      return SphereArea.contains(Coordinate(longitude: longitude, latitude: latitude), in: reader.loops(country.rings))
    }
    #expect(try isIn("IL", 35.21, 31.26) && isIn("PS", 34.3, 31.35) && isIn("SY", 36.29, 33.51))
    // The house's worldview: Crimea is drawn as Ukraine's, with a disputed line.
    #expect(try isIn("UA", 34.1, 45.2) && !isIn("RU", 34.1, 45.2))
    #expect(try isIn("SO", 44.06, 9.56) && isIn("CY", 33.6, 35.3) && isIn("RU", 179.99, 68))
    // Lesotho is a hole in South Africa.
    #expect(try isIn("LS", 28.2, -29.5) && !isIn("ZA", 28.2, -29.5))
  }

  @Test func aFileThatIsNoneIsRefusedWithASentence() throws {
    #expect(throws: DataFileError.self) { try Basemap(path: #filePath) }
    #expect(throws: DataFileError.self) { try Basemap(path: "/nowhere") }
  }
}

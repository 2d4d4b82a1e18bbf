import Coordinates
import Testing

/// What the module's documentation shows.
@Suite struct DocumentationTests {
  @Test func `snippets run and give what they say`() throws {
    let isfahan = try Coordinate(parsing: "32°39′09″N 51°40′29″E")
    let same = try Coordinate(parsing: "51.674722, 32.6525")
    let text = isfahan.degreesMinutesSeconds()
    #expect(abs(isfahan.longitude - same.longitude) < 1e-6 && text == "32°39′09″N 51°40′29″E")

    do {
      _ = try Coordinate(parsing: "-33.9,151.2")
      Issue.record("latitude 151.2 was taken")
    } catch {
      #expect(error.description.hasSuffix("Longitude comes first: write 151.2,-33.9 for Sydney."))
    }

    let fiji = BoundingBox(enclosing: [
      Coordinate(longitude: 177.3, latitude: -18.0), Coordinate(longitude: -179.9, latitude: -16.8),
    ])
    #expect(fiji?.crossesAntimeridian == true)
  }
}

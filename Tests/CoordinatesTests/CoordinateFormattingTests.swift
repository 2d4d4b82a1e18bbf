import Coordinates
import Testing

@Suite struct CoordinateFormattingTests {
  @Test(
    arguments: [
      (51.674722, 32.6525, 0, "32°39′09″N 51°40′29″E"), (-58.3816, -34.6037, 1, "34°36′13.3″S 58°22′53.8″W"),
      (0, 0, 0, "0°00′00″N 0°00′00″E"), (-1e-9, -1e-9, 0, "0°00′00″N 0°00′00″E"),
      (179.999999, 89.999999, 0, "90°00′00″N 180°00′00″E"), (9.99999, 5.016666666, 2, "5°01′00.00″N 9°59′59.96″E"),
    ] as [(Double, Double, Int, String)])
  func `degrees, minutes, seconds`(longitude: Double, latitude: Double, places: Int, text: String) {
    #expect(Coordinate(longitude: longitude, latitude: latitude).degreesMinutesSeconds(places: places) == text)
  }

  @Test(
    arguments: [
      (51.6747222222, -32.65, 6, "51.674722,-32.650000"), (-0.0000001, 0.0000006, 6, "0.000000,0.000001"),
      (5.5, 4.4, 0, "6,4"),
    ] as [(Double, Double, Int, String)])
  func `decimal degrees`(longitude: Double, latitude: Double, places: Int, text: String) {
    #expect(Coordinate(longitude: longitude, latitude: latitude).decimalDegrees(places: places) == text)
  }

  @Test func `any two numbers have a text`() {
    let odd = Coordinate(longitude: .nan, latitude: -.infinity)
    #expect(odd.decimalDegrees() == "nan,-inf")
    #expect(odd.degreesMinutesSeconds() == "-inf nan")
    #expect(Coordinate(longitude: 1e300, latitude: 0).degreesMinutesSeconds() == "0°00′00″N 1e+300")
  }
}

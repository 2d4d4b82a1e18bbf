import Geodesy
import Testing

@Suite struct CompassPointTests {
  @Test(arguments: CompassPoint.allCases) func `what is written reads back`(point: CompassPoint) {
    #expect(CompassPoint(parsing: point.abbreviation) == point)
    #expect(CompassPoint(parsing: point.words) == point)
    #expect(CompassPoint(nearest: point.bearing) == point)
    #expect(CompassPoint(nearest: Angle(degrees: point.bearing.degrees + 11.2)) == point)
    #expect(CompassPoint(nearest: Angle(degrees: point.bearing.degrees - 11.2)) == point)
  }

  @Test(
    arguments: [
      ("NE", .northEast), ("ne", .northEast), ("N.E.", .northEast), ("north-east", .northEast),
      ("northeast", .northEast),
      ("North East", .northEast), ("north–east", .northEast), ("northeastern", .northEast),
      ("north-easterly", .northEast),
      ("southwards", .south), ("north-northeast", .northNorthEast), ("NNE", .northNorthEast), ("WEST", .west),
      ("west by north", nil), ("", nil), ("nort", nil), ("eastnorth", nil), ("nördlich", nil), ("NE1", nil),
    ] as [(String, CompassPoint?)])
  func `words and abbreviations`(text: String, point: CompassPoint?) {
    #expect(CompassPoint(parsing: text) == point)
  }
}

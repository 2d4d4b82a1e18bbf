import Testing

@testable import DatelineCommand

@Suite(.serialized) struct DistanceCommandTests {
  private let command: Command

  init() throws { command = try Command() }

  /// The distance is that of PROJ's `geod` on WGS 84.
  @Test func aMatrixOfGeodesicsIsPrinted() throws {
    let outcome = try command.run(["distance", "Isfahan", "Arad, IL", "--", "-74.006,40.7143"])
    #expect(outcome.status == 0)
    #expect(outcome.complaints == "")
    #expect(outcome.output == Self.expected)
  }

  private static let expected = """
    SITE                          LON      LAT
    Isfahan          Iran     51.6775  32.6522
    Arad             Israel   35.2128  31.2588
    -74.006,40.7143          -74.0060  40.7143

    FROM \\ TO                  Isfahan              Arad     -74.006,40.7143
    Isfahan                          –  1562.6 km 269° W  10159.0 km 322° NW
    Arad               1562.6 km 80° E                 –   9227.7 km 314° NW
    -74.006,40.7143  10159.0 km 43° NE  9227.7 km 54° NE                   –

    """

  @Test func anUnknownPlaceIsNamed() throws {
    let outcome = try command.run(["distance", "Isfahan", "Nowhereville"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.complaints == "dateline: no place called 'Nowhereville' is known\n")
  }

  @Test func coordinatesNeedNoGazetteer() throws {
    let outcome = try command.run(["distance", "0,0", "0,0"], environment: ["DATELINE_GAZETTEER": "/none"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("–"))
  }

  @Test(
    arguments: [
      ("51.68,32.65", 51.68, 32.65), ("-180,-90", -180, -90), (" 1 , 2 ", 1, 2), ("1e1,2", 10, 2),
    ] as [(String, Double, Double)]) func coordinatesAreLongitudeAndLatitude(
      text: String, longitude: Double, latitude: Double
    ) throws
  {
    let coordinate = try #require(DistanceCommand.coordinate(text))
    #expect(coordinate.longitude == longitude)
    #expect(coordinate.latitude == latitude)
  }

  @Test(arguments: ["", ",", "1", "1,", "1,2,3", "Arad, IL", "181,0", "0,91", "nan,0", "inf,0", "1;2"])
  func whatIsNoCoordinateIsAName(text: String) { #expect(DistanceCommand.coordinate(text) == nil) }
}

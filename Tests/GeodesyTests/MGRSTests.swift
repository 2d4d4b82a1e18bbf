import Coordinates
import Geodesy
import TestSupport
import Testing

@Suite struct MGRSTests {
  /// By GEOTRANS (NGA), at one metre.
  @Test(
    arguments: [
      (51.674722, 32.6525, "39SWS6327612965"), (-58.3816, -34.6037, "21HUB7331770036"),
      (2.3522, 48.8566, "31UDQ5248211717"),
      (5, 60, "32VKM7697958157"), (2.999, 60, "31VDG9994451411"), (10, 78, "33XUG8408563320"),
      (25, 73, "35XMB3474301569"),
      (8.9, 72.1, "31XGA0211009999"), (0, 0, "31NAA6602100000"), (-0.0001, -0.0001, "30MZE3396799988"),
      (-180, 0.5, "01NAA6603455341"), (179.9999, -0.5, "60MZE3395444658"), (45, 89, "ZAG7850721492"),
      (-135, 85, "YUL0723292767"), (-10, -85, "AZT0354547018"), (100, -81, "BPL8598026145"), (0, -90, "BAN0000000000"),
      (0, 90, "ZAH0000000000"), (30, 83.99, "35XNP3505227890"), (30, 84.01, "ZFB3280723560"),
      (-70, -79.99, "19CDM8059619363"), (-70, -80.01, "AKR5521880269"), (151.2093, -33.8688, "56HLH3436850948"),
      (139.6917, 35.6895, "54SUE8162250298"), (-155.5, 19.5, "05QKB3760558064"),
    ] as [(Double, Double, String)])
  func `as GEOTRANS has it`(longitude: Double, latitude: Double, text: String) throws {
    let place = Coordinate(longitude: longitude, latitude: latitude)
    let square = try MGRS(place)
    #expect(square.description == text)
    let read = try MGRS(parsing: text)
    #expect(read == square)
    #expect(Geodesic.wgs84.distance(from: read.centre, to: place).metres < 0.75)
  }

  @Test func `fewer digits are larger squares around the place`() throws {
    let place = Coordinate(longitude: 51.674722, latitude: 32.6525)
    let squares = try (0...5).map { try MGRS(place, digits: $0) }
    #expect(
      squares.map(\.description) == [
        "39SWS", "39SWS61", "39SWS6312", "39SWS632129", "39SWS63271296", "39SWS6327612965",
      ])
    #expect(squares.map(\.side.metres) == [100_000, 10_000, 1000, 100, 10, 1])
    for square in squares {
      #expect(Geodesic.wgs84.distance(from: square.centre, to: place).metres < square.side.metres * 0.75)
      #expect(try MGRS(parsing: square.description) == square)
    }
  }

  @Test(arguments: ["39S WS 63276 12965", "39sws6327612965", " 39 S WS 6327612965\n"])
  func `spaces and case do not matter`(text: String) throws {
    #expect(try MGRS(parsing: text).description == "39SWS6327612965")
  }

  @Test(
    arguments: [
      ("", .notAReference("")), ("39S", .notAReference("39S")), ("61SWS11", .notAReference("61SWS11")),
      ("39IWS11", .notAReference("39IWS11")), ("39SWO11", .notAReference("39SWO11")),
      ("39SWS123", .notAReference("39SWS123")),
      ("SWS12", .notAReference("SWS12")), ("39SWS123456123456", .notAReference("39SWS123456123456")),
      ("51.67,32.65", .notAReference("51.67,32.65")), ("39SÄS11", .notAReference("39SÄS11")),
      ("39SAS11", .noSuchSquare("AS", in: "39SAS11")), ("39SWW11", .noSuchSquare("WW", in: "39SWW11")),
      ("39SWF11", .noSuchSquare("WF", in: "39SWF11")), ("ZIA11", .notAReference("ZIA11")),
      ("ZKA11", .noSuchSquare("KA", in: "ZKA11")),
    ] as [(String, MGRSError)])
  func `what is no reference says why`(text: String, error: MGRSError) {
    #expect(throws: error) { try MGRS(parsing: text) }
  }

  @Test func `errors say what to write`() {
    #expect(
      MGRSError.notAReference("39S").description
        == "Expected an MGRS reference, found '39S'. Write zone, band, square and as many digits east as north, as in 39S WS 6327 1296."
    )
    #expect(
      MGRSError.noSuchSquare("AS", in: "39SAS11").description
        == "Expected a square of that zone and band, found 'AS' in '39SAS11'. Check its letters; 39S has WS, for one.")
    #expect(throws: MGRSError.self) { try MGRS(Coordinate(longitude: 0, latitude: 91)) }
  }

  @Test func `any notation`() throws {
    #expect(try Coordinate(parsingAnyNotation: "39SWS6327612965") == MGRS(parsing: "39SWS6327612965").centre)
    #expect(try Coordinate(parsingAnyNotation: "51.5,32.25") == Coordinate(longitude: 51.5, latitude: 32.25))
    #expect(try Coordinate(parsingAnyNotation: "32N 51E") == Coordinate(longitude: 51, latitude: 32))
    #expect(throws: CoordinateParseError.self) { try Coordinate(parsingAnyNotation: "Isfahan") }
  }

  @Test func `every place on Earth has a square that reads back`() throws {
    var numbers = SeededGenerator(seed: 13)
    for _ in 0..<400 {
      let place = numbers.coordinate()
      let square = try MGRS(place)
      #expect(Geodesic.wgs84.distance(from: square.centre, to: place).metres < 0.75, "seed 13: \(place)")
      #expect(try MGRS(parsing: square.description) == square, "seed 13: \(place)")
    }
  }
}

import Coordinates
import TestSupport
import Testing

@Suite struct CoordinateParsingTests {
  private static let isfahan = Coordinate(
    longitude: 51 + 40 / 60.0 + 29 / 3600.0, latitude: 32 + 39 / 60.0 + 9 / 3600.0)

  @Test(arguments: [
    "32°39′09″N 51°40′29″E", "32 39 9 N, 51 40 29 E", "51 40 29 E, 32 39 9 N", "51 40 29 E 32 39 9 N",
    "N 32 39 9 E 51 40 29", "N32°39'9\" E51°40'29\"", "32°39'9''N 51°40'29''E",
    "32:39:09N 51:40:29E", "32-39-09N 51-40-29E", "323909N 0514029E", "N323909 E0514029",
    "32d39'9\"N 51d40'29\"E", "32°39.15′N 51°40.483333333333′E", "32 39.15 n / 51 40.483333333333 e",
    "32 deg 39' 9\" North, 51 deg 40' 29\" East", "lat 32 39 9 lon 51 40 29", "(51°40′29″E; 32°39′09″N)",
    "Latitude: 32°39′09″N Longitude: 51°40′29″E", "32º 39ʹ 09ʺ N 51º 40ʹ 29ʺ E", " 32.6525N\t51.674722222222E ",
    "51.674722222222,32.6525", "51.674722222222 32.6525", "+51.674722222222, +32.6525", "51.674722222222;32.6525",
    "E51.674722222222N32.6525", "51.674722222222E32.6525N", "32.6525°N, 51.674722222222°E",
    "N. 32.6525 E. 51.674722222222",
  ])
  func `one place, written in many ways`(text: String) throws {
    let read = try Coordinate(parsing: text)
    #expect(abs(read.longitude - Self.isfahan.longitude) < 1e-11, "\(text)")
    #expect(abs(read.latitude - Self.isfahan.latitude) < 1e-11, "\(text)")
  }

  @Test(
    arguments: [
      ("-58.3816,-34.6037", -58.3816, -34.6037),
      ("−58.3816 −34.6037", -58.3816, -34.6037),
      ("34.6037S 58.3816W", -58.3816, -34.6037),
      ("lon -58.3816 lat -34.6037", -58.3816, -34.6037),
      ("34 36 S, 58 22 48 W", -58.38, -34.6),
      ("0,0", 0, 0), ("-0,0", 0, 0), ("180,90", 180, 90), ("-180,-90", -180, -90),
      ("1e-05,-2.5e-07", 1e-5, -2.5e-7), (".5,.25", 0.5, 0.25), ("5.,2.", 5, 2),
      ("0530N 00430W", -4.5, 5.5), ("0530.6N 00430W", -4.5, 5.51), ("90N 0E", 0, 90),
    ] as [(String, Double, Double)])
  func `signs, letters and extremes`(text: String, longitude: Double, latitude: Double) throws {
    let read = try Coordinate(parsing: text)
    #expect(abs(read.longitude - longitude) < 1e-12, "\(text)")
    #expect(abs(read.latitude - latitude) < 1e-12, "\(text)")
  }

  @Test(
    arguments: [
      ("", .empty), (" \n", .empty),
      ("Paris", .unexpected("Paris", in: "Paris")),
      ("51.67 x 32", .unexpected("x", in: "51.67 x 32")),
      ("51%2C32", .unexpected("%", in: "51%2C32")),
      ("--5,3", .unexpected("-", in: "--5,3")),
      ("51.67", .wrongCount(1, in: "51.67")), ("1,2,3", .wrongCount(3, in: "1,2,3")),
      ("N E", .wrongCount(0, in: "N E")),
      ("51°40′, 32°39′", .hemisphereMissing(in: "51°40′, 32°39′")),
      ("51.67°, 32.65°", .hemisphereMissing(in: "51.67°, 32.65°")),
      ("32N, 51", .hemisphereMissing(in: "32N, 51")),
      ("32N 51S", .twice(.latitude, in: "32N 51S")), ("32E 51W", .twice(.longitude, in: "32E 51W")),
      ("-32S 51E", .signAndHemisphere(in: "-32S 51E")),
      ("32°60′N 51°E", .notSexagesimal(in: "32°60′N 51°E")), ("32.5°30′N 51°E", .notSexagesimal(in: "32.5°30′N 51°E")),
      ("1 2 3 4 N 5 E", .notSexagesimal(in: "1 2 3 4 N 5 E")), ("32′39°N 51°E", .notSexagesimal(in: "32′39°N 51°E")),
      ("33709N 0514029E", .notSexagesimal(in: "33709N 0514029E")),
      ("33.9,-151.2", .outOfRange(.latitude, -151.2, in: "33.9,-151.2")),
      ("181E 5N", .outOfRange(.longitude, 181, in: "181E 5N")),
      (
        "1" + String(repeating: "0", count: 400) + ",1",
        .outOfRange(.longitude, .infinity, in: "1" + String(repeating: "0", count: 400) + ",1")
      ),
    ] as [(String, CoordinateParseError)])
  func `what is no coordinate says why`(text: String, error: CoordinateParseError) {
    #expect(throws: error) { try Coordinate(parsing: text) }
  }

  @Test(
    arguments: [
      (
        .empty,
        "Expected a coordinate, found nothing. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
      (
        .unexpected("Paris", in: "Paris 2"),
        "Expected a coordinate, found 'Paris' in 'Paris 2'. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
      (
        .wrongCount(1, in: "51"),
        "Expected a longitude and a latitude, found one number in '51'. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
      (
        .hemisphereMissing(in: "1°, 2°"),
        "Expected N or S and E or W beside the degrees, found none in '1°, 2°'. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
      (
        .twice(.latitude, in: "1N 2S"),
        "Expected a longitude and a latitude, found two latitudes in '1N 2S'. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
      (
        .signAndHemisphere(in: "-1W 2N"),
        "Expected a sign or one of N, S, E, W, found both in '-1W 2N'. Write 58.4W or -58.4, not both."
      ),
      (
        .notSexagesimal(in: "1°60′N 2E"),
        "Expected degrees, minutes and seconds below 60, only the last with a fraction, found '1°60′N 2E'. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
      (
        .outOfRange(.latitude, 151.2, in: "-33.9,151.2"),
        "Expected a latitude of -90 to 90, found 151.2 in '-33.9,151.2'. Longitude comes first: write 151.2,-33.9 for Sydney."
      ),
      (
        .outOfRange(.longitude, 190, in: "190,0"),
        "Expected a longitude of -180 to 180, found 190.0 in '190,0'. Write longitude,latitude as in 51.6747,32.6525, or 32°39′09″N 51°40′29″E."
      ),
    ] as [(CoordinateParseError, String)])
  func `errors say what was expected, found and how to write it`(error: CoordinateParseError, text: String) {
    #expect(error.description == text)
  }

  @Test func `what is formatted reads back`() throws {
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let place = numbers.coordinate()
      let exact = try Coordinate(parsing: place.description)
      #expect(exact == place, "seed 7: \(place)")
      let decimal = try Coordinate(parsing: place.decimalDegrees(places: 7))
      #expect(abs(decimal.longitude - place.longitude) < 0.6e-7 && abs(decimal.latitude - place.latitude) < 0.6e-7)
      let sexagesimal = try Coordinate(parsing: place.degreesMinutesSeconds(places: 2))
      #expect(abs(sexagesimal.longitude - place.longitude) < 2e-6 && abs(sexagesimal.latitude - place.latitude) < 2e-6)
    }
  }

  @Test func `no text makes it trap`() {
    let pieces = [
      "1", "23", "456", "7.5", ".", "-", "−", "+", "°", "′", "″", "'", "\"", "N", "s", "E", "w", "north", "lat", "lon",
      ":", ",", ";",
      "/", " ", "e-", "e-9", "1e400", "999999999999999999999", "0514029", "d", "ü", "é", "\u{0}", "🧭", "\u{200E}", "(",
      "NaN", "inf", "\r\n",
    ]
    fuzz(rounds: 5000) { random, seed in
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      guard let read = try? Coordinate(parsing: text) else { return }
      #expect(read.isValid, "seed \(seed): \(text)")
      // What was read can be written in every notation and read again.
      let degrees = try? Coordinate(parsing: read.decimalDegrees(places: 7))
      let sexagesimal = try? Coordinate(parsing: read.degreesMinutesSeconds(places: 3))
      for again in [degrees, sexagesimal] {
        let difference = again.map {
          max(abs($0.longitude - read.longitude), abs($0.latitude - read.latitude))
        }
        #expect((difference ?? 1) < 1e-6, "seed \(seed): \(text)")
      }
    }
  }
}

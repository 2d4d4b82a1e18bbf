import Geodesy
import Testing

@Suite struct DistanceTests {
  @Test(
    arguments: [
      (0, .kilometres, "0 m"), (0.4, .kilometres, "0 m"), (850.4, .kilometres, "850 m"), (999.4, .kilometres, "999 m"),
      (999.6, .kilometres, "1.0 km"), (3449, .kilometres, "3.4 km"), (9949, .kilometres, "9.9 km"),
      (9951, .kilometres, "10 km"), (34_400, .kilometres, "34 km"), (999_600, .kilometres, "1,000 km"),
      (4_126_499, .kilometres, "4,126 km"), (20_003_931, .kilometres, "20,004 km"), (-1500, .kilometres, "-1.5 km"),
      (100, .miles, "328 ft"), (160, .miles, "0.1 mi"), (804.672, .miles, "0.5 mi"), (193_121.28, .miles, "120 mi"),
      (3_000_000, .miles, "1,864 mi"), (100, .nauticalMiles, "100 m"), (4630, .nauticalMiles, "2.5 nmi"),
      (370_400, .nauticalMiles, "200 nmi"), (12_345.6, .metres, "12,346 m"), (.nan, .kilometres, "nan km"),
    ] as [(Double, DistanceUnit, String)])
  func `written for readers`(metres: Double, unit: DistanceUnit, text: String) {
    #expect(Distance(metres: metres).formatted(in: unit) == text)
  }

  @Test(
    arguments: [
      ("30 km", 30_000), ("30", 30_000), ("18.5mi", 18.5 * 1609.344), ("250 m", 250), ("12 nautical miles", 22_224),
      (" 5 Kilometers ", 5000), ("2 NM", 3704), (".5 mile", 804.672), ("1e", nil), ("", nil), ("km", nil),
      ("-5 km", nil),
      ("5 parsec", nil), ("1.2.3 km", nil), ("1,000 km", nil),
    ] as [(String, Double?)])
  func `read from text`(text: String, metres: Double?) {
    if let metres {
      #expect((try? Distance(parsing: text))?.metres == metres)
    } else {
      #expect(throws: DistanceParseError(text: text)) { try Distance(parsing: text) }
    }
  }

  @Test func `the error says what to write`() {
    #expect(
      DistanceParseError(text: "far").description
        == "Expected a distance, found 'far'. Write a number and km, mi, nmi or m, as in 30 km.")
  }

  @Test func `units convert both ways`() {
    #expect(Distance(kilometres: 1.5).metres == 1500)
    #expect(Distance(miles: 1).metres == 1609.344)
    #expect(Distance(nauticalMiles: 1).metres == 1852)
    for unit in DistanceUnit.allCases { #expect(unit.length.value(in: unit) == 1) }
    #expect(Distance(metres: 5) < Distance(kilometres: 1))
  }

  @Test(
    arguments: [
      (0, "0 m²"), (340.4, "340 m²"), (99_000, "99,000 m²"), (99_960, "0.1 km²"), (2_450_000, "2.5 km²"),
      (1_648_195e6, "1,648,195 km²"),
    ] as [(Double, String)])
  func areas(squareMetres: Double, text: String) {
    #expect(Area(squareMetres: squareMetres).formatted == text)
  }
}

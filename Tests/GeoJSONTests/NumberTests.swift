import TestSupport
import Testing

@testable import GeoJSON

struct NumberTests {
  private func read(_ literal: String) -> Double? {
    (try? GeoJSONReader().value(Array("[\(literal)]".utf8)))?.arrayValue?.first?.doubleValue
  }

  @Test func readsTheNearestDouble() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5_000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      #expect(read(double.description)?.bitPattern == double.bitPattern, "\(double)")
    }
    for _ in 0..<5_000 {
      let digits = UInt64.random(in: 0...(.max), using: &random) >> UInt64.random(in: 0...60, using: &random)
      let literal = "\(digits).\(random.next() % 10_000_000_000)e\(Int.random(in: -45...45, using: &random))"
      #expect(read(literal) == Double(literal), "\(literal)")
      let short = "\(digits)e\(Int.random(in: -30...30, using: &random))"
      #expect(read(short) == Double(short), "\(short)")
    }
  }

  @Test(arguments: [
    "9007199254740993.0", "9007199254740992.9999999999999999999999999", "2.2250738585072011e-308", "4.9e-324",
    "1.7976931348623157e308", "0.000000000000000000000000000000000000000000001e45", "123456789012345678901234567890.5",
    "9223372036854775807.5", "18446744073709551615.0", "18446744073709551616.0", "1e23", "8.5e22", "-5e-1",
  ])
  func readsHardNumbers(literal: String) {
    #expect(read(literal) == Double(literal))
  }

  private func fixed(_ number: Double, _ decimals: Int) -> String {
    var output = JSONOutput(decimals: decimals)
    output.coordinate(number)
    return output.string
  }

  @Test(arguments: [
    (0.0, 7, "0"), (-0.0, 7, "0"), (-0.000_000_01, 7, "0"), (51.678_901_23, 7, "51.6789012"),
    (-179.999_999_99, 7, "-180"),
    (0.1, 15, "0.1"), (1.5, 0, "2"), (0.5, 0, "1"), (100, 7, "100"), (1e-7, 7, "0.0000001"), (123.45, 1, "123.5"),
    (1e12, 7, "1000000000000"), (.leastNonzeroMagnitude, 7, "0"), (1e300, 7, "1e+300"),
    (12.345_678_901_234_567, 15, "12.345678901234567"),
  ])
  func writesFixedDecimals(number: Double, decimals: Int, text: String) {
    #expect(fixed(number, decimals) == text)
  }

  @Test func fixedDecimalsAreStable() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let number = Double.random(in: -180...180, using: &random)
      let text = fixed(number, 7)
      let back = read(text) ?? .nan
      #expect(abs(back - number) <= 0.500_000_1e-7)
      #expect(fixed(back, 7) == text)
      #expect(!text.contains(".") || text.last != "0")
    }
  }

  private func shortest(_ number: Double) -> String { GeoJSONWriter().string(JSONValue.double(number)) }

  @Test func shortestDigitsReadBackTheSame() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let exact = Double(bitPattern: random.next())
      if exact.isFinite { #expect(read(shortest(exact))?.bitPattern == exact.bitPattern) }
      let short = Double(Int.random(in: -9_999_999...9_999_999, using: &random)) / 1000
      #expect(read(shortest(short)) == short)
      #expect(shortest(short).utf8.count <= short.description.utf8.count)
    }
  }

  @Test(arguments: [
    (0.1, "0.1"), (32, "32"), (-0.0, "-0"), (1e-5, "0.00001"), (1e15, "1000000000000000"), (1e16, "1e+16"),
    (1.0 / 3, "0.3333333333333333"),
    (.nan, "null"), (.infinity, "null"), (-1_234.5, "-1234.5"), (999_999_999_999_999, "999999999999999"),
  ])
  func writesShortestDigits(number: Double, text: String) {
    #expect(shortest(number) == text)
  }

  @Test func integersAreWritten() {
    for int in [0, 7, -7, 10, 99, 100, 12_345, .max, .min] {
      #expect(GeoJSONWriter().string(JSONValue.int(int)) == "\(int)")
    }
  }

  @Test(arguments: ["1,2", "", "-", "01", "1e", "abc", "1 ", "[1]"])
  func decimalsThatAreNoNumberAreNull(digits: String) {
    #expect(GeoJSONWriter().string(JSONValue.decimal(digits)) == "null")
  }
}

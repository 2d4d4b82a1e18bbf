import Foundation

/// Samples of a reader's input, and the damage done to them.
struct FuzzSamples {
  private let samples: [[UInt8]]
  private static let longest = 1 << 16

  /// What readers may stumble over: signs of their grammars, ends of numbers' ranges, marks, odd spaces.
  private static let words: [[UInt8]] =
    [
      "\"", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "null", "1e999", "-0", "9223372036854775808", "0x1",
      "18446744073709551615", "-9223372036854775808", "99999999999999999999", "1e-400", "NaN", "180", "-180.0000001",
      "90", "\t", "\r\n", "\n\n", "\u{FEFF}", "\u{2028}", "\u{301}", "\u{202E}", "\u{200D}", "👩‍👩‍👧", "ß", "İ", "ﬁ",
      "https://example.org/2024/02/30/", "30 February", "31 April 0000", "next Monday", "\u{AD}", "A.B.", "in", "(",
      "N", "°", "′", "″", "47°60'61\"N", "Z", "<!--", "]]>", "&#x0;", "=cmd", "'", "'''", "\u{1E}", "-", "--",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  /// - Parameters:
  ///   - folder: files are samples; it may be missing where the reader brings its own.
  init(folder: String, own: [[UInt8]]) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
    samples = try own + names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))) }
    guard !samples.isEmpty else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: folder]) }
  }

  var count: Int { samples.count }

  /// Each sample as it is, first; then damaged ones.
  func input(round: UInt64) -> [UInt8] {
    if round > 0, round <= UInt64(samples.count) { return samples[Int(round) - 1] }
    var random = SplitMix(state: round)
    var bytes = samples[random.below(samples.count)]
    for _ in 0...random.below(6) { damage(&bytes, &random) }
    return bytes
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let place = random.below(bytes.count + 1)
    let length = min(random.below(1 << random.below(12)) + 1, bytes.count - place)
    let large = bytes.count > Self.longest
    switch random.below(9) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < bytes.count: bytes[place] = UInt8(random.below(256))
    case 2: if !large { bytes.insert(contentsOf: Self.words[random.below(Self.words.count)], at: place) }
    case 3: bytes.removeSubrange(place..<place + length)
    case 4: if !large { bytes.insert(contentsOf: bytes[place..<place + length], at: random.below(bytes.count + 1)) }
    case 5:
      let part = Array(bytes[place..<place + length].prefix(64))
      let times = min(random.below(1 << random.below(11)), (Self.longest - min(bytes.count, Self.longest)) / 64)
      bytes.insert(contentsOf: (0..<times).flatMap { _ in part }, at: place)
    case 6:
      let other = samples[random.below(samples.count)]
      guard !large, other.count <= Self.longest else { return }
      bytes.replaceSubrange(place..., with: other[random.below(other.count + 1)...])
    case 7: if random.below(4) == 0 { bytes.removeSubrange(place...) }
    default:
      // a number of two, four or eight bytes, near the ends of its range
      let size = 2 << random.below(3)
      guard place + size <= bytes.count else { return }
      let value = [0, 1, .max, .max - 1, 1 << 31, 1 << 63, UInt64(bytes.count)][random.below(7)]
      for byte in 0..<size { bytes[place + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte)) }
    }
  }
}

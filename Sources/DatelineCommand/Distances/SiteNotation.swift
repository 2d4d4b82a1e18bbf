import Coordinates
import Geodesy

/// Tells coordinates from names, as people write both on a command line.
enum SiteNotation {
  /// The coordinate that a text gives: `lon,lat`, degrees with letters or signs, a reference of the Military Grid; nil where it is
  /// a name.
  /// - Throws: an ``InputFailure`` where a text can be nothing but a coordinate, and is none.
  static func coordinate(_ text: String) throws(InputFailure) -> Coordinate? {
    // Every reference that is of use has digits; `Bam` and `Ayr` would be squares of the polar caps.
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    do {
      return try Coordinate(parsingAnyNotation: text)
    } catch {
      if isName(text), !(error is MGRSError) { return nil }
      throw InputFailure(error)
    }
  }

  /// Whether letters stand in it that no coordinate has.
  private static func isName(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic && !"nsewNSEW".unicodeScalars.contains($0) }
  }
}

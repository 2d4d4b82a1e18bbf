/// Making foreign text harmless in XML.
enum SVGText {
  /// With markup escaped, and without the characters that XML 1.0 forbids or that would turn the text around.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      default:
        if isAllowed(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A list of fonts, its apostrophes left for readability.
  static func escapedFonts(_ families: String) -> String {
    families.split(separator: "'", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "'")
  }

  /// As `escaped`, for what stands on the sheet before it is measured: control characters fall away, white space is single.
  static func cleaned(_ text: String) -> String {
    guard !isClean(text) else { return text }
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !result.isEmpty
      } else if isAllowed(scalar) {
        if pendingSpace { result.append(" ") }
        pendingSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether there are only printable ASCII characters with single spaces between: most texts, and quickly told.
  private static func isClean(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
    // Marks that override the direction of what follows, beyond the text itself.
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: !scalar.properties.isNoncharacterCodePoint
    }
  }
}

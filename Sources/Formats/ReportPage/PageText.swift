/// Foreign text as it may stand in a page.
enum PageText {
  /// For text and for values of attributes between quotation marks. Control characters become U+FFFD; marks that override the direction
  /// of what follows are left out.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A...0x202E, 0x2066...0x2069: continue
      case 0x7F..<0xA0: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return XMLText.escaped(String(scalars))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || [0x22, 0x26, 0x27, 0x3C, 0x3E].contains(byte)
  }

  /// An address that a page may link to: only the web's, and without white space or control characters. Nil for others.
  static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    let isWeb = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
    let isPlain = address.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && ![.control, .format].contains(scalar.properties.generalCategory)
    }
    return isWeb && isPlain ? address : nil
  }

  /// `12 %`
  static func percent(_ share: Double) -> String { "\(hundredths(share))\u{A0}%" }

  /// A share as whole hundredths, 0 ... 100.
  static func hundredths(_ share: Double) -> Int {
    share.isFinite ? Int((min(max(share, 0), 1) * 100).rounded()) : 0
  }

  /// `1,547,164`
  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// `4 sites`, `1 site`
  static func count(_ number: Int, _ noun: String) -> String { "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")" }
}

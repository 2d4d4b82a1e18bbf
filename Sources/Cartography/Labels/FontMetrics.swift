/// How wide text will be, from a table, so that a sheet lays out the same on every machine.
public struct FontMetrics: Sendable {
  /// The two weights that maps are set in.
  public enum Weight: Sendable, Hashable { case regular, bold }

  /// The families that a viewer should look for, the first of which have the table's widths.
  static let families = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif"

  /// Of the letters without ascenders and of capitals, as parts of the type size.
  static let xHeight = 0.52
  package static let capHeight = 0.72
  package static let descent = 0.21

  /// The width of one line in pixels.
  /// - Parameters:
  ///   - size: the type size in pixels.
  ///   - spacing: added after every letter but the last, in pixels.
  public static func width(_ text: String, size: Double, weight: Weight = .regular, spacing: Double = 0) -> Double {
    var units = 0
    var count = 0
    for scalar in text.unicodeScalars {
      units += advance(scalar, weight)
      if !isCombining(scalar) { count += 1 }
    }
    return Double(units) * size / 1000 + spacing * Double(max(count - 1, 0))
  }

  private static func advance(_ scalar: Unicode.Scalar, _ weight: Weight) -> Int {
    for run in weight == .bold ? FontWidths.bold : FontWidths.regular
    where scalar.value >= run.first && scalar.value < run.first + UInt32(run.widths.count) {
      let width = Int(run.widths[Int(scalar.value - run.first)])
      if width > 0 { return width }
    }
    if isCombining(scalar) { return 0 }
    switch scalar.value {
    // Half a width wide on purpose or by nature.
    case 0x2010...0x2015: return scalar.value == 0x2014 ? 1000 : 560
    case 0x2018...0x201F: return 340
    case 0x2026, 0x2030: return 1000
    case 0x2192, 0x2190: return 1000
    case 0x1E00...0x1EFF: return 620
    // Scripts written in squares.
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFF:
      return 1000
    case 0x0590...0x06FF, 0x0750...0x077F, 0xFB50...0xFEFC: return 600
    default: return 680
    }
  }

  /// False for scripts whose letters join, which no space may part.
  static func takesSpacing(_ text: String) -> Bool {
    !text.unicodeScalars.contains { (0x0600...0x08FF).contains($0.value) || (0x0900...0x109F).contains($0.value) }
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// The text broken into lines no wider than `width` pixels where there are spaces to break at.
  static func lines(_ text: String, width: Double, size: Double, weight: Weight = .regular, most: Int = .max)
    -> [String]
  {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if line.isEmpty || self.width(longer, size: size, weight: weight) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    lines = lines.map { shortened($0, width: width, size: size, weight: weight) }
    guard lines.count > most, most > 0 else { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines[..<(most - 1)] + [shortened(rest, width: width, size: size, weight: weight)]
  }

  /// The text, or as much of it as fits with an ellipsis.
  static func shortened(_ text: String, width: Double, size: Double, weight: Weight = .regular) -> String {
    guard self.width(text, size: size, weight: weight) > width else { return text }
    var characters = Array(text)
    while !characters.isEmpty, self.width(String(characters) + "…", size: size, weight: weight) > width {
      characters.removeLast()
    }
    while characters.last == " " { characters.removeLast() }
    return String(characters) + "…"
  }
}

import GeoJSON

/// Cells of comma-separated values.
enum CSVField {
  /// A cell by RFC 4180; a text that a spreadsheet would take for a formula begins with an apostrophe.
  static func text(_ text: String) -> String {
    let isFormula = text.utf8.first.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
    let safe = isFormula ? "'\(text)" : text
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Null is an empty cell; numbers stand as in JSON.
  static func value(_ value: JSONValue) -> String {
    if case .string(let text) = value { return self.text(text) }
    return value == .null ? "" : GeoJSONWriter().string(value)
  }
}

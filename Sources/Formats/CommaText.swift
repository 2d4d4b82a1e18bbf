import GeoJSON

/// Rows as comma-separated values by RFC 4180, made so that no spreadsheet takes a cell of text for a formula.
public struct CommaText: Sendable {
  private let columns: [RowColumn]

  /// Writes these columns, in this order.
  public init(columns: [RowColumn]) { self.columns = columns }

  /// The names of the columns.
  public var header: String { line(columns.map(\.name)) }

  /// The tags of the Humanitarian Exchange Language.
  public var tags: String { line(columns.map(\.hxl)) }

  /// The types of the columns as GDAL reads them beside a file (`.csvt`).
  public var types: String {
    columns.map { column in
      switch (column.name, column.kind) {
      case ("longitude", _): "CoordX"
      case ("latitude", _): "CoordY"
      case (_, .text): "String"
      case (_, .integer): "Integer"
      case (_, .real): "Real"
      case (_, .date): "Date"
      case (_, .time): "DateTime"
      }
    }.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
  }

  /// One row; what is null is empty.
  public func row(_ row: FlatRow) -> String {
    line(
      row.columns.map { member in
        switch member.value {
        case .string(let text): Self.harmless(text)
        case .null: ""
        default: GeoJSONWriter().string(member.value)
        }
      })
  }

  private func line(_ cells: [String]) -> String { cells.map(Self.quoted).joined(separator: ",") + "\r\n" }

  /// What begins like a formula gets an apostrophe, which spreadsheets do not show.
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, isFormula(first) else { return text }
    return "'\(text)"
  }

  /// The text of a cell as it was before ``harmless(_:)``.
  static func unquoted(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first, isFormula(second) else { return cell }
    return String(scalars.dropFirst())
  }

  private static func isFormula(_ scalar: Unicode.Scalar) -> Bool {
    ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(scalar)
  }

  private static func quoted(_ cell: String) -> String {
    let cell = String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
    let isPlain = !cell.unicodeScalars.contains { ["\"", ",", "\r", "\n"].contains($0) }
    guard !isPlain || cell.first == " " || cell.last == " " else { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}

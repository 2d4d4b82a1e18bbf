import Foundation

/// A table in a text file: rows of named fields.
struct DelimitedText {
  struct Malformed: Error, CustomStringConvertible {
    var path: String
    var line: Int
    var reason: String
    var description: String { "\(path):\(line): \(reason)" }
  }

  struct Row {
    var line: Int
    fileprivate var header: [String: Int]
    fileprivate var fields: [String]

    subscript(_ column: String) -> String { header[column].map { fields[$0] } ?? "" }

    /// The parts of a field between bars.
    func list(_ column: String) -> [String] {
      self[column].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
  }

  var columns: [String]
  var rows: [Row]

  /// Tab-separated, without quotes; lines that begin with `#` are comments.
  static func tabs(path: String) throws -> DelimitedText {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines: [(number: Int, fields: [String])] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      lines.append((number + 1, line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)))
    }
    return try DelimitedText(path: path, lines: lines)
  }

  /// Comma-separated as RFC 4180 has it.
  static func commas(path: String) throws -> DelimitedText {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var lines: [(number: Int, fields: [String])] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var line = 1
    var index = 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      switch (byte, quoted) {
      case (0x22, true) where index + 1 < bytes.count && bytes[index + 1] == 0x22:
        field.append(0x22)
        index += 1
      case (0x22, _): quoted.toggle()
      case (0x2C, false):
        fields.append(text())
        field.removeAll(keepingCapacity: true)
      case (0x0A, false):
        fields.append(text())
        lines.append((line, fields))
        (fields, field) = ([], [])
        line += 1
      case (0x0D, false): break
      default: field.append(byte)
      }
      index += 1
    }
    if !field.isEmpty || !fields.isEmpty { lines.append((line, fields + [text()])) }
    return try DelimitedText(path: path, lines: lines)
  }

  private init(path: String, lines: [(number: Int, fields: [String])]) throws {
    guard let head = lines.first else { throw Malformed(path: path, line: 1, reason: "the table is empty") }
    columns = head.fields
    var header: [String: Int] = [:]
    for (index, name) in head.fields.enumerated() { header[name] = index }
    rows = try lines.dropFirst().map { number, fields in
      guard fields.count == head.fields.count else {
        throw Malformed(
          path: path, line: number, reason: "\(fields.count) fields where \(head.fields.count) are wanted")
      }
      return Row(line: number, header: header, fields: fields)
    }
  }
}

import DataFiles

/// A table of comma-separated values (RFC 4180), row by row; the first row names the columns. Quoted fields may hold line feeds.
public struct CommaTable {
  /// The cells of a record and the line on which it begins, from 1.
  public struct Row {
    /// The number of its first line.
    public var line: Int
    fileprivate var header: [String: Int]
    fileprivate var fields: [String]

    /// How many fields it has.
    public var count: Int { fields.count }

    /// The text of a column by name; empty where there is none.
    public subscript(column: String) -> String {
      header[column].flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
    }
  }

  private let reader: LineReader
  private var header: [String: Int] = [:]
  /// The names of the columns, in lower case and without what stands around them.
  public private(set) var columns: [String] = []

  /// - Parameter names: other names for columns, in lower case (`longitude` for `lon`).
  public init(path: String, names: [String: String] = [:]) throws(DataFileError) {
    let reader = try LineReader(path: path)
    self.reader = reader
    guard var first = try Self.nextFields(of: reader)?.fields else {
      throw .unreadable(path: path, reason: "it is empty; the first line must name the columns")
    }
    if let text = first.first, text.hasPrefix("\u{FEFF}") { first[0] = String(text.unicodeScalars.dropFirst()) }
    columns = first.map { text in
      let name = text.lowercased().filter { !$0.isWhitespace }
      return names[name] ?? name
    }
    for (index, name) in columns.enumerated() where header[name] == nil { header[name] = index }
  }

  /// The next row; nil behind the last. Empty lines are no rows.
  public mutating func next() throws(DataFileError) -> Row? {
    while let row = try Self.nextFields(of: reader) {
      guard row.fields.count > 1 || row.fields.first?.isEmpty == false else { continue }
      return Row(line: row.line, header: header, fields: row.fields)
    }
    return nil
  }

  private static func nextFields(of reader: LineReader) throws(DataFileError) -> (line: Int, fields: [String])? {
    guard var line = try reader.next() else { return nil }
    let number = reader.line
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    while true {
      var index = 0
      while index < line.count {
        let byte = line[index]
        if byte == 0x22 {
          if isQuoted, index + 1 < line.count, line[index + 1] == 0x22 {
            field.append(0x22)
            index += 1
          } else {
            isQuoted.toggle()
          }
        } else if byte == 0x2C, !isQuoted {
          fields.append(String(decoding: field, as: UTF8.self))
          field.removeAll(keepingCapacity: true)
        } else {
          field.append(byte)
        }
        index += 1
      }
      // A quote that never ends takes no more than a megabyte with it.
      guard isQuoted, field.count < 1 << 20, let more = try reader.next() else { break }
      field.append(0x0A)
      line = more
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return (number, fields)
  }
}

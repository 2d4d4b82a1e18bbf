import DataFiles
import Language

/// A table of P-codes: columns `pcode`, `name`, `level` (0 country, 1, 2) and `parent` (the P-code of the unit above).
public struct CodeTable: Sendable {
  /// A unit with its P-code; `level` is 0 for countries, `parent` the P-code of the unit above or empty.
  public struct Row: Sendable, Hashable {
    /// The line of the file, from 1, and its cells.
    public var line: Int
    public var code: String
    public var name: String
    public var level: Int
    public var parent: String
  }

  /// Where the table is, its rows in its order, and the rows that are wrong.
  public let path: String
  public private(set) var rows: [Row] = []
  public private(set) var faults = InputFaults()

  /// Reads the table; rows that are not as they should be become faults.
  public init(path: String) throws(DataFileError) {
    self.path = path
    var table = try CommaTable(path: path, names: ["p-code": "pcode", "admin": "level", "parent_pcode": "parent"])
    for column in ["pcode", "name", "level"] where !table.columns.contains(column) {
      throw .unreadable(
        path: path,
        reason: "it has no column '\(column)'; a table of P-codes has the columns pcode, name, level and parent")
    }
    while let row = try table.next() {
      guard row.count == table.columns.count else {
        faults.add(path: path, line: row.line, reason: "\(row.count) columns where \(table.columns.count) are wanted")
        continue
      }
      guard let level = Int(row["level"].filter { !$0.isWhitespace }), (0...9).contains(level) else {
        faults.add(path: path, line: row.line, reason: "level '\(row["level"])' is no number from 0 to 9")
        continue
      }
      let code = row["pcode"].filter { !$0.isWhitespace }
      guard !code.isEmpty, code.utf8.count <= 32, !Folding.key(of: row["name"]).isEmpty else {
        faults.add(path: path, line: row.line, reason: "P-code or name is missing")
        continue
      }
      rows.append(
        Row(
          line: row.line, code: code, name: row["name"], level: level,
          parent: row["parent"].filter { !$0.isWhitespace }))
    }
  }
}

/// Finds the units that the rows of P-code tables mean: by name, level, country and the unit above.
struct CodeMatcher {
  let atlas: Atlas
  private(set) var found: [(key: UInt64, code: String, level: Int)] = []
  private(set) var faults = InputFaults()

  init(atlas: Atlas) { self.atlas = atlas }

  mutating func add(_ table: CodeTable) {
    var rows: [String: CodeTable.Row] = [:]
    for row in table.rows where rows[row.code] == nil { rows[row.code] = row }
    var units: [String: Set<PlaceID>] = [:]
    for row in table.rows.sorted(by: { ($0.level, $0.line) < ($1.level, $1.line) }) where row.level <= 2 {
      guard let country = country(of: row, rows: rows) else {
        faults.add(path: table.path, line: row.line, reason: "the country of P-code '\(row.code)' is not known")
        continue
      }
      let places = places(of: row, country: country, within: units[row.parent] ?? [])
      guard !places.isEmpty else {
        faults.add(
          path: table.path, line: row.line,
          reason: "no unit of level \(row.level) called '\(row.name)' is known in \(country)")
        continue
      }
      units[row.code] = Set(places)
      for place in places {
        let unit = atlas[place]
        found.append((CodeSection.key(source: unit.source, id: unit.sourceID), row.code, row.level))
      }
    }
  }

  /// By the root of the table, else by the letters with which P-codes begin: ISO 3166-1, two or three of them.
  private func country(of row: CodeTable.Row, rows: [String: CodeTable.Row]) -> String? {
    var root = row
    for _ in 0..<8 {
      guard let above = rows[root.parent] else { break }
      root = above
    }
    for letters in [3, 2] {
      let prefix = String(root.code.prefix(letters)).uppercased()
      guard prefix.utf8.count == letters, prefix.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) else { continue }
      if letters == 2, atlas.country(code: prefix) != nil { return prefix }
      let named = atlas.candidates(named: prefix).first { $0.nameKind == .code && atlas.kind($0.place) == .country }
      if let code = named.flatMap({ atlas.country($0.place) }) { return code }
    }
    return nil
  }

  private func places(of row: CodeTable.Row, country: String, within above: Set<PlaceID>) -> [PlaceID] {
    let kind: PlaceKind = row.level == 0 ? .country : row.level == 1 ? .admin1 : .admin2
    if row.level == 0 { return atlas.countries(code: country) }
    func fits(_ place: PlaceID) -> Bool { atlas.kind(place) == kind && atlas.country(place) == country }
    var named = atlas.candidates(named: row.name).map(\.place).filter(fits)
    if named.isEmpty { named = atlas.fuzzyCandidates(named: row.name).map(\.place).filter(fits) }
    let inside = named.filter { place in atlas.containers(of: place).contains { above.contains($0) } }
    // Of each file the best; where the unit above tells them apart, only those in it.
    return (inside.isEmpty ? named : inside).reduce(into: []) { chosen, place in
      if !chosen.contains(where: { atlas.isSameFile($0, place) }) { chosen.append(place) }
    }
  }
}

extension GazetteerAssembly {
  /// Adds the P-codes of units, which are found among the places of this file and of `others`. To be called between
  /// ``finish(metadata:progress:)`` and ``commit()``, once.
  /// - Parameter others: paths of gazetteers whose units may be meant, the default one usually.
  /// - Returns: how many codes found their unit, and the rows that did not.
  public func addCodes(
    _ tables: [CodeTable], unitsOf others: [String]
  ) throws(DataFileError) -> (matched: Int, faults: InputFaults) {
    var matcher = CodeMatcher(atlas: try Atlas(paths: [writer.partialPath] + others))
    for table in tables { matcher.add(table) }
    try writer.begin(GazetteerFormat.codes)
    try writer.output.append(CodeSection.encode(matcher.found))
    return (Set(matcher.found.map(\.code)).count, matcher.faults)
  }
}

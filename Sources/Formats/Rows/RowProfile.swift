import DatelineKit
import GeoJSON

/// Which columns rows have, under which names, in which order: those of the schema, or those of other people's codebooks; behind them
/// what is kept of the article's own fields.
public struct RowProfile: Sendable {
  /// Whose columns.
  public enum Codebook: String, CaseIterable, Sendable {
    /// The Armed Conflict Location & Event Data Project.
    case acled
    /// The Georeferenced Event Dataset of the Uppsala Conflict Data Program.
    case ucdp
    /// The R package meltt, which integrates event data by place, day and taxonomies.
    case meltt
    /// TimeMap of Forensic Architecture.
    case timemap
  }

  /// What the rows have, in order.
  public let columns: [RowColumn]
  public let codebook: Codebook?
  /// Fields of the article that rows repeat.
  public let kept: [String]
  private let cells: [ProfileCell]

  /// - Parameters:
  ///   - codebook: nil for the columns of the schema.
  ///   - withCodes: whether the gazetteers have P-codes.
  ///   - kept: names of fields that articles have besides those that are read.
  public init(_ codebook: Codebook? = nil, withCodes: Bool, kept: [String] = []) {
    self.codebook = codebook
    self.kept = kept
    cells = codebook.map(\.cells) ?? []
    let own = codebook == nil ? RowColumn.all(withCodes: withCodes) : cells.map(\.column)
    columns = own + kept.map { RowColumn($0, "#meta+kept") }
  }

  /// A name that the columns have already, of those to be kept.
  public var clash: String? {
    let own = columns.dropLast(kept.count).map { $0.name.lowercased() }
    return kept.enumerated().first { index, name in
      own.contains(name.lowercased()) || kept[..<index].contains { $0.lowercased() == name.lowercased() }
    }?.element
  }

  /// The rows of a report, and how many the codebook has no room for.
  func rows(of report: Report) -> (rows: [FlatRow], omissions: RowOmissions) {
    let keepers = kept.map { JSONValue.Member($0, report.article.fields[$0].map { .string($0) } ?? .null) }
    return shown(FlatRow.rows(of: report), behind: keepers)
  }

  /// Rows of the schema as this profile shows them.
  func shown(
    _ rows: [FlatRow], behind keepers: [JSONValue.Member] = []
  ) -> (rows: [FlatRow], omissions: RowOmissions) {
    guard let codebook else {
      let rows = keepers.isEmpty ? rows : rows.map { $0.showing($0.columns + keepers) }
      return (rows, RowOmissions())
    }
    var omissions = RowOmissions()
    var shown: [FlatRow] = []
    var bearers: [String: FlatRow] = [:]
    for row in rows {
      let incident = row["incident_id"]?.stringValue ?? ""
      if row["site_index"] == .int(1) { bearers[incident] = row }
      guard codebook.codes(row, &omissions) else { continue }
      // Casualties stand once, on the first row that is left of an incident.
      let bearer = bearers.removeValue(forKey: incident)
      shown.append(row.showing(cells.map { JSONValue.Member($0.column.name, $0.value(row, bearer)) } + keepers))
    }
    return (shown, omissions)
  }
}

/// A column of a codebook, and what stands in it.
struct ProfileCell: Sendable {
  var column: RowColumn
  /// From a row and, if the row stands for its incident, the row that bears the incident's casualties.
  var value: @Sendable (FlatRow, FlatRow?) -> JSONValue

  /// What stands in a column of the schema, or nothing.
  init(_ name: String, _ source: String? = nil) {
    let own = source.flatMap { source in RowColumn.all(withCodes: true).first { $0.name == source } }
    column = RowColumn(name, own?.hxl ?? "#meta+\(name.filter { $0 != "_" })", own?.kind ?? .text)
    value = { row, _ in source.flatMap { row[$0] } ?? .null }
  }

  init(
    _ name: String, _ kind: RowColumn.Kind, tag: String = "#meta",
    _ value: @escaping @Sendable (FlatRow, FlatRow?) -> JSONValue
  ) {
    column = RowColumn(name, tag, kind)
    self.value = value
  }
}

extension FlatRow {
  /// The same row with other columns.
  func showing(_ columns: [JSONValue.Member]) -> FlatRow {
    FlatRow(id: id, coordinate: coordinate, facts: facts, columns: columns)
  }
}

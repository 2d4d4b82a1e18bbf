import DataFiles

/// Sites of the user's own from comma-separated values: columns `name`, `lon`, `lat`, and if wanted `aliases` (between bars), `kind`,
/// `country`, `population`, `id`.
public struct SiteTable {
  /// Where the table is, and its rows that are wrong.
  public let path: String
  public private(set) var faults = InputFaults()
  private var table: CommaTable

  /// Opens the table and reads its header.
  /// - Throws: ``DataFileError/unreadable(path:reason:)`` where there is none, or where a column is missing.
  public init(path: String) throws(DataFileError) {
    self.path = path
    table = try CommaTable(
      path: path,
      names: [
        "longitude": "lon", "lng": "lon", "long": "lon", "x": "lon", "latitude": "lat", "y": "lat", "alias": "aliases",
      ])
    for column in ["name", "lon", "lat"] where !table.columns.contains(column) {
      throw .unreadable(
        path: path,
        reason: "it has no column '\(column)'; a table of sites has the columns name, lon and lat, "
          + "and may have aliases, kind, country, population and id")
    }
  }

  /// The next site; nil behind the last. Rows that are no sites become faults.
  public mutating func next() throws(DataFileError) -> Site? {
    while let row = try table.next() {
      guard row.count == table.columns.count else {
        faults.add(path: path, line: row.line, reason: "\(row.count) columns where \(table.columns.count) are wanted")
        continue
      }
      do throws(Site.Fault) { return try Site { row[$0] } } catch {
        faults.add(path: path, line: row.line, reason: error.description)
      }
    }
    return nil
  }
}

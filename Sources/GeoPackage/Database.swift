import CSQLite

/// An SQLite file being written. It and its statements belong to one task.
final class Database {
  private var handle: OpaquePointer?

  init(path: String) throws(GeoPackageError) {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw failure() }
  }

  deinit { sqlite3_close_v2(handle) }

  /// Closes the file, so that all of it is on disk.
  func close() throws(GeoPackageError) {
    guard sqlite3_close(handle) == SQLITE_OK else { throw failure() }
    handle = nil
  }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(GeoPackageError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  func prepare(_ sql: String) throws(GeoPackageError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure() }
    return Statement(statement, of: self)
  }

  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  fileprivate func failure() -> GeoPackageError {
    GeoPackageError(reason: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory for SQLite")
  }
}

/// A statement that is run with one set of values after another.
final class Statement {
  private let handle: OpaquePointer
  private let database: Database

  fileprivate init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs it with a value for each `?`.
  func run(_ values: [GeoPackage.Value]) throws(GeoPackageError) {
    for (index, value) in values.enumerated() {
      guard bind(value, at: Int32(index + 1)) == SQLITE_OK else { throw database.failure() }
    }
    let result = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard result == SQLITE_DONE else { throw database.failure() }
  }

  /// SQLite copies what it is handed.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func bind(_ value: GeoPackage.Value, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let number): return sqlite3_bind_int64(handle, index, Int64(number))
    case .real(let number): return sqlite3_bind_double(handle, index, number)
    case .text(let text):
      return sqlite3_bind_text(handle, index, text, Int32(truncatingIfNeeded: text.utf8.count), Self.copied)
    case .bytes(let bytes):
      return bytes.withUnsafeBytes {
        sqlite3_bind_blob(handle, index, $0.baseAddress, Int32(truncatingIfNeeded: $0.count), Self.copied)
      }
    }
  }
}

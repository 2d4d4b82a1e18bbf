/// Why a GeoPackage could not be written: what SQLite says of it.
public struct GeoPackageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried and what SQLite said of it.
  public var reason: String
  public var description: String { reason }
}

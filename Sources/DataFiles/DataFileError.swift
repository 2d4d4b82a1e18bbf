/// Why a data file cannot be used, and what to do about it.
public enum DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case notFound(name: String, tried: [String])
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  case foreign(path: String, expected: String)
  case otherVersion(path: String, expected: UInt32, found: UInt32, remedy: String)
  /// The file is not as long as its header says.
  case truncated(path: String, expected: Int, found: Int)
  case damaged(path: String, part: String)

  public var description: String {
    switch self {
    case .notFound(let name, let tried):
      "\(name) was not found; looked for\n" + tried.map { "  \($0)" }.joined(separator: "\n")
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)"
    case .unwritable(let path, let reason):
      "\(path) cannot be written: \(reason)"
    case .foreign(let path, let expected):
      "\(path) is not \(expected)"
    case .otherVersion(let path, let expected, let found, let remedy):
      "\(path) has format version \(found), this program reads version \(expected); \(remedy)"
    case .truncated(let path, let expected, let found) where found > expected:
      "\(path) has \(found) bytes where it should have \(expected); copy or build it again"
    case .truncated(let path, let expected, let found):
      "\(path) is truncated: it should have \(expected) bytes and has \(found); copy or build it again"
    case .damaged(let path, let part):
      "\(path) is damaged (\(part) does not match its checksum); copy or build it again"
    }
  }
}

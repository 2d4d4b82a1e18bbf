/// Why an article could not be read.
public enum ArticleError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  case empty(path: String)
  case binary(path: String)
  case notUTF8(path: String)
  case badLine(reason: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): the file is empty"
    case .binary(let path): "\(path): this is not text (it holds NUL bytes)"
    case .notUTF8(let path): "\(path): this is not UTF-8; convert it first, for example with iconv"
    case .badLine(let reason): reason
    }
  }
}

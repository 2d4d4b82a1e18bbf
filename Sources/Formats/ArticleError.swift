/// Why an article could not be read.
public enum ArticleError: Error, Hashable, Sendable, CustomStringConvertible {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  case empty(path: String)
  case binary(path: String)
  case notUTF8(path: String)
  case badLine(reason: String)
  /// A file of another kind than those that are read.
  case foreign(path: String, kind: String, remedy: String)
  case tooLarge(path: String)
  /// A declared charset that cannot be decoded.
  case unknownCharset(path: String, name: String)
  /// A line of the front matter, the first line of the file being 1.
  case frontMatter(path: String, line: Int, reason: String)
  /// A page in which nothing reads like an article.
  case noArticle(path: String, reason: String)
  /// An entry of a feed without content.
  case noEntryText(id: String)
  /// Markup, compressed data or an archive that cannot be read further.
  case damaged(path: String, reason: String)
  /// An address that could not be fetched.
  case notFetched(address: String, reason: String)
  case noLibrary(path: String)

  public var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .empty(let path): "\(path): the file is empty"
    case .binary(let path): "\(path): this is not text (it holds NUL bytes)"
    case .notUTF8(let path): "\(path): this is not UTF-8; convert it first, for example with iconv"
    case .badLine(let reason): reason
    case .foreign(let path, let kind, let remedy): "\(path): this is \(kind); \(remedy)"
    case .tooLarge(let path):
      "\(path): one article may have \(ReadingLimit.article >> 20) MB and this is more; for many articles use NDJSON or WARC"
    case .unknownCharset(let path, let name):
      "\(path): the charset '\(name.prefix(40))' is not known here; convert the text to UTF-8 first, for example with iconv"
    case .frontMatter(let path, let line, let reason): "\(path):\(line): front matter: \(reason)"
    case .noArticle(let path, let reason): "\(path): no article was found in this page: \(reason)"
    case .noEntryText(let id): "\(id): the entry of the feed has no text"
    case .damaged(let path, let reason): "\(path): \(reason)"
    case .notFetched(let address, let reason): "\(address): \(reason)"
    case .noLibrary(let path):
      "\(path): HTML and XML need libxml2, which is not installed: apt-get install libxml2, or brew install libxml2"
    }
  }
}

/// How much is read.
public enum ReadingLimit {
  /// Bytes of one article, page, feed or line of JSON, after decompression.
  public static let article = 32 << 20
}

import DataFiles
import DatelineKit
import Formats

/// The articles of text files and of files of JSON lines, in the order of the list.
struct FileArticles: ArticleSource {
  private let listing: InputListing
  private let kept: [String]
  private var lines: LineReader?
  private(set) var mark = InputMark()

  /// - Parameter kept: names of fields that articles keep besides those that are read.
  init(_ listing: InputListing, keeping kept: [String]) {
    self.listing = listing
    self.kept = kept
  }

  var size: Int? { listing.isFiles ? listing.size : nil }

  mutating func resume(at mark: InputMark) throws {
    self.mark = mark
    guard mark.offset > 0, mark.file < listing.paths.count else { return }
    do throws(DataFileError) {
      let reader = try LineReader(path: listing.paths[mark.file])
      try reader.resume(at: mark.offset, line: mark.line)
      lines = reader
    } catch {
      throw InputFailure(error)
    }
  }

  mutating func next() throws -> InputItem? {
    while mark.file < listing.paths.count {
      let path = listing.paths[mark.file]
      if let lines {
        if let item = try nextLine(of: lines, path: path) { return item }
        self.lines = nil
        endFile(bytes: 0)
      } else if let item = open(path) {
        return item
      }
    }
    return nil
  }

  /// Nil for lines, which follow.
  private mutating func open(_ path: String) -> InputItem? {
    let isLines = path == "-" || [".ndjson", ".jsonl", ".json"].contains { path.hasSuffix($0) }
    guard isLines else {
      endFile(bytes: Self.size(of: path))
      return InputItem(
        path: path, line: nil, bytes: Self.size(of: path),
        read: {
          Self.result { () throws(ArticleError) in ArticleInput(article: try ArticleReader().article(atPath: path)) }
        },
        id: { path })
    }
    switch Self.lines(path) {
    case .success(let reader):
      lines = reader
      return nil
    case .failure(let failure):
      endFile(bytes: 0)
      return InputItem(path: path, line: nil, bytes: 0, read: { .failure(failure) }, id: { path })
    }
  }

  private mutating func nextLine(of reader: LineReader, path: String) throws -> InputItem? {
    while true {
      let before = reader.position
      let line: [UInt8]
      do {
        guard let next = try reader.next() else { return nil }
        guard next.contains(where: { $0 > 0x20 }) else { continue }
        line = Array(next)
      } catch {
        throw InputFailure(error)
      }
      (mark.offset, mark.line) = (reader.position, reader.line)
      mark.bytes += reader.position - before
      return InputItem(
        path: path, line: reader.line, bytes: line.count,
        read: { [kept] in Self.result { () throws(ArticleError) in try Self.article(of: line, keeping: kept) } },
        id: { ArticleReader().id(ofLine: line) })
    }
  }

  private mutating func endFile(bytes: Int) {
    mark = InputMark(file: mark.file + 1, bytes: mark.bytes + bytes)
  }

  private static func article(of line: [UInt8], keeping kept: [String]) throws(ArticleError) -> ArticleInput {
    var (article, spans) = try ArticleReader().article(ofLine: line)
    if !kept.isEmpty { article.fields = ArticleFields.texts(kept, ofLine: line) }
    return ArticleInput(article: article, spans: spans)
  }

  private static func result(
    _ read: () throws(ArticleError) -> ArticleInput
  ) -> Result<ArticleInput, ArticleError> {
    do throws(ArticleError) { return .success(try read()) } catch { return .failure(error) }
  }

  private static func lines(_ path: String) -> Result<LineReader, ArticleError> {
    do throws(DataFileError) {
      if path == "-" { return .success(try LineReader(descriptor: 0, path: "standard input")) }
    } catch {
      return .failure(.unreadable(path: "standard input", reason: "\(error)"))
    }
    do throws(ArticleError) { try ArticleReader.check(path: path) } catch { return .failure(error) }
    do throws(DataFileError) { return .success(try LineReader(path: path)) } catch {
      return .failure(.unreadable(path: path, reason: "permission denied"))
    }
  }

  private static func size(of path: String) -> Int { InputListing([path]).size }
}

import DataFiles
import DatelineKit

/// The articles of files, folders and streams, in order, in constant memory.
///
///     for part in ArticleSource(["news.ndjson", "pages/", "-"]) {
///       switch part.read() {
///       case .success(let input): ...
///       case .failure(let fault): ...
///       }
///     }
///
/// What fails is a part too, so that nothing that comes behind it is lost.
public final class ArticleSource: Sequence, IteratorProtocol {
  /// What standard input is taken for where its content does not tell.
  public enum Fallback: Sendable { case lines, text }

  private var paths: ArraySlice<String>
  private let fallback: Fallback
  private var lines: (reader: LineReader, name: String)?

  /// - Parameter paths: files, folders and addresses as given; `-` is standard input.
  public init(_ paths: [String], standardInput fallback: Fallback = .lines) {
    self.paths = paths[...]
    self.fallback = fallback
  }

  /// The next part of the input; nil behind the last.
  public func next() -> UnreadArticle? {
    while true {
      if let (reader, name) = lines {
        do throws(DataFileError) {
          while let line = try reader.next() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            return UnreadArticle(source: name, line: reader.line, content: .jsonLine(Array(line)))
          }
          lines = nil
        } catch {
          lines = nil
          return failed(name, .unreadable(path: name, reason: "\(error)"))
        }
      }
      guard let path = paths.popFirst() else { return nil }
      if let part = open(path) { return part }
    }
  }

  /// A file that is one article, or nil and its lines.
  private func open(_ path: String) -> UnreadArticle? {
    let isLines = path == "-" || [".ndjson", ".jsonl", ".json"].contains { path.hasSuffix($0) }
    guard isLines else { return UnreadArticle(source: path, line: nil, content: .file(path: path)) }
    do throws(ArticleError) {
      if path != "-" { try ArticleReader.check(path: path) }
    } catch {
      return failed(path, error)
    }
    do throws(DataFileError) {
      lines =
        path == "-"
        ? (try LineReader(descriptor: 0, path: "standard input"), path) : (try LineReader(path: path), path)
    } catch {
      return failed(path, .unreadable(path: path, reason: "permission denied"))
    }
    return nil
  }

  private func failed(_ path: String, _ error: ArticleError) -> UnreadArticle {
    UnreadArticle(
      source: path, line: nil, content: .failed(ArticleFault(id: path, source: path, error: error)))
  }
}

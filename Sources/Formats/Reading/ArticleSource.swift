import DataFiles
import DatelineKit

/// The articles of files, folders, streams and addresses, in order, in constant memory.
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
  /// What standard input and files are taken for where neither content nor name tells.
  public enum Fallback: Sendable { case lines, text }

  private var paths: ArraySlice<String>
  private let fallback: Fallback
  private let web: WebAccess?
  private let kept: [String]
  private let spared: Set<FileIdentity>
  private var folder: FolderWalk?
  private var current = Current.nothing
  /// The file that was opened last.
  private var stream: ByteStream?
  /// Bytes of the files before it.
  private var passed = 0
  /// Files found in folders that are none of the kinds that are read.
  public private(set) var passedOver = 0

  private enum Current {
    case nothing
    case lines(ByteStream)
    case archive(ArchiveReader)
    case feed(FeedReader, next: Int, name: String)
  }

  /// - Parameters:
  ///   - paths: files, folders and addresses as given; `-` is standard input.
  ///   - standardInput: what standard input is taken for where its content does not tell.
  ///   - web: how addresses are fetched; nil where they are not.
  ///   - kept: names of fields of lines of JSON that articles keep in ``Article/fields``.
  ///   - outputs: paths of files that are being written: they are not read where they lie in a folder that is.
  public init(
    _ paths: [String], standardInput fallback: Fallback = .lines, web: WebAccess? = nil, keeping kept: [String] = [],
    sparing outputs: [String] = []
  ) {
    self.paths = paths[...]
    self.fallback = fallback
    self.web = web
    self.kept = kept
    spared = Set(outputs.compactMap { FileIdentity(path: $0) })
  }

  /// Bytes of the files, as they lie on disk, up to the end of the last part; of what is no file none are counted.
  public var position: Int { passed + (stream?.position ?? 0) }

  /// Passes over parts: the same input gives the same parts, so another run goes on where one stopped by their number.
  ///
  /// - Complexity: that of reading the bytes; nothing is read of the articles in them.
  /// - Returns: false where there are not so many.
  public func skip(_ count: Int) -> Bool {
    for _ in 0..<count where next() == nil { return false }
    return true
  }

  /// The next part of the input; nil behind the last.
  public func next() -> UnreadArticle? {
    while true {
      switch current {
      case .nothing: break
      case .lines(let stream):
        if let part = line(of: stream) { return part }
        current = .nothing
      case .archive(let archive):
        if let part = archive.next() { return part }
        current = .nothing
      case .feed(let reader, let next, let name):
        if next < reader.entries.count {
          current = .feed(reader, next: next + 1, name: name)
          return UnreadArticle(source: name, line: nil, content: .entry(reader.entries[next], number: next + 1))
        }
        current = .nothing
        if let fault = reader.fault { return failed(name, fault) }
      }
      do throws(ArticleError) {
        if let path = try folder?.next() {
          if let part = try open(path, isFound: true) { return part }
          continue
        }
        folder = nil
      } catch {
        return failed(name(of: error), error)
      }
      guard let path = paths.popFirst() else { return nil }
      do throws(ArticleError) {
        if let part = try open(path, isFound: false) { return part }
      } catch {
        return failed(path, error)
      }
    }
  }

  private func line(of stream: ByteStream) -> UnreadArticle? {
    do throws(ArticleError) {
      while let line = try stream.nextLine() {
        switch line {
        case .whole(let bytes):
          // a byte order mark may stand before the first
          let text = stream.line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
          guard text.contains(where: { $0 > 0x20 }) else { continue }
          return UnreadArticle(source: stream.name, line: stream.line, content: .jsonLine(text, keeping: kept))
        case .tooLong:
          return failed(
            stream.name, .badLine(reason: "the line has more than \(ReadingLimit.article >> 20) MB"), line: stream.line,
            id: nil)
        }
      }
      return nil
    } catch {
      current = .nothing
      return failed(stream.name, error)
    }
  }

  /// What is one article, or nil where it is many or none.
  /// - Parameter isFound: whether it was found in a folder, where other files may lie.
  private func open(_ path: String, isFound: Bool) throws(ArticleError) -> UnreadArticle? {
    if let web, WebAccess.isAddress(path) { return try fetch(path, by: web) }
    if path != "-", FolderWalk.kind(of: path) == .folder {
      folder = try FolderWalk(path: path, sparing: spared)
      return nil
    }
    let stream: ByteStream
    let head: ArraySlice<UInt8>
    do throws(ArticleError) {
      stream = try ByteStream(path: path)
      passed += self.stream?.size ?? 0
      self.stream = stream
      head = try stream.peek(SourceKind.headLength)
    } catch {
      return failed(path, error)
    }
    var kind = SourceKind(head: head, name: path == "-" ? "" : path)
    if isFound, !kind.isArticles {
      passedOver += 1
      return nil
    }
    if kind == .unknown { kind = path == "-" && fallback == .lines ? .lines : .text }
    switch kind {
    case .lines: current = .lines(stream)
    case .archive: current = .archive(ArchiveReader(stream))
    default:
      do throws(ArticleError) { return take(try stream.rest(), kind, path) } catch { return failed(path, error) }
    }
    return nil
  }

  /// A document that is all of a file, or nil and the entries of a feed.
  private func take(
    _ bytes: [UInt8], _ kind: SourceKind, _ name: String, charset: String? = nil, address: String? = nil
  ) -> UnreadArticle? {
    guard kind == .feed else {
      let id = name == "-" ? "stdin" : name
      return UnreadArticle(
        source: name, line: nil,
        content: .file(ArticleDocument(bytes: bytes, kind: kind, name: id, charset: charset, address: address)))
    }
    do throws(TextDecoding.Fault) {
      let xml = try TextDecoding.text(bytes, declared: charset ?? ArticleDocument.declared(in: bytes), repairs: true)
      current = .feed(FeedReader(xml: xml, name: name), next: 0, name: name)
      return nil
    } catch {
      guard case .unknown(let charset) = error else { return failed(name, .notUTF8(path: name)) }
      return failed(name, .unknownCharset(path: name, name: charset))
    }
  }

  private func fetch(_ path: String, by web: WebAccess) throws(ArticleError) -> UnreadArticle? {
    let (message, address) = try web.get(path)
    let body = Array(message.body)
    let isPlain = message.mediaType == "text/plain"
    let kind = SourceKind(head: body.prefix(SourceKind.headLength), name: isPlain ? "page.txt" : "page")
    switch kind {
    case .page, .feed, .text: return take(body, kind, path, charset: message.charset, address: address)
    case .unknown where ["text/html", "application/xhtml+xml"].contains(message.mediaType):
      return take(body, .page, path, charset: message.charset, address: address)
    case .unknown where message.mediaType?.hasPrefix("text/") ?? true:
      return take(body, .text, path, charset: message.charset, address: address)
    default:
      throw .notFetched(
        address: path,
        reason: "it gives \(message.mediaType ?? "something") and no page, feed or text; save it as a file first")
    }
  }

  private func name(of error: ArticleError) -> String {
    if case .unreadable(let path, _) = error { return path }
    return "folder"
  }

  private func failed(_ path: String, _ error: ArticleError) -> UnreadArticle {
    failed(path, error, line: nil, id: path)
  }

  private func failed(_ path: String, _ error: ArticleError, line: Int?, id: String?) -> UnreadArticle {
    UnreadArticle(
      source: path, line: line, content: .failed(ArticleFault(id: id, source: path, line: line, error: error)))
  }
}

/// Reads a web archive (WARC, ISO 28500) record by record: answers of HTTP, `resource` and `conversion` records (the plain text of
/// Common Crawl's WET files).
final class ArchiveReader {
  private let stream: ByteStream
  private var isBroken = false

  init(_ stream: ByteStream) { self.stream = stream }

  private struct Header {
    var type = ""
    var address: String?
    var length: Int?
    var mediaType: String?
  }

  /// The next record that holds a page or a text; nil behind the last. Pictures, scripts, redirects and what is about records are
  /// passed over.
  func next() -> UnreadArticle? {
    while !isBroken {
      do throws(ArticleError) {
        guard let header = try header() else { return nil }
        if let part = try part(header) { return part }
      } catch {
        // what cannot be found again behind a fault ends the archive
        isBroken = true
        return fault(nil, error)
      }
    }
    return nil
  }

  /// The header of the next record. Lines before it that are none are passed over: a damaged record costs no more than itself.
  private func header() throws(ArticleError) -> Header? {
    while let line = try stream.nextLine(limit: 1 << 16) {
      guard case .whole(let bytes) = line, bytes.starts(with: Array("WARC/".utf8)) else { continue }
      var header = Header()
      var count = 0
      while case .whole(let bytes)? = try stream.nextLine(limit: 1 << 16), !bytes.isEmpty, count < 200 {
        count += 1
        guard let colon = bytes.firstIndex(of: 0x3A) else { continue }
        var value = TextLine()
        value.append(bytes[(colon + 1)...])
        switch String(decoding: bytes[..<colon], as: UTF8.self).lowercased() {
        case "warc-type": header.type = value.text.lowercased()
        case "warc-target-uri":
          // old writers put the address between < and >
          header.address = value.text.hasPrefix("<") ? String(value.text.dropFirst().dropLast()) : value.text
        case "content-length": header.length = Int(value.text)
        case "content-type": header.mediaType = value.text.lowercased()
        default: break
        }
      }
      return header
    }
    return nil
  }

  private func part(_ header: Header) throws(ArticleError) -> UnreadArticle? {
    guard let length = header.length, length >= 0 else {
      return fault(header.address, .damaged(path: stream.name, reason: "a record has no length"))
    }
    let isRead = ["response", "resource", "conversion"].contains(header.type)
    guard isRead, length <= ReadingLimit.article else {
      let passed = try stream.skip(length)
      if passed < length { throw .damaged(path: stream.name, reason: "the archive ends within a record") }
      return isRead ? fault(header.address, .tooLarge(path: header.address ?? stream.name)) : nil
    }
    let bytes = try stream.bytes(length)
    if bytes.count < length { throw .damaged(path: stream.name, reason: "the archive ends within a record") }
    guard let address = header.address else {
      return fault(nil, .damaged(path: stream.name, reason: "a record has no address (WARC-Target-URI)"))
    }
    if header.type == "response", header.mediaType?.hasPrefix("application/http") ?? true {
      return answer(bytes, address)
    }
    guard let kind = Self.kind(header.mediaType, bytes[...], address) else { return nil }
    return UnreadArticle(
      source: stream.name, line: nil,
      content: .document(ArticleDocument(bytes: bytes, kind: kind, name: address, address: address)))
  }

  private func answer(_ bytes: [UInt8], _ address: String) -> UnreadArticle? {
    guard let message = HTTPMessage(bytes) else {
      return fault(address, .damaged(path: address, reason: "the record holds no answer of HTTP"))
    }
    guard message.status == 200, Self.kind(message.mediaType, message.body, address) != nil else { return nil }
    return UnreadArticle(source: stream.name, line: nil, content: .answer(message, address: address))
  }

  /// Whether a media type is read, and as what.
  static func kind(_ mediaType: String?, _ head: ArraySlice<UInt8>, _ address: String) -> SourceKind? {
    if address.hasSuffix("/robots.txt") { return nil }
    switch mediaType?.prefix(while: { $0 != ";" && $0 != " " }) {
    case "text/html", "application/xhtml+xml": return .page
    case "text/plain": return .text
    case nil, "":
      let kind = SourceKind(head: head.prefix(SourceKind.headLength), name: "")
      return kind == .page ? .page : nil
    default: return nil
    }
  }

  private func fault(_ id: String?, _ error: ArticleError) -> UnreadArticle {
    UnreadArticle(
      source: stream.name, line: nil, content: .failed(ArticleFault(id: id, source: stream.name, error: error)))
  }
}

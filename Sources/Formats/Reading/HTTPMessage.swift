/// An answer of HTTP as archives keep it: status, header and body.
struct HTTPMessage: Sendable {
  private(set) var status = 0
  private var fields: [(name: String, value: String)] = []
  /// As it was sent, encodings not undone.
  private(set) var body: ArraySlice<UInt8>

  /// Nil where the bytes do not begin with a status line and a header that ends.
  init?(_ bytes: [UInt8]) {
    body = bytes[...]
    guard let first = Self.takeLine(&body), first.hasPrefix("HTTP/"),
      let code = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) }), (100...999).contains(code)
    else { return nil }
    status = code
    while let line = Self.takeLine(&body) {
      if line.isEmpty { return }
      add(line)
      guard fields.count < 500 else { return nil }
    }
    return nil
  }

  /// From a header that was read already.
  init(status: Int, header: [String], body: [UInt8]) {
    (self.status, self.body) = (status, body[...])
    for line in header { add(line) }
  }

  private mutating func add(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    var value = TextLine()
    value.append(line[line.index(after: colon)...].utf8)
    fields.append((String(line[..<colon]).lowercased(), value.text))
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// `text/html`, in lower case.
  var mediaType: String? {
    guard let type = self["content-type"] else { return nil }
    var line = TextLine()
    line.append(type.prefix { $0 != ";" }.lowercased().utf8)
    return line.isEmpty ? nil : line.text
  }

  var charset: String? {
    guard let type = self["content-type"], let found = type.lowercased().firstRange(of: "charset=") else { return nil }
    let offset = type.lowercased().distance(from: type.lowercased().startIndex, to: found.upperBound)
    let name = type.dropFirst(offset).drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0 != ";" && $0 != "\"" && $0 != "'" && $0 != "," && $0 != " " }
    return name.isEmpty ? nil : String(name)
  }

  /// What is wrong with a body.
  enum Fault: Error { case chunks, compression(String), tooLarge }

  /// The body with chunks joined and compression undone. Archives often keep the header of what they have undone themselves, so
  /// a body that is not as the header says is taken as it is.
  func content(limit: Int) throws(Fault) -> [UInt8] {
    var bytes = Array(body)
    if self["transfer-encoding"]?.lowercased().contains("chunked") ?? false, let joined = Self.joined(body) {
      bytes = joined
    }
    let encoding = self["content-encoding"]?.lowercased() ?? ""
    let isGzip = bytes.starts(with: [0x1F, 0x8B])
    let isZlib =
      encoding.contains("deflate") && bytes.count > 2 && bytes[0] & 0x0F == 8
      && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    if isGzip || isZlib {
      let inflated: [UInt8]?
      do throws(Inflater.Fault) { inflated = try Inflater.bytes(bytes, limit: limit) } catch {
        throw .compression(isGzip ? "gzip" : "deflate")
      }
      guard let inflated else { throw .tooLarge }
      return inflated
    }
    if encoding == "br" || encoding == "zstd", !Self.looksLikeText(bytes) { throw .compression(encoding) }
    guard bytes.count <= limit else { throw .tooLarge }
    return bytes
  }

  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    !bytes.prefix(512).contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }

  /// Chunks joined; nil where the bytes are no chunks.
  private static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var rest = bytes
    var result: [UInt8] = []
    while let line = takeLine(&rest) {
      guard let size = Int(line.prefix { $0 != ";" && $0 != " " }, radix: 16), size >= 0 else {
        return result.isEmpty ? nil : result
      }
      if size == 0 { return result }
      result.append(contentsOf: rest.prefix(size))
      rest = rest.dropFirst(size)
      if rest.first == 0x0D { rest = rest.dropFirst() }
      if rest.first == 0x0A { rest = rest.dropFirst() }
    }
    return result.isEmpty ? nil : result
  }

  /// A line of at most 64 kB, without its end; nil where none ends.
  static func takeLine(_ rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.prefix(1 << 16).firstIndex(of: 0x0A) else { return nil }
    var line = rest[rest.startIndex..<end]
    if line.last == 0x0D { line = line.dropLast() }
    rest = rest[(end + 1)...]
    return String(decoding: line, as: UTF8.self)
  }
}

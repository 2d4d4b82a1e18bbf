import CWeb

/// Fetches a page: one polite GET, which follows a few redirects.
public struct WebAccess: Sendable, Hashable {
  /// Whether addresses of private networks and of this machine may be asked.
  public var allowsPrivate: Bool
  /// As which program the request is made.
  public var userAgent: String
  /// For each request, in seconds.
  public var timeLimit: Int

  static let mostRedirects = 5

  public init(userAgent: String, allowsPrivate: Bool = false, timeLimit: Int = 20) {
    self.userAgent = userAgent
    self.allowsPrivate = allowsPrivate
    self.timeLimit = timeLimit
  }

  /// Whether a path is an address of the web.
  public static func isAddress(_ path: String) -> Bool { PageMetadata.isAddress(path) }

  /// The answer, and the address that gave it.
  func get(_ address: String) throws(ArticleError) -> (message: HTTPMessage, address: String) {
    var current = address.prefix { $0 != "#" }.description
    for _ in 0...Self.mostRedirects {
      guard PageMetadata.isAddress(current), !current.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
        throw .notFetched(
          address: address, reason: "it leads to '\(current.prefix(200))', which is no address of http or https")
      }
      let message = try ask(current, for: address)
      switch message.status {
      case 200: return (message, current)
      case 301, 302, 303, 307, 308:
        guard let target = message["location"], !target.isEmpty else {
          throw .notFetched(
            address: address, reason: "the server sends on (\(message.status)) but does not say where to")
        }
        current = Self.resolved(target, against: current)
      case 401, 402, 403: throw .notFetched(address: address, reason: "the server refuses the page (\(message.status))")
      case 404, 410: throw .notFetched(address: address, reason: "there is no such page (\(message.status))")
      case 429: throw .notFetched(address: address, reason: "the server has had enough requests (429); try again later")
      default: throw .notFetched(address: address, reason: "the server answers \(message.status)")
      }
    }
    throw .notFetched(address: address, reason: "the server sends on more than \(Self.mostRedirects) times")
  }

  private final class Answer {
    var header: [String] = []
    var body: [UInt8] = []
  }

  private func ask(_ current: String, for address: String) throws(ArticleError) -> HTTPMessage {
    let answer = Answer()
    let receiver = dateline_web_receiver(
      context: Unmanaged.passUnretained(answer).toOpaque(),
      header: { context, bytes, count in
        guard let context, let bytes else { return }
        let answer = Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue()
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        // an interim answer (100) has a header of its own before that of the answer
        if line.hasPrefix("HTTP/") {
          answer.header = []
        } else if answer.header.count < 500 {
          answer.header.append(line)
        }
      },
      body: { context, bytes, count in
        guard let context, let bytes else { return }
        Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue().body
          .append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
      })
    let result = current.withCString { url in
      userAgent.withCString { agent in
        dateline_web_get(
          dateline_web_request(
            url: url, user_agent: agent, time_limit: timeLimit * 1000, size_limit: ReadingLimit.article,
            allow_private: allowsPrivate ? 1 : 0), receiver)
      }
    }
    withExtendedLifetime(answer) {}
    guard result.outcome == dateline_web_answered else { throw .notFetched(address: address, reason: reason(result)) }
    // the library has undone chunks and compression
    let header = answer.header.filter { line in
      !["content-encoding:", "transfer-encoding:"].contains { line.lowercased().hasPrefix($0) }
    }
    return HTTPMessage(status: Int(result.status), header: header, body: answer.body)
  }

  private func reason(_ answer: dateline_web_answer) -> String {
    switch answer.outcome {
    case dateline_web_no_host: return "there is no such host, or no network"
    case dateline_web_private:
      return
        "it leads to an address of a private network or of this machine, which is not asked; --allow-private allows it"
    case dateline_web_no_connection: return "no connection to the server"
    case dateline_web_no_trust: return "the server's certificate is not trusted"
    case dateline_web_timeout: return "no answer within \(timeLimit) seconds"
    case dateline_web_too_large: return "the page has more than \(ReadingLimit.article >> 20) MB"
    default:
      let told = withUnsafeBytes(of: answer.reason) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      return "it cannot be fetched\(told.isEmpty ? "" : ": \(told)")"
    }
  }

  /// An address that may be relative to another (RFC 3986 5.2, as far as servers use it).
  static func resolved(_ target: String, against base: String) -> String {
    let target = target.prefix { $0 != "#" }
    if let colon = target.firstIndex(of: ":"),
      target[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) }),
      target.first?.isLetter ?? false
    {
      return String(target)
    }
    guard let scheme = base.firstRange(of: "://") else { return String(target) }
    if target.hasPrefix("//") { return "\(base[..<scheme.lowerBound]):\(target)" }
    let authorityEnd = base[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? base.endIndex
    let origin = base[..<authorityEnd]
    if target.hasPrefix("/") { return "\(origin)\(target)" }
    let path = base[authorityEnd...].prefix { $0 != "?" }
    if target.hasPrefix("?") { return "\(origin)\(path)\(target)" }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return "\(origin)\(folder)\(target)"
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Foundation

/// A server of HTTP on this machine, for tests: one answer a connection.
package final class LoopbackServer: Sendable {
  package let port: Int
  private let listener: Int32
  private let log = Log()

  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []
    func add(_ text: String) { lock.withLock { lines.append(text) } }
    var all: [String] { lock.withLock { lines } }
  }

  /// - Parameter answer: for a path all bytes that are sent; nil for silence.
  package init?(_ answer: @escaping @Sendable (_ path: String) -> [UInt8]?) {
    #if canImport(Glibc)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isListening else { return nil }
    let log = log
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        var request = [UInt8](repeating: 0, count: 1 << 14)
        let count = recv(connection, &request, request.count, 0)
        let text = String(decoding: request[..<max(0, count)], as: UTF8.self)
        log.add(text)
        let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        guard let bytes = answer(path) else { continue }
        var sent = 0
        while sent < bytes.count {
          let count = bytes.withUnsafeBytes {
            send(connection, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Self.quietly)
          }
          guard count > 0 else { break }
          sent += count
        }
        close(connection)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// No signal where the other side has gone.
  #if canImport(Darwin)
    private static let quietly: Int32 = 0
  #else
    private static let quietly = Int32(MSG_NOSIGNAL)
  #endif

  /// The requests so far.
  package var requests: [String] { log.all }

  package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
}

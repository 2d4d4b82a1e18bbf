#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal: results go to standard output, words to standard error.
enum Console {
  /// A line to standard error.
  static func complain(_ message: String) {
    write("dateline: \(message)\n", to: 2)
  }

  /// A line to standard error that tells of no failure, where it is wanted.
  static func remark(_ message: String, _ isQuiet: Bool) {
    if !isQuiet { complain(message) }
  }

  /// What was said of an article on another thread: a line as ``complain(_:)`` has it, or lines as ``say(_:)`` has them.
  enum Words: Sendable {
    case complaint(String)
    case lines(String)
  }

  static func tell(_ words: Words) {
    switch words {
    case .complaint(let message): complain(message)
    case .lines(let text): say(text)
    }
  }

  /// Text to the terminal of standard error as it is, with what moves its cursor.
  static func draw(_ text: String) { write(text, to: 2) }

  /// Says how many files of folders were not read, where it is wanted.
  static func remark(passedOver count: Int, _ isQuiet: Bool) {
    guard count > 0 else { return }
    remark(
      "\(count) \(count == 1 ? "file" : "files") in folders are no articles by name or content and were passed over",
      isQuiet)
  }

  /// Lines to standard error, for people. Control characters, which a terminal would obey, go.
  static func say(_ text: String) {
    var shown = ""
    shown.unicodeScalars.append(
      contentsOf: text.unicodeScalars.filter { $0 == "\n" || $0.properties.generalCategory != .control })
    write(shown.hasSuffix("\n") ? shown : shown + "\n", to: 2)
  }

  /// Text to standard output. Ends the program where nobody reads any more (`| head`).
  static func output(_ text: String) {
    guard !write(text, to: 1) else { return }
    leaveWithoutOutput(errno)
  }

  /// Bytes to standard output, as text goes there.
  static func output(_ bytes: [UInt8]) {
    guard !write(bytes, to: 1) else { return }
    leaveWithoutOutput(errno)
  }

  private static func leaveWithoutOutput(_ code: Int32) -> Never {
    guard code != EPIPE else { leave(0) }
    let reason = String(cString: strerror(code))
    complain("standard output cannot be written: \(reason.prefix(1).lowercased() + reason.dropFirst())")
    leave(1)
  }

  /// All bytes to an open file.
  /// - Returns: false where the system refused, with the reason in `errno`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
  }

  @discardableResult
  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = systemWrite(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      offset += count
    }
    return true
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Darwin.write(descriptor, bytes, count)
    #endif
  }

  /// Text from a file as a terminal may show it: what would move its cursor or change its colours is a replacement character.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// A broken pipe is an error of writing, not a signal that kills.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static func leave(_ code: Int32) -> Never { exit(code) }

  /// All of standard input.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file or of standard input, decompressed where they are gzip, with a look ahead.
final class ByteStream {
  /// As the user knows it.
  let name: String
  private let descriptor: Int32
  private var inflater: Inflater?
  private var packed: [UInt8] = []
  private var packedStart = 0
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isSniffed = false
  /// What ended the bytes too early: told when what came before it has been taken.
  private var fault: ArticleError?
  /// The length of the file on disk in bytes; 0 of what is no file.
  let size: Int
  /// Bytes that the system gave.
  private var received = 0
  /// The number of the line that was read last, the first being 1.
  private(set) var line = 0

  private static let blockSize = 1 << 18

  /// A line, or that there was one too long to be kept.
  enum Line {
    case whole([UInt8])
    case tooLong
  }

  /// - Parameter path: `-` for standard input.
  init(path: String) throws(ArticleError) {
    name = path
    guard path != "-" else {
      descriptor = 0
      size = 0
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno
      descriptor = -1
      size = 0
      if reason == ENOENT || reason == ENOTDIR { throw .missing(path: path) }
      throw .unreadable(path: path, reason: Self.words(reason))
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    // a named pipe in a folder would be waited for until someone writes to it
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.words(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(path: path, reason: "it is a folder") }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Bytes of the file, as they lie on disk, that were taken; of gzip those that were decompressed. 0 of what is no file.
  var position: Int {
    min(size, received - (packed.count - packedStart) - (inflater == nil ? buffer.count - start : 0))
  }

  /// The next bytes without taking them: `count`, fewer where less is left.
  func peek(_ count: Int) throws(ArticleError) -> ArraySlice<UInt8> {
    while buffer.count - start < count, fill() {}
    if start == buffer.count { try tellFault() }
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// All that is left.
  /// - Throws: where it is more than one article may have.
  func rest() throws(ArticleError) -> [UInt8] {
    while fill() {
      if buffer.count - start > ReadingLimit.article { throw .tooLarge(path: name) }
    }
    guard buffer.count - start <= ReadingLimit.article else { throw .tooLarge(path: name) }
    try tellFault()
    defer { take(buffer.count - start) }
    return Array(buffer[start...])
  }

  /// The next bytes, fewer where less is left.
  func bytes(_ count: Int) throws(ArticleError) -> [UInt8] {
    let bytes = Array(try peek(count))
    if bytes.count < count { try tellFault() }
    take(bytes.count)
    return bytes
  }

  /// Passes over bytes.
  /// - Returns: how many there were.
  @discardableResult
  func skip(_ count: Int) throws(ArticleError) -> Int {
    var left = count
    while left > 0 {
      let there = min(left, buffer.count - start)
      take(there)
      left -= there
      if left > 0, !fill() { break }
    }
    if left > 0 { try tellFault() }
    return count - left
  }

  /// The next line without its end; nil behind the last.
  func nextLine(limit: Int = ReadingLimit.article) throws(ArticleError) -> Line? {
    var searched = start
    var dropped = false
    while true {
      if let end = newline(from: searched) {
        defer { take(end + 1 - start) }
        line += 1
        let last = end > start && buffer[end - 1] == 0x0D ? end - 1 : end
        return dropped || last - start > limit ? .tooLong : .whole(Array(buffer[start..<last]))
      }
      searched = buffer.count
      if buffer.count - start > limit {
        take(buffer.count - start)
        dropped = true
        searched = start
      }
      let (before, searchedLength) = (start, searched - start)
      guard fill() else {
        try tellFault()
        guard start < buffer.count || dropped else { return nil }
        defer { take(buffer.count - start) }
        line += 1
        return dropped ? .tooLong : .whole(Array(buffer[start...]))
      }
      if start != before { searched = start + searchedLength }
    }
  }

  private func newline(from offset: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, offset < bytes.count,
        let found = memchr(base + offset, 0x0A, bytes.count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func take(_ count: Int) {
    start += count
    guard start == buffer.count else { return }
    buffer.removeAll(keepingCapacity: buffer.capacity <= 4 * Self.blockSize)
    start = 0
  }

  private func tellFault() throws(ArticleError) {
    guard let fault else { return }
    self.fault = nil
    throw fault
  }

  /// More bytes behind those that are there; false at the end, or where a fault ends them.
  private func fill() -> Bool {
    guard fault == nil else { return false }
    do throws(ArticleError) { return try fillFurther() } catch {
      fault = error
      return false
    }
  }

  private func fillFurther() throws(ArticleError) -> Bool {
    if !isSniffed {
      isSniffed = true
      while packed.count < 2, try readPacked() {}
      if packed.starts(with: [0x1F, 0x8B]) { inflater = Inflater() }
    }
    if start > 0, start >= Self.blockSize {
      buffer.removeFirst(start)
      start = 0
    }
    guard let inflater else {
      if packed.isEmpty, try !readPacked() { return false }
      buffer.append(contentsOf: packed)
      packed.removeAll(keepingCapacity: true)
      return true
    }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    defer { block.deallocate() }
    while true {
      if packedStart == packed.count {
        packed.removeAll(keepingCapacity: true)
        packedStart = 0
        guard try readPacked() else {
          guard inflater.isAtEndOfMember else { throw .damaged(path: name, reason: "the gzip data ends too early") }
          return false
        }
      }
      let counts: (taken: Int, given: Int)
      let isBetweenMembers = inflater.isAtEndOfMember
      do throws(Inflater.Fault) {
        counts = try inflater.inflate(packed, from: packedStart, into: block)
      } catch {
        // zeros behind the last member are padding
        if isBetweenMembers {
          (isAtEnd, packedStart) = (true, packed.count)
          self.inflater = nil
          packed.removeAll()
          return false
        }
        throw .damaged(path: name, reason: error == .damaged ? "the gzip data is damaged" : "there is no memory left")
      }
      packedStart += counts.taken
      if counts.given > 0 {
        buffer.append(contentsOf: block[..<counts.given])
        return true
      }
    }
  }

  private func readPacked() throws(ArticleError) -> Bool {
    guard !isAtEnd else { return false }
    let before = packed.count
    var failure: Int32 = 0
    packed.append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: Self.blockSize) { block, count in
        while true {
          let got = read(descriptor, block.baseAddress, Self.blockSize)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          count = max(0, got)
          return
        }
      })
    if failure != 0 { throw .unreadable(path: name, reason: Self.words(failure)) }
    isAtEnd = packed.count == before
    received += packed.count - before
    return !isAtEnd
  }

  private static func words(_ code: Int32) -> String {
    let reason = String(cString: strerror(code))
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a text file, or what a pipe gives, line by line; a line feed ends a line, a carriage return before it is dropped.
package final class LineReader {
  package let path: String
  /// The length of the file in bytes, 0 where it is not known.
  package let size: Int
  /// Bytes read so far.
  package private(set) var position = 0
  /// The number of the last line, the first being 1.
  package private(set) var line = 0

  private let descriptor: Int32
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private static let longestLine = 1 << 26

  package convenience init(path: String, bufferSize: Int = 1 << 20) throws(DataFileError) {
    try self.init(descriptor: open(path, O_RDONLY | O_CLOEXEC), path: path, bufferSize: bufferSize)
  }

  /// Reads what is open already, and closes it in the end.
  /// - Parameter path: what it is called in messages.
  package init(descriptor: Int32, path: String, bufferSize: Int = 1 << 20) throws(DataFileError) {
    self.path = path
    self.descriptor = descriptor
    buffer = .allocate(byteCount: bufferSize, alignment: 16)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      size = 0
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(path: path, reason: "it is a folder") }
  }

  deinit {
    buffer.deallocate()
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next line, without its end; nil behind the last. What is returned is good until the next call.
  package func next() throws(DataFileError) -> UnsafeBufferPointer<UInt8>? {
    var searched = start
    while true {
      if let found = newline(from: searched) {
        let text = slice(start, found)
        position += found + 1 - start
        start = found + 1
        line += 1
        return text
      }
      searched = end
      guard !isAtEnd else {
        guard start < end else { return nil }
        let text = slice(start, end)
        position += end - start
        start = end
        line += 1
        return text
      }
      try fill(&searched)
    }
  }

  private func newline(from offset: Int) -> Int? {
    guard offset < end, let base = buffer.baseAddress, let found = memchr(base + offset, 0x0A, end - offset) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func slice(_ from: Int, _ to: Int) -> UnsafeBufferPointer<UInt8> {
    let last = to > from && buffer[to - 1] == 0x0D ? to - 1 : to
    let text = UnsafeRawBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[from..<last]))
    return text.assumingMemoryBound(to: UInt8.self)
  }

  private func fill(_ searched: inout Int) throws(DataFileError) {
    if start > 0 {
      if let base = buffer.baseAddress { memmove(base, base + start, end - start) }
      searched -= start
      end -= start
      start = 0
    }
    if end == buffer.count {
      guard buffer.count < Self.longestLine else {
        throw .unreadable(path: path, reason: "line \(line + 1) is longer than 64 MB")
      }
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    }
    let count = read(descriptor, buffer.baseAddress.map { $0 + end }, buffer.count - end)
    if count < 0 {
      guard errno == EINTR else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
      return
    }
    isAtEnd = count == 0
    end += count
  }
}

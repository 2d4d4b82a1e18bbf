#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written from its start to its end through a buffer, and may be read back.
package final class FileOutput {
  package let path: String
  private let descriptor: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
  private var filled = 0
  private var written = 0

  /// Bytes appended so far.
  package var count: Int { written + filled }

  /// Opens a file for writing; what it held is gone.
  package init(path: String) throws(DataFileError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
  }

  /// A file without a name in a folder: it is gone with this object, however the program ends.
  package init(scratchIn folder: String) throws(DataFileError) {
    var template = Array("\(folder)/.dateline-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.descriptor = descriptor
    guard descriptor >= 0 else { throw Self.failure(folder) }
    unlink(path)
  }

  deinit {
    buffer.deallocate()
    if descriptor >= 0 { close(descriptor) }
  }

  private static func failure(_ path: String) -> DataFileError {
    .unwritable(path: path, reason: String(cString: strerror(errno)))
  }

  // MARK: Writing

  package func append(_ bytes: UnsafeRawBufferPointer) throws(DataFileError) {
    if bytes.count > buffer.count - filled { try flush() }
    guard bytes.count <= buffer.count else { return try writeThrough(bytes) }
    guard let source = bytes.baseAddress else { return }
    buffer.baseAddress?.advanced(by: filled).copyMemory(from: source, byteCount: bytes.count)
    filled += bytes.count
  }

  package func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(DataFileError) {
    try append(UnsafeRawBufferPointer(bytes))
  }

  package func append(_ bytes: [UInt8]) throws(DataFileError) {
    var failure: DataFileError?
    bytes.withUnsafeBytes { bytes in
      do throws(DataFileError) { try append(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  package func append(byte: UInt8) throws(DataFileError) {
    if filled == buffer.count { try flush() }
    buffer[filled] = byte
    filled += 1
  }

  package func appendLittleEndian<Number: FixedWidthInteger & BitwiseCopyable>(
    _ number: Number
  ) throws(DataFileError) {
    let size = MemoryLayout<Number>.size
    if filled + size > buffer.count { try flush() }
    buffer.storeBytes(of: number.littleEndian, toByteOffset: filled, as: Number.self)
    filled += size
  }

  /// Zeros up to a multiple of `alignment`.
  package func pad(to alignment: Int) throws(DataFileError) {
    while count % alignment != 0 { try append(byte: 0) }
  }

  /// All that another file holds.
  package func append(contentsOf other: FileOutput) throws(DataFileError) {
    try other.flush()
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { block.deallocate() }
    var offset = 0
    while offset < other.written {
      let count = try other.read(into: block, at: offset)
      guard count > 0 else { return }
      try append(UnsafeRawBufferPointer(rebasing: block[..<count]))
      offset += count
    }
  }

  package func flush() throws(DataFileError) {
    let count = filled
    filled = 0
    try writeThrough(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
  }

  private func writeThrough(_ bytes: UnsafeRawBufferPointer) throws(DataFileError) {
    try write(bytes, at: written)
    written += bytes.count
  }

  /// Writes over what stands at an offset, or beyond the end.
  package func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DataFileError) {
    var done = 0
    while done < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path)
      }
      done += count
    }
  }

  package func write(_ bytes: [UInt8], at offset: Int) throws(DataFileError) {
    var failure: DataFileError?
    bytes.withUnsafeBytes { bytes in
      do throws(DataFileError) { try write(bytes, at: offset) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  // MARK: Reading back

  /// Reads what was flushed at an offset.
  /// - Returns: the count of bytes, 0 at the end.
  package func read(into block: UnsafeMutableRawBufferPointer, at offset: Int) throws(DataFileError) -> Int {
    while true {
      let count = pread(descriptor, block.baseAddress, block.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Puts the file on disk, so that a rename after it never shows less than the whole.
  package func synchronize() throws(DataFileError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw Self.failure(path) }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes on their way to standard output, or to a file that appears whole at the end or not at all.
final class OutputStream {
  private let path: String?
  private let partialPath: String
  private var descriptor: Int32 = 1
  private var pending: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// - Parameter path: nil for standard output.
  init(path: String?) throws(InputFailure) {
    self.path = path
    partialPath = path.map { "\($0).partial-\(getpid())" } ?? ""
    guard let path else { return }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Self.failure(path, "a folder of that name is in the way")
    }
    descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path, Self.reason(errno)) }
    Interruption.remove(partialPath)
  }

  deinit {
    guard path != nil, descriptor >= 0 else { return }
    close(descriptor)
    unlink(partialPath)
  }

  func write(_ text: String) throws(InputFailure) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.bufferSize { try flush() }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(InputFailure) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.bufferSize { try flush() }
  }

  /// Puts the file in its place.
  func finish() throws(InputFailure) {
    try flush()
    guard let path else { return }
    guard fsync(descriptor) == 0, rename(partialPath, path) == 0 else { throw Self.failure(path, Self.reason(errno)) }
    close(descriptor)
    descriptor = -1
  }

  private func flush() throws(InputFailure) {
    defer { pending.removeAll(keepingCapacity: true) }
    guard let path else { return Console.output(pending) }
    var offset = 0
    while offset < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        #if canImport(Glibc)
          Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        #elseif canImport(Musl)
          Musl.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        #else
          Darwin.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.failure(path, Self.reason(errno))
      }
      offset += count
    }
  }

  private static func failure(_ path: String, _ reason: String) -> InputFailure {
    InputFailure("\(path): cannot be written: \(reason)")
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "its folder does not exist"
    case EACCES, EPERM: "permission denied"
    case ENOTDIR: "a file stands where a folder should be"
    case ENOSPC: "no space left"
    case EROFS: "the volume is read-only"
    default: String(cString: strerror(code))
    }
  }
}

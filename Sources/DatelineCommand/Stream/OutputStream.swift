#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes on their way to standard output, or to a file that appears whole at the end or not at all.
final class OutputStream {
  private let file: StagedFile?
  private var descriptor: Int32 = 1
  private var pending: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// - Parameter path: nil for standard output.
  init(path: String?) throws(InputFailure) {
    file = try path.map { path throws(InputFailure) in try StagedFile(path: path) }
    guard let file else { return }
    descriptor = open(file.partialPath, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StagedFile.failure(file.path, StagedFile.reason(errno)) }
  }

  deinit {
    if file != nil, descriptor >= 0 { close(descriptor) }
  }

  func write(_ text: String) throws(InputFailure) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.bufferSize { try flush() }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(InputFailure) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.bufferSize { try flush() }
  }

  /// Hands over what is left, and puts the file in its place.
  func finish() throws(InputFailure) {
    try flush()
    try file?.commit()
  }

  private func flush() throws(InputFailure) {
    defer { pending.removeAll(keepingCapacity: true) }
    guard let file else { return Console.output(pending) }
    guard Console.write(pending, to: descriptor) else { throw StagedFile.failure(file.path, StagedFile.reason(errno)) }
  }
}

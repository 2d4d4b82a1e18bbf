#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes on their way to standard output, or to a file: that is `FILE.partial` until it is whole. A journal may keep what there is of it
/// for another run.
final class BatchFile {
  /// Nil for standard output.
  let path: String?
  /// Where it is until it is whole.
  let partialPath: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// Bytes in the file, without those that wait.
  private var written: Int
  /// Whether a journal speaks of the file, so that it outlives a run that fails.
  var isKept = false
  private var isCommitted = false
  /// Whether the file is this run's: not before its lock is.
  private var isOwned = false
  private static let bufferSize = 1 << 16

  /// - Parameters:
  ///   - path: nil for standard output.
  ///   - length: how much to keep of what an earlier run left; nil for nothing.
  ///   - mayBeInPlace: whether the earlier run may have given the file its name already.
  ///   - cut: called when the file is this run's, before what is not kept goes.
  init(
    path: String?, keeping length: Int? = nil, mayBeInPlace: Bool = false, beforeCutting cut: () -> Void = {}
  ) throws(InputFailure) {
    self.path = path
    written = length ?? 0
    partialPath = Self.partialPath(of: path ?? "")
    guard let path else {
      descriptor = 1
      return
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw StagedFile.failure(path, "a folder of that name is in the way")
    }
    if mayBeInPlace, access(partialPath, F_OK) != 0 {
      descriptor = -1
      isCommitted = true
      return
    }
    descriptor = open(partialPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw StagedFile.failure(path, StagedFile.reason(errno)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw StagedFile.failure(path, "another run is writing it (\(partialPath) is in use)")
    }
    guard fstat(descriptor, &status) == 0, Int(status.st_size) >= written else {
      throw InputFailure(
        "--resume: \(partialPath) is shorter than its journal says; delete it and \(BatchJournal.path(of: path)) and begin anew"
      )
    }
    cut()
    guard ftruncate(descriptor, off_t(written)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw StagedFile.failure(path, StagedFile.reason(errno))
    }
    isOwned = true
    if length == nil { Interruption.remove(partialPath) }
  }

  static func partialPath(of path: String) -> String { "\(path).partial" }

  deinit {
    guard path != nil, descriptor >= 0 else { return }
    // Before the lock goes, so that no other run's file is taken away.
    if isOwned, !isKept, !isCommitted { unlink(partialPath) }
    close(descriptor)
  }

  func write(_ text: String) throws(InputFailure) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Self.bufferSize { try flush() }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(InputFailure) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.bufferSize { try flush() }
  }

  func flush() throws(InputFailure) {
    guard !pending.isEmpty else { return }
    guard let path else {
      Console.output(pending)
      pending.removeAll(keepingCapacity: true)
      return
    }
    guard Console.write(pending, to: descriptor) else { throw StagedFile.failure(path, StagedFile.reason(errno)) }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// Puts all that was written on disk.
  /// - Returns: its length.
  func synchronize() throws(InputFailure) -> Int {
    try flush()
    guard let path, !isCommitted else { return written }
    guard fsync(descriptor) == 0 else { throw StagedFile.failure(path, StagedFile.reason(errno)) }
    return written
  }

  /// Puts the file in its place.
  func commit() throws(InputFailure) {
    _ = try synchronize()
    guard let path, !isCommitted else { return }
    guard rename(partialPath, path) == 0 else { throw StagedFile.failure(path, StagedFile.reason(errno)) }
    isCommitted = true
  }

  /// Takes away what was written, for a file that was only on the way to another.
  func discard() {
    guard !isCommitted else { return }
    unlink(partialPath)
    isCommitted = true
  }

  /// Whether it has its name.
  var isInPlace: Bool { isCommitted }
}

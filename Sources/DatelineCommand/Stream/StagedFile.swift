#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written under another name beside its own, and gets its own when it is whole; what is not whole goes.
final class StagedFile {
  let path: String
  /// Where it is written.
  let partialPath: String
  private var isCommitted = false

  /// - Parameter partialPath: where it is written, if that is to be the same in every run.
  init(path: String, partialPath: String? = nil) throws(InputFailure) {
    self.path = path
    self.partialPath = partialPath ?? "\(path).partial-\(getpid())"
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Self.failure(path, "a folder of that name is in the way")
    }
    let descriptor = open(self.partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path, Self.reason(errno)) }
    close(descriptor)
    Interruption.remove(self.partialPath)
  }

  deinit {
    if !isCommitted { unlink(partialPath) }
  }

  /// Puts the file in its place.
  func commit() throws(InputFailure) {
    let descriptor = open(partialPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0, close(descriptor) == 0, rename(partialPath, path) == 0 else {
      throw Self.failure(path, Self.reason(errno))
    }
    isCommitted = true
  }

  static func failure(_ path: String, _ reason: String) -> InputFailure {
    InputFailure("\(path): cannot be written: \(reason)")
  }

  static func reason(_ code: Int32) -> String {
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

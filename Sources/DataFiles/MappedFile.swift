#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file mapped into memory, read-only, for as long as the object lives.
package final class MappedFile: Sendable {
  package let path: String
  package let bytes: ByteView

  /// - Throws: ``DataFileError/unreadable(path:reason:)``
  package init(path: String) throws(DataFileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "it is not a file") }
    self.path = path
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = .empty
      return
    }
    guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    bytes = ByteView(UnsafeRawBufferPointer(start: memory, count: count))
  }

  deinit {
    bytes.withUnsafeBytes { buffer in
      guard let memory = buffer.baseAddress, buffer.count > 0 else { return }
      munmap(UnsafeMutableRawPointer(mutating: memory), buffer.count)
    }
  }
}

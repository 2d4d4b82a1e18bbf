#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file or of standard input, a block at a time.
final class ByteSource {
  /// As the user knows it.
  let name: String
  private let descriptor: Int32

  /// - Parameter path: `-` for standard input.
  init(path: String) throws(InputFailure) {
    guard path != "-" else {
      (name, descriptor) = ("standard input", 0)
      return
    }
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputFailure(
        errno == ENOENT ? "\(path): there is no such file" : "\(path): cannot be read: \(Self.systemReason)")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw InputFailure("\(path): cannot be read: it is a folder")
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Puts the next bytes into a buffer and says how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    while true {
      let count = systemRead(descriptor, buffer)
      if count >= 0 { return count }
      guard errno == EINTR else { throw InputFailure("\(name): cannot be read: \(Self.systemReason)") }
    }
  }

  /// All that is left.
  func bytes() throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = try read(into: block)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
  }

  private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private static var systemReason: String {
    let reason = String(cString: strerror(errno))
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}

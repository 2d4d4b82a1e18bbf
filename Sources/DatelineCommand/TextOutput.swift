import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Text of any length on its way to standard output or to a file, which appears whole or not at all.
final class TextOutput {
  private let path: String?
  private let partialPath: String
  private let file: FileOutput?
  private var pending = ""
  private var isFinished = false
  private static let bufferSize = 1 << 16

  /// - Parameter path: nil for standard output.
  init(path: String? = nil) throws(InputFailure) {
    self.path = path
    partialPath = (path ?? "") + ".partial"
    guard path != nil else {
      file = nil
      return
    }
    do { file = try FileOutput(path: partialPath) } catch {
      if case .unwritable(_, let reason) = error { throw InputFailure("\(path ?? ""): cannot be written: \(reason)") }
      throw InputFailure(error)
    }
    Interruption.remove(partialPath)
  }

  deinit { if file != nil, !isFinished { unlink(partialPath) } }

  func write(_ text: String) throws(InputFailure) {
    pending += text
    if pending.utf8.count >= Self.bufferSize { try flush() }
  }

  /// Hands over what is left; a file appears under its name.
  func finish() throws(InputFailure) {
    try flush()
    isFinished = true
    guard let file, let path else { return }
    do { try file.synchronize() } catch { throw InputFailure(error) }
    guard rename(partialPath, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(partialPath)
      throw InputFailure("\(path): cannot be written: \(reason.prefix(1).lowercased() + reason.dropFirst())")
    }
  }

  private func flush() throws(InputFailure) {
    defer { pending.removeAll(keepingCapacity: true) }
    guard let file else { return Console.output(pending) }
    do { try file.append(Array(pending.utf8)) } catch { throw InputFailure(error) }
  }
}

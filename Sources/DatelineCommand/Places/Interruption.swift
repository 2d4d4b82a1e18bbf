#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens at Ctrl-C and termination while files are being written: the halves of them go, and then the program.
enum Interruption {
  /// How many files may be on their way at once.
  private static let most = 8
  /// Read by the signal handler alone, set before it is in place; empty places are nil.
  nonisolated(unsafe) private static let partialPaths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
    let paths = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: most)
    paths.initialize(repeating: nil, count: most)
    return paths
  }()
  nonisolated(unsafe) private static var count = 0
  /// What is said instead, once there is something that another run can go on with; never freed.
  nonisolated(unsafe) private static var sentence: UnsafeMutablePointer<CChar>?

  /// From now on what is on its way stays, and a sentence tells how to go on.
  static func keep(saying words: String) {
    guard sentence == nil else { return }
    sentence = strdup("\ndateline: \(words)\n")
    for index in 0..<most { partialPaths[index] = nil }
  }

  static func remove(_ path: String) {
    guard count < most else { return }
    partialPaths[count] = strdup(path)
    count += 1
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        // Only what POSIX allows in a handler.
        if let sentence = Interruption.sentence { _ = systemWrite(2, sentence, strlen(sentence)) }
        for index in 0..<Interruption.most {
          if let path = Interruption.partialPaths[index] { unlink(path) }
        }
        _exit(128 + number)
      }
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<CChar>, _ count: Int) -> Int {
  #if canImport(Glibc)
    Glibc.write(descriptor, bytes, count)
  #elseif canImport(Musl)
    Musl.write(descriptor, bytes, count)
  #else
    Darwin.write(descriptor, bytes, count)
  #endif
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens at Ctrl-C and termination while a file is being written: the half of it goes, and then the program.
enum Interruption {
  /// Read by the signal handler alone, set before it is in place.
  nonisolated(unsafe) private static var partialPath: UnsafeMutablePointer<CChar>?

  static func remove(_ path: String) {
    partialPath = strdup(path)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        // Only what POSIX allows in a handler.
        if let path = Interruption.partialPath { unlink(path) }
        _exit(128 + number)
      }
    }
  }
}

import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the handler of signals needs: it may neither allocate nor ask Swift for anything.
private nonisolated(unsafe) var inputBytes: UnsafeMutablePointer<UInt8>?
private nonisolated(unsafe) var inputCount = 0
private nonisolated(unsafe) var findingPath: UnsafeMutablePointer<CChar>?

/// Keeps the input that is being read, so that a trap or a hang leaves it in a file.
struct FuzzGuardian {
  /// CPU seconds that one input may take.
  private static let patience = 10
  private static let capacity = 1 << 23

  init(folder: String, reader: String) throws {
    if inputBytes == nil { inputBytes = .allocate(capacity: Self.capacity) }
    free(findingPath)
    findingPath = strdup("\(folder)/\(reader)-crash")
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGPROF] {
      #if canImport(Darwin)
        Darwin.signal(signal, Self.keep)
      #elseif canImport(Musl)
        Musl.signal(signal, Self.keep)
      #else
        Glibc.signal(signal, Self.keep)
      #endif
    }
  }

  func watch(_ input: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
    inputCount = min(input.count, Self.capacity)
    for place in 0..<inputCount { inputBytes?[place] = input[place] }
    setAlarm(Self.patience)
    defer { setAlarm(0) }
    try body(input)
  }

  private func setAlarm(_ seconds: Int) {
    var timer = itimerval(
      it_interval: timeval(tv_sec: 0, tv_usec: 0), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    #if canImport(Glibc)
      setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
    #else
      setitimer(ITIMER_PROF, &timer, nil)
    #endif
  }

  private static let keep: @convention(c) (Int32) -> Void = { signal in
    guard let findingPath, let inputBytes else { _exit(3) }
    let file = open(findingPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = write(file, inputBytes, inputCount)
    _ = write(2, "fuzz: a trap or a hang; the input is kept as ", 45)
    _ = write(2, findingPath, strlen(findingPath))
    _ = write(2, "\n", 1)
    _exit(signal == SIGPROF ? 4 : 3)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Work in numbered parts, done on several threads and handed over in the order of the numbers.
public enum ParallelChunks {
  /// How many threads this machine runs at once.
  public static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Does `work` for 0 ..< `count` with at most `threads` parts at a time, and calls `deliver` for each result in order.
  ///
  /// At most twice as many results as threads wait for their turn, so memory does not grow with `count`.
  package static func inOrder<Result: Sendable>(
    _ count: Int, threads: Int, isolation: isolated (any Actor)? = #isolation,
    work: @escaping @Sendable (Int) -> Result, deliver: (Result) throws -> Void
  ) async rethrows {
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var (started, delivered) = (0, 0)
      while delivered < count {
        while started < count, started < delivered + 2 * max(threads, 1),
          started - delivered - waiting.count < max(threads, 1)
        {
          let part = started
          group.addTask { (part, work(part)) }
          started += 1
        }
        guard let (part, result) = try await group.next() else { return }
        waiting[part] = result
        while let next = waiting.removeValue(forKey: delivered) {
          try deliver(next)
          delivered += 1
        }
      }
    }
  }
}

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
    var part = -1
    try await inOrder(
      threads: threads,
      next: {
        part += 1
        return part < count ? part : nil
      }, work: work, deliver: deliver)
  }

  /// Does `work` for what `next` gives until that is nil, with at most `threads` parts at a time, and calls `deliver` for each result in
  /// the order in which the parts came.
  ///
  /// `next` and `deliver` are called one at a time. At most twice as many parts as threads are on their way, and no further one begins
  /// while those weigh `limit` or more, so memory grows neither with the number of parts nor, by more than one, with their size. With one
  /// thread nothing runs beside anything.
  /// - Parameter weight: what a part holds until its result is delivered, for example in bytes.
  package static func inOrder<Part: Sendable, Result: Sendable>(
    threads: Int, limit: Int = .max, weight: (Part) -> Int = { _ in 0 },
    isolation: isolated (any Actor)? = #isolation, next: () throws -> Part?,
    work: @escaping @Sendable (Part) -> Result, deliver: (Result) throws -> Void
  ) async rethrows {
    guard threads > 1 else {
      while let part = try next() { try deliver(work(part)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var weights: [Int: Int] = [:]
      var (started, delivered, load) = (0, 0, 0)
      var isAtEnd = false
      while true {
        while !isAtEnd, started < delivered + 2 * threads, started - delivered - waiting.count < threads,
          started == delivered || load < limit
        {
          guard let part = try next() else {
            isAtEnd = true
            break
          }
          let number = started
          weights[number] = weight(part)
          load += weights[number] ?? 0
          group.addTask { (number, work(part)) }
          started += 1
        }
        guard let (number, result) = try await group.next() else { return }
        waiting[number] = result
        while let next = waiting.removeValue(forKey: delivered) {
          try deliver(next)
          load -= weights.removeValue(forKey: delivered) ?? 0
          delivered += 1
        }
      }
    }
  }
}

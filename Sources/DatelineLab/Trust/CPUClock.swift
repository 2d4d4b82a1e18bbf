#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Seconds of CPU time, which other programs on the machine hardly change, and of the clock on the wall.
enum CPUClock {
  static var process: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }
  static var wall: Double { seconds(CLOCK_MONOTONIC) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The least CPU time of some runs; at least one, and no more once `budget` seconds are spent.
  static func best(of runs: Int = 7, budget: Double = 4, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    var spent = 0.0
    for _ in 0..<max(runs, 1) where spent < budget {
      let start = process
      try body()
      let took = process - start
      best = min(best, took)
      spent += took
    }
    return best
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Tries `body` with generators of one seed after the other: `rounds` of them, or as many as `DATELINE_FUZZ_MINUTES` have time for.
/// `DATELINE_FUZZ_SEED` says which is the first.
///
///     DATELINE_FUZZ_MINUTES=10 swift test --filter GeoJSONTests.FuzzTests
///
/// - Parameter body: gets the generator and its seed, which belongs into the message of what fails.
package func fuzz(rounds: Int, _ body: (inout SeededGenerator, _ seed: UInt64) throws -> Void) rethrows {
  let minutes = number("DATELINE_FUZZ_MINUTES")
  let first = UInt64(max(0, number("DATELINE_FUZZ_SEED")))
  let end = monotonicSeconds() + minutes * 60
  var round = 0
  while minutes > 0 ? round & 63 != 0 || monotonicSeconds() < end : round < rounds {
    let seed = first + UInt64(round)
    var random = SeededGenerator(seed: seed)
    try body(&random, seed)
    round += 1
  }
  if minutes > 0 { print("\(round) rounds, seeds \(first) to \(first + UInt64(max(round, 1)) - 1)") }
}

private func number(_ name: String) -> Int { getenv(name).flatMap { Int(String(cString: $0)) } ?? 0 }

private func monotonicSeconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec)
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How often a generator tries: a short run, or as many times more as `DATELINE_FUZZ` says.
package func fuzzRounds(_ short: Int) -> Int { short * max(1, number("DATELINE_FUZZ")) }

/// Added to a generator's seed: `DATELINE_FUZZ_SEED`, 0 where it is not set.
package var fuzzSeed: UInt64 { UInt64(max(0, number("DATELINE_FUZZ_SEED"))) }

private func number(_ name: String) -> Int { getenv(name).flatMap { Int(String(cString: $0)) } ?? 0 }

import Geodesy
import Synchronization
import Testing

@Suite struct ParallelChunksTests {
  /// What was begun and not yet delivered, in parts and in weight.
  private struct Load {
    var (parts, weight) = (0, 0)
    var (mostParts, mostBefore) = (0, 0)
  }

  @Test(arguments: [1, 2, 8]) func resultsComeInOrder(threads: Int) async {
    var numbers = (0..<500).makeIterator()
    var results: [Int] = []
    await ParallelChunks.inOrder(
      threads: threads, next: { numbers.next() }, work: { $0 * $0 }, deliver: { results.append($0) })
    #expect(results == (0..<500).map { $0 * $0 })
  }

  /// Light parts are bounded by their number, heavy ones by their weight.
  @Test(arguments: [(weight: 1, parts: 16), (weight: 40, parts: 3), (weight: 1000, parts: 1)])
  func partsOnTheirWayAreBounded(weight: Int, parts: Int) async {
    let load = Mutex(Load())
    var left = 200
    await ParallelChunks.inOrder(
      threads: 8, limit: 100, weight: { _ in weight },
      next: { () -> Int? in
        guard left > 0 else { return nil }
        left -= 1
        load.withLock { load in
          load.mostBefore = max(load.mostBefore, load.weight)
          load.parts += 1
          load.weight += weight
          load.mostParts = max(load.mostParts, load.parts)
        }
        return left
      }, work: { $0 },
      deliver: { (_: Int) in
        load.withLock { load in
          load.parts -= 1
          load.weight -= weight
        }
      })
    let most = load.withLock { $0 }
    #expect(most.parts == 0)
    #expect(most.mostParts <= parts)
    #expect(most.mostBefore < 100, "no part begins while those on their way weigh as much as they may")
  }
}

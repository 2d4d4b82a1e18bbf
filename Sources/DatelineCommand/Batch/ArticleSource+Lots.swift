import Formats
import Geodesy

extension ArticleSource {
  /// Reads every article that is left on some threads, and hands over in their order what becomes of them, a lot at a time.
  ///
  /// Memory does not grow with the input: parts wait whose bytes are some 64 MB together, whatever their number.
  /// - Parameters:
  ///   - work: done on any thread.
  ///   - deliver: called on one, with the ``position`` behind the lot.
  func inOrder<Product: Sendable>(
    threads: Int, isolation: isolated (any Actor)? = #isolation,
    work: @escaping @Sendable (ReadArticle) -> Product,
    deliver: (_ results: [Result<Product, ArticleFault>], _ position: Int) throws -> Void
  ) async throws {
    try await ParallelChunks.inOrder(
      threads: threads, limit: 2 * ReadingLimit.article, weight: { (lot: ArticleLot) in lot.byteCount },
      next: { ArticleLot(of: self) },
      work: { lot in (lot.parts.map { $0.read().map(work) }, lot.position) },
      deliver: { (results, position) in try deliver(results, position) })
  }
}

/// A few parts of the input that one thread reads in one go.
private struct ArticleLot: Sendable {
  private(set) var parts: [UnreadArticle] = []
  private(set) var byteCount = 0
  /// Behind its last part.
  let position: Int

  static let mostParts = 64
  static let mostBytes = 1 << 16

  /// Nil at the end.
  init?(of source: ArticleSource) {
    while parts.count < Self.mostParts, byteCount < Self.mostBytes, let part = source.next() {
      parts.append(part)
      byteCount += part.byteCount
    }
    guard !parts.isEmpty else { return nil }
    position = source.position
  }
}

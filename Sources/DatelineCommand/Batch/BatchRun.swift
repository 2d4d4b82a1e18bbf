import Formats
import Geodesy

/// Reads articles on all cores and writes what becomes of them in their order, in memory that does not grow with their number; goes on
/// where an earlier run was interrupted.
final class BatchRun<Output: BatchOutput> {
  private var source: any ArticleSource
  private let output: Output
  /// For what could not be read; nil where nobody asked.
  private let errors: BatchFile?
  /// Nil where the output is not resumable: standard output, or standard input.
  private let journal: BatchJournal?
  /// Things of the input that are done, and those of them that failed.
  private var done: Int
  private var failed: Int
  /// Behind what is done.
  private var mark: InputMark
  private let size: Int?
  private var progress: BatchProgress
  private var lastEntry = Seconds.now

  /// Seconds between two entries of the journal.
  private static var pause: Double { 1 }

  /// - Parameter checkpoint: where the run goes on; nil for the beginning.
  init(
    _ source: some ArticleSource, to output: Output, errors: BatchFile?, journal: BatchJournal?,
    from checkpoint: BatchJournal.Checkpoint?, isQuiet: Bool
  ) throws {
    var source = source
    (self.output, self.errors, self.journal) = (output, errors, journal)
    (done, failed) = (checkpoint?.done ?? 0, checkpoint?.failed ?? 0)
    if let checkpoint, !checkpoint.isComplete {
      try source.resume(at: checkpoint.mark)
      guard output.resume(checkpoint.state) else {
        throw InputFailure("--resume: \(journal?.path ?? "the journal") is damaged; delete it to begin anew")
      }
    }
    (mark, size) = (source.mark, source.size)
    self.source = source
    progress = BatchProgress(quiet: isQuiet, doneBefore: done, bytesBefore: mark.bytes)
    if checkpoint != nil { keepFiles() }
  }

  /// Whether all could be read.
  var isWhole: Bool { failed == 0 }

  /// Reads all that there is.
  func read(threads: Int) async throws {
    let work = output.work
    try await ParallelChunks.inOrder(
      threads: threads, next: { try Chunk<Output.Product>.next(of: &source) }, work: { $0.worked(by: work) },
      deliver: { chunk in try deliver(chunk) })
    progress.clear()
  }

  private func deliver(_ chunk: Chunk<Output.Product>) throws {
    for result in chunk.results {
      switch result {
      case .product(let product):
        let words = output.words(of: product)
        if !words.isEmpty { progress.clear() }
        for line in words { Console.tell(line) }
        try output.write(product)
      case .failure(let failure):
        progress.clear()
        Console.complain(failure.complaint)
        if failure.isLine { try output.write(badLine: failure.line) }
        try errors?.write(failure.line)
        failed += 1
      case .item: continue
      }
      done += 1
    }
    mark = chunk.mark
    progress.show(done: done, failed: failed, bytes: mark.bytes, of: size)
    guard let journal, Seconds.now - lastEntry >= Self.pause else { return }
    try enter(in: journal, isComplete: false)
    lastEntry = Seconds.now
  }

  /// Ends what is written.
  func finish() throws {
    try output.finish()
    if let journal, journal.exists { try enter(in: journal, isComplete: true) }
  }

  /// Gives the files their names; for a run that was interrupted in doing so, too.
  func commit() throws {
    try output.commit()
    try errors?.commit()
    journal?.remove()
  }

  private func enter(in journal: BatchJournal, isComplete: Bool) throws {
    let lengths = try (output.files + (errors.map { [$0] } ?? [])).map { file in try file.synchronize() }
    try journal.write(
      BatchJournal.Checkpoint(
        mark: mark, done: done, failed: failed, lengths: lengths, state: output.state, isComplete: isComplete))
    keepFiles()
  }

  private func keepFiles() {
    for file in output.files { file.isKept = true }
    errors?.isKept = true
    Interruption.keep(saying: "interrupted; the same command with --resume goes on from here")
  }
}

/// A few things of the input that one thread does in one go.
private struct Chunk<Product: Sendable>: Sendable {
  enum Result: Sendable {
    case item(InputItem)
    case product(Product)
    case failure(Failure)
  }

  struct Failure: Sendable {
    var complaint: String
    /// The line of JSON that tells of it.
    var line: String
    /// Whether it is a line of a file rather than a file.
    var isLine: Bool
  }

  var results: [Result]
  /// Where the input goes on behind it.
  var mark: InputMark

  static var mostItems: Int { 64 }
  static var mostBytes: Int { 1 << 16 }

  static func next(of source: inout some ArticleSource) throws -> Chunk? {
    var items: [Result] = []
    var bytes = 0
    while items.count < mostItems, bytes < mostBytes, let item = try source.next() {
      items.append(.item(item))
      bytes += item.bytes
    }
    return items.isEmpty ? nil : Chunk(results: items, mark: source.mark)
  }

  func worked(by work: (ArticleInput) -> Product) -> Chunk {
    Chunk(
      results: results.map { result in
        guard case .item(let item) = result else { return result }
        switch item.read() {
        case .success(let input): return .product(work(input))
        case .failure(let failure): return .failure(Self.told(failure, of: item))
        }
      }, mark: mark)
  }

  private static func told(_ failure: ArticleError, of item: InputItem) -> Failure {
    return Failure(
      complaint: item.line.map { "\(item.path):\($0): \(failure)" } ?? "\(failure)", line: item.errorLine(failure),
      isLine: item.line != nil)
  }
}

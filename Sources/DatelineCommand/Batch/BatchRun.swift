import Formats
import GeoJSON
import Geodesy

/// Reads articles on all cores and writes what becomes of them in their order, in memory that does not grow with their number; goes on
/// where an earlier run was interrupted.
struct BatchRun<Output: BatchOutput> {
  var threads: Int
  var isQuiet: Bool
  /// For what could not be read; nil where nobody asked.
  var errors: BatchFile?
  /// Nil where the output is not resumable: standard output, or standard input.
  var journal: BatchJournal?
  /// Where the run goes on; nil for the beginning.
  var checkpoint: BatchJournal.Checkpoint?
  var output: Output

  /// Seconds between two entries of the journal.
  private static var pause: Double { 1 }

  /// Does it all.
  /// - Returns: whether all could be read.
  func run(_ source: consuming some ArticleSource) async throws -> Bool {
    var source = source
    var (done, failed) = (checkpoint?.done ?? 0, checkpoint?.failed ?? 0)
    if let checkpoint {
      try source.resume(at: checkpoint.mark)
      guard output.resume(checkpoint.state) else {
        throw InputFailure("--resume: \(journal?.path ?? "the journal") is damaged; delete it to begin anew")
      }
    }
    var mark = source.mark
    let size = source.size
    var progress = BatchProgress(quiet: isQuiet, doneBefore: done, bytesBefore: mark.bytes)
    var lastEntry = Seconds.now
    if checkpoint != nil { keepFiles() }
    let output = output
    let work = output.work
    try await ParallelChunks.inOrder(
      threads: threads, next: { try Chunk<Output.Product>.next(of: &source) },
      work: { chunk in chunk.worked(by: work) },
      deliver: { chunk in
        for result in chunk.results {
          if case .product(let product) = result {
            let words = output.words(of: product)
            if !words.isEmpty { progress.clear() }
            for line in words { Console.tell(line) }
            try output.write(product)
          } else if case .failure(let failure) = result {
            progress.clear()
            Console.complain(failure.complaint)
            if failure.isLine { try output.write(badLine: failure.line) }
            try errors?.write(failure.line)
            failed += 1
          }
          done += 1
        }
        mark = chunk.mark
        progress.show(done: done, failed: failed, bytes: mark.bytes, of: size)
        guard let journal, Seconds.now - lastEntry >= Self.pause else { return }
        try enter(mark, done, failed, journal, isComplete: false)
        lastEntry = Seconds.now
      })
    progress.clear()
    try output.finish()
    if let journal, journal.exists { try enter(mark, done, failed, journal, isComplete: true) }
    try end()
    return failed == 0
  }

  /// Gives the files their names; for a run that was interrupted in doing so, too.
  func end() throws {
    try output.commit()
    try errors?.commit()
    journal?.remove()
  }

  private func enter(
    _ mark: InputMark, _ done: Int, _ failed: Int, _ journal: BatchJournal, isComplete: Bool
  ) throws {
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
    let line = GeoJSONWriter().string(
      .object([
        JSONValue.Member("id", .optional(item.id())), JSONValue.Member("line", .optional(item.line)),
        JSONValue.Member("error", .string("\(failure)")),
      ]))
    return Failure(
      complaint: item.line.map { "\(item.path):\($0): \(failure)" } ?? "\(failure)", line: line + "\n",
      isLine: item.line != nil)
  }
}

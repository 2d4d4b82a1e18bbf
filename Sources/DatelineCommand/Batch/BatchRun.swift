import Formats

/// Reads articles on all cores and writes what becomes of them in their order, in memory that does not grow with their number; goes on
/// where an earlier run was interrupted.
final class BatchRun<Output: BatchOutput> {
  private let source: ArticleSource
  private let output: Output
  /// For what could not be read; nil where nobody asked.
  private let errors: BatchFile?
  /// Nil where the output is not resumable: standard output, or standard input.
  private let journal: BatchJournal?
  /// Parts of the input that are done, and those of them that failed.
  private var done: Int
  private var failed: Int
  /// Bytes of the input in all; nil where that is not known.
  private let size: Int?
  /// Those of them that are done.
  private var position: Int
  private var progress: BatchProgress
  private var lastEntry = Seconds.now

  /// Seconds between two entries of the journal.
  private static var pause: Double { 1 }

  /// - Parameter checkpoint: where the run goes on; nil for the beginning.
  init(
    _ source: ArticleSource, size: Int?, to output: Output, errors: BatchFile?, journal: BatchJournal?,
    from checkpoint: BatchJournal.Checkpoint?, isQuiet: Bool
  ) throws {
    (self.source, self.size, self.output, self.errors, self.journal) = (source, size, output, errors, journal)
    (done, failed) = (checkpoint?.done ?? 0, checkpoint?.failed ?? 0)
    if let checkpoint, !checkpoint.isComplete {
      guard source.skip(checkpoint.done), output.resume(checkpoint.state) else {
        throw InputFailure("--resume: \(journal?.path ?? "the journal") is damaged; delete it to begin anew")
      }
    }
    position = source.position
    progress = BatchProgress(quiet: isQuiet, doneBefore: done, bytesBefore: position)
    if checkpoint != nil { keepFiles() }
  }

  /// Whether all could be read.
  var isWhole: Bool { failed == 0 }

  /// Reads all that there is.
  func read(threads: Int) async throws {
    try await source.inOrder(threads: threads, work: output.work) { results, position in
      for result in results { try deliver(result) }
      self.position = position
      try tellProgress()
    }
    progress.clear()
  }

  private func deliver(_ result: Result<Output.Product, ArticleFault>) throws {
    switch result {
    case .success(let product):
      let words = output.words(of: product)
      if !words.isEmpty { progress.clear() }
      for line in words { Console.tell(line) }
      try output.write(product)
    case .failure(let fault):
      progress.clear()
      Console.complain("\(fault)")
      if fault.isDocument { try output.write(badLine: fault.jsonLine) }
      try errors?.write(fault.jsonLine)
      failed += 1
    }
    done += 1
  }

  private func tellProgress() throws {
    progress.show(done: done, failed: failed, bytes: position, of: size)
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
        done: done, failed: failed, lengths: lengths, state: output.state, isComplete: isComplete))
    keepFiles()
  }

  private func keepFiles() {
    for file in output.files { file.isKept = true }
    errors?.isKept = true
    Interruption.keep(saying: "interrupted; the same command with --resume goes on from here")
  }
}

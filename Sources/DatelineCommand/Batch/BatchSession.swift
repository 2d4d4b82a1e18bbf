import DataFiles
import DatelineKit
import Formats
import Gazetteer

/// A run from the command line: its input, its files, and what an earlier run left of both.
struct BatchSession {
  private let listing: SourceListing
  private let outputs: [String]
  private let journal: BatchJournal?
  private let checkpoint: BatchJournal.Checkpoint?
  private let options: StreamOptions
  private var opened = 0

  /// - Parameters:
  ///   - outputs: paths of files that are written besides those of the options.
  ///   - facets: what besides the input makes two runs the same.
  ///   - dataPaths: the data files that are used.
  init(
    _ options: StreamOptions, outputs: [String] = [], facets: BatchJournal.Facets, dataPaths: [String]
  ) throws {
    self.options = options
    self.outputs = options.outputs + outputs
    listing = SourceListing(options.files, sparing: self.outputs)
    guard let output = options.output, listing.obstacle == nil else {
      if options.resume, let obstacle = listing.obstacle { throw InputFailure("--resume: \(Self.words(obstacle))") }
      (journal, checkpoint) = (nil, nil)
      return
    }
    let journal = BatchJournal(
      output: output, facets: try Self.facets(facets, listing, options, dataPaths: dataPaths))
    checkpoint = options.resume ? try journal.read() : nil
    if options.resume, checkpoint == nil {
      Console.remark(
        "--resume: nothing of an interrupted run is beside \(output); this is the beginning", options.quiet)
    } else if !options.resume, journal.exists {
      Console.remark("\(output): what an interrupted run left is given up (--resume would have gone on)", options.quiet)
    } else if let checkpoint {
      let words = checkpoint.done == 1 ? "article" : "articles"
      Console.remark("--resume: \(BatchProgress.grouped(checkpoint.done)) \(words) are done already", options.quiet)
    }
    self.journal = journal
  }

  private static func words(_ obstacle: SourceListing.Obstacle) -> String {
    switch obstacle {
    case .standardInput: "standard input cannot be read again; give files"
    case .address(let address): "\(address) may give another page than then; save it as a file first"
    case .stream(let path): "\(path) is no file and cannot be read again; give files"
    }
  }

  private static func facets(
    _ facets: BatchJournal.Facets, _ listing: SourceListing, _ options: StreamOptions, dataPaths: [String]
  ) throws -> BatchJournal.Facets {
    var data: [String] = []
    for path in dataPaths {
      do { data.append(try SectionedFile.identity(path: path)) } catch { throw InputFailure(error) }
    }
    return [("version of the program", DatelineVersion.current), ("input", listing.digest)] + facets + [
      ("set of data files", data.joined(separator: " ")), ("--date", options.options.date ?? ""),
      ("--home", options.options.home ?? ""), ("--errors", options.errors ?? ""),
    ]
  }

  /// The next of the run's files; in every run they are asked for in the same order.
  /// - Parameter path: nil for standard output.
  mutating func file(_ path: String?) throws(InputFailure) -> BatchFile {
    defer { opened += 1 }
    if let checkpoint, opened >= checkpoint.lengths.count {
      throw InputFailure("--resume: \(journal?.path ?? "the journal") is damaged; delete it to begin anew")
    }
    // What an earlier run left is given up before its bytes are.
    return try BatchFile(
      path: path, keeping: checkpoint?.lengths[opened], mayBeInPlace: checkpoint?.isComplete ?? false,
      beforeCutting: { if checkpoint == nil { journal?.remove() } })
  }

  /// Reads all that there is, or what is left of it.
  /// - Returns: whether all could be read.
  mutating func run(to output: some BatchOutput, keeping kept: [String] = []) async throws -> Bool {
    let errors = try options.errors.map { path throws(InputFailure) in try file(path) }
    let isComplete = checkpoint?.isComplete ?? false
    let source = options.source(keeping: kept, sparing: outputs)
    let run = try BatchRun(
      source, size: listing.obstacle == nil ? listing.size : nil, to: output, errors: errors, journal: journal,
      from: checkpoint,
      isQuiet: options.quiet)
    if !isComplete {
      try await run.read(threads: options.threadCount)
      try run.finish()
      Console.remark(passedOver: source.passedOver, options.quiet)
    }
    try run.commit()
    return run.isWhole
  }
}

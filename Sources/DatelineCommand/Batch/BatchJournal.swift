import GeoJSON

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an interrupted run leaves beside its output, `FILE.journal`: what the run was about, and how far it came.
///
/// The journal is one line of JSON, replaced as a whole: whenever the program is killed, the one before or the one after stands there.
/// The files that it speaks of are on disk before it is, so they hold at least what it says; what they hold beyond is cut off.
struct BatchJournal {
  /// How far a run came.
  struct Checkpoint {
    /// Parts of the input that are done, in the order of the input, and those of them that failed.
    var done: Int
    var failed: Int
    /// How long each output is, in the order of the run's outputs.
    var lengths: [Int]
    /// What those who put the outputs together have to know.
    var state: JSONValue
    /// All is written, only names are to be given.
    var isComplete: Bool
  }

  /// What makes two runs the same, by name: inputs, options, data.
  typealias Facets = [(name: String, value: String)]

  let path: String
  private let facets: Facets

  /// - Parameter output: the output's path.
  init(output: String, facets: Facets) {
    path = Self.path(of: output)
    self.facets = facets
  }

  static func path(of output: String) -> String { "\(output).journal" }

  var exists: Bool { access(path, F_OK) == 0 }

  func remove() {
    unlink(path)
    unlink(partialPath)
  }

  func write(_ checkpoint: Checkpoint) throws(InputFailure) {
    let members = [
      JSONValue.Member("journal", .int(1)),
      JSONValue.Member("run", .object(facets.map { JSONValue.Member($0.name, .string($0.value)) })),
      JSONValue.Member("done", .int(checkpoint.done)), JSONValue.Member("failed", .int(checkpoint.failed)),
      JSONValue.Member("lengths", .array(checkpoint.lengths.map { .int($0) })),
      JSONValue.Member("state", checkpoint.state), JSONValue.Member("complete", .bool(checkpoint.isComplete)),
    ]
    try replace(with: Array((GeoJSONWriter().string(.object(members)) + "\n").utf8))
  }

  private var partialPath: String { BatchFile.partialPath(of: path) }

  private func replace(with bytes: [UInt8]) throws(InputFailure) {
    let descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw StagedFile.failure(path, StagedFile.reason(errno)) }
    let isWritten = Console.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten, rename(partialPath, path) == 0 else {
      throw StagedFile.failure(path, StagedFile.reason(isWritten ? errno : code))
    }
  }

  /// Where the run stopped that left the journal; nil where there is none.
  /// - Throws: a sentence where that run was another: other input, options or data.
  func read() throws(InputFailure) -> Checkpoint? {
    guard exists else { return nil }
    let bytes = try ByteSource(path: path).bytes()
    guard let object = try? GeoJSONReader().value(bytes), object["journal"] == .int(1),
      let run = object["run"]?.members,
      let done = object["done"]?.intValue, let failed = object["failed"]?.intValue, failed >= 0, failed <= done,
      let lengths = object["lengths"]?.arrayValue?.compactMap(\.intValue), lengths.allSatisfy({ $0 >= 0 }),
      let state = object["state"], let isComplete = object["complete"]?.boolValue
    else { throw InputFailure("--resume: \(path) is no journal of this program; delete it to begin anew") }
    try compare(run)
    return Checkpoint(done: done, failed: failed, lengths: lengths, state: state, isComplete: isComplete)
  }

  private func compare(_ run: [JSONValue.Member]) throws(InputFailure) {
    let then = run.map { ($0.key, $0.value.stringValue ?? "") }
    let other = facets.first { facet in !then.contains { $0 == (facet.name, facet.value) } }?.name
    let gone = then.first { old in !facets.contains { $0.name == old.0 } }?.0
    guard let name = other ?? gone else { return }
    throw InputFailure(
      "--resume: the run that was interrupted had another \(name) (\(path)); give it the same as then, or leave out --resume to begin anew"
    )
  }
}

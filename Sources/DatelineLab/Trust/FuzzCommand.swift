import ArgumentParser
import Foundation

/// `dateline-lab fuzz`: damaged input for every reader, the same for the same seed.
///
///     dateline-lab fuzz text --seconds 300
///     dateline-lab fuzz text --replay Tests/Fuzz/text/crash-1
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Feeds damaged input to the readers and keeps what makes one trap, lie or hang.",
    discussion: "Readers: \(FuzzReader.all.map(\.name).joined(separator: ", ")). Without one all take turns.")

  @Argument(help: "Which readers.")
  var readers: [String] = []

  @Option(help: "How many seconds each reader gets.")
  var seconds = 60.0

  @Option(help: "The seed of the first input.")
  var seed: UInt64 = 1

  @Option(help: "The folder with a folder of samples for each reader.")
  var corpus = "Tests/Fuzz"

  @Option(help: "Where inputs that fail are kept.")
  var findings = ".build/fuzz"

  @Option(help: "A file to be read once, instead of made-up input.")
  var replay: String?

  func run() throws {
    let chosen = try readers.isEmpty ? FuzzReader.all : readers.map(Self.reader)
    try FileManager.default.createDirectory(atPath: findings, withIntermediateDirectories: true)
    var faults = 0
    for reader in chosen {
      let body = try reader.prepare()
      let guardian = try FuzzGuardian(folder: findings, reader: reader.name)
      if let replay {
        try guardian.watch([UInt8](Data(contentsOf: URL(fileURLWithPath: replay)))) { try body($0) }
        print("\(reader.name): \(replay) is read without a fault")
        continue
      }
      let samples = try FuzzSamples(folder: "\(corpus)/\(reader.name)", own: reader.samples)
      let start = ContinuousClock.now
      var round = seed
      while ContinuousClock.now - start < .seconds(seconds) {
        let input = samples.input(round: round)
        do { try guardian.watch(input, body) } catch {
          faults += 1
          let path = "\(findings)/\(reader.name)-\(round)"
          try Data(input).write(to: URL(fileURLWithPath: path))
          print("\(reader.name): \(error): kept as \(path)")
          if faults >= 20 { throw ExitCode(1) }
        }
        round += 1
      }
      print("\(reader.name): \(round - seed) inputs from \(samples.count) samples")
    }
    if faults > 0 { throw ExitCode(1) }
  }

  private static func reader(named name: String) throws -> FuzzReader {
    guard let reader = FuzzReader.all.first(where: { $0.name == name }) else {
      throw ValidationError("there is no reader '\(name)'")
    }
    return reader
  }
}

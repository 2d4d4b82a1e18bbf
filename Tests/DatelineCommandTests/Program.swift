import Foundation
import TestSupport

/// The program under test, run as a user runs it.
struct Program {
  struct Outcome {
    var code: Int32
    var output: String
    var complaints: String
  }

  /// Where it and its data are: beside the tests, and in the checkout.
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static var executable: URL? {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    return [tests, root.appendingPathComponent(".build/debug")].map { $0.appendingPathComponent("dateline") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs `dateline` in a folder.
  static func run(_ arguments: [String], in folder: TemporaryFolder, gazetteer: String? = nil) throws -> Outcome {
    guard let executable else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    environment["DATELINE_GAZETTEER"] = gazetteer ?? root.appendingPathComponent("Gazetteer/world.gazetteer").path
    process.environment = environment
    // Files, not pipes: a pipe that fills would stop the program.
    let (output, complaints) = ("\(folder.path)/.stdout", "\(folder.path)/.stderr")
    for path in [output, complaints] { FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: complaints)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      complaints: try String(contentsOfFile: complaints, encoding: .utf8))
  }
}

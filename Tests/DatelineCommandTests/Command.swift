import DataFiles
import Foundation
import TestSupport
import Testing

/// The built program, run as a process in a folder of its own, with a gazetteer of a few places.
struct Command {
  let folder: TemporaryFolder
  private let scratch: TemporaryFolder
  let program: String
  let gazetteer: String

  struct Outcome {
    var status: Int32
    /// Whether it ended by itself and not by a signal.
    var hasExited: Bool
    var output: String
    var complaints: String
  }

  init() throws {
    folder = try TemporaryFolder()
    scratch = try TemporaryFolder()
    gazetteer = try scratch.write(SampleGazetteer.bytes(), to: "sample.gazetteer")
    // the program is built beside the tests: in their folder or, on macOS, in that of their bundle
    let tests = URL(fileURLWithPath: DataFileLocator.current.executable).deletingLastPathComponent()
    let bundles = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    program = try #require(
      ([tests] + bundles).map { $0.appendingPathComponent("dateline").path }.first {
        FileManager.default.isExecutableFile(atPath: $0)
      }, "the program is not built")
  }

  /// Runs `dateline`, or another program, with some arguments.
  /// - Parameters:
  ///   - device: where standard output goes instead of being kept, such as `/dev/full`.
  ///   - shell: what a shell does before the program takes its place, such as `ulimit -f 1`.
  func run(
    _ arguments: [String], by program: String? = nil, input: String = "", environment: [String: String] = [:],
    closingOutput: Bool = false, device: String? = nil, shell: String? = nil
  ) throws -> Outcome {
    let process = Process()
    let program = program ?? self.program
    process.executableURL = URL(fileURLWithPath: shell == nil ? program : "/bin/sh")
    process.arguments = (shell.map { ["-c", "\($0); exec \"$0\" \"$@\"", program] } ?? []) + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["DATELINE_GAZETTEER": gazetteer]) { $1 }
      .merging(environment) { $1 }
    let files = try ["input", "output", "complaints"].map { name in
      try FileHandle(
        forUpdating: URL(fileURLWithPath: scratch.write(name == "input" ? input : "", to: name)))
    }
    process.standardInput = files[0]
    process.standardError = files[2]
    if let device {
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: device))
    } else if closingOutput {
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      process.standardOutput = pipe.fileHandleForWriting
    } else {
      process.standardOutput = files[1]
    }
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(scratch.path)/\(name)", encoding: .utf8)
    }
    return Outcome(
      status: process.terminationStatus, hasExited: process.terminationReason == .exit, output: try text("output"),
      complaints: try text("complaints"))
  }

  /// Begins a run that goes on beside the test, its words thrown away.
  func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["DATELINE_GAZETTEER": gazetteer]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The program of util-linux that gives another a terminal.
  static let terminal = "/usr/bin/script"

  /// What a run with words for arguments shows on a terminal.
  func shown(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.terminal)
    process.arguments = ["-qec", ([program] + arguments).joined(separator: " "), "\(scratch.path)/typescript"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.environment = ProcessInfo.processInfo.environment.merging(["DATELINE_GAZETTEER": gazetteer]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/typescript")), as: UTF8.self)
  }

  func bytes(of name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)")) }

  func read(_ name: String) throws -> String { try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder.path)/\(name)") }

  /// The names of the files in a folder under that of the run, sorted.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(name)").sorted()
  }
}

import DataFiles
import DatelineKit
import Formats
import Gazetteer
import GeoJSON

/// What a batch of articles becomes whose incidents are asked for: text or the rows of a GeoPackage, and areas.
struct IncidentProduct<Main: Sendable>: Sendable {
  var main: Main
  var areas: TextFragment?
  var omissions: RowOmissions
  var words: [Console.Words]
}

/// The second file of `--areas`.
final class AreaFile {
  let file: BatchFile
  private var assembly: TextAssembly

  init(_ file: BatchFile, text: AreaText) {
    self.file = file
    assembly = text.assembly
  }

  func write(_ fragment: TextFragment?) throws {
    guard let fragment else { return }
    try assembly.add(fragment) { bytes in try file.write(bytes) }
  }

  func finish() throws { try assembly.finish { bytes in try file.write(bytes) } }

  var state: JSONValue { assembly.state }
  func resume(_ state: JSONValue) -> Bool { assembly.resume(state) }
}

/// How many rows a profile left out, over interruptions.
struct OmissionCount {
  private(set) var omissions = RowOmissions()

  mutating func add(_ more: RowOmissions) { omissions += more }

  var state: JSONValue { [.int(omissions.country), .int(omissions.uncoded), .int(omissions.undated)] }

  mutating func resume(_ state: JSONValue) -> Bool {
    guard let counts = state.arrayValue?.compactMap(\.intValue), counts.count == 3 else { return false }
    (omissions.country, omissions.uncoded, omissions.undated) = (counts[0], counts[1], counts[2])
    return true
  }

  /// Says it of a profile, where there is something to say.
  func tell(_ profile: RowProfile) {
    guard let codebook = profile.codebook, omissions.total > 0 else { return }
    Console.complain("--columns \(codebook.rawValue): \(omissions.words)")
  }
}

/// Incidents as text.
final class IncidentTextOutput: BatchOutput {
  let work: @Sendable (ReadArticle) -> IncidentProduct<TextFragment>
  private let file: BatchFile
  private let writer: IncidentWriter
  private let areas: AreaFile?
  private let takesBadLines: Bool
  private let profile: RowProfile
  private var omissions = OmissionCount()
  /// Done when all is written, before the file has its name.
  private let beforeCommit: () throws -> Void

  init(
    _ file: BatchFile, writer: IncidentWriter, takesBadLines: Bool, profile: RowProfile, areas: AreaFile?,
    beforeCommit: @escaping () throws -> Void, work: @escaping @Sendable (ReadArticle) -> IncidentProduct<TextFragment>
  ) {
    self.file = file
    self.writer = writer
    self.takesBadLines = takesBadLines
    self.profile = profile
    self.areas = areas
    self.beforeCommit = beforeCommit
    self.work = work
  }

  func words(of product: IncidentProduct<TextFragment>) -> [Console.Words] { product.words }

  func write(_ product: IncidentProduct<TextFragment>) throws {
    try writer.write(product.main)
    try areas?.write(product.areas)
    omissions.add(product.omissions)
  }

  func write(badLine: String) throws {
    if takesBadLines { try file.write(badLine) }
  }

  func finish() throws {
    try writer.finish()
    try file.flush()
    try areas?.finish()
    omissions.tell(profile)
  }

  var files: [BatchFile] { [file] + (areas.map { [$0.file] } ?? []) }
  var state: JSONValue { .array([writer.state, areas?.state ?? .null, omissions.state]) }

  func resume(_ state: JSONValue) -> Bool {
    guard let parts = state.arrayValue, parts.count == 3 else { return false }
    return writer.resume(parts[0]) && areas?.resume(parts[1]) ?? true && omissions.resume(parts[2])
  }

  func commit() throws {
    try beforeCommit()
    for file in files { try file.commit() }
  }
}

/// Incidents as a GeoPackage. Its rows wait as lines beside it until all are there: a database cannot be gone on with, lines can.
final class IncidentPackageOutput: BatchOutput {
  let work: @Sendable (ReadArticle) -> IncidentProduct<PackageRows>
  private let path: String
  private let rows: BatchFile
  private let atlas: Atlas
  private let areas: AreaFile?
  private let profile: RowProfile
  private var omissions = OmissionCount()

  /// - Parameters:
  ///   - path: the GeoPackage's.
  ///   - rows: a file of the same path, in which the rows wait.
  init(
    path: String, rows: BatchFile, atlas: Atlas, profile: RowProfile, areas: AreaFile?,
    work: @escaping @Sendable (ReadArticle) -> IncidentProduct<PackageRows>
  ) {
    self.path = path
    self.rows = rows
    self.atlas = atlas
    self.profile = profile
    self.areas = areas
    self.work = work
  }

  func words(of product: IncidentProduct<PackageRows>) -> [Console.Words] { product.words }

  func write(_ product: IncidentProduct<PackageRows>) throws {
    try rows.write(product.main.line + "\n")
    try areas?.write(product.areas)
    omissions.add(product.omissions)
  }

  func write(badLine: String) {}

  func finish() throws {
    try rows.flush()
    try areas?.finish()
    omissions.tell(profile)
  }

  var files: [BatchFile] { [rows] + (areas.map { [$0.file] } ?? []) }
  var state: JSONValue { .array([areas?.state ?? .null, omissions.state]) }

  func resume(_ state: JSONValue) -> Bool {
    guard let parts = state.arrayValue, parts.count == 2 else { return false }
    return areas?.resume(parts[0]) ?? true && omissions.resume(parts[1])
  }

  /// Makes the GeoPackage of the rows.
  func commit() throws {
    if !rows.isInPlace {
      // Under one name, so that a run that is killed here leaves nothing that the next does not write over.
      let staged = try StagedFile(path: path, partialPath: "\(rows.partialPath).gpkg")
      do {
        let package = try IncidentPackage(path: staged.partialPath, atlas: atlas, profile: profile)
        let lines = try LineReader(path: rows.partialPath)
        while let line = try lines.next() {
          guard let rows = PackageRows(line: Array(line)) else {
            throw InputFailure("\(self.rows.partialPath): line \(lines.line) is damaged; delete it to begin anew")
          }
          try package.write(rows)
        }
        try package.finish()
      } catch let failure as InputFailure {
        throw failure
      } catch {
        throw InputFailure("\(path): cannot be written: \(error)")
      }
      try staged.commit()
      rows.discard()
    }
    try areas?.file.commit()
  }
}

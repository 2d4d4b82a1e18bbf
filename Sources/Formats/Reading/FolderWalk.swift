import DataFiles
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files below a folder in the order of their names, one folder at a time in memory.
package struct FolderWalk {
  package enum Kind { case folder, file, other, missing }

  private var waiting: [String]
  private let spared: Set<FileIdentity>

  /// - Parameter spared: files that are not to be read wherever they lie, as those that are being written.
  /// - Throws: where the folder cannot be listed.
  package init(path: String, sparing spared: Set<FileIdentity> = []) throws(ArticleError) {
    self.spared = spared
    let base = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    waiting = try Self.children(of: base).reversed()
  }

  /// The path of the next file: the folder's as given, and the rest. Hidden files and folders, what is neither, and folders behind
  /// symbolic links are passed over.
  package mutating func next() throws(ArticleError) -> String? {
    while let path = waiting.popLast() {
      switch Self.kind(of: path, followsLinks: false) {
      case .file: if !isSpared(path) { return path }
      case .folder: waiting += try Self.children(of: path).reversed()
      case .other: if Self.kind(of: path) == .file, !isSpared(path) { return path }
      case .missing: continue
      }
    }
    return nil
  }

  private func isSpared(_ path: String) -> Bool {
    !spared.isEmpty && FileIdentity(path: path).map(spared.contains) ?? false
  }

  package static func kind(of path: String, followsLinks: Bool = true) -> Kind {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  private static func children(of folder: String) throws(ArticleError) -> [String] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw .unreadable(path: folder, reason: "this folder cannot be listed")
    }
    // browsers save what belongs to a page in a folder beside it
    let pages = Set(names)
    return names.filter { name in
      guard !name.hasPrefix("."), !isLeftover(name) else { return false }
      for mark in ["_files", ".files"] where name.hasSuffix(mark) {
        let stem = name.dropLast(mark.count)
        if pages.contains("\(stem).html") || pages.contains("\(stem).htm") { return false }
      }
      return true
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { folder == "/" ? "/\($0)" : "\(folder)/\($0)" }
  }

  /// Whether a file is what a run has written so far, or what it keeps of its progress.
  private static func isLeftover(_ name: String) -> Bool {
    name.hasSuffix(".journal") || name.hasSuffix(".partial") || name.contains(".partial-") || name.contains(".partial.")
  }
}

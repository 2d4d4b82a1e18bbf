import DataFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a list of inputs is before it is read: how long it is, whether it can be read again, and what tells it from another.
public struct SourceListing: Sendable, Hashable {
  /// Why the same cannot be read again.
  public enum Obstacle: Sendable, Hashable {
    case standardInput
    case address(String)
    /// A pipe or a device.
    case stream(String)
  }

  /// Bytes of all files on disk, those of folders too.
  public private(set) var size = 0
  /// The first of the inputs that cannot be read again; nil where all can.
  public private(set) var obstacle: Obstacle?
  /// Tells the paths, lengths and times of the files from those of other lists, or of the same at another time.
  public private(set) var digest = ""

  /// - Parameters:
  ///   - paths: as ``ArticleSource`` takes them.
  ///   - outputs: as ``ArticleSource`` takes them.
  /// - Complexity: one look at each file; memory for the names of one folder at a time.
  public init(_ paths: [String], sparing outputs: [String] = []) {
    let spared = Set(outputs.compactMap { FileIdentity(path: $0) })
    var hash: UInt64 = 0
    for path in paths {
      if path == "-" {
        set(.standardInput)
      } else if WebAccess.isAddress(path) {
        set(.address(path))
      } else {
        switch FolderWalk.kind(of: path) {
        case .other: set(.stream(path))
        case .folder:
          addFiles(below: path, sparing: spared, to: &hash)
        case .file, .missing: break
        }
      }
      add(path, to: &hash)
    }
    digest = String(hash, radix: 16)
  }

  private mutating func set(_ obstacle: Obstacle) {
    if self.obstacle == nil { self.obstacle = obstacle }
  }

  private mutating func addFiles(below folder: String, sparing spared: Set<FileIdentity>, to hash: inout UInt64) {
    // What of a folder cannot be listed is told when it is read.
    guard var walk = try? FolderWalk(path: folder, sparing: spared) else { return }
    while true {
      do throws(ArticleError) {
        guard let file = try walk.next() else { return }
        add(file, to: &hash)
      } catch { continue }
    }
  }

  private mutating func add(_ path: String, to hash: inout UInt64) {
    var facts = "\(hash) \(path)"
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      size += Int(status.st_size)
      facts += " \(status.st_size) \(Self.time(status))"
    }
    hash = XXHash64.hash(Array(facts.utf8))
  }

  private static func time(_ status: stat) -> String {
    #if os(macOS)
      "\(status.st_mtimespec.tv_sec).\(status.st_mtimespec.tv_nsec)"
    #else
      "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    #endif
  }
}

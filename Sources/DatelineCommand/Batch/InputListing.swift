import DataFiles
import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that the command line names, folders taken apart into the files under them, sorted by their paths.
struct InputListing {
  private(set) var paths: [String] = []
  /// Bytes in all; 0 for what is no file.
  private(set) var size = 0
  /// Tells this list with the lengths and times of its files from another.
  private(set) var digest = ""

  /// Endings that are read in folders.
  static let endings = [".txt", ".ndjson", ".jsonl"]

  /// - Parameter endings: which files of folders count.
  init(_ arguments: [String], endings: [String] = Self.endings) {
    var facts: [UInt8] = []
    for argument in arguments {
      var status = stat()
      let isFolder = argument != "-" && stat(argument, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      for path in isFolder ? Self.files(under: argument, endings) : [argument] {
        paths.append(path)
        facts += Array(path.utf8) + [0]
        guard path != "-", stat(path, &status) == 0 else { continue }
        size += Int(status.st_size)
        facts.append(contentsOf: "\(status.st_size) \(Self.time(status))".utf8)
      }
    }
    digest = String(XXHash64.hash(facts), radix: 16)
  }

  var isFiles: Bool { !paths.contains("-") }

  private static func time(_ status: stat) -> String {
    #if os(macOS)
      "\(status.st_mtimespec.tv_sec).\(status.st_mtimespec.tv_nsec)"
    #else
      "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    #endif
  }

  /// A folder that cannot be opened stands for itself, and is told when it is to be read.
  private static func files(under folder: String, _ endings: [String]) -> [String] {
    guard let directory = opendir(folder) else { return [folder] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.first != "." { names.append(name) }
    }
    let stem = folder.hasSuffix("/") ? folder : folder + "/"
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { name -> [String] in
      let path = stem + name
      var status = stat()
      guard stat(path, &status) == 0 else { return [] }
      if status.st_mode & S_IFMT == S_IFDIR { return files(under: path, endings) }
      return endings.contains { name.hasSuffix($0) } ? [path] : []
    }
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where our data files are looked for: what the user names, then beside the program, then the checkout, then XDG folders.
public struct DataFileLocator: Sendable {
  /// The path of the running program, symbolic links resolved.
  public var executable: String
  public var environment: [String: String]

  /// For a program at `executable` with these variables; ``current`` is that of the process.
  public init(executable: String, environment: [String: String]) {
    self.executable = executable
    self.environment = environment
  }

  /// For this process.
  public static var current: DataFileLocator {
    let names = [
      "DATELINE_GAZETTEER", "DATELINE_BASEMAP", "DATELINE_WATERS", "DATELINE_MODEL", "DATELINE_INCIDENTS_MODEL",
      "DATELINE_OUTLETS", "HOME",
      "XDG_DATA_HOME",
      "XDG_DATA_DIRS",
    ]
    var environment: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return DataFileLocator(executable: ProgramPath.current(), environment: environment)
  }

  /// The path of the file called `name`.
  /// - Parameters:
  ///   - chosen: the path that the user gave by a flag; if there is one, nothing else is tried.
  ///   - variable: the environment variable that names the file; if it is set, nothing else is tried.
  /// - Throws: ``DataFileError/notFound(name:tried:)`` with every place tried.
  public func locate(_ name: String, chosen: String? = nil, variable: String? = nil) throws(DataFileError) -> String {
    let named = chosen ?? variable.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    let tried = named.map { [$0] } ?? candidates(for: name)
    guard let found = tried.first(where: { access($0, R_OK) == 0 }) else { throw .notFound(name: name, tried: tried) }
    return found
  }

  /// The path of a file that was installed with the program, in `../share/dateline/` beside it; nil where it is not there.
  package func shared(_ name: String) -> String? {
    let path = "\(sharedFolder)/\(name)"
    return access(path, R_OK) == 0 ? path : nil
  }

  private var sharedFolder: String { "\(Self.parent(of: Self.parent(of: executable)))/share/dateline" }

  /// Every place that is tried for a file that the user did not name, in order.
  func candidates(for name: String) -> [String] {
    let folder = Self.parent(of: executable)
    var paths = ["\(sharedFolder)/\(name)"]
    #if os(macOS)
      paths += Self.entries(of: folder, endingIn: ".bundle").map { "\(folder)/\($0)/\(name)" }
    #else
      paths += Self.entries(of: folder, endingIn: ".resources").map { "\(folder)/\($0)/\(name)" }
    #endif
    paths.append("\(folder)/\(name)")
    var ancestor = folder
    while ancestor.count > 1 {
      ancestor = Self.parent(of: ancestor)
      if access("\(ancestor)/Package.swift", F_OK) == 0 { paths.append("\(ancestor)/Gazetteer/\(name)") }
    }
    if let home = environment["XDG_DATA_HOME"], !home.isEmpty {
      paths.append("\(home)/dateline/\(name)")
    } else if let home = environment["HOME"], !home.isEmpty {
      paths.append("\(home)/.local/share/dateline/\(name)")
    }
    let shared = environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/local/share:/usr/share"
    paths += shared.split(separator: ":").map { "\($0)/dateline/\(name)" }
    return paths
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func entries(of folder: String, endingIn ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      // read where it lies: the entry is shorter than its type, so that a copy of it would read beyond
      guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
      let name = String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
      if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted()
  }
}

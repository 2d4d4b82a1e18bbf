#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the running program lies.
enum ProgramPath {
  /// The path of this process's program, symbolic links resolved.
  static func current() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if os(Linux)
      let isKnown = readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0
    #else
      var size = UInt32(buffer.count)
      let isKnown = _NSGetExecutablePath(&buffer, &size) == 0
    #endif
    if isKnown { return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    return found(
      as: CommandLine.arguments.first ?? "", searching: getenv("PATH").map { String(cString: $0) } ?? "")
  }

  /// Where `/proc` is not mounted: the file that a shell would have started for `name`, symbolic links resolved.
  /// - Parameter path: folders between colons, as in `PATH`; an empty one is the working folder.
  static func found(as name: String, searching path: String) -> String {
    guard !name.isEmpty else { return name }
    let candidates =
      name.contains("/")
      ? [name]
      : path.split(separator: ":", omittingEmptySubsequences: false).map { $0.isEmpty ? "./\(name)" : "\($0)/\(name)" }
    for candidate in candidates where access(candidate, X_OK) == 0 {
      guard let resolved = realpath(candidate, nil) else { continue }
      defer { free(resolved) }
      return String(cString: resolved)
    }
    return name
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that lie beside the repository, too large to be part of it.
enum SharedFile {
  /// The lines of `conformance/NAME` under `DATELINE_SHARED`, or under a folder `shared` beside or above this file; nil where
  /// there is none.
  static func conformance(_ name: String) -> [Substring]? {
    if let folder = getenv("DATELINE_SHARED") {
      return read(String(cString: folder) + "/conformance/" + name)
    }
    var folders = #filePath.split(separator: "/").dropLast()
    while !folders.isEmpty {
      folders.removeLast()
      if let lines = read("/" + folders.joined(separator: "/") + "/shared/conformance/" + name) { return lines }
    }
    return nil
  }

  static func read(_ path: String) -> [Substring]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      guard count > 0 else { break }
      bytes.append(contentsOf: block[..<count])
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
  }
}

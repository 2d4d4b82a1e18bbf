import Foundation

/// Files that lie beside the checkout, not in it.
enum SharedFiles {
  /// The path of `name` in the folder that `DATELINE_SHARED` names, or in the first `shared` folder above this file or the current one.
  static func path(_ name: String) -> String? {
    var candidates: [String] = []
    if let chosen = ProcessInfo.processInfo.environment["DATELINE_SHARED"] { candidates.append(chosen) }
    for start in [#filePath, FileManager.default.currentDirectoryPath + "/x"] {
      var folder = URL(fileURLWithPath: start).deletingLastPathComponent()
      while folder.path != "/" {
        candidates.append(folder.appendingPathComponent("shared").path)
        folder.deleteLastPathComponent()
      }
    }
    return candidates.map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) }
  }
}

import Foundation

/// Articles to measure with: the paragraphs of the seeds in ever other orders.
struct SampleArticles {
  private let paragraphs: [String]

  /// - Parameter folder: with the seeds.
  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
    paragraphs = try names.flatMap { name in
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8).components(separatedBy: "\n\n")
    }
    guard !paragraphs.isEmpty else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: folder]) }
  }

  /// Of as many bytes at least, ending with a paragraph.
  func article(bytes: Int, seed: UInt64 = 1) -> String {
    var random = SplitMix(state: seed)
    var text = ""
    while text.utf8.count < bytes { text += paragraphs[random.below(paragraphs.count)] + "\n\n" }
    return text
  }

  /// As many articles of some 2 kB, as the seeds are.
  func articles(_ count: Int) -> [String] { (1...max(count, 1)).map { article(bytes: 2000, seed: UInt64($0)) } }
}

import DatelineKit
import Formats

extension StreamOptions {
  /// Reads each article on all threads, and hands over in their order what becomes of them, with the name that `map` gives to one that
  /// is all of its file: the file's, without folder and ending, equal names with `-2`; nil for others, which are called by their id.
  /// What cannot be read is told.
  /// - Parameter work: done on any thread.
  /// - Returns: whether every input could be read.
  func readNamed<Product: Sendable>(
    _ source: ArticleSource, isolation: isolated (any Actor)? = #isolation,
    _ work: @escaping @Sendable (Article) -> Product, _ receive: (Product, _ name: String?) throws -> Void
  ) async throws -> Bool {
    var names = OutputNames()
    let options = options
    let errors = try errors.map { path throws(InputFailure) in try BatchFile(path: path) }
    var isWhole = true
    try await source.inOrder(threads: threadCount) { input in
      (input.isWholeFile ? input.article.id : nil, work(options.complete(input.article)))
    } deliver: { results, _ in
      for result in results {
        switch result {
        case .success((let path, let product)):
          try receive(product, path.map { names.name(for: $0, isWholeFile: true).name })
        case .failure(let fault):
          Console.complain("\(fault)")
          try errors?.write(fault.jsonLine)
          isWhole = false
        }
      }
    }
    try errors?.commit()
    return isWhole
  }

  /// Says that a text is in another language than English.
  static func tellLanguage(_ language: String, of id: String) {
    for words in wordsOnLanguage(language, of: id) { Console.tell(words) }
  }
}

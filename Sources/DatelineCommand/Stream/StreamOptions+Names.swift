import DatelineKit
import Formats

extension StreamOptions {
  /// Hands over each article, in order, called as `map` calls it: one that is all of its file as the file is, without folder and ending,
  /// equal names with `-2`; others by their id.
  /// - Returns: whether every input could be read.
  func readNamed(with reader: NameReader, _ receive: @escaping (Input) throws -> Void) throws -> Bool {
    var names = OutputNames()
    return try read(
      with: reader,
      Receiver(article: { input in
        var input = input
        if input.isWholeFile {
          input.article.id = names.name(for: ReadArticle(article: input.article, isWholeFile: true)).name
        }
        try receive(input)
      }))
  }
}

import DatelineKit

extension StreamOptions {
  /// Hands over each article, in order, called as `map` calls it: one from a text file as the file is, without folder and ending,
  /// equal names with `-2`; one from a line of JSON by its id.
  /// - Returns: whether every input could be read.
  func readNamed(with reader: NameReader, _ receive: @escaping (Input) throws -> Void) throws -> Bool {
    var names = OutputNames()
    return try read(
      with: reader,
      Receiver(article: { input in
        var input = input
        // The id of a text file is its path.
        if files.contains(input.article.id) { input.article.id = names.name(for: input.article.id).name }
        try receive(input)
      }))
  }
}

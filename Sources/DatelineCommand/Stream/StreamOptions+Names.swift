import DatelineKit
import Gazetteer
import GeoJSON

extension StreamOptions {
  /// An article with the outlet's home that the command line gives.
  struct Input {
    var article: Article
    var home: PlaceID?
  }

  /// Hands over each article, in order, called as `map` calls it: one from a text file as the file is, without folder and ending,
  /// equal names with `-2`; one from a line of JSON by its id. What cannot be read is told.
  /// - Returns: whether every input could be read.
  func readNamed(with reader: NameReader, _ receive: (Input) throws -> Void) throws -> Bool {
    var names = OutputNames()
    let home = try options.homePlace(reader)
    let errors = try errors.map { path throws(InputFailure) in try BatchFile(path: path) }
    var articles = FileArticles(InputListing(files), keeping: [])
    var isWhole = true
    while let item = try articles.next() {
      switch item.read() {
      case .success(let input):
        var article = options.complete(input.article)
        // The id of a text file is its path.
        if item.line == nil { article.id = names.name(for: article.id).name }
        try receive(Input(article: article, home: home))
      case .failure(let failure):
        Console.complain(item.line.map { "\(item.path):\($0): \(failure)" } ?? "\(failure)")
        try errors?.write(item.errorLine(failure))
        isWhole = false
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

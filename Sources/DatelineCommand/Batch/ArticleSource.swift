import DatelineKit
import Formats
import Gazetteer
import GeoJSON

/// An article of the input.
struct ArticleInput: Sendable {
  var article: Article
  /// The toponyms that the input gives, in code points.
  var spans: [Range<Int>]?
}

/// One thing of the input that holds an article, or should: what is costly of reading it is done later, on any thread.
struct InputItem: Sendable {
  /// The file or `-`.
  var path: String
  /// The line, from 1; nil where the file is one article.
  var line: Int?
  /// How long it is, for progress.
  var bytes: Int
  var read: @Sendable () -> Result<ArticleInput, ArticleError>
  /// The id of an article that cannot be read, if it can be told.
  var id: @Sendable () -> String?

  /// The line of JSON that tells why it could not be read.
  func errorLine(_ failure: ArticleError) -> String {
    GeoJSONWriter().string(
      .object([
        JSONValue.Member("id", .optional(id())), JSONValue.Member("line", .optional(line)),
        JSONValue.Member("error", .string("\(failure)")),
      ])) + "\n"
  }
}

/// Where the input goes on: behind what was given so far.
struct InputMark: Hashable, Sendable {
  /// The number of the file in the list, from 0.
  var file = 0
  /// Bytes and lines of that file that are done.
  var offset = 0
  var line = 0
  /// Bytes of all that is done.
  var bytes = 0
}

/// Gives what the input holds, one after another.
protocol ArticleSource {
  /// The next thing; nil behind the last.
  mutating func next() throws -> InputItem?
  /// Where the next thing stands.
  var mark: InputMark { get }
  /// Bytes in all; nil where that is not known.
  var size: Int? { get }
  /// Goes on at a mark, before the first ``next()``.
  mutating func resume(at mark: InputMark) throws
}

import Formats
import GeoJSON

/// What a batch writes: products of articles, in their order.
///
/// What ``work`` does is done on any thread, the rest on one.
protocol BatchOutput: AnyObject {
  associatedtype Product: Sendable

  /// What an article becomes.
  var work: @Sendable (ReadArticle) -> Product { get }
  /// What is to be said of an article on standard error.
  func words(of product: Product) -> [Console.Words]
  func write(_ product: Product) throws
  /// Takes the line of JSON that tells of something that could not be read.
  func write(badLine: String) throws
  /// Ends what is written; names are given afterwards.
  func finish() throws

  /// The files, in an order that is the same in every run.
  var files: [BatchFile] { get }
  /// What another run has to know to go on behind what is written so far.
  var state: JSONValue { get }
  /// Goes on behind what another run wrote; false where `state` is none.
  func resume(_ state: JSONValue) -> Bool
  /// Puts the files in their places.
  func commit() throws
}

extension BatchOutput {
  func commit() throws { for file in files { try file.commit() } }
}

/// An output of a line or nothing for each article.
final class LineOutput: BatchOutput {
  struct Product: Sendable {
    var line: String
    var words: [Console.Words] = []
  }

  let work: @Sendable (ReadArticle) -> Product
  private let file: BatchFile

  init(_ file: BatchFile, work: @escaping @Sendable (ReadArticle) -> Product) {
    self.file = file
    self.work = work
  }

  func words(of product: Product) -> [Console.Words] { product.words }
  func write(_ product: Product) throws { try file.write(product.line + "\n") }
  func write(badLine: String) throws { try file.write(badLine) }
  func finish() throws { try file.flush() }

  var files: [BatchFile] { [file] }
  var state: JSONValue { .null }
  func resume(_ state: JSONValue) -> Bool { state == .null }
}

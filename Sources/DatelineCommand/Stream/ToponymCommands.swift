import ArgumentParser
import DatelineKit
import Formats
import Language

/// `dateline geoparse`
struct GeoparseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geoparse", abstract: "Finds the place names of articles and their places, as lines of JSON.")

  @Flag(help: "Tells on standard error why each name was taken for its place: the candidates and what decided.")
  var explain = false

  @OptionGroup var stream: StreamOptions

  func run() async throws {
    let explain = explain
    try await stream.run("geoparse") { reader, input, home in
      let document = Document(input.article.text)
      var words = explain ? ExplainedNames(reader: reader).words(document, of: input.article, home: home) : []
      let toponyms = reader.toponyms(of: document, home: reader.home(of: input.article, given: home))
      let language = TextLanguage.of(document)
      if language != TextLanguage.english {
        words.append(
          .complaint("\(input.article.id): the text is not English (language \(language)); names may be missed"))
      }
      let line = ReportLines().toponyms(
        toponyms, of: document, article: input.article, atlas: reader.atlas, nullWhereUnresolved: false,
        language: language)
      return LineOutput.Product(line: line, words: words)
    }
  }
}

/// `dateline resolve`
struct ResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Finds the places of toponyms that are known: the input has \"spans\".")

  @OptionGroup var stream: StreamOptions

  func run() async throws {
    try await stream.run("resolve") { reader, input, home in
      let document = Document(input.article.text)
      let bytes = (input.spans ?? []).map { document.byteRange(ofScalars: $0) ?? 0..<0 }
      let toponyms = reader.places(
        ofSpans: bytes, in: document, home: reader.home(of: input.article, given: home))
      return LineOutput.Product(
        line: ReportLines().toponyms(
          toponyms, of: document, article: input.article, atlas: reader.atlas, nullWhereUnresolved: true))
    }
  }
}

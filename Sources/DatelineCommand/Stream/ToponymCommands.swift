import ArgumentParser
import DatelineKit
import Formats
import Language

/// `dateline geoparse`
struct GeoparseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geoparse", abstract: "Finds the place names of articles and their places, as lines of JSON.")

  @Flag(help: "Tells on standard error why each name was taken for its place: the candidates and what decided.")
  var explain = false

  @OptionGroup var stream: StreamOptions

  func run() throws {
    try stream.run { reader, input in
      let document = Document(input.article.text)
      if explain { ExplainedNames(reader: reader).tell(document, of: input.article, home: input.home) }
      let toponyms = reader.toponyms(of: document, home: reader.home(of: input.article, given: input.home))
      let language = TextLanguage.of(document)
      if language != TextLanguage.english {
        Console.complain("\(input.article.id): the text is not English (language \(language)); names may be missed")
      }
      return ReportLines().toponyms(
        toponyms, of: document, article: input.article, atlas: reader.atlas, nullWhereUnresolved: false,
        language: language)
    }
  }
}

/// `dateline resolve`
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Finds the places of toponyms that are known: the input has \"spans\".")

  @OptionGroup var stream: StreamOptions

  func run() throws {
    try stream.run { reader, input in
      let document = Document(input.article.text)
      let bytes = (input.spans ?? []).map { document.byteRange(ofScalars: $0) ?? 0..<0 }
      let toponyms = reader.places(
        ofSpans: bytes, in: document, home: reader.home(of: input.article, given: input.home))
      return ReportLines().toponyms(
        toponyms, of: document, article: input.article, atlas: reader.atlas, nullWhereUnresolved: true)
    }
  }
}

import Coordinates
import DataFiles
import Gazetteer
import Incidents
import Language
import Toponyms

/// Reads articles: finds the places that they name and the incidents that they tell.
///
/// ```swift
/// let reader = try Newsreader()
/// let report = reader.read(Article(id: "a", text: "A blast in Kabul killed two people on Monday."))
/// for incident in report.incidents { print(incident.type, incident.sites.map(\.name)) }
/// ```
///
/// One reader serves any number of threads.
public struct Newsreader: Sendable {
  /// What finds and places names; enough where no incidents are asked for.
  public let names: NameReader
  private let extractor: IncidentExtractor

  /// Over the default gazetteer, with the user's own laid over it.
  /// - Parameters:
  ///   - gazetteers: paths as given by `--gazetteer`; a lone one that is a whole gazetteer is used beside the default.
  /// - Throws: ``DataFileError`` where a file is missing or damaged.
  public init(gazetteers: [String] = [], locator: DataFileLocator = .current) throws(DataFileError) {
    self.init(
      atlas: try Atlas(paths: gazetteers + [try Atlas.defaultPath(locator: locator)]),
      model: try ToponymModel(path: ToponymModel.defaultPath(locator: locator)),
      incidentModel: try IncidentModel(path: IncidentModel.defaultPath(locator: locator)),
      outlets: Outlets(locator: locator))
  }

  /// Over data that is open already. Without `outlets` no home is known but what the article gives.
  public init(atlas: Atlas, model: ToponymModel, incidentModel: IncidentModel, outlets: Outlets? = nil) {
    names = NameReader(atlas: atlas, model: model, outlets: outlets)
    extractor = IncidentExtractor(atlas: atlas, model: incidentModel)
  }

  /// Everything that the article tells; of one that is not in English nothing but its language.
  ///
  /// Where the article gives no day of publication, that in its address counts, then that in its dateline.
  /// - Parameter home: where the outlet is at home; it goes before the article's own `place`.
  public func read(_ article: Article, home: PlaceID? = nil) -> Report {
    let document = Document(article.text)
    let language = TextLanguage.of(document)
    guard language == TextLanguage.english else {
      return Report(
        article: article, document: document, language: language, toponyms: [], incidents: [], atlas: atlas)
    }
    var article = article
    article.date =
      article.date ?? article.url.flatMap(PublicationDate.inAddress) ?? PublicationDate.stated(in: document)
    let toponyms = toponyms(of: document, home: self.home(of: article, given: home))
    let story = Self.beginning(of: document)
    let incidents = extractor.incidents(
      in: story, toponyms: toponyms.filter { $0.toponym.tokens.upperBound <= story.tokens.count },
      publication: article.date)
    return Report(article: article, document: document, toponyms: toponyms, incidents: incidents, atlas: atlas)
  }

  /// Of a longer text only so many bytes, to the end of a sentence, are searched for incidents; its names are found everywhere. The
  /// longest articles of newspapers have some 60 kB.
  public static let longestStory = 200_000

  /// The document, or the beginning of one that is too long.
  private static func beginning(of document: Document) -> Document {
    guard document.utf8.count > longestStory else { return document }
    let end = document.sentences.map { document.bytes(of: $0.tokens).upperBound }.last { $0 <= longestStory }
    return Document(document.text(ofBytes: 0..<(end ?? 0)))
  }

  /// Why a report of this reader says what it says.
  public func explanation(of report: Report) -> Explanation {
    let isRead = report.language == TextLanguage.english
    return Explanation(
      report,
      eventWords: isRead
        ? extractor.eventWords(in: report.document, toponyms: report.toponyms)
        : report.document.sentences.map { _ in [] })
  }

  /// Where names are looked up.
  public var atlas: Atlas { names.atlas }

  /// See ``NameReader/home(of:given:)``.
  public func home(of article: Article, given home: PlaceID? = nil) -> PlaceID? { names.home(of: article, given: home) }

  /// See ``NameReader/toponyms(of:home:)``.
  public func toponyms(of document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    names.toponyms(of: document, home: home)
  }

  /// See ``NameReader/places(ofSpans:in:home:)``.
  public func places(ofSpans spans: [Range<Int>], in document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    names.places(ofSpans: spans, in: document, home: home)
  }

  /// See ``NameReader/traces(of:home:)``.
  public func traces(of document: Document, home: PlaceID? = nil) -> [ResolutionTrace] {
    names.traces(of: document, home: home)
  }

  /// The place that a person means by a name: see ``PlaceFinder/place(named:)``.
  public func place(named query: String) -> PlaceID? { names.place(named: query) }
}

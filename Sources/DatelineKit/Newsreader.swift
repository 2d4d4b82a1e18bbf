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
  public let atlas: Atlas
  private let recognizer: Recognizer
  private let resolver: Resolver
  private let extractor: IncidentExtractor

  /// Over the default gazetteer, with the user's own laid over it.
  /// - Parameters:
  ///   - gazetteers: paths as given by `--gazetteer`; a lone one that is a whole gazetteer is used beside the default.
  /// - Throws: ``DataFileError`` where a file is missing or damaged.
  public init(gazetteers: [String] = [], locator: DataFileLocator = .current) throws(DataFileError) {
    self.init(atlas: try Atlas(paths: gazetteers + [try Atlas.defaultPath(locator: locator)]))
  }

  public init(atlas: Atlas) {
    self.atlas = atlas
    recognizer = Recognizer(atlas: atlas)
    resolver = Resolver(atlas: atlas)
    extractor = IncidentExtractor(atlas: atlas)
  }

  /// Everything that the article tells.
  /// - Parameter home: where the outlet is at home; it goes before the article's own `place`.
  public func read(_ article: Article, home: PlaceID? = nil) -> Report {
    let document = Document(article.text)
    let toponyms = toponyms(of: document, home: home ?? article.place.flatMap { place(named: $0) })
    let incidents = extractor.incidents(in: document, toponyms: toponyms, publication: article.date)
    return Report(article: article, document: document, toponyms: toponyms, incidents: incidents, atlas: atlas)
  }

  /// The toponyms of a text with their places.
  public func toponyms(of document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    resolver.resolve(recognizer.toponyms(in: document), in: document, home: home)
  }

  /// The places of toponyms that are known already, one for each span, in their order.
  /// - Parameter spans: bytes of the document's UTF-8.
  public func places(ofSpans spans: [Range<Int>], in document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    resolver.resolve(spans.map { recognizer.toponym(ofBytes: $0, in: document) }, in: document, home: home)
  }

  /// The place that a person means by a name, "name, country" or "name, unit": the most prominent that fits.
  ///
  /// `Arad`, `Arad, RO`, `Paris, Texas`, `Springfield, Illinois, US`
  public func place(named query: String) -> PlaceID? {
    let parts = query.split(separator: ",").map { String($0) }
    guard let name = parts.first else { return nil }
    let candidates = atlas.candidates(named: name).filter {
      $0.nameKind != .demonym && ($0.nameKind != .code || parts.count == 1)
    }
    let named = candidates.filter { $0.nameKind != .code }
    let fitting = (named.isEmpty ? candidates : named).filter { candidate in
      parts.dropFirst().allSatisfy { part in
        let containers = Set(atlas.containers(of: candidate.place))
        return atlas.candidates(named: part).contains { containers.contains($0.place) }
      }
    }
    return fitting.max { likelihood($0) < likelihood($1) }?.place
  }

  /// How likely a person means a candidate who names it out of context: by prominence, the main name before others.
  private func likelihood(_ candidate: Atlas.Candidate) -> Double {
    let isOwn = candidate.nameKind == .alternate || candidate.nameKind == .historical ? 0.02 : 1.0
    let kind = atlas.kind(candidate.place)
    let weight = kind == .admin2 ? 0.1 : kind == .admin1 ? 0.3 : 1
    return (atlas.prominence(candidate.place) + 1) * isOwn * weight
  }
}

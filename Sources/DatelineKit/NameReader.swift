import Gazetteer
import Language
import Toponyms

/// Finds the place names of articles and their places, without looking for incidents: it needs no incident model.
public struct NameReader: Sendable {
  /// Where the names are looked up.
  public let atlas: Atlas
  private let recognizer: Recognizer
  private let resolver: Resolver
  private let spanReader: ToponymReader
  private let outlets: Outlets?

  /// - Parameter outlets: where outlets are at home, for articles that say it by their address alone.
  public init(atlas: Atlas, model: ToponymModel, outlets: Outlets? = nil) {
    self.atlas = atlas
    self.outlets = outlets
    recognizer = Recognizer(atlas: atlas, model: model)
    resolver = Resolver(atlas: atlas, model: model)
    spanReader = ToponymReader(atlas: atlas)
  }

  /// Where the article's outlet is at home: what is given, else what the article says, else what its address tells.
  public func home(of article: Article, given home: PlaceID? = nil) -> PlaceID? {
    home ?? (article.place ?? article.outlet.flatMap { outlets?.home(ofHost: $0) }).flatMap { place(named: $0) }
  }

  /// The toponyms of a text with their places.
  public func toponyms(of document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    resolver.resolve(recognizer.toponyms(in: document), in: document, home: home)
  }

  /// For each name of a text the places that were weighed, and what decided.
  public func traces(of document: Document, home: PlaceID? = nil) -> [ResolutionTrace] {
    resolver.traces(recognizer.toponyms(in: document), in: document, home: home)
  }

  /// The places of toponyms that are known already, one for each span, in their order.
  /// - Parameter spans: bytes of the document's UTF-8.
  public func places(ofSpans spans: [Range<Int>], in document: Document, home: PlaceID? = nil) -> [ResolvedToponym] {
    resolver.resolve(spanReader.toponyms(ofSpans: spans, in: document), in: document, home: home)
  }

  /// The place that a person means by a name: see ``PlaceFinder/place(named:)``.
  public func place(named query: String) -> PlaceID? { PlaceFinder(atlas: atlas).place(named: query) }
}

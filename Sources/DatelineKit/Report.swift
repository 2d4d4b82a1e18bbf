import Coordinates
import Gazetteer
import Incidents
import Language
import Toponyms

/// What a ``Newsreader`` found in an article.
public struct Report: Sendable {
  /// With the day of publication, where the article or its address tells it.
  public package(set) var article: Article
  public let document: Document
  /// The code of ISO 639-1 of the language it is written in. Only English is read for incidents.
  public let language: String
  /// Every place name, in order.
  public let toponyms: [ResolvedToponym]
  /// In the order in which the text first tells them.
  public let incidents: [Incident]
  public let atlas: Atlas

  package init(
    article: Article, document: Document, language: String = TextLanguage.english, toponyms: [ResolvedToponym],
    incidents: [Incident], atlas: Atlas
  ) {
    self.article = article
    self.document = document
    self.language = language
    self.toponyms = toponyms
    self.incidents = Self.numbered(incidents)
    self.atlas = atlas
  }

  /// The report with other incidents; those without a number get the next.
  func with(_ incidents: [Incident]) -> Report {
    Report(
      article: article, document: document, language: language, toponyms: toponyms, incidents: incidents, atlas: atlas)
  }

  private static func numbered(_ incidents: [Incident]) -> [Incident] {
    var next = incidents.map(\.number).max() ?? 0
    return incidents.map { incident in
      var incident = incident
      if incident.number == 0 {
        next += 1
        incident.number = next
      }
      var nextSite = incident.sites.map(\.number).max() ?? 0
      for index in incident.sites.indices where incident.sites[index].number == 0 {
        nextSite += 1
        incident.sites[index].number = nextSite
      }
      return incident
    }
  }

  /// Place names for which no place is known.
  public var unresolved: [ResolvedToponym] { toponyms.filter { $0.place == nil } }

  /// The place that the story is about; nil where it names none.
  public var focus: PlaceID? { StoryFocus(self).place }

  /// The id of an incident, from its number in ``incidents``.
  public func id(ofIncident index: Int) -> String { "\(article.id).\(incidents[index].number)" }

  /// The id of a site, from the numbers of its incident and itself in their lists.
  public func id(ofSite site: Int, incident index: Int) -> String {
    "\(id(ofIncident: index)).\(incidents[index].sites[site].number)"
  }
}

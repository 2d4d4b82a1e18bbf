import Coordinates
import Gazetteer
import Incidents
import Language
import Toponyms

/// What a ``Newsreader`` found in an article.
public struct Report: Sendable {
  public let article: Article
  public let document: Document
  /// Every place name, in order.
  public let toponyms: [ResolvedToponym]
  /// In the order in which the text first tells them.
  public let incidents: [Incident]
  public let atlas: Atlas

  init(article: Article, document: Document, toponyms: [ResolvedToponym], incidents: [Incident], atlas: Atlas) {
    self.article = article
    self.document = document
    self.toponyms = toponyms
    self.incidents = incidents
    self.atlas = atlas
  }

  /// Place names for which no place is known.
  public var unresolved: [ResolvedToponym] { toponyms.filter { $0.place == nil } }

  /// The place that the story is about: that of the incident told most; else the place named most, countries last.
  public var focus: PlaceID? {
    let sites = incidents.flatMap { incident in
      incident.sites.map { (site: $0, weight: incident.confidence * Double(incident.evidence.count)) }
    }
    if let best = sites.filter({ $0.site.precision < .country }).max(by: { $0.weight < $1.weight })
      ?? sites.max(by: { $0.weight < $1.weight })
    {
      return best.site.place
    }
    var counts: [PlaceID: Double] = [:]
    for toponym in toponyms where !toponym.toponym.isDateline {
      guard let place = toponym.place else { continue }
      counts[place, default: 0] += atlas.kind(place) == .country ? 0.6 : 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The id of an incident, from its number in ``incidents``.
  public func id(ofIncident index: Int) -> String { "\(article.id).\(index + 1)" }
}

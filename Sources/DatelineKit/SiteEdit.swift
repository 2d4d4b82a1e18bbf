import Coordinates
import Geodesy
import Incidents
import Language

/// What a person decided about a site of an article.
public struct SiteEdit: Hashable, Sendable {
  /// What is to be done with a site.
  public enum Action: Hashable, Sendable {
    /// The site is right.
    case accept
    /// The site is none; an incident without sites goes with it.
    case reject
    case move(to: Coordinate)
    /// A site that the program did not find.
    case add(at: Coordinate)
  }

  /// The id of the article.
  public var article: String
  /// The id of the site, of an incident to add a site to, or nil where location and type tell which site is meant.
  public var id: String?
  public var action: Action
  /// The name of the place: where it disagrees with the site of that id, the site of that name is meant.
  public var location: String?
  public var type: IncidentType?
  /// How exactly a moved or added site is known; 1 where not given.
  public var precision: SitePrecision?
  /// How far off a moved or added site may be; a kilometre where not given.
  public var uncertainty: Distance?
  /// What an added incident is.
  public var details: Details

  /// What is told of an incident that a person adds.
  public struct Details: Hashable, Sendable {
    /// What an added site says of its incident; nil is unknown. Days are local to the place.
    public var modality: Modality?
    public var attribution: Attribution?
    public var start: CalendarDate?
    public var end: CalendarDate?
    public var actor: String?
    public var target: String?
    public var casualties: Casualties

    /// Details; what is left out is unknown.
    public init(
      modality: Modality? = nil, attribution: Attribution? = nil, start: CalendarDate? = nil, end: CalendarDate? = nil,
      actor: String? = nil, target: String? = nil, casualties: Casualties = .none
    ) {
      self.modality = modality
      self.attribution = attribution
      self.start = start
      self.end = end
      self.actor = actor
      self.target = target
      self.casualties = casualties
    }
  }

  /// A decision on a site of `article`: the one with the `id` or, where numbers have changed, those that `location` and `type` fit.
  public init(
    article: String, id: String?, action: Action, location: String? = nil, type: IncidentType? = nil,
    precision: SitePrecision? = nil, uncertainty: Distance? = nil, details: Details = Details()
  ) {
    self.article = article
    self.id = id
    self.action = action
    self.location = location
    self.type = type
    self.precision = precision
    self.uncertainty = uncertainty
    self.details = details
  }
}

import Coordinates
import Gazetteer
import Geodesy
import Language

/// Something specific that happened, was tried, or is announced or threatened, at places and on a day.
///
/// Spans are bytes of the document's UTF-8; outputs turn them into code points.
public struct Incident: Sendable, Hashable {
  public var type: IncidentType
  public var modality: Modality
  public var attribution: Attribution
  public var date: IncidentDate
  public var actors: [Actor]
  public var casualties: Casualties
  /// Where it happened; at least one.
  public var sites: [IncidentSite]
  /// The sentences that tell it, the best first.
  public var evidence: [Range<Int>]
  /// The probability that this is an incident of the type told.
  public var confidence: Double
  /// Its number among the incidents of its article, from 1; 0 before it has one. It stays when others are left out.
  public var number: Int

  package init(
    type: IncidentType, modality: Modality, attribution: Attribution, date: IncidentDate, actors: [Actor],
    casualties: Casualties, sites: [IncidentSite], evidence: [Range<Int>], confidence: Double, number: Int = 0
  ) {
    self.type = type
    self.modality = modality
    self.attribution = attribution
    self.date = date
    self.actors = actors
    self.casualties = casualties
    self.sites = sites
    self.evidence = evidence
    self.confidence = confidence
    self.number = number
  }
}

/// Whether it happened.
public enum Modality: String, Sendable, CaseIterable {
  case occurred, attempted, foiled, ongoing, planned, threatened
}

/// How sure the text is of who did it.
public enum Attribution: String, Sendable, CaseIterable {
  case fact, claimed, suspected, denied, unknown
}

/// When it happened: whole local days.
public struct IncidentDate: Sendable, Hashable {
  public enum Precision: String, Sendable { case day, week, month, year, unknown }

  /// How the day became known.
  public enum Basis: String, Sendable {
    /// The text gives the full date.
    case stated
    /// Reckoned from the publication date.
    case publication
    /// Reckoned from other dates of the text.
    case solved
  }

  public var start: CalendarDate?
  /// Equal to `start` for one day; nil while it goes on.
  public var end: CalendarDate?
  public var precision: Precision
  public var basis: Basis?
  /// The words it comes from.
  public var text: String?

  public init(start: CalendarDate?, end: CalendarDate?, precision: Precision, basis: Basis?, text: String?) {
    self.start = start
    self.end = end
    self.precision = precision
    self.basis = basis
    self.text = text
  }

  public static let unknown = IncidentDate(start: nil, end: nil, precision: .unknown, basis: nil, text: nil)
}

/// Somebody who did it or to whom it was done.
public struct Actor: Sendable, Hashable {
  public enum Role: String, Sendable { case perpetrator, target, victim }

  public var text: String
  public var role: Role

  package init(text: String, role: Role) {
    self.text = text
    self.role = role
  }
}

/// How many people; nil where the text says nothing.
public struct Casualties: Sendable, Hashable {
  /// From `min` to `max`; "at least 12" has no `max`.
  public struct Count: Sendable, Hashable {
    public var min: Int
    public var max: Int?

    package init(min: Int, max: Int?) {
      self.min = min
      self.max = max
    }
  }

  public var killed: Count?
  public var injured: Count?
  public var missing: Count?

  package init(killed: Count?, injured: Count?, missing: Count?) {
    self.killed = killed
    self.injured = injured
    self.missing = missing
  }

  public static let none = Casualties(killed: nil, injured: nil, missing: nil)
}

/// A place where it happened.
public struct IncidentSite: Sendable, Hashable {
  /// The words of the text, and their bytes.
  public var text: String
  public var bytes: Range<Int>
  public var place: PlaceID
  public var name: String
  /// ISO 3166-1 alpha-2.
  public var country: String?
  /// The place's point, or what `relation` makes of it.
  public var coordinate: Coordinate
  public var relation: SiteRelation
  public var precision: SitePrecision
  /// How far off the true site may be.
  public var uncertainty: Distance
  /// The probability that the site belongs to the incident and is placed right.
  public var confidence: Double
  /// Its number among the sites of its incident, from 1; 0 before it has one. It stays when others are left out.
  public var number: Int
  public var review: Review

  /// What a person decided about a site.
  public enum Review: String, Sendable {
    case unreviewed, accepted, moved, added
  }

  package init(
    text: String, bytes: Range<Int>, place: PlaceID, name: String, country: String?, coordinate: Coordinate,
    relation: SiteRelation, precision: SitePrecision, uncertainty: Distance, confidence: Double, number: Int = 0,
    review: Review = .unreviewed
  ) {
    self.text = text
    self.bytes = bytes
    self.place = place
    self.name = name
    self.country = country
    self.coordinate = coordinate
    self.relation = relation
    self.precision = precision
    self.uncertainty = uncertainty
    self.confidence = confidence
    self.number = number
    self.review = review
  }
}

/// How exactly a site is known.
public enum SitePrecision: Int, Sendable, Comparable {
  /// The named town, district or facility.
  case exact = 1
  /// Near a named town, or a part of a small region.
  case near = 2
  /// A province or larger natural region.
  case province = 3
  /// A country or wider.
  case country = 4

  public static func < (left: SitePrecision, right: SitePrecision) -> Bool { left.rawValue < right.rawValue }
}

/// Where the site lies from the named place.
public struct SiteRelation: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case within = "in"
    case near, outside, offset, between, border
    case offCoast = "off_coast"
    case road, toward
  }

  public var kind: Kind
  public var distance: Distance?
  public var bearing: Angle?
  /// Another place by which the text locates the site: "near Qahjaverestan, north-east of Isfahan".
  public var reference: String?

  public static let inside = SiteRelation(kind: .within, distance: nil, bearing: nil, reference: nil)
}

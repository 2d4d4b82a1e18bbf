import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import Geodesy
import Incidents
import Language

/// One site of one incident as a row of scalars: the columns of every vector format, always all of them, in one order.
public struct FlatRow: Sendable {
  /// In the order of the schema, or of a profile.
  public let columns: [JSONValue.Member]
  /// The columns of the schema, whatever is shown.
  let facts: [JSONValue.Member]
  /// Nil for a site known no better than by its country.
  public let coordinate: Coordinate?
  public let id: String

  /// The rows of a report, incident by incident and site by site.
  public static func rows(of report: Report) -> [FlatRow] {
    let digest = SHA256.digest(Array(report.article.text.utf8))
    return report.incidents.indices.flatMap { incident in
      report.incidents[incident].sites.indices.map { site in
        FlatRow(report, incident: incident, site: site, digest: digest)
      }
    }
  }

  private init(_ report: Report, incident number: Int, site index: Int, digest: String) {
    let incident = report.incidents[number]
    let site = incident.sites[index]
    let incidentID = report.id(ofIncident: number)
    id = report.id(ofSite: index, incident: number)
    coordinate = site.precision == .country ? nil : site.coordinate
    facts =
      [
        JSONValue.Member("site_id", .string(id)), JSONValue.Member("incident_id", .string(incidentID)),
        JSONValue.Member("article_id", .string(report.article.id)),
        JSONValue.Member("title", .string(incident.title(at: site))),
        JSONValue.Member("description", .optional(incident.summary.isEmpty ? nil : incident.summary)),
      ] + Self.what(incident) + Self.when(incident.date) + Self.place(site, report) + Self.who(incident)
      + Self.harm(incident, index: index) + Self.proof(incident, site, report, digest: digest)
    columns = facts
  }

  /// A row of other columns.
  /// - Parameters:
  ///   - facts: the columns of the schema.
  ///   - columns: what is shown; nil for the facts themselves.
  init(id: String, coordinate: Coordinate?, facts: [JSONValue.Member], columns: [JSONValue.Member]? = nil) {
    self.id = id
    self.coordinate = coordinate
    self.facts = facts
    self.columns = columns ?? facts
  }

  /// What can be told of an incident without its article and gazetteer: no units, no evidence, no source.
  init(_ incident: Incident, site index: Int, id: String, incidentID: String, articleID: String) {
    let site = incident.sites[index]
    self.id = id
    coordinate = site.precision == .country ? nil : site.coordinate
    let unknown = ["notes", "notes_start", "notes_end", "text_sha256", "source", "source_url", "source_date"]
    facts =
      [
        JSONValue.Member("site_id", .string(id)), JSONValue.Member("incident_id", .string(incidentID)),
        JSONValue.Member("article_id", .string(articleID)),
        JSONValue.Member("title", .string(incident.title(at: site))),
        JSONValue.Member("description", .optional(incident.summary.isEmpty ? nil : incident.summary)),
      ] + Self.what(incident) + Self.when(incident.date)
      + Self.place(site, admin2: nil, admin1: nil, source: nil, sourceID: nil) + Self.who(incident)
      + Self.harm(incident, index: index) + unknown.map { JSONValue.Member($0, .null) }
      + [JSONValue.Member("review", .string(site.review.rawValue))]
    columns = facts
  }

  /// What stands in a column of the schema; nil where nothing is known.
  subscript(column: String) -> JSONValue? {
    facts.first { $0.key == column }.flatMap { $0.value == .null ? nil : $0.value }
  }

  private static func what(_ incident: Incident) -> [JSONValue.Member] {
    let codes = EventCodes(incident)
    return [
      JSONValue.Member("type", .string(incident.type.rawValue)),
      JSONValue.Member("type_family", .string(incident.type.family.rawValue)),
      JSONValue.Member("modality", .string(incident.modality.rawValue)),
      JSONValue.Member(
        "attribution", incident.attribution == .unknown ? .null : .string(incident.attribution.rawValue)),
      JSONValue.Member("event_type", .optional(codes.event)),
      JSONValue.Member("sub_event_type", .optional(codes.subEvent)),
      JSONValue.Member("plover", .optional(codes.plover)),
    ]
  }

  private static func when(_ date: IncidentDate) -> [JSONValue.Member] {
    let last = date.end ?? date.start
    let timePrecision: Int? =
      switch date.precision {
      case .day: 1
      case .week: 2
      case .month, .year: 3
      case .unknown: nil
      }
    return [
      JSONValue.Member("event_date", .optional(date.start?.description)),
      JSONValue.Member("end_date", .optional(date.end?.description)),
      JSONValue.Member("start_time", .optional(date.start.map { "\($0)T00:00:00" })),
      JSONValue.Member("end_time", .optional(last.map { "\($0)T23:59:59" })),
      JSONValue.Member("year", .optional(date.start?.year)),
      JSONValue.Member("time_precision", .optional(timePrecision)),
      JSONValue.Member("date_precision", date.precision == .unknown ? .null : .string(date.precision.rawValue)),
      JSONValue.Member("date_text", .optional(date.text)),
      JSONValue.Member("date_basis", .optional(date.basis?.rawValue)),
    ]
  }

  private static func place(_ site: IncidentSite, _ report: Report) -> [JSONValue.Member] {
    let place = report.atlas[site.place]
    let containers = report.atlas.containers(of: site.place).map { report.atlas[$0] } + [place]
    return Self.place(
      site, admin2: containers.first { $0.kind == .admin2 }?.name,
      admin1: containers.first { $0.kind == .admin1 }?.name, source: place.source.word, sourceID: place.sourceID)
      + codes(site, report.atlas)
  }

  private static func place(
    _ site: IncidentSite, admin2: String?, admin1: String?, source: String?, sourceID: String?
  ) -> [JSONValue.Member] {
    let code = site.country.flatMap { CountryCode.country($0) }
    let isPoint = site.precision < .country
    return [
      JSONValue.Member("location", .string(site.name)),
      JSONValue.Member("admin2", .optional(admin2)),
      JSONValue.Member("admin1", .optional(admin1)),
      JSONValue.Member("country", .optional(code?.name)), JSONValue.Member("iso", .optional(code?.numeric)),
      JSONValue.Member("iso3", .optional(code?.alpha3)),
      JSONValue.Member("latitude", isPoint ? .double(rounded(site.coordinate.latitude)) : .null),
      JSONValue.Member("longitude", isPoint ? .double(rounded(site.coordinate.longitude)) : .null),
      JSONValue.Member("geo_precision", .int(site.precision.rawValue)),
      JSONValue.Member("radius_m", .int(Int(site.uncertainty.metres.rounded()))),
      JSONValue.Member("relation", .string(site.relation.kind.rawValue)),
      JSONValue.Member("reference", .optional(site.relation.reference)),
      JSONValue.Member(
        "distance_km", .optional(site.relation.distance.map { ($0.kilometres * 1000).rounded() / 1000 })),
      JSONValue.Member("bearing_deg", .optional(site.relation.bearing?.degrees)),
      JSONValue.Member("gazetteer", site.review == .added ? .null : .optional(source)),
      JSONValue.Member("gazetteer_id", site.review == .added ? .null : .optional(sourceID)),
      JSONValue.Member("confidence", .double((site.confidence * 1000).rounded() / 1000)),
    ]
  }

  /// P-codes, in every row where a gazetteer has some, else in none.
  private static func codes(_ site: IncidentSite, _ atlas: Atlas) -> [JSONValue.Member] {
    guard atlas.hasCodes else { return [] }
    let codes = atlas.unitCodes(of: site.place)
    return [
      JSONValue.Member("admin1_pcode", .optional(codes.admin1)),
      JSONValue.Member("admin2_pcode", .optional(codes.admin2)),
    ]
  }

  /// The doers; those to whom it was done, or where none are told, the other side of a clash; the victims.
  private static func who(_ incident: Incident) -> [JSONValue.Member] {
    func names(_ role: Actor.Role) -> [String] {
      var names: [String] = []
      for actor in incident.actors where actor.role == role && !names.contains(actor.text) { names.append(actor.text) }
      return names
    }
    func joined(_ names: some Sequence<String>) -> JSONValue {
      let text = names.joined(separator: "; ")
      return text.isEmpty ? .null : .string(text)
    }
    let (doers, targets) = (names(.perpetrator), names(.target))
    let sides = targets.isEmpty ? (doers.prefix(1), Array(doers.dropFirst())) : (doers[...], targets)
    return [
      JSONValue.Member("actor1", joined(sides.0)), JSONValue.Member("actor2", joined(sides.1)),
      JSONValue.Member("victims", joined(names(.victim))),
    ]
  }

  /// Casualties stand on an incident's first row only, so that the rows of a file add up.
  private static func harm(_ incident: Incident, index: Int) -> [JSONValue.Member] {
    let casualties = index == 0 ? incident.casualties : .none
    return [
      JSONValue.Member("killed_min", .optional(casualties.killed?.min)),
      JSONValue.Member("killed_max", .optional(casualties.killed?.max)),
      JSONValue.Member("injured_min", .optional(casualties.injured?.min)),
      JSONValue.Member("injured_max", .optional(casualties.injured?.max)),
      JSONValue.Member("missing_min", .optional(casualties.missing?.min)),
      JSONValue.Member("missing_max", .optional(casualties.missing?.max)),
      JSONValue.Member("site_index", .int(index + 1)), JSONValue.Member("site_count", .int(incident.sites.count)),
    ]
  }

  private static func proof(
    _ incident: Incident, _ site: IncidentSite, _ report: Report, digest: String
  ) -> [JSONValue.Member] {
    let best = incident.evidence.first
    let span = best.map { report.document.scalarRange(ofBytes: $0) }
    return [
      JSONValue.Member("notes", .optional(best.map { report.document.text(ofBytes: $0) })),
      JSONValue.Member("notes_start", .optional(span?.lowerBound)),
      JSONValue.Member("notes_end", .optional(span?.upperBound)),
      JSONValue.Member("text_sha256", .string(digest)), JSONValue.Member("source", .optional(report.article.outlet)),
      JSONValue.Member("source_url", .optional(report.article.url)),
      JSONValue.Member("source_date", .optional(report.article.date?.description)),
      JSONValue.Member("review", .string(site.review.rawValue)),
    ]
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
}

import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import Geodesy
import Incidents
import Language

/// An incident as one article tells it, read back from what the program wrote: its rows, a row a site.
public struct ToldIncident: Sendable {
  /// The columns of the schema.
  var rows: [FlatRow]

  var id: String { text("incident_id") ?? "" }
  var article: String { text("article_id") ?? "" }

  func text(_ column: String) -> String? { rows.first?[column]?.stringValue }

  /// What joining needs of it.
  var record: IncidentRecord {
    let sites = rows.compactMap { row -> IncidentRecord.Site? in
      guard let point = row.coordinate else { return nil }
      let place = [row["gazetteer"], row["gazetteer_id"]].compactMap { $0?.stringValue }
      // A computed point is its own place.
      let isNamed = place.count == 2 && row["relation"]?.stringValue != "offset"
      let key =
        isNamed
        ? place.joined(separator: ":")
        : "\((point.longitude * 1e5).rounded()),\((point.latitude * 1e5).rounded())"
      return IncidentRecord.Site(coordinate: point, key: key)
    }
    return IncidentRecord(
      id: id, article: article, type: text("type").flatMap { IncidentType(rawValue: $0) } ?? .other,
      start: text("event_date").flatMap { CalendarDate(iso: $0) },
      end: text("end_date").flatMap { CalendarDate(iso: $0) },
      precision: text("date_precision").flatMap { IncidentDate.Precision(rawValue: $0) } ?? .unknown, sites: sites)
  }

  // MARK: Features

  /// The facts of a feature that the program wrote.
  /// - Throws: a sentence where the feature is none of those.
  static func row(_ feature: Feature) throws(ToldIncidentFault) -> FlatRow {
    for column in ["site_id", "incident_id", "article_id", "type"] {
      guard feature[column]?.stringValue?.isEmpty == false else {
        throw ToldIncidentFault(reason: "the feature has no \(column): it is no row of dateline incidents")
      }
    }
    let type = feature["type"]?.stringValue ?? ""
    guard IncidentType(rawValue: type) != nil else {
      throw ToldIncidentFault(reason: "'\(type)' is no type of incident")
    }
    var coordinate: Coordinate?
    if case .point(let position)? = feature.geometry { coordinate = position.coordinate }
    let facts = RowColumn.all(withCodes: feature["admin1_pcode"] != nil).map {
      JSONValue.Member($0.name, feature[$0.name] ?? .null)
    }
    return FlatRow(id: feature["site_id"]?.stringValue ?? "", coordinate: coordinate, facts: facts)
  }

  // MARK: Trees

  /// The incidents of a line that `dateline incidents` wrote for an article.
  /// - Throws: a sentence where the line is none of those; one that tells of an article that could not be read gives none.
  static func incidents(ofTree tree: JSONValue) throws(ToldIncidentFault) -> [ToldIncident] {
    if tree["error"]?.stringValue != nil { return [] }
    guard let article = tree["id"]?.stringValue, let incidents = tree["incidents"]?.arrayValue else {
      throw ToldIncidentFault(reason: "the object is no line of dateline incidents: it has no id and incidents")
    }
    var told: [ToldIncident] = []
    for incident in incidents { told.append(try Self.incident(ofTree: incident, article: article)) }
    return told
  }

  private static func incident(
    ofTree tree: JSONValue, article: String
  ) throws(ToldIncidentFault) -> ToldIncident {
    guard let id = tree["id"]?.stringValue,
      let type = tree["type"]?.stringValue.flatMap({ IncidentType(rawValue: $0) }),
      let sites = tree["sites"]?.arrayValue, !sites.isEmpty
    else { throw ToldIncidentFault(reason: "an incident has no id, type or sites as dateline incidents writes them") }
    func word<Word: RawRepresentable>(_ key: String, _ word: Word) -> Word where Word.RawValue == String {
      tree[key]?.stringValue.flatMap { Word(rawValue: $0) } ?? word
    }
    let incident = Incident(
      type: type, modality: word("modality", Modality.occurred), attribution: word("attribution", Attribution.unknown),
      date: date(tree["date"]),
      actors: tree["actors"]?.arrayValue?.compactMap { actor in
        guard let text = actor["text"]?.stringValue,
          let role = actor["role"]?.stringValue.flatMap({ Actor.Role(rawValue: $0) })
        else { return nil }
        return Actor(text: text, role: role)
      } ?? [],
      casualties: Casualties(
        killed: count(tree["casualties"]?["killed"]), injured: count(tree["casualties"]?["injured"]),
        missing: count(tree["casualties"]?["missing"])),
      sites: sites.compactMap(site), evidence: [], confidence: tree["confidence"]?.doubleValue ?? 0)
    guard incident.sites.count == sites.count else { throw ToldIncidentFault(reason: "a site has no place") }
    return ToldIncident(
      rows: incident.sites.indices.map { index in
        FlatRow(incident, site: index, id: "\(id).\(index + 1)", incidentID: id, articleID: article)
      })
  }

  private static func date(_ tree: JSONValue?) -> IncidentDate {
    IncidentDate(
      start: tree?["start"]?.stringValue.flatMap { CalendarDate(iso: $0) },
      end: tree?["end"]?.stringValue.flatMap { CalendarDate(iso: $0) },
      precision: tree?["precision"]?.stringValue.flatMap { IncidentDate.Precision(rawValue: $0) } ?? .unknown,
      basis: tree?["basis"]?.stringValue.flatMap { IncidentDate.Basis(rawValue: $0) }, text: tree?["text"]?.stringValue)
  }

  private static func count(_ tree: JSONValue?) -> Casualties.Count? {
    tree?["min"]?.intValue.map { Casualties.Count(min: $0, max: tree?["max"]?.intValue) }
  }

  private static func site(_ tree: JSONValue) -> IncidentSite? {
    guard let name = tree["name"]?.stringValue, let longitude = tree["lon"]?.doubleValue,
      let latitude = tree["lat"]?.doubleValue, (-180...180).contains(longitude), (-90...90).contains(latitude)
    else { return nil }
    let told = tree["relation"]
    var relation = SiteRelation.inside
    relation.kind = told?["kind"]?.stringValue.flatMap { SiteRelation.Kind(rawValue: $0) } ?? .within
    relation.distance = told?["distance_km"]?.doubleValue.map { Distance(kilometres: $0) }
    relation.bearing = told?["bearing_deg"]?.doubleValue.map { Angle(degrees: $0) }
    relation.reference = told?["reference"]?.stringValue
    return IncidentSite(
      // Which place of the gazetteer it was is not told by a tree.
      text: tree["text"]?.stringValue ?? name, bytes: 0..<0, place: PlaceID(rawValue: 0), name: name,
      country: tree["country"]?.stringValue, coordinate: Coordinate(longitude: longitude, latitude: latitude),
      relation: relation,
      precision: tree["precision"]?.intValue.flatMap { SitePrecision(rawValue: $0) } ?? .exact,
      uncertainty: Distance(metres: tree["radius_m"]?.doubleValue ?? 0),
      confidence: tree["confidence"]?.doubleValue ?? 0,
      review: tree["review"]?.stringValue.flatMap { IncidentSite.Review(rawValue: $0) } ?? .unreviewed)
  }
}

/// Why something is no incident that the program wrote.
public struct ToldIncidentFault: Error, Hashable, Sendable, CustomStringConvertible {
  public var reason: String
  public var description: String { reason }
}

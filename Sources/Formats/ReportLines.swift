import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import Incidents
import Language
import Toponyms

/// Reports as lines of JSON: one object an article. Offsets are Unicode code points.
public struct ReportLines: Sendable {
  /// Writes trees as lines of JSON.
  public init() {}

  /// `{"id", "toponyms": [...]}`; with spans given, null where a span has no place. `language` where it is not English; of an
  /// extracted article what a line of input would hold of it, see ``Article/extraction``.
  public func toponyms(
    _ toponyms: [ResolvedToponym], of document: Document, article: Article, atlas: Atlas, nullWhereUnresolved: Bool,
    language: String = TextLanguage.english
  ) -> String {
    var places = PlaceMembers(atlas: atlas)
    let values = toponyms.map { toponym -> JSONValue in
      if nullWhereUnresolved, toponym.place == nil { return .null }
      return value(toponym, document, &places)
    }
    return GeoJSONWriter().string(
      .object(
        Self.members(of: article) + Self.members(language: language) + [JSONValue.Member("toponyms", .array(values))]))
  }

  /// The id, and of an extracted text all that a line of input would hold: offsets index the text, which is nowhere else.
  private static func members(of article: Article) -> [JSONValue.Member] {
    var members = [JSONValue.Member("id", .string(article.id))]
    guard let extraction = article.extraction else { return members }
    members.append(JSONValue.Member("text", .string(article.text)))
    let told = [
      ("title", article.title), ("date", article.date?.description), ("url", article.url), ("place", article.place),
      ("publisher", extraction.publisher),
    ]
    for (key, value) in told { if let value { members.append(JSONValue.Member(key, .string(value))) } }
    for (key, values) in [("authors", extraction.authors), ("captions", extraction.captions)] where !values.isEmpty {
      members.append(JSONValue.Member(key, .array(values.map { .string($0) })))
    }
    return members
  }

  /// The language where it is not English.
  private static func members(language: String) -> [JSONValue.Member] {
    language == TextLanguage.english ? [] : [JSONValue.Member("language", .string(language))]
  }

  private func value(
    _ resolved: ResolvedToponym, _ document: Document, _ places: inout PlaceMembers
  ) -> JSONValue {
    let span = document.scalarRange(ofBytes: resolved.toponym.bytes)
    var members = [
      JSONValue.Member("start", .int(span.lowerBound)), JSONValue.Member("end", .int(span.upperBound)),
      JSONValue.Member("text", .string(document.text(ofBytes: resolved.toponym.bytes))),
      JSONValue.Member("kind", .string(resolved.toponym.usage.rawValue)),
      JSONValue.Member("form", .string(resolved.toponym.form.rawValue)),
    ]
    guard let id = resolved.place else {
      let unknown = ["name", "country", "lon", "lat", "feature", "source", "sourceId", "population"]
      return .object(
        members + unknown.map { JSONValue.Member($0, .null) } + [JSONValue.Member("confidence", .double(0))])
    }
    members += places[id] + [JSONValue.Member("confidence", .double(thousandths(resolved.confidence)))]
    if !resolved.alternatives.isEmpty {
      let others = resolved.alternatives.prefix(3).map { other in
        JSONValue.object(
          places[other.place] + [JSONValue.Member("confidence", .double(thousandths(other.probability)))])
      }
      members.append(JSONValue.Member("alternatives", .array(Array(others))))
    }
    return .object(members)
  }

  /// `{"id", "incidents": [...], "focus", "unresolved": [...]}`, with `language` where it is not English.
  public func incidents(_ report: Report) -> String {
    let focus: JSONValue =
      report.focus.map { id in
        let place = report.atlas[id]
        return .object([
          JSONValue.Member("name", .string(place.name)), JSONValue.Member("country", .optional(place.country)),
          JSONValue.Member("lon", .double(place.coordinate.longitude)),
          JSONValue.Member("lat", .double(place.coordinate.latitude)),
        ])
      } ?? .null
    let unresolved = report.unresolved.map { toponym -> JSONValue in
      let span = report.document.scalarRange(ofBytes: toponym.toponym.bytes)
      return .object([
        JSONValue.Member("start", .int(span.lowerBound)), JSONValue.Member("end", .int(span.upperBound)),
        JSONValue.Member("text", .string(report.document.text(ofBytes: toponym.toponym.bytes))),
      ])
    }
    return GeoJSONWriter().string(
      .object(
        Self.members(of: report.article) + Self.members(language: report.language) + [
          JSONValue.Member("incidents", .array(report.incidents.indices.map { incident(report, $0) })),
          JSONValue.Member("focus", focus), JSONValue.Member("unresolved", .array(unresolved)),
        ]))
  }

  private func incident(_ report: Report, _ index: Int) -> JSONValue {
    let incident = report.incidents[index]
    func span(_ bytes: Range<Int>) -> JSONValue {
      let range = report.document.scalarRange(ofBytes: bytes)
      return .array([.int(range.lowerBound), .int(range.upperBound)])
    }
    return .object([
      JSONValue.Member("id", .string(report.id(ofIncident: index))),
      JSONValue.Member("type", .string(incident.type.rawValue)),
      JSONValue.Member("modality", .string(incident.modality.rawValue)),
      JSONValue.Member("attribution", .string(incident.attribution.rawValue)),
      JSONValue.Member("date", date(incident.date)),
      JSONValue.Member(
        "actors",
        .array(
          incident.actors.map {
            .object([JSONValue.Member("text", .string($0.text)), JSONValue.Member("role", .string($0.role.rawValue))])
          })),
      JSONValue.Member(
        "casualties",
        .object([
          JSONValue.Member("killed", count(incident.casualties.killed)),
          JSONValue.Member("injured", count(incident.casualties.injured)),
          JSONValue.Member("missing", count(incident.casualties.missing)),
        ])),
      JSONValue.Member("sites", .array(incident.sites.map { site($0, report) })),
      JSONValue.Member("evidence", .array(incident.evidence.map(span))),
      JSONValue.Member("confidence", .double(thousandths(incident.confidence))),
    ])
  }

  private func date(_ date: IncidentDate) -> JSONValue {
    .object([
      JSONValue.Member("start", .optional(date.start?.description)),
      JSONValue.Member("end", .optional(date.end?.description)),
      JSONValue.Member("precision", .string(date.precision.rawValue)), JSONValue.Member("text", .optional(date.text)),
      JSONValue.Member("basis", .optional(date.basis?.rawValue)),
    ])
  }

  private func count(_ count: Casualties.Count?) -> JSONValue {
    guard let count else { return .null }
    return .object([JSONValue.Member("min", .int(count.min)), JSONValue.Member("max", .optional(count.max))])
  }

  private func site(_ site: IncidentSite, _ report: Report) -> JSONValue {
    let span = report.document.scalarRange(ofBytes: site.bytes)
    var relation = [JSONValue.Member("kind", .string(site.relation.kind.rawValue))]
    if let distance = site.relation.distance {
      relation.append(JSONValue.Member("distance_km", .double(thousandths(distance.kilometres))))
    }
    if let bearing = site.relation.bearing {
      relation.append(JSONValue.Member("bearing_deg", .double(bearing.degrees)))
    }
    if let reference = site.relation.reference { relation.append(JSONValue.Member("reference", .string(reference))) }
    let isTold = site.review != .added
    let review =
      site.review == .unreviewed ? [] : [JSONValue.Member("review", .string(site.review.rawValue))]
    return .object(
      [
        JSONValue.Member("text", isTold ? .string(site.text) : .null),
        JSONValue.Member("start", isTold ? .int(span.lowerBound) : .null),
        JSONValue.Member("end", isTold ? .int(span.upperBound) : .null),
        JSONValue.Member("name", .string(site.name)), JSONValue.Member("country", .optional(site.country)),
        JSONValue.Member("lon", .double(sevenDecimals(site.coordinate.longitude))),
        JSONValue.Member("lat", .double(sevenDecimals(site.coordinate.latitude))),
        JSONValue.Member("relation", .object(relation)), JSONValue.Member("precision", .int(site.precision.rawValue)),
        JSONValue.Member("radius_m", .int(Int(site.uncertainty.metres.rounded()))),
        JSONValue.Member("confidence", .double(thousandths(site.confidence))),
      ] + review)
  }

  private func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
  private func sevenDecimals(_ value: Double) -> Double { (value * 1e7).rounded() / 1e7 }
}

/// What lines tell of places, made once for each place of an article.
private struct PlaceMembers {
  let atlas: Atlas
  private var known: [PlaceID: [JSONValue.Member]] = [:]

  init(atlas: Atlas) { self.atlas = atlas }

  subscript(id: PlaceID) -> [JSONValue.Member] {
    mutating get {
      if let members = known[id] { return members }
      let place = atlas[id]
      let members = [
        JSONValue.Member("name", .string(place.name)), JSONValue.Member("country", .optional(place.country)),
        JSONValue.Member("lon", .double(place.coordinate.longitude)),
        JSONValue.Member("lat", .double(place.coordinate.latitude)),
        JSONValue.Member("feature", .string(place.feature)), JSONValue.Member("source", .string(place.source.word)),
        JSONValue.Member("sourceId", .string(place.sourceID)), JSONValue.Member("population", .int(place.population)),
      ]
      known[id] = members
      return members
    }
  }
}

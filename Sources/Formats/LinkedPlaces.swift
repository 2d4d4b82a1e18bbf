import DatelineKit
import GeoJSON
import Incidents

/// Sites as features of the Linked Places Format 1.1 (https://github.com/LinkedPasts/linked-places-format): GeoJSON with names, times,
/// types and links to gazetteers.
struct LinkedPlaces {
  static let context = JSONValue.Member(
    "@context",
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld")

  static func features(_ report: Report) -> [Feature] {
    let rows = FlatRow.rows(of: report)
    let sites = report.incidents.flatMap { incident in incident.sites.map { (incident: incident, site: $0) } }
    return zip(rows, sites).map { row, entry in feature(row, entry.incident, entry.site, report) }
  }

  private static func feature(
    _ row: FlatRow, _ incident: Incident, _ site: IncidentSite, _ report: Report
  ) -> Feature {
    func cell(_ name: String) -> JSONValue? {
      row.columns.first { $0.key == name }.flatMap { $0.value == .null ? nil : $0.value }
    }
    let countries = site.country.map { [JSONValue.string($0)] } ?? []
    var members = [
      JSONValue.Member("@id", .string("urn:dateline:\(uriPart(row.id))")),
      JSONValue.Member("names", .array([name(site, report)])),
      JSONValue.Member("types", .array([.object([JSONValue.Member("label", .string(incident.type.rawValue))])])),
    ]
    if let when = when(incident.date) { members.append(JSONValue.Member("when", when)) }
    if let link = link(row) {
      members.append(
        JSONValue.Member(
          "links",
          .array([
            .object([JSONValue.Member("type", "closeMatch"), JSONValue.Member("identifier", .string(link))])
          ])))
    }
    if let notes = cell("notes") {
      members.append(
        JSONValue.Member(
          "descriptions",
          .array([.object([JSONValue.Member("value", notes), JSONValue.Member("lang", .string(report.language))])])))
    }
    return Feature(
      geometry: row.coordinate.map { .point(Position($0)) },
      properties: [
        JSONValue.Member("title", cell("title") ?? .string(row.id)), JSONValue.Member("ccodes", .array(countries)),
      ], foreignMembers: members,
      geometryMembers: row.coordinate == nil
        ? [] : [JSONValue.Member("certainty", .string(certainty(site.precision)))])
  }

  private static func name(_ site: IncidentSite, _ report: Report) -> JSONValue {
    var members = [JSONValue.Member("toponym", .string(site.name)), JSONValue.Member("lang", "en")]
    let label = report.article.headline ?? report.article.id
    var citation = [JSONValue.Member("label", .string(label))]
    if let date = report.article.date { citation.append(JSONValue.Member("year", .int(date.year))) }
    if let url = report.article.url { citation.append(JSONValue.Member("@id", .string(url))) }
    members.append(JSONValue.Member("citations", .array([.object(citation)])))
    return .object(members)
  }

  private static func when(_ date: IncidentDate) -> JSONValue? {
    guard let start = date.start else { return nil }
    func moment(_ day: String) -> JSONValue { .object([JSONValue.Member("in", .string(day))]) }
    var span = [JSONValue.Member("start", moment(start.description))]
    if let end = date.end { span.append(JSONValue.Member("end", moment(end.description))) }
    return .object([JSONValue.Member("timespans", .array([.object(span)]))])
  }

  /// `gn:418863`: only GeoNames' ids can be followed.
  private static func link(_ row: FlatRow) -> String? {
    func cell(_ name: String) -> String? { row.columns.first { $0.key == name }?.value.stringValue }
    guard cell("gazetteer") == "geonames", let id = cell("gazetteer_id"), !id.isEmpty,
      id.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return "gn:\(id)"
  }

  private static func certainty(_ precision: SitePrecision) -> String {
    switch precision {
    case .exact: "certain"
    case .near: "less-certain"
    case .province, .country: "uncertain"
    }
  }

  /// Bytes that a URN does not hold as %XX.
  private static func uriPart(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x5F].contains(byte)
      guard !isPlain else { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }
}

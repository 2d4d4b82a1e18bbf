/// A column of the flat rows: its name, what its cells are, and how others tag it.
public struct RowColumn: Hashable, Sendable {
  /// What a column holds, for forms that have types.
  public enum Kind: String, Sendable {
    case text, integer, real, date, time
  }

  /// The column's name, and what it holds.
  public let name: String
  public let kind: Kind
  /// The tag of the Humanitarian Exchange Language (https://hxlstandard.org).
  public let hxl: String

  /// All columns in the order of the schema.
  /// - Parameter withCodes: whether the gazetteers have P-codes.
  public static func all(withCodes: Bool) -> [RowColumn] {
    identity + what + when + place + (withCodes ? codes : []) + who + harm + proof
  }

  /// Whether a column tells of the incident rather than of one of its sites.
  static func isOfIncident(_ column: RowColumn) -> Bool {
    let ofSite = place + codes
    return !ofSite.contains(column) && !["site_id", "site_index", "review"].contains(column.name)
  }

  init(_ name: String, _ hxl: String, _ kind: Kind = .text) {
    self.name = name
    self.kind = kind
    self.hxl = hxl
  }

  private static let identity = [
    RowColumn("site_id", "#loc+id"), RowColumn("incident_id", "#event+id"), RowColumn("article_id", "#meta+article+id"),
    RowColumn("title", "#event+name"), RowColumn("description", "#description"),
  ]
  private static let what = [
    RowColumn("type", "#event+type"), RowColumn("type_family", "#event+type+family"),
    RowColumn("modality", "#status+modality"), RowColumn("attribution", "#status+attribution"),
    RowColumn("event_type", "#event+type+acled"), RowColumn("sub_event_type", "#event+subtype+acled"),
    RowColumn("plover", "#event+type+plover"),
  ]
  private static let when = [
    RowColumn("event_date", "#date+start", .date), RowColumn("end_date", "#date+end", .date),
    RowColumn("start_time", "#date+start+time", .time), RowColumn("end_time", "#date+end+time", .time),
    RowColumn("year", "#date+year", .integer), RowColumn("time_precision", "#date+precision+num", .integer),
    RowColumn("date_precision", "#date+precision"), RowColumn("date_text", "#date+text"),
    RowColumn("date_basis", "#date+basis"),
  ]
  private static let place = [
    RowColumn("location", "#loc+name"), RowColumn("admin2", "#adm2+name"), RowColumn("admin1", "#adm1+name"),
    RowColumn("country", "#country+name"), RowColumn("iso", "#country+code+num", .integer),
    RowColumn("iso3", "#country+code+iso3"), RowColumn("latitude", "#geo+lat", .real),
    RowColumn("longitude", "#geo+lon", .real), RowColumn("geo_precision", "#geo+precision+num", .integer),
    RowColumn("radius_m", "#geo+radius+m", .integer), RowColumn("relation", "#geo+relation"),
    RowColumn("reference", "#loc+reference+name"), RowColumn("distance_km", "#geo+distance+km", .real),
    RowColumn("bearing_deg", "#geo+bearing+deg", .real), RowColumn("gazetteer", "#loc+source"),
    RowColumn("gazetteer_id", "#loc+code"), RowColumn("confidence", "#meta+confidence", .real),
  ]
  private static let codes = [
    RowColumn("admin1_pcode", "#adm1+code"), RowColumn("admin2_pcode", "#adm2+code"),
  ]
  private static let who = [
    RowColumn("actor1", "#group+actor1"), RowColumn("actor2", "#group+actor2"), RowColumn("victims", "#group+victims"),
  ]
  private static let harm = [
    RowColumn("killed_min", "#affected+killed+min", .integer),
    RowColumn("killed_max", "#affected+killed+max", .integer),
    RowColumn("injured_min", "#affected+injured+min", .integer),
    RowColumn("injured_max", "#affected+injured+max", .integer),
    RowColumn("missing_min", "#affected+missing+min", .integer),
    RowColumn("missing_max", "#affected+missing+max", .integer),
    RowColumn("site_index", "#meta+site+index", .integer), RowColumn("site_count", "#meta+site+count", .integer),
  ]
  private static let proof = [
    RowColumn("notes", "#description+evidence"), RowColumn("notes_start", "#meta+start", .integer),
    RowColumn("notes_end", "#meta+end", .integer), RowColumn("text_sha256", "#meta+checksum"),
    RowColumn("source", "#meta+source"), RowColumn("source_url", "#meta+url"),
    RowColumn("source_date", "#date+reported", .date), RowColumn("review", "#status+review"),
  ]
}

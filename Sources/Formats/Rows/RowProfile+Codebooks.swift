import GeoJSON

extension RowProfile.Codebook {
  /// Whether the codebook would have a row; what it would not is counted.
  func codes(_ row: FlatRow, _ omissions: inout RowOmissions) -> Bool {
    switch self {
    case .acled:
      if row["geo_precision"] == .int(4) {
        omissions.country += 1
        return false
      }
      if row["event_type"] == nil {
        omissions.uncoded += 1
        return false
      }
    case .meltt:
      if row.coordinate == nil {
        omissions.country += 1
        return false
      }
      if row["event_date"] == nil {
        omissions.undated += 1
        return false
      }
    case .ucdp, .timemap: break
    }
    return true
  }

  var cells: [ProfileCell] {
    switch self {
    case .acled: Self.acledCells
    case .ucdp: Self.ucdpCells
    case .meltt: Self.melttCells
    case .timemap: Self.timemapCells
    }
  }

  /// The columns of ACLED's files as of 2024 (ACLED Codebook), in their order; what only ACLED's coders know is null.
  private static let acledCells = [
    ProfileCell("event_id_cnty", "site_id"), ProfileCell("event_date", "event_date"), ProfileCell("year", "year"),
    ProfileCell("time_precision", "time_precision"),
    ProfileCell("disorder_type", .text, tag: "#event+disorder") { row, _ in .optional(disorder(row)) },
    ProfileCell("event_type", "event_type"), ProfileCell("sub_event_type", "sub_event_type"),
    ProfileCell("actor1", "actor1"), ProfileCell("assoc_actor_1"), ProfileCell("inter1"),
    ProfileCell("actor2", "actor2"), ProfileCell("assoc_actor_2"), ProfileCell("inter2"), ProfileCell("interaction"),
    ProfileCell("civilian_targeting"), ProfileCell("iso", "iso"), ProfileCell("region"),
    ProfileCell("country", "country"), ProfileCell("admin1", "admin1"), ProfileCell("admin2", "admin2"),
    ProfileCell("admin3"), ProfileCell("location", "location"), ProfileCell("latitude", "latitude"),
    ProfileCell("longitude", "longitude"), ProfileCell("geo_precision", "geo_precision"),
    ProfileCell("source", "source"), ProfileCell("source_scale"), ProfileCell("notes", "notes"),
    ProfileCell("fatalities", .integer, tag: "#affected+killed") { _, bearer in .int(deaths(bearer, "killed_min") ?? 0)
    },
    ProfileCell("tags"), ProfileCell("timestamp"),
  ]

  /// ACLED's disorder type, which follows from event and sub-event (ACLED Codebook, table 2).
  private static func disorder(_ row: FlatRow) -> String? {
    switch (row["event_type"]?.stringValue, row["sub_event_type"]?.stringValue) {
    case (nil, _): nil
    case ("Protests", "Excessive force against protesters"): "Political violence; Demonstrations"
    case ("Protests", _), ("Riots", "Violent demonstration"): "Demonstrations"
    case ("Strategic developments", _): "Strategic developments"
    default: "Political violence"
    }
  }

  /// The columns of UCDP GED 23.1 that can be told without the program's own registers of conflicts and actors, in their order.
  private static let ucdpCells = [
    ProfileCell("id", "site_id"), ProfileCell("year", "year"), ProfileCell("side_a", "actor1"),
    ProfileCell("side_b", "actor2"),
    ProfileCell("number_of_sources", .integer, tag: "#meta+sources") { row, _ in row["n_sources"] ?? .int(1) },
    ProfileCell("source_article", "source_url"), ProfileCell("source_office", "source"),
    ProfileCell("source_date", "source_date"), ProfileCell("source_headline", "title"),
    ProfileCell("where_prec", .integer, tag: "#geo+precision+num") { row, _ in .optional(wherePrecision(row)) },
    ProfileCell("where_coordinates", "location"), ProfileCell("where_description", "notes"),
    ProfileCell("adm_1", "admin1"), ProfileCell("adm_2", "admin2"), ProfileCell("latitude", "latitude"),
    ProfileCell("longitude", "longitude"), ProfileCell("country", "country"), ProfileCell("country_iso", "iso"),
    ProfileCell("date_prec", .integer, tag: "#date+precision+num") { row, _ in .optional(datePrecision(row)) },
    ProfileCell("date_start", "event_date"), ProfileCell("date_end", "end_date"),
    ProfileCell("best", .integer, tag: "#affected+killed") { _, bearer in .int(deaths(bearer, "killed_min") ?? 0) },
    ProfileCell("high", .integer, tag: "#affected+killed+max") { _, bearer in
      .int(deaths(bearer, "killed_max") ?? deaths(bearer, "killed_min") ?? 0)
    },
    ProfileCell("low", .integer, tag: "#affected+killed+min") { _, bearer in .int(deaths(bearer, "killed_min") ?? 0) },
  ]

  /// 1 exact, 2 near, 4 first-level unit, 6 country (UCDP GED Codebook 23.1, "where_prec").
  private static func wherePrecision(_ row: FlatRow) -> Int? {
    switch row["geo_precision"]?.intValue {
    case 1: 1
    case 2: 2
    case 3: 4
    case 4: 6
    default: nil
    }
  }

  /// 1 day, 2 a few days, 3 week, 4 month, 5 year (the same, "date_prec").
  private static func datePrecision(_ row: FlatRow) -> Int? {
    switch row["date_precision"]?.stringValue {
    case "day": row["event_date"] == row["end_date"] ? 1 : 2
    case "week": 3
    case "month": 4
    case "year": 5
    default: nil
    }
  }

  /// What `meltt()` asks for (https://cran.r-project.org/package=meltt): `date`, `enddate`, `longitude`, `latitude`, and taxonomies.
  private static let melttCells = [
    ProfileCell("event_id", "site_id"), ProfileCell("date", "event_date"),
    ProfileCell("enddate", .date, tag: "#date+end") { row, _ in row["end_date"] ?? row["event_date"] ?? .null },
    ProfileCell("longitude", "longitude"), ProfileCell("latitude", "latitude"), ProfileCell("event_tax", "type"),
    ProfileCell("family_tax", "type_family"), ProfileCell("actor_tax", "actor1"),
    ProfileCell("precision_tax", "geo_precision"), ProfileCell("country", "country"),
    ProfileCell("location", "location"), ProfileCell("source", "source"), ProfileCell("notes", "notes"),
  ]

  /// The events of TimeMap (https://github.com/forensic-architecture/timemap), as its data sheets have them.
  private static let timemapCells = [
    ProfileCell("id", "site_id"), ProfileCell("description", "notes"), ProfileCell("date", "event_date"),
    ProfileCell("time"),
    ProfileCell("time_precision", "date_precision"), ProfileCell("location", "location"),
    ProfileCell("latitude", "latitude"), ProfileCell("longitude", "longitude"), ProfileCell("category", "type_family"),
    ProfileCell("association1", "type"), ProfileCell("association2", "actor1"), ProfileCell("association3", "country"),
    ProfileCell("source1", "source_url"), ProfileCell("comments", "description"),
  ]

  private static func deaths(_ bearer: FlatRow?, _ column: String) -> Int? { bearer?[column]?.intValue }
}

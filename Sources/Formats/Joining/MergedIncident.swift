import DatelineKit
import GeoJSON
import Geodesy

/// One event as several articles tell it: the rows of the article that knows the place and the day best, the sites that others add, the
/// range of their counts, every source, and what they do not agree on.
struct MergedIncident {
  let id: String
  /// The columns of the schema with those of ``columns`` behind them.
  private(set) var rows: [FlatRow] = []
  let sources: [Source]
  let disagreements: [Disagreement]

  /// An article that tells it.
  struct Source: Hashable {
    var article: String
    var incident: String
    var outlet: String?
    var address: String?
    var day: String?
  }

  /// A field for which articles give different values, with the articles of each; in the order of the values.
  struct Disagreement: Hashable {
    var field: String
    var values: [(value: String, articles: [String])]

    static func == (left: Disagreement, right: Disagreement) -> Bool { left.words == right.words }
    func hash(into hasher: inout Hasher) { hasher.combine(words) }

    /// `killed: 7 (a, c), 9 (b)`
    var words: String {
      "\(field): " + values.map { "\($0.value) (\($0.articles.joined(separator: ", ")))" }.joined(separator: ", ")
    }
  }

  /// What stands behind the columns of the schema.
  static let columns = [
    RowColumn("n_sources", "#meta+sources+num", .integer), RowColumn("n_articles", "#meta+articles+num", .integer),
    RowColumn("articles", "#meta+articles+id"), RowColumn("sources", "#meta+sources+name"),
    RowColumn("source_urls", "#meta+sources+url"), RowColumn("disagreements", "#meta+disagreements"),
  ]

  /// - Parameters:
  ///   - members: in the order of their ids.
  ///   - reach: sites further apart than this are two.
  init(_ members: [ToldIncident], id: String, reach: Distance) {
    self.id = id
    var sources: [Source] = []
    for member in members {
      let source = Source(
        article: member.article, incident: member.id, outlet: member.text("source"),
        address: member.text("source_url"), day: member.text("source_date"))
      if !sources.contains(source) { sources.append(source) }
    }
    self.sources = sources
    disagreements = Self.disagreements(members)
    let ranked = members.enumerated().sorted { left, right in
      let (a, b) = (Self.rank(left.element), Self.rank(right.element))
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
    // The best article's own sites all count, of others those that are points and far from what is there.
    var sites = ranked.first?.rows ?? []
    for row in ranked.dropFirst().flatMap(\.rows) where Self.isFurther(row, than: reach, from: sites) {
      sites.append(row)
    }
    let harm = ["killed", "injured", "missing"].flatMap { Self.range($0, members) }
    rows = sites.enumerated().map { index, row in
      row.renamed("\(id).\(index + 1)", replacing: cells(index: index, of: sites.count, harm: harm), adding: added)
    }
  }

  /// Distinct outlets; an article without one counts by itself.
  var sourceCount: Int { Set(sources.map { $0.outlet.map { "o\($0)" } ?? "a\($0.article)" }).count }

  // MARK: Rows

  /// What goes first: the place better known, then the day, then counts, then what is surer.
  private static func rank(_ told: ToldIncident) -> [Int] {
    let row = told.rows.first
    let confidence = row?["confidence"]?.doubleValue ?? 0
    return [
      told.rows.compactMap { $0["geo_precision"]?.intValue }.min() ?? 9, row?["time_precision"]?.intValue ?? 9,
      row?["killed_min"] == nil ? 1 : 0, -Int((confidence * 1000).rounded()),
    ]
  }

  private static func isFurther(_ row: FlatRow, than reach: Distance, from sites: [FlatRow]) -> Bool {
    guard let point = row.coordinate else { return false }
    return sites.allSatisfy { site in
      site.coordinate.map { Geodesic.wgs84.distance(from: $0, to: point) > reach } ?? true
    }
  }

  private func cells(index: Int, of count: Int, harm: [JSONValue.Member]) -> [JSONValue.Member] {
    [
      JSONValue.Member("site_id", .string("\(id).\(index + 1)")), JSONValue.Member("incident_id", .string(id)),
      JSONValue.Member("site_index", .int(index + 1)), JSONValue.Member("site_count", .int(count)),
    ] + (index == 0 ? harm : harm.map { JSONValue.Member($0.key, .null) })
  }

  private var added: [JSONValue.Member] {
    func joined(_ texts: [String?]) -> JSONValue {
      var distinct: [String] = []
      for text in texts.compactMap({ $0 }) where !distinct.contains(text) { distinct.append(text) }
      return distinct.isEmpty ? .null : .string(distinct.sorted(by: Self.isBefore).joined(separator: "; "))
    }
    return [
      JSONValue.Member("n_sources", .int(sourceCount)),
      JSONValue.Member("n_articles", .int(Set(sources.map(\.article)).count)),
      JSONValue.Member("articles", joined(sources.map(\.article))),
      JSONValue.Member("sources", joined(sources.map(\.outlet))),
      JSONValue.Member("source_urls", joined(sources.map(\.address))),
      JSONValue.Member(
        "disagreements",
        disagreements.isEmpty ? .null : .string(disagreements.map(\.words).joined(separator: "; "))),
    ]
  }

  /// By code points, whatever the locale.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }

  /// The range of what articles count: the least of all; the most, unless one says "at least" of more than that.
  private static func range(_ harm: String, _ members: [ToldIncident]) -> [JSONValue.Member] {
    let counts = members.compactMap { member -> (min: Int, max: Int?)? in
      let bearer = member.rows.first { $0["\(harm)_min"] != nil }
      return bearer?["\(harm)_min"]?.intValue.map { ($0, bearer?["\(harm)_max"]?.intValue) }
    }
    let most = counts.compactMap(\.max).max().flatMap { most in counts.allSatisfy { $0.min <= most } ? most : nil }
    return [
      JSONValue.Member("\(harm)_min", .optional(counts.map(\.min).min())),
      JSONValue.Member("\(harm)_max", .optional(most)),
    ]
  }

  // MARK: Disagreements

  private static func disagreements(_ members: [ToldIncident]) -> [Disagreement] {
    let fields: [(String, (ToldIncident) -> String?)] = [
      ("type", { $0.text("type") }), ("modality", { $0.text("modality") }), ("attribution", { $0.text("attribution") }),
      ("date", days), ("location", { $0.text("location") }), ("actor1", { $0.text("actor1") }),
      ("killed", { count("killed", $0) }), ("injured", { count("injured", $0) }), ("missing", { count("missing", $0) }),
    ]
    return fields.compactMap { field, value in
      var articles: [String: [String]] = [:]
      for member in members {
        guard let value = value(member) else { continue }
        if articles[value]?.contains(member.article) != true { articles[value, default: []].append(member.article) }
      }
      guard articles.count > 1 else { return nil }
      let values = articles.sorted { isBefore($0.key, $1.key) }
      return Disagreement(field: field, values: values.map { ($0.key, $0.value.sorted(by: isBefore)) })
    }
  }

  private static func days(_ told: ToldIncident) -> String? {
    guard let start = told.text("event_date") else { return nil }
    guard let end = told.text("end_date") else { return "since \(start)" }
    return start == end ? start : "\(start) to \(end)"
  }

  private static func count(_ harm: String, _ told: ToldIncident) -> String? {
    guard let bearer = told.rows.first(where: { $0["\(harm)_min"] != nil }),
      let least = bearer["\(harm)_min"]?.intValue
    else { return nil }
    guard let most = bearer["\(harm)_max"]?.intValue else { return "at least \(least)" }
    return least == most ? "\(least)" : "\(least) to \(most)"
  }
}

extension FlatRow {
  /// The row under another id, with some of its columns replaced and further ones behind.
  func renamed(_ id: String, replacing cells: [JSONValue.Member], adding more: [JSONValue.Member]) -> FlatRow {
    let new = Dictionary(cells.map { ($0.key, $0.value) }) { first, _ in first }
    return FlatRow(
      id: id, coordinate: coordinate,
      facts: facts.map { JSONValue.Member($0.key, new[$0.key] ?? $0.value) } + more)
  }
}

import DatelineKit
import GeoJSON
import Geodesy

/// Joins the incidents of many articles, read back from what the program wrote.
///
/// What is told is kept as text until it is written: some two kilobytes a site.
///
///     var merge = IncidentMerge()
///     try merge.add(tree: line)
///     for event in merge.events() { … }
public struct IncidentMerge: Sendable {
  /// The rows of each incident, as text: what is kept of it.
  private var incidents: [[Row]] = []
  /// Incidents by their ids, articles and texts: more than one where runs differ.
  private var known: [String: [Int]] = [:]
  /// Rows that came a second time, word for word.
  public private(set) var repetitions = 0
  private var hasCodes = false

  private struct Row: Sendable {
    var id: String
    var text: [UInt8]
  }

  public init() {}

  /// Incidents so far.
  public var count: Int { incidents.count }

  /// Adds the incidents of a line that `dateline incidents` wrote for an article.
  public mutating func add(tree: JSONValue) throws(ToldIncidentFault) {
    for incident in try ToldIncident.incidents(ofTree: tree) {
      for row in incident.rows { add(row) }
    }
  }

  /// Adds a row that `dateline incidents --format geojson` and its like wrote. Rows may come in any order.
  public mutating func add(_ feature: Feature) throws(ToldIncidentFault) { add(try ToldIncident.row(feature)) }

  private mutating func add(_ row: FlatRow) {
    if row.facts.contains(where: { $0.key == "admin1_pcode" }) { hasCodes = true }
    let key = ["incident_id", "article_id", "text_sha256"].map { row[$0]?.stringValue ?? "" }.joined(separator: "\0")
    let new = Row(id: row.id, text: Self.text(row))
    for number in known[key] ?? [] {
      guard let same = incidents[number].first(where: { $0.id == row.id }) else {
        incidents[number].append(new)
        return
      }
      if same.text == new.text {
        repetitions += 1
        return
      }
    }
    known[key, default: []].append(incidents.count)
    incidents.append([new])
  }

  // MARK: Waiting

  private static func text(_ row: FlatRow) -> [UInt8] {
    FeatureFrame(.collection).text(
      Feature(id: .string(row.id), geometry: row.coordinate.map { .point(Position($0)) }, properties: row.facts))
  }

  private func incident(_ number: Int) -> ToldIncident {
    let rows = incidents[number].compactMap { row -> FlatRow? in
      guard let feature = try? GeoJSONReader().object(row.text).features.first else { return nil }
      return (try? ToldIncident.row(feature))?.withCodes(hasCodes)
    }
    return ToldIncident(
      rows: rows.sorted { ($0["site_index"]?.intValue ?? 0, $0.id) < ($1["site_index"]?.intValue ?? 0, $1.id) })
  }

  // MARK: Joining

  /// The columns of what is merged.
  var columns: [RowColumn] { RowColumn.all(withCodes: hasCodes) + MergedIncident.columns }

  /// The numbers of the incidents that tell each event, and the id of its first, in the order in which events are written: by day,
  /// then by id.
  private func clusters(_ joiner: IncidentJoiner) -> [(members: [Int], id: String)] {
    let records = incidents.indices.map { incident($0).record }
    // Equal ids are told apart by what they tell, so that the order of the files does not count.
    let canonical = incidents.indices.sorted { left, right in
      let (a, b) = (records[left], records[right])
      if (a.id, a.article) != (b.id, b.article) { return (a.id, a.article) < (b.id, b.article) }
      return Self.isBefore(incidents[left], incidents[right])
    }
    let clusters = joiner.clusters(of: canonical.map { records[$0] }).map { $0.map { canonical[$0] } }
    return clusters.enumerated().map { place, members in
      (day: members.map { records[$0].firstDay }.min() ?? .max, place: place, members: members)
    }.sorted { ($0.day, $0.place) < ($1.day, $1.place) }.map { ($0.members, records[$0.members[0]].id) }
  }

  private static func isBefore(_ left: [Row], _ right: [Row]) -> Bool {
    let (a, b) = (
      left.map(\.text).min { $0.lexicographicallyPrecedes($1) },
      right.map(\.text).min { $0.lexicographicallyPrecedes($1) }
    )
    return (a ?? []).lexicographicallyPrecedes(b ?? [])
  }

  /// Each event, joined.
  /// - Parameter body: is called for one after another.
  func forEachEvent(_ joiner: IncidentJoiner, _ body: (MergedIncident) throws -> Void) throws {
    var used: Set<String> = []
    for cluster in clusters(joiner) {
      // The first member's name, so that an event keeps its id when more articles tell it later.
      let stem = "m" + SHA256.digest(Array(cluster.id.utf8)).prefix(12)
      var (id, turn) = (stem, 1)
      while !used.insert(id).inserted {
        turn += 1
        id = "\(stem)-\(turn)"
      }
      try body(MergedIncident(cluster.members.map(incident), id: id, reach: joiner.reach))
    }
  }
}

extension FlatRow {
  /// With P-codes or without them, as all rows of a file have it.
  fileprivate func withCodes(_ hasCodes: Bool) -> FlatRow {
    let cells = Dictionary(facts.map { ($0.key, $0.value) }) { first, _ in first }
    return FlatRow(
      id: id, coordinate: coordinate,
      facts: RowColumn.all(withCodes: hasCodes).map { JSONValue.Member($0.name, cells[$0.name] ?? .null) })
  }
}

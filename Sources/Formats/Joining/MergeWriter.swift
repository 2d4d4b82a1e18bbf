import DatelineKit
import GeoJSON
import GeoPackage

/// Writes the events that articles tell together, in the formats of rows, as lines of JSON, or as a GeoPackage.
public struct MergeWriter {
  /// What was joined.
  public struct Outcome: Hashable, Sendable {
    public var events = 0
    /// Events of more than one article.
    public var joined = 0
    public var omissions = RowOmissions()
  }

  private let merge: IncidentMerge
  private let joiner: IncidentJoiner
  private let members: [JSONValue.Member]
  private let codebook: RowProfile.Codebook?

  /// - Parameters:
  ///   - members: what a collection says of itself, as that which was read says it.
  ///   - codebook: whose columns; nil for those of the schema.
  public init(
    _ merge: IncidentMerge, by joiner: IncidentJoiner, members: [JSONValue.Member] = [],
    codebook: RowProfile.Codebook? = nil
  ) {
    self.merge = merge
    self.joiner = joiner
    self.members = members + [JSONValue.Member("generator", .string("Dateline \(DatelineVersion.current)"))]
    self.codebook = codebook
  }

  /// The columns of the rows.
  public var columns: [RowColumn] {
    codebook == nil ? merge.columns : RowProfile(codebook, withCodes: false).columns + MergedIncident.columns
  }

  /// Writes them all.
  /// - Throws: where the format has neither rows nor lines (`lpf`), or what the sink throws.
  public func write(
    _ format: IncidentWriter.Format, options: IncidentWriter.Options = IncidentWriter.Options(),
    to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Outcome {
    var outcome = Outcome()
    guard let rows = RowText(format, options: options, columns: columns, members: members) else {
      guard format == .ndjson else {
        throw ToldIncidentFault(reason: "\(format.rawValue) has no room for joined incidents")
      }
      try merge.forEachEvent(joiner) { event in
        outcome.add(event, RowOmissions())
        try Array((GeoJSONWriter().string(Self.tree(event)) + "\n").utf8).withUnsafeBytes(sink)
      }
      return outcome
    }
    var assembly = TextAssembly(
      head: rows.head, separatorLength: rows.isCollection ? 1 : 0, tail: { rows.tail(bounds: $0) })
    try merge.forEachEvent(joiner) { event in
      let (shown, omissions) = shown(event)
      outcome.add(event, omissions)
      try assembly.add(rows.fragment(shown), to: sink)
    }
    try assembly.finish(sink)
    return outcome
  }

  /// Writes a GeoPackage with the layers `sites` and `incidents`.
  /// - Parameter path: of that name there must be no file, or an empty one.
  public func writePackage(path: String) throws -> Outcome {
    var outcome = Outcome()
    let package = try GeoPackage(path: path)
    let columns = columns
    let ofEvent = merge.columns.filter(RowColumn.isOfIncident)
    let sites = try package.add(
      GeoPackage.Layer(
        name: "sites", title: "Sites of incidents", geometry: .point, fields: IncidentPackage.fields(columns)))
    let events = try package.add(
      GeoPackage.Layer(
        name: "incidents", title: "Incidents", geometry: .multiPoint, fields: IncidentPackage.fields(ofEvent)))
    if codebook == nil { try package.addStyle(FamilyStyle.qml, to: sites, name: "families") }
    try package.addStyle(FamilyStyle.qml, to: events, name: "families")
    var latest = "1970-01-01"
    try merge.forEachEvent(joiner) { event in
      let (shown, omissions) = shown(event)
      outcome.add(event, omissions)
      for row in shown {
        try package.insert(row.coordinate.map { [$0] } ?? [], PackageRows.values(row.columns, columns), into: sites)
      }
      guard let first = event.rows.first else { return }
      let cells = zip(merge.columns, first.facts).filter { RowColumn.isOfIncident($0.0) }.map(\.1)
      try package.insert(event.rows.compactMap(\.coordinate), PackageRows.values(cells, ofEvent), into: events)
      latest = max(latest, event.sources.compactMap(\.day).max() ?? latest)
    }
    try package.addMetadata(GeoJSONWriter().string(.object(members)), mimeType: "application/json")
    try package.finish(lastChange: "\(latest)T00:00:00.000Z")
    return outcome
  }

  private func shown(_ event: MergedIncident) -> (rows: [FlatRow], omissions: RowOmissions) {
    guard codebook != nil else { return (event.rows, RowOmissions()) }
    let added = MergedIncident.columns.map { column in
      JSONValue.Member(column.name, event.rows.first?[column.name] ?? .null)
    }
    return RowProfile(codebook, withCodes: false).shown(event.rows, behind: added)
  }

  /// `{"id", "n_sources", "n_articles", "sources": [...], "disagreements": [...], "sites": [...]}`; a site has the columns of its row.
  private static func tree(_ event: MergedIncident) -> JSONValue {
    let sources = event.sources.map { source in
      JSONValue.object([
        JSONValue.Member("article_id", .string(source.article)),
        JSONValue.Member("incident_id", .string(source.incident)),
        JSONValue.Member("source", .optional(source.outlet)), JSONValue.Member("source_url", .optional(source.address)),
        JSONValue.Member("source_date", .optional(source.day)),
      ])
    }
    let disagreements = event.disagreements.map { disagreement in
      JSONValue.object([
        JSONValue.Member("field", .string(disagreement.field)),
        JSONValue.Member(
          "values",
          .array(
            disagreement.values.map { value in
              .object([
                JSONValue.Member("value", .string(value.value)),
                JSONValue.Member("articles", .array(value.articles.map { .string($0) })),
              ])
            })),
      ])
    }
    let added = Set(MergedIncident.columns.map(\.name))
    return .object([
      JSONValue.Member("id", .string(event.id)), JSONValue.Member("n_sources", .int(event.sourceCount)),
      JSONValue.Member("n_articles", .int(Set(event.sources.map(\.article)).count)),
      JSONValue.Member("sources", .array(sources)), JSONValue.Member("disagreements", .array(disagreements)),
      JSONValue.Member("sites", .array(event.rows.map { .object($0.facts.filter { !added.contains($0.key) }) })),
    ])
  }
}

extension MergeWriter.Outcome {
  fileprivate mutating func add(_ event: MergedIncident, _ omissions: RowOmissions) {
    events += 1
    if event.sources.count > 1 { joined += 1 }
    self.omissions += omissions
  }
}

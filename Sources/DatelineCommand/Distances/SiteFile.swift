import DataFiles
import Gazetteer
import GeoJSON

/// Sites of a file: features with points, rows with a longitude and latitude, or what `dateline incidents` and `geoparse` write.
struct SiteFile {
  private(set) var sites: [MeasuredSite] = []
  /// Records without a place, and the line or number of the first.
  private(set) var skipped: (count: Int, first: Int) = (0, 0)
  let path: String

  private enum Kind { case features, lines, table }

  /// Whether an argument names a file of sites, by its ending.
  static func isPath(_ text: String) -> Bool { kind(of: text) != nil }

  private static func kind(of path: String) -> Kind? {
    let name = path.lowercased()
    func ends(_ endings: [String]) -> Bool { endings.contains { name.hasSuffix($0) } }
    if path == "-" || ends([".ndjson", ".jsonl"]) { return .lines }
    if ends([".geojson", ".json", ".geojsonl", ".geojsons", ".geojsonseq"]) { return .features }
    return ends([".csv"]) ? .table : nil
  }

  init(path: String) throws(InputFailure) {
    self.path = path
    do {
      switch Self.kind(of: path) {
      case .features: try readFeatures()
      case .lines: try readLines()
      case .table, nil: try readTable()
      }
    } catch {
      throw (error as? InputFailure) ?? InputFailure(Self.message(error, path: path))
    }
    guard !sites.isEmpty else { throw InputFailure("\(path): no site with a longitude and latitude is in it") }
  }

  /// What was left out, as a sentence; nil where nothing was.
  var complaint: String? {
    guard skipped.count > 0 else { return nil }
    let what = skipped.count == 1 ? "1 record has no point and is" : "\(skipped.count) records have no point and are"
    return "\(path): \(what) left out, \(skipped.count == 1 ? "number" : "the first is number") \(skipped.first)"
  }

  private static func message(_ error: any Error, path: String) -> String {
    error is DataFileError ? "\(error)" : "\(path): \(error)"
  }

  private mutating func add(_ site: MeasuredSite?, number: Int) {
    if let site { return sites.append(site) }
    if skipped.count == 0 { skipped.first = number }
    skipped.count += 1
  }

  // MARK: Kinds of files

  private mutating func readFeatures() throws {
    let source = try ByteSource(path: path)
    let name = path.lowercased()
    guard !name.hasSuffix(".json") else { return try readDocument(source.bytes()) }
    let layout: FeatureReader.Layout =
      name.hasSuffix(".geojsonseq")
      ? .textSequence : name.hasSuffix(".geojsonl") || name.hasSuffix(".geojsons") ? .newlineDelimited : .automatic
    var reader = FeatureReader(layout, from: source.read)
    var number = 0
    while let feature = try reader.next() {
      number += 1
      add(MeasuredSite(feature), number: number)
    }
  }

  /// GeoJSON, or a list of objects such as `dateline places search --format json` writes.
  private mutating func readDocument(_ bytes: [UInt8]) throws {
    if case .array(let objects) = try GeoJSONReader().value(bytes) {
      for (index, object) in objects.enumerated() { add(Self.site(object), number: index + 1) }
    } else {
      let features = try GeoJSONReader().object(bytes).features
      for (index, feature) in features.enumerated() { add(MeasuredSite(feature), number: index + 1) }
    }
  }

  private mutating func readTable() throws {
    var table = try CommaTable(path: path)
    while let row = try table.next() {
      add(MeasuredSite(named: nil, coordinate: nil) { row[$0] }, number: row.line)
    }
  }

  private mutating func readLines() throws {
    let reader = try LineReader(path: path == "-" ? "/dev/stdin" : path)
    while let line = try reader.next() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do { try read(GeoJSONReader().value(Array(line)), of: Array(line), number: reader.line) } catch {
        throw InputFailure("\(path):\(reader.line): \(error)")
      }
    }
  }

  private mutating func read(_ value: JSONValue, of line: [UInt8], number: Int) throws {
    if case .array(let incidents)? = value["incidents"] {
      for incident in incidents { addSites(of: incident, number: number) }
    } else if case .array(let toponyms)? = value["toponyms"] {
      for toponym in toponyms where toponym != .null { add(Self.site(toponym), number: number) }
    } else if value["type"] != nil, value["geometry"] != nil || value["features"] != nil || value["coordinates"] != nil
    {
      for feature in try GeoJSONReader().object(line).features { add(MeasuredSite(feature), number: number) }
    } else {
      add(Self.site(value), number: number)
    }
  }

  /// A country has no point, whatever the middle of its area is.
  private mutating func addSites(of incident: JSONValue, number: Int) {
    guard case .array(let sites)? = incident["sites"] else { return }
    for (index, site) in sites.enumerated() {
      let id = incident["id"]?.cell.map { "\($0).\(index + 1)" }
      add(site["precision"] == .int(4) ? nil : Self.site(site, id: id), number: number)
    }
  }

  private static func site(_ object: JSONValue, id: String? = nil) -> MeasuredSite? {
    MeasuredSite(named: nil, id: id, coordinate: nil) { object[$0]?.cell }
  }
}

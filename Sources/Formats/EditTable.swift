import Coordinates
import DataFiles
import DatelineKit
import Gazetteer
import Geodesy
import Incidents
import Language

/// A table of what a person decided about sites: rows as ``CommaText`` writes them, with the decision in the column `review`.
///
/// `accept`, `reject`, `move` and `add`, or `accepted`, `rejected`, `moved`, `added`; a row that says nothing or `unreviewed`
/// decides nothing. Columns that a decision does not need may be missing.
public struct EditTable: Sendable {
  /// In the order of the table.
  public private(set) var edits: [SiteEdit] = []
  /// The number of the line of each edit.
  public private(set) var lines: [Int] = []
  /// Rows that are not as they should be.
  public private(set) var faults = InputFaults()

  /// - Throws: ``DataFileError/unreadable(path:reason:)`` where it is no table or lacks `article_id` or `review`.
  ///   Rows that are wrong are ``faults``.
  public init(path: String) throws(DataFileError) {
    var table = try CommaTable(path: path)
    for column in ["article_id", "review"] where !table.columns.contains(column) {
      throw .unreadable(path: path, reason: "it has no column \(column)")
    }
    let count = table.columns.count
    while let row = try table.next() {
      guard row.count <= count else {
        faults.add(path: path, line: row.line, reason: "there are \(row.count) cells for \(count) columns")
        continue
      }
      do throws(Fault) {
        guard let edit = try Self.edit(Cells(row: row)) else { continue }
        edits.append(edit)
        lines.append(row.line)
      } catch {
        faults.add(path: path, line: row.line, reason: error.reason)
      }
    }
  }

  private struct Fault: Error {
    var reason: String
  }

  /// The cells of a row by column, nil where empty.
  private struct Cells {
    var row: CommaTable.Row

    subscript(column: String) -> String? {
      let text = CommaText.unquoted(row[column])
      return text.allSatisfy(\.isWhitespace) ? nil : text
    }

    func number(_ column: String) throws(Fault) -> Double? {
      guard let text = self[column] else { return nil }
      guard let number = Double(text), number.isFinite else { throw Fault(reason: "\(column): '\(text)' is no number") }
      return number
    }

    func count(_ column: String) throws(Fault) -> Int? {
      guard let text = self[column] else { return nil }
      guard let number = Int(text), number >= 0 else { throw Fault(reason: "\(column): '\(text)' is no count") }
      return number
    }

    func date(_ column: String) throws(Fault) -> CalendarDate? {
      guard let text = self[column] else { return nil }
      guard let date = CalendarDate(iso: text) else {
        throw Fault(reason: "\(column): '\(text)' is not a date such as 2024-04-19")
      }
      return date
    }

    func word<Word: RawRepresentable & CaseIterable>(
      _ column: String, _ type: Word.Type
    ) throws(Fault) -> Word? where Word.RawValue == String {
      guard let text = self[column] else { return nil }
      guard let word = Word(rawValue: text) else {
        let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw Fault(reason: "\(column): '\(text)' is none of \(known)")
      }
      return word
    }

    func casualties(_ harm: String) throws(Fault) -> Casualties.Count? {
      let (least, most) = (try count("\(harm)_min"), try count("\(harm)_max"))
      guard let least else { return nil }
      guard least <= most ?? least else { throw Fault(reason: "\(harm)_min is more than \(harm)_max") }
      return Casualties.Count(min: least, max: most)
    }

    func coordinate() throws(Fault) -> Coordinate? {
      guard let longitude = try number("longitude"), let latitude = try number("latitude") else { return nil }
      guard (-180...180).contains(longitude), (-90...90).contains(latitude) else {
        throw Fault(reason: "longitude \(longitude), latitude \(latitude) is nowhere on Earth")
      }
      return Coordinate(longitude: longitude, latitude: latitude)
    }
  }

  private static func edit(_ cells: Cells) throws(Fault) -> SiteEdit? {
    guard let word = cells["review"]?.lowercased(), word != "unreviewed" else { return nil }
    guard let article = cells["article_id"] else { throw Fault(reason: "article_id is empty") }
    let type = try cells.word("type", IncidentType.self)
    let action: SiteEdit.Action
    switch word {
    case "accept", "accepted": action = .accept
    case "reject", "rejected": action = .reject
    case "move", "moved", "add", "added":
      guard let coordinate = try cells.coordinate() else {
        throw Fault(reason: "\(word) needs longitude and latitude")
      }
      action = word.hasPrefix("move") ? .move(to: coordinate) : .add(at: coordinate)
    default: throw Fault(reason: "review: '\(word)' is none of accept, reject, move, add")
    }
    if case .add = action {
      guard type != nil || cells["incident_id"] != nil else { throw Fault(reason: "add needs type or incident_id") }
    } else if cells["site_id"] == nil, cells["location"] == nil {
      throw Fault(reason: "\(word) needs site_id or location")
    }
    var isAdded = false
    if case .add = action { isAdded = true }
    return SiteEdit(
      article: article, id: cells[isAdded ? "incident_id" : "site_id"], action: action, location: cells["location"],
      type: type, precision: try precision(cells),
      uncertainty: try cells.number("radius_m").map { Distance(metres: $0) },
      details: isAdded ? try details(cells) : SiteEdit.Details())
  }

  private static func precision(_ cells: Cells) throws(Fault) -> SitePrecision? {
    guard let number = try cells.count("geo_precision") else { return nil }
    guard let precision = SitePrecision(rawValue: number) else {
      throw Fault(reason: "geo_precision: \(number) is none of 1, 2, 3, 4")
    }
    return precision
  }

  private static func details(_ cells: Cells) throws(Fault) -> SiteEdit.Details {
    let (start, end) = (try cells.date("event_date"), try cells.date("end_date"))
    if let start, let end, end < start { throw Fault(reason: "end_date is before event_date") }
    return SiteEdit.Details(
      modality: try cells.word("modality", Modality.self), attribution: try cells.word("attribution", Attribution.self),
      start: start, end: end, actor: cells["actor1"], target: cells["actor2"],
      casualties: Casualties(
        killed: try cells.casualties("killed"), injured: try cells.casualties("injured"),
        missing: try cells.casualties("missing")))
  }
}

import GeoJSON
import Incidents

/// Rows as placemarks of KML 2.2 (OGC 07-147r2), each with all columns as extended data, its days and the style of its family.
struct KMLText {
  private let columns: [RowColumn]
  private let credit: String

  /// - Parameter members: what the file says of itself.
  init(columns: [RowColumn], members: [JSONValue.Member]) {
    self.columns = columns
    credit = members.compactMap { member in member.value.stringValue.map { "\(member.key): \($0)" } }.joined(
      separator: "\n")
  }

  /// What stands before the first placemark.
  var head: String {
    let fields = columns.map { "<SimpleField type=\"\(Self.type($0.kind))\" name=\"\(XMLText.escaped($0.name))\"/>" }
    let styles = IncidentType.Family.allCases.map { family in
      "<Style id=\"\(family.rawValue)\"><IconStyle><color>\(Self.colour(family))</color></IconStyle></Style>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <Document>
      <name>Incidents</name>
      <description>\(Self.shown(credit))</description>
      \(styles.joined())<Schema name="sites" id="sites">
      \(fields.joined(separator: "\n"))
      </Schema>

      """
  }

  /// What stands behind the last placemark.
  let tail = "</Document>\n</kml>\n"

  func placemark(_ row: FlatRow) -> String {
    func cell(_ name: String) -> String? { row[name]?.stringValue }
    var text = "<Placemark>\n<name>\(XMLText.escaped(cell("title") ?? row.id))</name>\n"
    if let description = cell("description") { text += "<description>\(Self.shown(description))</description>\n" }
    if let start = cell("event_date") {
      let end = cell("end_date").map { "<end>\($0)</end>" } ?? ""
      text += "<TimeSpan><begin>\(start)</begin>\(end)</TimeSpan>\n"
    }
    if let family = cell("type_family") { text += "<styleUrl>#\(XMLText.escaped(family))</styleUrl>\n" }
    text += "<ExtendedData><SchemaData schemaUrl=\"#sites\">\n"
    for member in row.columns where member.value != .null {
      let value = member.value.stringValue ?? GeoJSONWriter().string(member.value)
      text += "<SimpleData name=\"\(XMLText.escaped(member.key))\">\(XMLText.escaped(value))</SimpleData>\n"
    }
    text += "</SchemaData></ExtendedData>\n"
    if let point = row.coordinate {
      let position = [point.longitude, point.latitude].map {
        GeoJSONWriter().string(.double(($0 * 1e7).rounded() / 1e7))
      }
      text += "<Point><coordinates>\(position.joined(separator: ","))</coordinates></Point>\n"
    }
    return text + "</Placemark>\n"
  }

  /// A description is HTML to those who show it: what is text is escaped for that too.
  private static func shown(_ text: String) -> String { XMLText.escaped(XMLText.escaped(text)) }

  private static func type(_ kind: RowColumn.Kind) -> String {
    switch kind {
    case .text, .date, .time: "string"
    case .integer: "int"
    case .real: "double"
    }
  }

  /// `aabbggrr`
  private static func colour(_ family: IncidentType.Family) -> String {
    let digits = FamilyStyle.colour(family).dropFirst()
    return "ff\(digits.suffix(2))\(digits.dropFirst(2).prefix(2))\(digits.prefix(2))"
  }
}

import DatelineKit
import Gazetteer
import GeoJSON

/// The rows of all formats, once: the page's script makes GeoJSON and CSV of them, byte by byte as the commands write them.
///
/// Cells are written as in GeoJSON, with tabs between and a line a row, which no JSON holds unescaped. A cell that equals the one above it
/// is empty. Lines: what stands before the first feature; the names of the columns; how many of them CSV has; then the rows, each
/// with its geometry before the columns.
struct PageRows {
  let reports: [Report]

  var text: String {
    let writer = GeoJSONWriter()
    let collection = IncidentFeatures(simpleStyle: true).collection(reports)
    let head = writer.string(collection).prefix { $0 != "\n" }
    let rows = collection.features.map { feature in
      [feature.geometry.map { writer.string($0) } ?? "null"]
        + feature.properties.map { writer.string($0.value) }
    }
    let columns = RowColumn.all(withCodes: reports.contains { $0.atlas.hasCodes }).map(\.name)
    let style = (collection.features.first?.properties ?? []).map(\.key).dropFirst(columns.count)
    var lines = [String(head), (columns + style).joined(separator: "\t"), String(columns.count)]
    var above: [String] = []
    for row in rows {
      let cells = row.enumerated().map { index, cell in
        above.indices.contains(index) && above[index] == cell ? "" : cell
      }
      lines.append(cells.joined(separator: "\t"))
      above = row
    }
    return lines.joined(separator: "\n")
  }
}

import Coordinates
import DataFiles

/// All lakes, rivers and names of seas in memory, as the compiler makes them and ``Waters/encode(_:)`` writes them.
package struct WatersContents {
  package struct Line {
    /// 0 for a lake, else the class of the river, 1 for the largest.
    package var rank: Int
    /// Of a lake or island, in square kilometres.
    package var area: Double
    /// The line at each level of detail, the finest first; longitudes may run on beyond ±180.
    package var levels: [[Coordinate]]

    package init(rank: Int, area: Double, levels: [[Coordinate]]) {
      self.rank = rank
      self.area = area
      self.levels = levels
    }
  }

  /// How far, in metres, the lines of each level may be from the source.
  package var tolerances: [Double]
  /// Closed rings with the water on their left.
  package var lakes: [Line] = []
  package var rivers: [Line] = []
  package var seas: [MapSea] = []

  package init(tolerances: [Double]) { self.tolerances = tolerances }
}

extension Waters {
  /// The file that holds `contents`.
  package static func encode(_ contents: WatersContents) -> [UInt8] {
    var head: [UInt8] = []
    for count in [contents.tolerances.count, contents.lakes.count, contents.rivers.count, contents.seas.count] {
      head.appendLittleEndian(UInt32(count))
    }
    for tolerance in contents.tolerances { head.appendLittleEndian(UInt32(tolerance)) }
    var lines: [UInt8] = []
    func records(_ items: [WatersContents.Line]) -> [UInt8] {
      var records: [UInt8] = []
      for item in items {
        records.append(contentsOf: [UInt8(clamping: item.rank), 0, 0, 0])
        records.append(EncodedBox(item.levels.first ?? []))
        records.appendLittleEndian(Float(item.area).bitPattern)
        for level in item.levels {
          records.appendLittleEndian(UInt32(lines.count))
          lines.append(line: level)
        }
      }
      return records
    }
    let lakes = records(contents.lakes)
    let rivers = records(contents.rivers)
    var seas: [UInt8] = []
    var names: [UInt8] = []
    for sea in contents.seas {
      seas.append(contentsOf: [sea.isOcean ? 1 : 0, UInt8(clamping: sea.rank)])
      seas.appendLittleEndian(UInt16(sea.name.utf8.count))
      seas.appendLittleEndian(UInt32(names.count))
      names.append(contentsOf: sea.name.utf8)
      seas.appendLittleEndian(Int32((sea.coordinate.longitude * BasemapLayout.unitsPerDegree).rounded()))
      seas.appendLittleEndian(Int32((sea.coordinate.latitude * BasemapLayout.unitsPerDegree).rounded()))
      seas.appendLittleEndian(UInt32(sea.radius / 1000))
    }
    return SectionedFile.encode(
      kind: Layout.kind, version: Layout.version,
      sections: [
        ("HEAD", head), ("LAKE", lakes), ("RIVR", rivers), ("LINE", lines), ("SEAS", seas), ("NAME", names),
      ])
  }
}

import Coordinates
import DataFiles

/// The layout of `world.basemap`, kind `BASE`, version 1. All numbers are little-endian.
///
/// - `HEAD`: counts of levels, arcs, land rings, countries, units (u32), then the tolerance of each level in metres (u32).
/// - `ARCS`: a record an arc: kind (u8), 0 (u8 × 3), box (4 × i16), then for each level the offset of its line in `LINE` (u32).
/// - `LINE`: an arc's line: count, then steps of longitude and latitude from the point before, in units of 10⁻⁴ degrees, all as
///   variable-length numbers, the steps with their sign in the lowest bit.
/// - `RING`: a record a ring: box (4 × i16), area in km² (f32), first reference and count in `REFS` (u32 × 2). Land comes first.
/// - `REFS`: arc number × 2, + 1 where it is walked backwards (u32).
/// - `AREA`: a record a country, then a unit: country code (2 letters), length of the name (u16), its offset in `NAME` (u32), label
///   longitude and latitude in 10⁻⁴ degrees (i32 × 2), first ring and count in `RING` (u32 × 2).
/// - `NAME`: UTF-8.
enum BasemapLayout {
  static let kind = "BASE"
  static let version: UInt32 = 1
  static let unitsPerDegree = 10_000.0
  /// Boxes are coarser, and rounded outwards.
  static let boxUnitsPerDegree = 50.0
  static let ringSize = 20
  static let areaSize = 24
  static func arcSize(levels: Int) -> Int { 12 + 4 * levels }
}

extension Basemap {
  /// The file that holds `contents`.
  package static func encode(_ contents: BasemapContents) -> [UInt8] {
    var head: [UInt8] = []
    for count in [
      contents.tolerances.count, contents.arcs.count, contents.land.count, contents.countries.count,
      contents.units.count,
    ] { head.appendLittleEndian(UInt32(count)) }
    for tolerance in contents.tolerances { head.appendLittleEndian(UInt32(tolerance)) }

    var arcs: [UInt8] = []
    var lines: [UInt8] = []
    var boxes: [EncodedBox] = []
    for arc in contents.arcs {
      let box = EncodedBox(arc.levels.first ?? [])
      boxes.append(box)
      arcs.append(contentsOf: [arc.kind.rawValue, 0, 0, 0])
      arcs.append(box)
      for level in arc.levels {
        arcs.appendLittleEndian(UInt32(lines.count))
        lines.append(line: level)
      }
    }

    var rings: [UInt8] = []
    var references: [UInt8] = []
    var names: [UInt8] = []
    var areas: [UInt8] = []
    func append(_ ring: BasemapContents.Ring) {
      rings.append(EncodedBox(joining: ring.arcs.map { boxes[$0.arc] }))
      rings.appendLittleEndian(Float(ring.area).bitPattern)
      rings.appendLittleEndian(UInt32(references.count / 4))
      rings.appendLittleEndian(UInt32(ring.arcs.count))
      for reference in ring.arcs { references.appendLittleEndian(reference.encoded) }
    }
    contents.land.forEach(append)
    for area in contents.countries + contents.units {
      areas.append(contentsOf: Array(area.country.utf8.prefix(2)))
      areas.appendLittleEndian(UInt16(area.name.utf8.count))
      areas.appendLittleEndian(UInt32(names.count))
      names.append(contentsOf: area.name.utf8)
      areas.appendLittleEndian(Int32((area.label.longitude * BasemapLayout.unitsPerDegree).rounded()))
      areas.appendLittleEndian(Int32((area.label.latitude * BasemapLayout.unitsPerDegree).rounded()))
      areas.appendLittleEndian(UInt32(rings.count / BasemapLayout.ringSize))
      areas.appendLittleEndian(UInt32(area.rings.count))
      area.rings.forEach(append)
    }
    return SectionedFile.encode(
      kind: BasemapLayout.kind, version: BasemapLayout.version,
      sections: [
        ("HEAD", head), ("ARCS", arcs), ("LINE", lines), ("RING", rings), ("REFS", references), ("AREA", areas),
        ("NAME", names),
      ])
  }
}

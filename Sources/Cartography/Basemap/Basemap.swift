import Coordinates
import DataFiles

/// The world's coasts and borders in a memory-mapped file; lines are decoded when they are asked for.
///
/// Made by `dateline-lab basemap` from Natural Earth (public domain).
public struct Basemap: Sendable {
  let file: SectionedFile
  let levelCount: Int
  let arcCount: Int
  let landCount: Int
  /// How many countries it has.
  public let countryCount: Int
  let unitCount: Int
  private let arcs: ByteView
  private let lines: ByteView
  private let rings: ByteView
  private let references: ByteView
  private let areas: ByteView
  private let names: ByteView
  /// How far, in metres, the lines of each level may be from the source, the finest first.
  let tolerances: [Double]

  /// Maps the file and checks its header; nothing else is read.
  public init(path: String) throws(DataFileError) {
    file = try SectionedFile(
      path: path, kind: BasemapLayout.kind, version: BasemapLayout.version, noun: "a basemap of Dateline",
      remedy: "build it again by `dateline-lab basemap`")
    let head = file.section("HEAD")
    arcs = file.section("ARCS")
    lines = file.section("LINE")
    rings = file.section("RING")
    references = file.section("REFS")
    areas = file.section("AREA")
    names = file.section("NAME")
    levelCount = min(Int(head.uint32(at: 0)), 16)
    let arcSize = BasemapLayout.arcSize(levels: levelCount)
    arcCount = min(Int(head.uint32(at: 4)), arcs.count / arcSize)
    let ringTotal = rings.count / BasemapLayout.ringSize
    let areaTotal = areas.count / BasemapLayout.areaSize
    landCount = min(Int(head.uint32(at: 8)), ringTotal)
    countryCount = min(Int(head.uint32(at: 12)), areaTotal)
    unitCount = min(Int(head.uint32(at: 16)), areaTotal - countryCount)
    tolerances = (0..<levelCount).map { Double(head.uint32(at: 20 + 4 * $0)) }
  }

  /// Compares the whole file with its checksum.
  public func verify() throws(DataFileError) { try file.verify() }

  /// The coarsest level whose lines are within `metres` of the source, or the finest there is.
  func level(within metres: Double) -> Int {
    tolerances.lastIndex { $0 <= metres } ?? 0
  }

  // MARK: Records

  func kind(ofArc arc: Int) -> ArcKind {
    ArcKind(rawValue: arcs.uint8(at: arc * BasemapLayout.arcSize(levels: levelCount))) ?? .firstLevel
  }

  func box(ofArc arc: Int) -> LineBox {
    LineBox(arcs, at: arc * BasemapLayout.arcSize(levels: levelCount) + 4)
  }

  /// The points of an arc; longitudes may run on beyond ±180.
  func line(ofArc arc: Int, level: Int) -> [Coordinate] {
    lines.line(at: Int(arcs.uint32(at: arc * BasemapLayout.arcSize(levels: levelCount) + 12 + 4 * level)))
  }

  /// A ring's record.
  struct Ring {
    var box: LineBox
    /// Square kilometres.
    var area: Double
    fileprivate var first: Int
    fileprivate var count: Int
  }

  func ring(_ index: Int) -> Ring {
    let start = index * BasemapLayout.ringSize
    return Ring(
      box: LineBox(rings, at: start), area: Double(Float(bitPattern: rings.uint32(at: start + 8))),
      first: Int(rings.uint32(at: start + 12)), count: Int(rings.uint32(at: start + 16)))
  }

  func arcs(of ring: Ring) -> [ArcReference] {
    guard ring.first >= 0, ring.count >= 0, ring.first + ring.count <= references.count / 4 else { return [] }
    return (ring.first..<ring.first + ring.count).compactMap { index in
      let reference = ArcReference(encoded: references.uint32(at: index * 4))
      return reference.arc < arcCount ? reference : nil
    }
  }

  /// A country or first-level unit.
  struct Area {
    /// ISO 3166-1 alpha-2, `--` for land that no country has alone.
    var country: String
    var name: String
    var label: Coordinate
    var rings: Range<Int>
  }

  func country(_ index: Int) -> Area { area(index) }
  func unit(_ index: Int) -> Area { area(countryCount + index) }

  private func area(_ index: Int) -> Area {
    let start = index * BasemapLayout.areaSize
    let first = Int(areas.uint32(at: start + 16))
    let ringTotal = rings.count / BasemapLayout.ringSize
    let last = min(first + Int(areas.uint32(at: start + 20)), ringTotal)
    return Area(
      country: areas.slice(start, 2).string(),
      name: names.slice(Int(areas.uint32(at: start + 4)), Int(areas.uint16(at: start + 2))).string(),
      label: Coordinate(
        longitude: Double(areas.int32(at: start + 8)) / BasemapLayout.unitsPerDegree,
        latitude: Double(areas.int32(at: start + 12)) / BasemapLayout.unitsPerDegree),
      rings: min(first, last)..<last)
  }

  /// The number of the country with this ISO 3166-1 alpha-2 code.
  func country(code: String) -> Int? {
    let wanted = Array(code.utf8)
    guard wanted.count == 2 else { return nil }
    return (0..<countryCount).first { index in
      let start = index * BasemapLayout.areaSize
      return areas.uint8(at: start) == wanted[0] && areas.uint8(at: start + 1) == wanted[1]
    }
  }
}

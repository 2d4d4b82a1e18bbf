import Coordinates
import DataFiles

/// Lakes, rivers and the names of seas in a memory-mapped file of their own, since GSHHG's licence (LGPL) is not the basemap's.
///
/// Made by `dateline-lab waters`.
public struct Waters: Sendable {
  /// The layout of `world.waters`, kind `WATR`, version 1. All numbers are little-endian.
  ///
  /// - `HEAD`: counts of levels, lake rings, rivers, names (u32), then the tolerance of each level in metres (u32).
  /// - `LAKE`, `RIVR`: a record a line: rank (u8), 0 (u8 × 3), box (4 × i16), area in km² (f32), then for each level the offset of its
  ///   line in `LINE` (u32). Rings are closed, islands in lakes turn the other way.
  /// - `LINE`: lines as in the basemap.
  /// - `SEAS`: a record a name: kind (u8), rank (u8), length of the name (u16), its offset in `NAME` (u32), longitude and latitude in
  ///   10⁻⁴ degrees (i32 × 2), radius in km (u32).
  /// - `NAME`: UTF-8.
  enum Layout {
    static let kind = "WATR"
    static let version: UInt32 = 1
    static let seaSize = 20
    static func recordSize(levels: Int) -> Int { 16 + 4 * levels }
  }

  private let file: SectionedFile
  private let lakes: ByteView
  private let rivers: ByteView
  private let lines: ByteView
  private let seas: ByteView
  private let names: ByteView
  private let levelCount: Int
  /// How far, in metres, the lines of each level may be from the source, the finest first.
  private let tolerances: [Double]
  let lakeCount: Int
  let riverCount: Int
  let seaCount: Int

  /// Maps the file and checks its header; nothing else is read.
  public init(path: String) throws(DataFileError) {
    file = try SectionedFile(
      path: path, kind: Layout.kind, version: Layout.version, noun: "a file of Dateline's lakes and rivers",
      remedy: "build it again by `dateline-lab waters`")
    let head = file.section("HEAD")
    lakes = file.section("LAKE")
    rivers = file.section("RIVR")
    lines = file.section("LINE")
    seas = file.section("SEAS")
    names = file.section("NAME")
    levelCount = min(Int(head.uint32(at: 0)), 16)
    let size = Layout.recordSize(levels: levelCount)
    lakeCount = min(Int(head.uint32(at: 4)), lakes.count / size)
    riverCount = min(Int(head.uint32(at: 8)), rivers.count / size)
    seaCount = min(Int(head.uint32(at: 12)), seas.count / Layout.seaSize)
    tolerances = (0..<levelCount).map { Double(head.uint32(at: 16 + 4 * $0)) }
  }

  /// Compares the whole file with its checksum.
  public func verify() throws(DataFileError) { try file.verify() }

  /// The rings of lakes that can be seen, each on the left of its shore.
  /// - Parameters:
  ///   - metres: how far a shore may be from where it is.
  ///   - leastArea: of the lakes and islands worth drawing, in square kilometres.
  ///   - box: what is shown; nil for the world.
  func lakes(within metres: Double, leastArea: Double, in box: BoundingBox?) -> [[Coordinate]] {
    visible(lakes, lakeCount, within: metres, in: box) { record in
      Double(Float(bitPattern: lakes.uint32(at: record + 12))) >= leastArea
    }.compactMap { line in line.count > 3 ? Array(line.dropLast()) : nil }
  }

  /// Rivers of the classes that `shows` takes.
  func rivers(within metres: Double, in box: BoundingBox?, where shows: (Int) -> Bool) -> [[Coordinate]] {
    visible(rivers, riverCount, within: metres, in: box) { shows(Int(rivers.uint8(at: $0))) }
  }

  private func visible(
    _ records: ByteView, _ count: Int, within metres: Double, in box: BoundingBox?, where shows: (Int) -> Bool
  ) -> [[Coordinate]] {
    let level = tolerances.lastIndex { $0 <= metres } ?? 0
    let size = Layout.recordSize(levels: levelCount)
    return (0..<count).compactMap { index in
      let record = index * size
      guard shows(record), box.map(LineBox(records, at: record + 4).meets) ?? true else { return nil }
      let line = lines.line(at: Int(records.uint32(at: record + 16 + 4 * level)))
      let simple = SphereSimplification.simplify(line, metres: metres)
      return simple.count > 1 ? simple : nil
    }
  }

  /// The seas, bays and straits whose names the file holds, the most important first.
  func named() -> [MapSea] {
    (0..<seaCount).map { index in
      let record = index * Layout.seaSize
      return MapSea(
        name: names.slice(Int(seas.uint32(at: record + 4)), Int(seas.uint16(at: record + 2))).string(),
        coordinate: Coordinate(
          longitude: Double(seas.int32(at: record + 8)) / BasemapLayout.unitsPerDegree,
          latitude: Double(seas.int32(at: record + 12)) / BasemapLayout.unitsPerDegree),
        radius: Double(seas.uint32(at: record + 16)) * 1000, isOcean: seas.uint8(at: record) == 1,
        rank: Int(seas.uint8(at: record + 1)))
    }
  }
}

/// A water with a name to be written on it where there is room.
public struct MapSea: Hashable, Sendable {
  /// As maps write it.
  public var name: String
  /// Somewhere in its middle.
  public var coordinate: Coordinate
  /// How far it reaches from there, in metres.
  public var radius: Double
  public var isOcean: Bool
  /// 1 for the most important.
  public var rank: Int

  /// A name of water at a point. `radius` is in kilometres, `rank` 1 (known to the world) to 5 (known locally).
  public init(name: String, coordinate: Coordinate, radius: Double, isOcean: Bool = false, rank: Int = 2) {
    self.name = name
    self.coordinate = coordinate
    self.radius = radius
    self.isOcean = isOcean
    self.rank = rank
  }
}

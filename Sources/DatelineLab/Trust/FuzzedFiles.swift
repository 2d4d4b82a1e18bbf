import Cartography
import Coordinates
import DataFiles
import Formats
import Foundation
import Gazetteer
import Geodesy
import Language

/// Readers of files: each input is written to one of its own first.
final class FuzzedFiles {
  private let path: String
  /// Bytes of the committed files, which are too large to be damaged as they are.
  private let whole: [String: [UInt8]]
  private let basemapPath: String

  init() throws {
    let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(folder)/dateline-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    let locator = DataFileLocator.current
    basemapPath = try locator.locate("world.basemap", variable: "DATELINE_BASEMAP")
    var whole: [String: [UInt8]] = [:]
    for name in ["world.basemap", "world.waters"] {
      let file = try locator.locate(name)
      whole[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    }
    self.whole = whole
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func store(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  /// A gazetteer of six places, damaged as the input says.
  func gazetteer(_ input: [UInt8]) throws {
    let small = Self.smallGazetteer
    try store(Self.damaged(small, by: input))
    guard let atlas = try? Atlas(paths: [path]) else { return }
    let document = Document("Tel Aviv and New York City near Isfahan, the Red Sea and U.S. troops in Paris.")
    for number in 0..<min(atlas.count, 64) {
      let id = Atlas.id(file: 0, place: number)
      _ = atlas[id]
      _ = atlas.containers(of: id)
      _ = atlas.names(of: id)
      _ = atlas.prominence(id)
    }
    for name in ["Isfahan", "Paris", "Tel Aviv", "Red Sea", "اصفهان"] {
      for candidate in atlas.candidates(named: name).prefix(100) { _ = atlas[candidate.place] }
      _ = atlas.fuzzyCandidates(named: name).count
    }
    for token in document.tokens.indices {
      _ = atlas.longestMatch(in: document, at: token, limit: document.tokens.count)?.candidates.count
    }
    _ = atlas.nearest(5, to: Coordinate(longitude: 35, latitude: 31))
    _ = atlas.country(code: "FR")
    _ = atlas.place(source: .geonames, id: "1")
  }

  func basemap(_ input: [UInt8]) throws { try draw("world.basemap", input) }
  func waters(_ input: [UInt8]) throws { try draw("world.waters", input) }

  private func draw(_ name: String, _ input: [UInt8]) throws {
    try store(Self.damaged(whole[name] ?? [], by: input))
    let isBasemap = name == "world.basemap"
    guard let basemap = try? Basemap(path: isBasemap ? path : basemapPath) else { return }
    let waters = isBasemap ? nil : try? Waters(path: path)
    let places = [(51.7, 32.7), (35.2, 31.3), (12.5, 41.9), (-74, 40.7), (179.9, -17)]
    let (longitude, latitude) = places[input.count % places.count]
    let content = MapContent(
      title: "Damage",
      sites: [
        MapSite(
          number: 1, label: "Here", coordinate: Coordinate(longitude: longitude, latitude: latitude), details: [],
          family: .other, look: .solid)
      ])
    guard let sheet = try? MapSheet(content, basemap: basemap, waters: waters, options: MapOptions()) else { return }
    let svg = sheet.svg()
    try FuzzFault.unless(
      !svg.contains("\"nan") && !svg.contains(" nan") && !svg.contains("inf "), "a number of the SVG is none")
  }

  func edits(_ input: [UInt8]) throws {
    try store(input)
    guard let table = try? EditTable(path: path) else { return }
    try FuzzFault.unless(table.edits.count == table.lines.count, "edits without lines")
  }

  func sites(_ input: [UInt8]) throws {
    try store(input)
    guard var table = try? SiteTable(path: path) else { return }
    while let site = try? table.next() { _ = site.name }
  }

  /// The input's bytes say what is changed: six of them where, two what. Behind that the header's checksum is made good, else no
  /// damage to the table of sections would get in.
  private static func damaged(_ whole: [UInt8], by input: [UInt8]) -> [UInt8] {
    var bytes = whole
    guard !bytes.isEmpty else { return bytes }
    for start in stride(from: 0, to: min(input.count, 4096) - 7, by: 8) {
      let place = input[start..<start + 6].reduce(0) { $0 << 8 | Int($1) }
      // every second change lies in the first kilobytes: header, table, heads of sections
      let limit = start % 16 == 0 ? bytes.count : min(4096, bytes.count)
      bytes[place % limit] = input[start + 6]
      if input[start + 7] > 250 { bytes.removeLast(min(bytes.count - 1, place % 512)) }
    }
    mendHeader(&bytes)
    return bytes
  }

  private static func mendHeader(_ bytes: inout [UInt8]) {
    guard bytes.count >= 48 else { return }
    let count = Int(bytes[32]) | Int(bytes[33]) << 8
    let end = 48 + count * 24
    guard end <= bytes.count else { return }
    // the length, then all of header and table but the checksum itself
    for byte in 0..<8 { bytes[16 + byte] = UInt8(truncatingIfNeeded: bytes.count >> (8 * byte)) }
    let checksum = XXHash64.hash(Array(bytes[0..<40] + bytes[48..<end]))
    for byte in 0..<8 { bytes[40 + byte] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * byte)) }
  }

  private static let smallGazetteer: [UInt8] = {
    var builder = GazetteerBuilder()
    let rows: [(String, PlaceKind, String, Double, Double, [(String, NameKind)])] = [
      ("France", .country, "FR", 2.5, 46.7, [("French", .demonym)]),
      ("Paris", .city, "FR", 2.35, 48.85, [("Parisian", .demonym)]),
      ("Isfahan", .city, "IR", 51.68, 32.65, [("اصفهان", .alternate)]),
      ("Tel Aviv-Yafo", .city, "IL", 34.78, 32.08, [("Tel Aviv", .alternate)]),
      ("New York City", .city, "US", -74, 40.7, [("New York", .alternate)]),
      ("Red Sea", .water, "EG", 38.5, 20.3, []),
    ]
    for (index, row) in rows.enumerated() {
      var draft = PlaceDraft(
        name: row.0, kind: row.1, feature: "PPL", coordinate: Coordinate(longitude: row.3, latitude: row.4),
        country: row.2, population: 1000 * index, rank: 1, source: .geonames, sourceID: "\(index + 1)")
      draft.parent = index == 1 ? 0 : nil
      let number = builder.add(draft)
      for (name, kind) in row.5 { builder.addName(name, kind: kind, to: number) }
    }
    return builder.encode(metadata: ["attribution": "none"])
  }()
}

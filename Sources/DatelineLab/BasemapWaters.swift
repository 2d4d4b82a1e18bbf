import ArgumentParser
import Cartography
import Coordinates
import Foundation

/// `dateline-lab waters`: compiles `world.waters` from GSHHG's lakes and rivers and the house's table of waters.
struct WatersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waters", abstract: "Compiles world.waters from GSHHG, as tools/gshhg_export.py writes it.")

  @Option(help: "The lines that tools/gshhg_export.py wrote.")
  var lines: String

  @Option(help: "The table of named waters.")
  var names = "Gazetteer/tables/waters.tsv"

  @Option(name: .shortAndLong, help: "Where to write the file.")
  var output: String

  func run() throws {
    var contents = try WatersCompiler.lines(String(contentsOfFile: lines, encoding: .utf8))
    contents.seas = WatersCompiler.seas(try String(contentsOfFile: names, encoding: .utf8))
    let bytes = Waters.encode(contents)
    try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    print(
      "\(output): \(bytes.count) bytes, \(contents.lakes.count) lakes and islands, \(contents.rivers.count) rivers, \(contents.seas.count) names"
    )
  }
}

/// From plain lines to lines at several levels of detail.
enum WatersCompiler {
  struct Malformed: Error, CustomStringConvertible {
    var line: Int
    var description: String { "line \(line): a kind, a rank, an area and pairs of numbers expected" }
  }

  /// How far, in metres, the lines of each level may be from the source; its own error is about a kilometre.
  private static let tolerances = [500.0, 2500, 10_000]
  /// Smaller lakes and islands, in square kilometres, no map of ours can show.
  private static let leastArea = 4.0
  /// River classes beyond this are minor: brooks, creeks that run dry, canals.
  private static let lastRank = 3
  private static let drawn: Set<String> = [
    "ocean", "sea", "gulf", "bay", "strait", "channel", "sound", "lake", "reservoir", "lagoon",
  ]

  static func lines(_ text: String) throws -> WatersContents {
    var contents = WatersContents(tolerances: tolerances)
    for (index, row) in text.split(separator: "\n").enumerated() {
      let cells = row.split(separator: " ")
      guard cells.count >= 7, let rank = Int(cells[1]), Double(cells[2]) != nil else {
        throw Malformed(line: index + 1)
      }
      let numbers = cells[3...].compactMap { Double($0) }
      guard numbers.count == cells.count - 3, numbers.count % 2 == 0 else { throw Malformed(line: index + 1) }
      var line = stride(from: 0, to: numbers.count, by: 2).map {
        Coordinate(longitude: numbers[$0], latitude: numbers[$0 + 1])
      }
      var last = line[0].longitude
      for point in line.indices {
        last += (line[point].longitude - last).remainder(dividingBy: 360)
        line[point].longitude = last
      }
      if rank > 0 {
        if rank <= lastRank { contents.rivers.append(item(line, rank: rank, area: 0)) }
        continue
      }
      let signed = SphericalArea.squareKilometres(Array(line.dropLast()))
      guard abs(signed) >= leastArea else { continue }
      if (signed > 0) != (cells[0] == "lake") { line.reverse() }
      contents.lakes.append(item(line, rank: 0, area: abs(signed)))
    }
    contents.rivers.sort { $0.rank < $1.rank }
    return contents
  }

  private static func item(_ line: [Coordinate], rank: Int, area: Double) -> WatersContents.Line {
    .init(
      rank: rank, area: area, levels: tolerances.map { SphereSimplification.simplify(line, metres: $0) })
  }

  /// The rows of the table that are waters wide enough to be written on.
  static func seas(_ text: String) -> [MapSea] {
    var seas: [MapSea] = []
    for row in text.split(separator: "\n") where !row.hasPrefix("#") {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 8, drawn.contains(cells[2]), let longitude = Double(cells[3]),
        let latitude = Double(cells[4]), let radius = Double(cells[5])
      else { continue }
      // A route through many straits, or lakes together, cannot be written on.
      if ["Northwest Passage", "Great Lakes"].contains(cells[0]) { continue }
      // One ocean has one name on a map; its halves would only repeat it.
      if cells[2] == "ocean", cells[0].hasPrefix("North ") || cells[0].hasPrefix("South ") { continue }
      seas.append(
        MapSea(
          name: cells[0], coordinate: Coordinate(longitude: longitude, latitude: latitude), radius: radius * 1000,
          isOcean: cells[2] == "ocean", rank: Int(cells[7]) ?? 4))
    }
    return seas.sorted { ($0.rank, $1.radius, $0.name) < ($1.rank, $0.radius, $1.name) }
  }
}

import Coordinates
import Foundation
import Language

@testable import Cartography

/// A row of a table of `Gazetteer/tables` that bears a place.
struct HandRow: CustomStringConvertible {
  var table: String
  var line: Int
  var name: String
  var aliases: [String]
  var kind: String
  var point: Coordinate
  var radiusKilometres: Double
  var countries: [String]
  var rank: Int

  var description: String { "\(table):\(line) \(name)" }
}

enum HandTable {
  static let names = [
    "regions", "waters", "landforms", "facilities", "districts.asia-africa", "districts.europe-americas", "counties",
  ]
  static let columns = ["name", "aliases", "kind", "lon", "lat", "radius_km", "country", "rank", "within"]

  static var folder: String { "\(Checkout.root)/Gazetteer/tables" }

  /// Rows by line; comments and the header left out.
  static func lines(_ name: String) throws -> [(line: Int, fields: [String])] {
    let text = try String(contentsOfFile: "\(folder)/\(name).tsv", encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      return (number + 1, line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }

  /// The rows that can be read; what cannot is told by `malformed`.
  static func rows(_ name: String) throws -> (rows: [HandRow], malformed: [String]) {
    var rows: [HandRow] = []
    var malformed: [String] = []
    for (line, fields) in try lines(name).dropFirst() {
      guard fields.count == columns.count, let longitude = Double(fields[3]), let latitude = Double(fields[4]),
        let radius = Double(fields[5]), let rank = Int(fields[7]), (1...5).contains(rank), radius > 0,
        Coordinate(longitude: longitude, latitude: latitude).isValid
      else {
        malformed.append("\(name):\(line)")
        continue
      }
      rows.append(
        HandRow(
          table: name, line: line, name: fields[0], aliases: fields[1].split(separator: "|").map(String.init),
          kind: fields[2], point: Coordinate(longitude: longitude, latitude: latitude), radiusKilometres: radius,
          countries: fields[6].split(separator: ",").map(String.init), rank: rank))
    }
    return (rows, malformed)
  }
}

/// The folders of the checkout that tests read.
enum Checkout {
  static var root: String {
    URL(filePath: #filePath).pathComponents.dropLast(3).joined(separator: "/").replacingOccurrences(of: "//", with: "/")
  }

  /// The folder with corpora and references that only maintainers have; nil elsewhere.
  static var shared: String? {
    let candidates = [ProcessInfo.processInfo.environment["DATELINE_SHARED"], "\(root)/../shared"].compactMap { $0 }
    return candidates.first { FileManager.default.fileExists(atPath: "\($0)/reference/natural-earth-named.tsv") }
  }
}

/// The outlines of countries as the basemap has them, for asking how far a point lies from its country.
struct CountryOutlines {
  private var rings: [String: [[Coordinate]]] = [:]

  init() throws {
    let basemap = try Basemap(path: "\(Checkout.root)/Gazetteer/world.basemap")
    for index in 0..<basemap.countryCount {
      let area = basemap.country(index)
      for ring in area.rings {
        rings[area.country, default: []].append(Self.corners(of: basemap.ring(ring), in: basemap))
      }
    }
  }

  private static func corners(of ring: Basemap.Ring, in basemap: Basemap) -> [Coordinate] {
    var corners: [Coordinate] = []
    for reference in basemap.arcs(of: ring) {
      let line = basemap.line(ofArc: reference.arc, level: 0)
      corners += reference.reversed ? line.reversed() : line
    }
    return corners
  }

  func has(_ country: String) -> Bool { rings[country] != nil }

  /// 0 inside, else kilometres to the nearest border or coast, as the chord.
  func kilometres(from point: Coordinate, to country: String) -> Double? {
    guard let rings = rings[country] else { return nil }
    if rings.contains(where: { Self.contains($0, point) }) { return 0 }
    let from = EarthVector(point)
    var nearest = Double.infinity
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let steps = max(1, Int((max(abs(a.longitude - b.longitude), abs(a.latitude - b.latitude)) / 0.05).rounded(.up)))
        for step in 0..<min(steps, 400) {
          let fraction = Double(step) / Double(steps)
          let between = Coordinate(
            longitude: a.longitude + (b.longitude - a.longitude) * fraction,
            latitude: a.latitude + (b.latitude - a.latitude) * fraction)
          nearest = min(nearest, EarthVector(between).squaredChord(to: from))
        }
      }
    }
    return nearest.squareRoot() / 1000
  }

  private static func contains(_ ring: [Coordinate], _ point: Coordinate) -> Bool {
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let fraction = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + fraction * (b.longitude - a.longitude) { inside.toggle() }
    }
    return inside
  }
}

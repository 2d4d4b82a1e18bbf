import Coordinates
import Geodesy
import Incidents
import Language
import Testing

@testable import DatelineKit

@Suite struct IncidentJoinerTests {
  /// `id type day lon lat [day]`, the article being the id up to its point; no place where the coordinates are `-`.
  private func records(_ table: String) throws -> [IncidentRecord] {
    try table.split(separator: "\n").map { line in
      let cells = line.split(separator: " ").map(String.init)
      let type = try #require(IncidentType(rawValue: cells[1]))
      let isMonth = cells[2].count == 7
      let start = CalendarDate(iso: isMonth ? cells[2] + "-01" : cells[2])
      let end = cells.count > 5 ? CalendarDate(iso: cells[5]) : isMonth ? start?.lastOfMonth : start
      let sites =
        cells[3] == "-"
        ? []
        : [
          IncidentRecord.Site(
            coordinate: Coordinate(longitude: try #require(Double(cells[3])), latitude: try #require(Double(cells[4]))),
            key: "\(cells[3]),\(cells[4])")
        ]
      return IncidentRecord(
        id: cells[0], article: String(cells[0].prefix { $0 != "." }), type: type, start: start, end: end,
        precision: isMonth ? .month : start == nil ? .unknown : .day, sites: sites)
    }
  }

  private func clusters(_ table: String, _ joiner: IncidentJoiner = IncidentJoiner()) throws -> [String] {
    let records = try records(table)
    return joiner.clusters(of: records).map { $0.map { records[$0].id }.joined(separator: "+") }
  }

  @Test(
    arguments: [
      ("a.1 bombing 2024-04-19 51.6 32.6\nb.1 bombing 2024-04-19 51.6 32.6", ["a.1+b.1"]),
      ("a.1 bombing 2024-04-19 51.6 32.6\nb.1 explosion 2024-04-20 51.7 32.6", ["a.1+b.1"]),
      ("a.1 bombing 2024-04-19 51.6 32.6\nb.1 bombing 2024-04-21 51.6 32.6", ["a.1", "b.1"]),
      ("a.1 bombing 2024-04-19 51.6 32.6\nb.1 bombing 2024-04-19 52.0 32.6", ["a.1", "b.1"]),
      ("a.1 bombing 2024-04-19 51.6 32.6\nb.1 flood 2024-04-19 51.6 32.6", ["a.1", "b.1"]),
      ("a.1 arrest 2024-04-19 51.6 32.6\nb.1 crime 2024-04-19 51.6 32.6", ["a.1", "b.1"]),
      // What one article keeps apart stays apart.
      ("a.1 bombing 2024-04-19 51.6 32.6\na.2 bombing 2024-04-19 51.6 32.6", ["a.1", "a.2"]),
      (
        "a.1 bombing 2024-04-19 51.6 32.6\na.2 bombing 2024-04-19 51.6 32.6\nb.1 bombing 2024-04-19 51.6 32.6\nb.2 bombing 2024-04-19 51.6 32.6",
        ["a.1+b.1", "a.2+b.2"]
      ),
      // Without a day or a point nothing is joined, and a month only with the same month.
      ("a.1 flood - 51.6 32.6\nb.1 flood - 51.6 32.6", ["a.1", "b.1"]),
      ("a.1 flood 2024-04-19 - -\nb.1 flood 2024-04-19 - -", ["a.1", "b.1"]),
      ("a.1 flood 2024-04 51.6 32.6\nb.1 flood 2024-04 51.7 32.6", ["a.1+b.1"]),
      ("a.1 flood 2024-04 51.6 32.6\nb.1 flood 2024-04-19 51.6 32.6", ["a.1", "b.1"]),
      // A span agrees with its days.
      ("a.1 protest 2024-04-10 51.6 32.6 2024-04-14\nb.1 protest 2024-04-15 51.6 32.6", ["a.1+b.1"]),
      // Across the antimeridian, and round the pole.
      ("a.1 storm 2024-04-19 179.95 -16\nb.1 storm 2024-04-19 -179.95 -16", ["a.1+b.1"]),
      ("a.1 spill 2024-04-19 0 89.95\nb.1 spill 2024-04-19 180 89.95", ["a.1+b.1"]),
      // Before 1970 as after it.
      ("a.1 bombing 1969-12-31 51.6 32.6\nb.1 bombing 1970-01-01 51.6 32.6", ["a.1+b.1"]),
      ("a.1 bombing 1939-09-01 51.6 32.6\nb.1 bombing 1939-09-03 51.6 32.6", ["a.1", "b.1"]),
    ] as [(String, [String])]) func eventsAreToldApart(table: String, expected: [String]) throws
  {
    #expect(try clusters(table) == expected)
    #expect(try clusters(table.split(separator: "\n").reversed().joined(separator: "\n")) == expected)
  }

  @Test func neighboursDoNotChain() throws {
    // Each is 19 km from the next: all within reach of a neighbour, the ends 56 km apart.
    let table = (0..<4).map { "\(["a", "b", "c", "d"][$0]).1 riot 2024-04-19 \(Double($0) * 0.2) 32.6" }
    #expect(try clusters(table.joined(separator: "\n")) == ["a.1+b.1", "c.1+d.1"])
    let days = (0..<4).map { "\(["a", "b", "c", "d"][$0]).1 riot 2024-04-1\($0) 0 32.6" }
    #expect(try clusters(days.joined(separator: "\n")) == ["a.1+b.1", "c.1+d.1"])
  }

  @Test func windowsAreAsAsked() throws {
    let table = "a.1 bombing 2024-04-19 51.6 32.6\nb.1 bombing 2024-04-24 52.6 32.6"
    #expect(try clusters(table, IncidentJoiner(reach: Distance(kilometres: 100), days: 5)) == ["a.1+b.1"])
    #expect(try clusters(table, IncidentJoiner(reach: Distance(kilometres: 90), days: 5)) == ["a.1", "b.1"])
    #expect(try clusters(table, IncidentJoiner(reach: Distance(kilometres: 100), days: 4)) == ["a.1", "b.1"])
    let same = "a.1 bombing 2024-04-19 51.6 32.6\nb.1 bombing 2024-04-19 51.6 32.6\nc.1 bombing 2024-04-20 51.6 32.6"
    #expect(try clusters(same, IncidentJoiner(reach: Distance(metres: 0), days: 0)) == ["a.1+b.1", "c.1"])
  }

  /// What the grid finds is what comparing every two finds.
  @Test func theGridMissesNothing() throws {
    var state: UInt64 = 7
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let lines = (0..<400).map { number in
      let day = CalendarDate(dayNumber: 19_800 + draw(8)) ?? CalendarDate(iso: "2024-01-01")!
      return "x\(1000 + number).1 bombing \(day) \(Double(draw(400)) / 100 + 178) \(Double(draw(300)) / 100 - 1.5)"
    }
    let records = try records(lines.joined(separator: "\n")).map { record in
      var record = record
      record.sites = record.sites.map {
        IncidentRecord.Site(
          coordinate: Coordinate(
            longitude: $0.coordinate.longitude > 180 ? $0.coordinate.longitude - 360 : $0.coordinate.longitude,
            latitude: $0.coordinate.latitude), key: $0.key)
      }
      return record
    }
    let clusters = IncidentJoiner().clusters(of: records)
    #expect(clusters.flatMap { $0 }.sorted() == Array(records.indices))
    func fits(_ a: Int, _ b: Int) -> Bool {
      guard case .days(let first) = records[a].time, case .days(let second) = records[b].time else { return false }
      return abs(first.lowerBound - second.lowerBound) <= 1
        && Geodesic.wgs84.distance(from: records[a].sites[0].coordinate, to: records[b].sites[0].coordinate).kilometres
          <= 25
    }
    #expect(clusters.contains { $0.count > 2 })
    for cluster in clusters {
      for a in cluster { for b in cluster where a < b { #expect(fits(a, b)) } }
    }
    // No two events could still become one.
    for (number, cluster) in clusters.enumerated() {
      for other in clusters[(number + 1)...] {
        #expect(!cluster.allSatisfy { a in other.allSatisfy { fits(a, $0) } }, "\(cluster) and \(other)")
      }
    }
  }
}

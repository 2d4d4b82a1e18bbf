import Coordinates
import GeoJSON
import Geodesy

/// Pairs as text, each by itself, so that threads can write them.
protocol PairFormat: Sendable {
  var head: String { get }
  /// Between pairs.
  var separator: String { get }
  var foot: String { get }
  func text(_ pair: MeasuredPair) -> String
}

/// `{"sites": […], "pairs": […]}`: distances in metres, bearings in degrees clockwise from north, unrounded; `from` and `to` are
/// numbers of sites, from 0.
struct PairJSON: PairFormat {
  let plan: DistancePlan

  var head: String {
    let writer = GeoJSONWriter()
    let sites = plan.sites.map { writer.string($0.value) }.joined(separator: ",\n")
    return "{\"sites\":[\n\(sites)\n],\"pairs\":[\n"
  }

  let separator = ",\n"

  var foot: String { "\n]\(plan.total.map { ",\"total_m\":\($0.metres)" } ?? "")}\n" }

  func text(_ pair: MeasuredPair) -> String {
    let (initial, final) =
      pair.hasBearings
      ? ("\(pair.way.initialBearing.degrees)", "\(pair.way.finalBearing.degrees)") : ("null", "null")
    return "{\"from\":\(pair.from),\"to\":\(pair.to),\"distance_m\":\(pair.way.distance.metres)"
      + ",\"initial_bearing_deg\":\(initial),\"final_bearing_deg\":\(final)"
      + (pair.along.map { ",\"along_m\":\($0.metres)" } ?? "") + "}"
  }
}

/// A row a pair, with names and coordinates.
struct PairCSV: PairFormat {
  let plan: DistancePlan
  let unit: DistanceUnit
  /// Names, and coordinates, ready to be written.
  private let cells: [(name: String, place: String)]

  init(plan: DistancePlan, unit: DistanceUnit) {
    self.plan = plan
    self.unit = unit
    cells = plan.sites.map { site in
      (CSVField.text(site.name), "\(site.coordinate.longitude),\(site.coordinate.latitude)")
    }
  }

  var head: String {
    let own = unit == .metres ? "" : ",distance_\(unit.rawValue)"
    let along = plan.total == nil ? "" : ",along_m"
    return
      "from,to,distance_m\(own),initial_bearing_deg,final_bearing_deg,compass\(along),from_lon,from_lat,to_lon,to_lat\r\n"
  }

  let separator = ""
  let foot = ""

  func text(_ pair: MeasuredPair) -> String {
    let (from, to, way) = (cells[pair.from], cells[pair.to], pair.way)
    let own = unit == .metres ? "" : ",\(way.distance.value(in: unit))"
    let bearings =
      pair.hasBearings
      ? "\(way.initialBearing.degrees),\(way.finalBearing.degrees),\(CompassPoint(nearest: way.initialBearing).abbreviation)"
      : ",,"
    let along = pair.along.map { ",\($0.metres)" } ?? ""
    return "\(from.name),\(to.name),\(way.distance.metres)\(own),\(bearings)\(along),\(from.place),\(to.place)\r\n"
  }
}

/// Geodesic lines, cut at the antimeridian.
struct PairGeoJSON: PairFormat {
  let plan: DistancePlan

  /// Points of a line are not further apart.
  private static let longestStep = Distance(kilometres: 100)

  var head: String {
    let total = plan.total.map { "\"total_m\":\(GeoJSONWriter().string(Self.millimetres($0)))," } ?? ""
    return "{\"type\":\"FeatureCollection\",\(total)\"features\":[\n"
  }

  let separator = ",\n"
  let foot = "\n]}\n"

  func text(_ pair: MeasuredPair) -> String {
    let (from, to) = (plan.sites[pair.from], plan.sites[pair.to])
    let line = Geodesic.wgs84.line(from: from.coordinate, to: to.coordinate)
    let bearings = pair.hasBearings ? pair.way : nil
    var properties = [
      JSONValue.Member("from", .string(from.name)), JSONValue.Member("to", .string(to.name)),
      JSONValue.Member("from_id", .optional(from.id)), JSONValue.Member("to_id", .optional(to.id)),
      JSONValue.Member("distance_m", Self.millimetres(pair.way.distance)),
      JSONValue.Member(
        "initial_bearing_deg", bearings.map { Self.millionths($0.initialBearing) } ?? .null),
      JSONValue.Member("final_bearing_deg", bearings.map { Self.millionths($0.finalBearing) } ?? .null),
      JSONValue.Member(
        "compass", .optional(bearings.map { CompassPoint(nearest: $0.initialBearing).abbreviation })),
    ]
    if let along = pair.along { properties.append(JSONValue.Member("along_m", Self.millimetres(along))) }
    let positions = line.positions(noFurtherApartThan: Self.longestStep).map { Position($0) }
    return GeoJSONWriter(boundingBoxes: .none).string(
      Feature(geometry: .lineString(positions), properties: properties))
  }
}

extension PairGeoJSON {
  // No finer than the coordinates beside them.
  private static func millimetres(_ distance: Distance) -> JSONValue {
    .double((distance.metres * 1e3).rounded() / 1e3)
  }
  private static func millionths(_ angle: Angle) -> JSONValue { .double((angle.degrees * 1e6).rounded() / 1e6) }
}

/// A row a pair, for people: columns as wide as the longest name.
struct PairTable: PairFormat {
  let plan: DistancePlan
  let unit: DistanceUnit
  private let names: [String]
  private let widths: (from: Int, to: Int)

  private static let distanceWidth = 14
  private static let bearingWidth = 9

  init(plan: DistancePlan, unit: DistanceUnit) {
    self.plan = plan
    self.unit = unit
    names = plan.sites.map { Console.printable($0.name) }
    widths = (
      max(4, plan.from.lazy.map { [names] in names[$0].count }.max() ?? 0),
      max(2, plan.to.lazy.map { [names] in names[$0].count }.max() ?? 0)
    )
  }

  var head: String {
    (plan.sites.count <= 50 ? DistanceTable.legend(plan.sites) + "\n" : "")
      + line("FROM", "TO", "DISTANCE", "INITIAL", "FINAL", plan.total == nil ? nil : "ALONG")
  }

  let separator = ""

  var foot: String {
    guard let total = plan.total else { return "" }
    return "\ntotal \(DistanceTable.distance(total, unit))\n"
  }

  func text(_ pair: MeasuredPair) -> String {
    line(
      names[pair.from], names[pair.to], DistanceTable.distance(pair.way.distance, unit),
      pair.hasBearings ? DistanceTable.bearing(pair.way.initialBearing) : "–",
      pair.hasBearings ? DistanceTable.bearing(pair.way.finalBearing) : "–",
      pair.along.map { DistanceTable.distance($0, unit) })
  }

  private func line(
    _ from: String, _ to: String, _ distance: String, _ initial: String, _ final: String, _ along: String?
  ) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func aligned(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return
      ([
        padded(from, widths.from), padded(to, widths.to), aligned(distance, Self.distanceWidth),
        aligned(initial, Self.bearingWidth), aligned(final, Self.bearingWidth),
      ] + (along.map { [aligned($0, Self.distanceWidth)] } ?? [])).joined(separator: "  ") + "\n"
  }
}

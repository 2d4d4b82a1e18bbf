import Coordinates
import Geodesy

/// Distances for people.
enum DistanceTable {
  /// Which sites are meant.
  static func legend(_ sites: [MeasuredSite]) -> String {
    var legend = Table(header: ["SITE", "", "LON", "LAT"], numeric: [2, 3])
    for site in sites {
      legend.add([
        Console.printable(site.name), Console.printable(site.country ?? ""), site.coordinate.longitude.fixed(4),
        site.coordinate.latitude.fixed(4),
      ])
    }
    return legend.text
  }

  /// A row for each start, with the distance and first bearing to each end.
  static func matrix(_ plan: DistancePlan, unit: DistanceUnit) -> String {
    func name(_ site: Int) -> String { Console.printable(plan.sites[site].name) }
    var matrix = Table(header: ["FROM \\ TO"] + plan.to.map(name), numeric: Set(1...max(plan.to.count, 1)))
    for start in plan.from {
      var cells = [Int: String]()
      for pair in plan.pairs(from: start) where pair.hasBearings {
        cells[pair.to] = "\(distance(pair.way.distance, unit)) \(bearing(pair.way.initialBearing))"
      }
      matrix.add([name(start)] + plan.to.map { cells[$0] ?? "–" })
    }
    return "\(legend(plan.sites))\n\(matrix.text)"
  }

  /// `1562.6 km`, below ten with three decimals; whole metres.
  static func distance(_ distance: Distance, _ unit: DistanceUnit) -> String {
    let value = distance.value(in: unit)
    return "\(value.fixed(unit == .metres ? 0 : value < 10 ? 3 : 1)) \(unit.rawValue)"
  }

  /// `269° W`
  static func bearing(_ bearing: Angle) -> String {
    "\(Int(bearing.degrees.rounded()) % 360)° \(CompassPoint(nearest: bearing).abbreviation)"
  }
}

import ArgumentParser
import Coordinates
import DatelineKit
import Gazetteer
import Geodesy

/// `dateline distance`: a matrix of geodesics.
struct DistanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distance", abstract: "Geodesic distances and bearings between sites.",
    discussion: """
      A SITE is a name ("Isfahan", "Arad, IL") or "lon,lat" in degrees; put -- before the sites where a longitude is
      negative. Distances are along the WGS 84 ellipsoid.
      """)

  @Argument(help: "Two sites or more.")
  var sites: [String]

  @OptionGroup var data: DataOptions

  func validate() throws {
    guard sites.count >= 2 else {
      throw ValidationError("distance takes two sites or more; put -- before them where a longitude is negative")
    }
  }

  struct Site {
    var label: String
    var coordinate: Coordinate
    var detail: String
  }

  func run() throws {
    var finder: PlaceFinder?
    var found: [Site] = []
    for text in sites {
      if let coordinate = Self.coordinate(text) {
        found.append(Site(label: text, coordinate: coordinate, detail: ""))
        continue
      }
      if finder == nil { finder = PlaceFinder(atlas: try data.atlas()) }
      guard let finder, let id = finder.place(named: text) else {
        throw InputFailure("no place called '\(text)' is known")
      }
      let place = finder.atlas[id]
      let country = place.country.flatMap { CountryCode.country($0)?.name } ?? ""
      found.append(Site(label: place.name, coordinate: place.coordinate, detail: country == place.name ? "" : country))
    }
    Console.output(table(found))
  }

  /// `lon,lat` in degrees; nil where the text is a name.
  static func coordinate(_ text: String) -> Coordinate? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in part.filter { $0 != " " } }
    guard parts.count == 2, let longitude = Double(parts[0]), let latitude = Double(parts[1]) else { return nil }
    let coordinate = Coordinate(longitude: longitude, latitude: latitude)
    return coordinate.isValid ? coordinate : nil
  }

  /// The sites, then for each row the distance and first bearing to each column.
  private func table(_ sites: [Site]) -> String {
    var legend = Table(header: ["SITE", "", "LON", "LAT"], numeric: [2, 3])
    for site in sites {
      legend.add([site.label, site.detail, degrees(site.coordinate.longitude), degrees(site.coordinate.latitude)])
    }
    var matrix = Table(header: ["FROM \\ TO"] + sites.map(\.label), numeric: Set(1...sites.count))
    for from in sites {
      matrix.add(
        [from.label]
          + sites.map { to in
            guard from.coordinate != to.coordinate else { return "–" }
            let way = Geodesic.wgs84.inverse(from: from.coordinate, to: to.coordinate)
            let bearing = Int(way.initialBearing.degrees.rounded()) % 360
            return
              "\(kilometres(way.distance)) km \(bearing)° \(CompassPoint(nearest: way.initialBearing).abbreviation)"
          })
    }
    return "\(legend.text)\n\(matrix.text)"
  }

  private func degrees(_ value: Double) -> String { fixed(value, decimals: 4) }

  private func kilometres(_ distance: Distance) -> String { fixed(distance.kilometres, decimals: 1) }

  private func fixed(_ value: Double, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { result, _ in result * 10 }
    let units = Int((abs(value) * scale).rounded())
    let fraction = String(units % Int(scale))
    let sign = value < 0 && units > 0 ? "-" : ""
    return "\(sign)\(units / Int(scale)).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }
}

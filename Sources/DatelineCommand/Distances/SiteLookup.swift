import Coordinates
import DatelineKit
import Gazetteer

/// Turns what stands on the command line into sites: coordinates, names, files. The gazetteer is opened with the first name.
struct SiteLookup {
  let data: DataOptions
  /// Whether nothing is said of names that mean several places.
  let quiet: Bool
  private var finder: PlaceFinder?

  init(data: DataOptions, quiet: Bool) {
    self.data = data
    self.quiet = quiet
  }

  /// The sites of an argument: one, or all of a file.
  mutating func sites(_ text: String) throws -> [MeasuredSite] {
    guard SiteFile.isPath(text) else { return [try site(text)] }
    let file = try SiteFile(path: text)
    if let complaint = file.complaint, !quiet { Console.complain(complaint) }
    return file.sites
  }

  mutating func site(_ text: String) throws -> MeasuredSite {
    if let coordinate = try SiteNotation.coordinate(text) {
      let name = String(text.map { $0 == "\u{2212}" ? "-" : $0 })
      return MeasuredSite(name: name, id: nil, country: nil, coordinate: coordinate)
    }
    let finder = try self.finder ?? PlaceFinder(atlas: data.atlas())
    self.finder = finder
    guard let id = finder.place(named: text) else { throw InputFailure("no place called '\(text)' is known") }
    let place = finder.atlas[id]
    if !quiet {
      tellOthers(text, id, finder)
      if place.kind == .country || place.kind == .admin1 {
        let noun = place.kind == .country ? "country" : "province or state"
        Console.complain("'\(text)' is a \(noun): what is measured is the way to the middle of its area")
      }
    }
    let country = place.country.flatMap { CountryCode.country($0)?.name }
    return MeasuredSite(
      name: place.name, id: place.reference, country: country == place.name ? nil : country,
      coordinate: place.coordinate)
  }

  /// Says which of several places was taken, and how to name the others.
  private func tellOthers(_ text: String, _ id: PlaceID, _ finder: PlaceFinder) {
    let others = finder.others(named: text)
    guard !others.isEmpty else { return }
    let place = finder.atlas[id]
    let queries = others.prefix(3).map { "'\(finder.query(for: $0))'" }.joined(separator: ", ")
    let rest = others.count > 3 ? " (`dateline places search` lists \(others.count - 3) more)" : ""
    let country = place.country.map { " in \(CountryCode.country($0)?.name ?? $0)" } ?? ""
    Console.complain(
      "'\(text)' is taken to be \(place.name)\(country) (\(place.coordinate.decimalDegrees(places: 4))); for others write "
        + queries + rest)
  }
}

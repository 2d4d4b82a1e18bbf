import Coordinates
import Gazetteer
import Geodesy

/// Finds places by what people write on a command line.
public struct PlaceFinder: Sendable {
  /// Where the names are looked up.
  public let atlas: Atlas

  /// Finds places of an atlas.
  public init(atlas: Atlas) { self.atlas = atlas }

  /// The place that a person means by a name, "name, country" or "name, unit": the most prominent that fits.
  ///
  /// `Arad`, `Arad, RO`, `Paris, Texas`, `Springfield, Illinois, US`
  public func place(named query: String) -> PlaceID? { places(named: query).first }

  /// All places that fit a query, those first that a person more likely means.
  public func places(named query: String) -> [PlaceID] { candidates(named: query).map(\.place) }

  /// Places elsewhere that go by the name as much as the one taken, the more likely first: neither a part of it nor around it,
  /// further than 30 km away, and more than a hamlet.
  public func others(named query: String) -> [PlaceID] {
    let candidates = candidates(named: query)
    guard let taken = candidates.first?.place else { return [] }
    let own = Set([taken] + atlas.containers(of: taken))
    return candidates.dropFirst().filter { candidate in
      let place = atlas[candidate.place]
      return candidate.nameKind != .alternate && candidate.nameKind != .historical
        && (place.kind != .city || place.population >= 1000)
        && !own.contains(candidate.place) && !atlas.containers(of: candidate.place).contains(taken)
        && Geodesic.wgs84.distance(from: place.coordinate, to: atlas[taken].coordinate) > Distance(kilometres: 30)
    }.map(\.place)
  }

  private func candidates(named query: String) -> [Atlas.Candidate] {
    let parts = query.split(separator: ",").map { String($0) }
    guard let name = parts.first else { return [] }
    let candidates = atlas.candidates(named: name).filter {
      $0.nameKind != .demonym && ($0.nameKind != .code || parts.count == 1)
    }
    let named = candidates.filter { $0.nameKind != .code }
    let fitting = (named.isEmpty ? candidates : named).filter { candidate in
      parts.dropFirst().allSatisfy { part in
        let containers = Set(atlas.containers(of: candidate.place))
        return atlas.candidates(named: part).contains { containers.contains($0.place) }
      }
    }
    let scored = fitting.enumerated().map { (candidate: $1, likelihood: likelihood($1), order: $0) }
    var known: Set<PlaceID> = []
    return scored.sorted { ($1.likelihood, $0.order) < ($0.likelihood, $1.order) }.map(\.candidate)
      .filter { known.insert($0.place).inserted }
  }

  /// What to write so that a place and no other is meant: its name with its country or unit, else `lon,lat`.
  public func query(for id: PlaceID) -> String {
    let place = atlas[id]
    let unit = atlas.containers(of: id).map { atlas[$0] }.first { $0.kind == .admin1 }?.name
    let country = place.country
    let queries = [country.map { [$0] }, unit.map { [$0] }, unit.flatMap { unit in country.map { [unit, $0] } }]
    for containers in queries.compactMap({ $0 }) {
      let query = ([place.name] + containers).joined(separator: ", ")
      if !place.name.contains(","), self.place(named: query) == id { return query }
    }
    return place.coordinate.decimalDegrees(places: 4)
  }

  /// How likely a person means a candidate who names it out of context: by prominence, the main name before others.
  private func likelihood(_ candidate: Atlas.Candidate) -> Double {
    let isOwn = candidate.nameKind == .alternate || candidate.nameKind == .historical ? 0.02 : 1.0
    let kind = atlas.kind(candidate.place)
    let weight = kind == .admin2 ? 0.1 : kind == .admin1 ? 0.3 : 1
    return (atlas.prominence(candidate.place) + 1) * isOwn * weight
  }
}

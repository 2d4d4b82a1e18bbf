import Gazetteer

/// Finds places by what people write on a command line.
public struct PlaceFinder: Sendable {
  public let atlas: Atlas

  public init(atlas: Atlas) { self.atlas = atlas }

  /// The place that a person means by a name, "name, country" or "name, unit": the most prominent that fits.
  ///
  /// `Arad`, `Arad, RO`, `Paris, Texas`, `Springfield, Illinois, US`
  public func place(named query: String) -> PlaceID? {
    let parts = query.split(separator: ",").map { String($0) }
    guard let name = parts.first else { return nil }
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
    return fitting.max { likelihood($0) < likelihood($1) }?.place
  }

  /// How likely a person means a candidate who names it out of context: by prominence, the main name before others.
  private func likelihood(_ candidate: Atlas.Candidate) -> Double {
    let isOwn = candidate.nameKind == .alternate || candidate.nameKind == .historical ? 0.02 : 1.0
    let kind = atlas.kind(candidate.place)
    let weight = kind == .admin2 ? 0.1 : kind == .admin1 ? 0.3 : 1
    return (atlas.prominence(candidate.place) + 1) * isOwn * weight
  }
}

import Coordinates
import Gazetteer
import Geodesy

extension Atlas {
  /// A place near a point.
  public struct Neighbour: Hashable, Sendable {
    /// The place, and how far it is along the ellipsoid.
    public var place: PlaceID
    public var distance: Distance
  }

  /// The places nearest to a point in the exact order of their geodesics, equal ones by number.
  ///
  /// The index orders by chord; geodesics are computed only where two chords are so nearly the same that they do not tell which
  /// geodesic is longer.
  public func nearestByGeodesic(
    _ limit: Int, to coordinate: Coordinate, kinds: Set<PlaceKind>? = nil
  ) -> [PlaceID] {
    guard limit > 0, coordinate.isValid else { return [] }
    // One more than asked for: if it is surely further than the last wanted, nobody else belongs among them.
    let near = nearestByChord(limit + 1, to: coordinate, kinds: kinds)
    if Self.isDecided(near) { return near.prefix(limit).map(\.id) }
    let furthest = near[min(limit, near.count) - 1].chord
    let reach = GeodesicBound.decisive(chord: furthest + Self.chordError) + Self.chordError
    let all = nearestByChord(.max / 2, to: coordinate, withinMetres: reach, kinds: kinds)
    return ranked(all.map(\.id), from: coordinate).prefix(limit).map(\.place)
  }

  /// The places nearest to a point with their distances, the nearest first.
  public func neighbours(
    _ limit: Int, of coordinate: Coordinate, kinds: Set<PlaceKind>? = nil
  ) -> [Neighbour] {
    ranked(nearestByGeodesic(limit, to: coordinate, kinds: kinds), from: coordinate)
  }

  private func ranked(_ places: [PlaceID], from coordinate: Coordinate) -> [Neighbour] {
    places.map { place in
      Neighbour(
        place: place, distance: Geodesic.wgs84.distance(from: coordinate, to: self.coordinate(place)))
    }.sorted { ($0.distance.metres, $0.place) < ($1.distance.metres, $1.place) }
  }

  /// Two points rounded to 1/32 m in z and 1/128 m in x and y.
  private static let chordError = 0.1

  /// Whether the chords alone tell the order; see `GeodesicBound` for the bound.
  private static func isDecided(_ near: [(chord: Double, id: PlaceID)]) -> Bool {
    for place in near.indices.dropFirst() {
      let (first, second) = (near[place - 1].chord, near[place].chord)
      guard second - first > 2 * chordError + 2.4e-17 * second * second * second, second < 5_900_000 else {
        return false
      }
    }
    return true
  }
}

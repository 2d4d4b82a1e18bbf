import Coordinates

/// A place on its way into a gazetteer file.
public struct PlaceDraft: Sendable {
  /// The usual name, the kind, GeoNames' feature code or the house's own word, and the point.
  public var name: String
  public var kind: PlaceKind
  public var feature: String
  public var coordinate: Coordinate
  /// ISO 3166-1 alpha-2, or nil.
  public var country: String?
  public var population: Int
  public var radiusKilometres: Double
  public var rank: Int
  public var isCapital: Bool
  public var source: PlaceSource
  /// A number as decimal digits, or any other key.
  public var sourceID: String
  /// The place that contains this one, as ``GazetteerBuilder/add(_:)`` numbered it.
  public var parent: Int?

  /// A place to be compiled. `radiusKilometres` is how far it extends; `rank` 1 (known to the world) to 5 (known
  /// locally), 0 where inhabitants decide; `parent` the number of the unit around it.
  public init(
    name: String, kind: PlaceKind, feature: String, coordinate: Coordinate, country: String?, population: Int = 0,
    radiusKilometres: Double = 0, rank: Int = 0, isCapital: Bool = false, source: PlaceSource, sourceID: String,
    parent: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.feature = feature
    self.coordinate = coordinate
    self.country = country
    self.population = population
    self.radiusKilometres = radiusKilometres
    self.rank = rank
    self.isCapital = isCapital
    self.source = source
    self.sourceID = sourceID
    self.parent = parent
  }

  /// How prominent the place is, for ordering the candidates of a name: inhabitants, or what the rank is worth in inhabitants.
  package var prominence: Double {
    Prominence.of(kind: kind, population: population, rank: rank)
  }
}

/// Prominence of places that have no inhabitants, on the scale of those that have.
package enum Prominence {
  private static let byRank: [Double] = [500, 3e7, 3e6, 3e5, 3e4, 5e3]

  package static func of(kind: PlaceKind, population: Int, rank: Int) -> Double {
    let own = Double(population)
    switch kind {
    case .country: return 1e8 + own
    case .city, .admin1, .admin2: return own
    case .region, .water, .landform, .facility, .district, .airport:
      return max(own, byRank[min(max(rank, 0), 5)])
    }
  }
}

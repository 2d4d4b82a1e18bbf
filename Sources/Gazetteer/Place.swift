import Coordinates

/// A place as the gazetteer has it.
public struct Place: Sendable, Hashable {
  public var id: PlaceID
  /// The usual English name.
  public var name: String
  public var kind: PlaceKind
  /// The GeoNames feature code where known (`PPLC`, `ADM1`), else our own word (`sea`, `air-base`).
  public var feature: String
  /// The point of the place; for an area a representative point inside it.
  public var coordinate: Coordinate
  /// ISO 3166-1 alpha-2; nil for the high seas and what spans many countries.
  public var country: String?
  /// Inhabitants, 0 where not known.
  public var population: Int
  /// How far the place extends from its point, in kilometres; 0 where not known.
  public var radiusKilometres: Double
  /// For places without inhabitants: 1 known to the world … 5 known locally; 0 where not given.
  public var rank: Int
  public var isCapital: Bool
  /// The data set the place comes from, and its number or key there.
  public var source: PlaceSource
  public var sourceID: String
}

/// A place's number in the gazetteer that gave it. It is good for that file alone; to store a place, keep `source` and `sourceID`.
public struct PlaceID: Hashable, Comparable, Sendable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: PlaceID, right: PlaceID) -> Bool { left.rawValue < right.rawValue }
}

/// What sort of thing a place is.
public enum PlaceKind: UInt8, CaseIterable, Sendable, Codable {
  case city, country, admin1, admin2, region, water, landform, facility, district, airport

  /// The word that outputs use.
  public var word: String { String(describing: self) }
}

/// Where a place comes from.
public enum PlaceSource: UInt8, CaseIterable, Sendable {
  case geonames, naturalEarth, airports, dateline, own

  /// The kind as people say it, for tables and messages.
  public var word: String {
    switch self {
    case .geonames: "geonames"
    case .naturalEarth: "natural-earth"
    case .airports: "airportsdata"
    case .dateline: "dateline"
    case .own: "own"
    }
  }
}

/// What a name is to its place.
public enum NameKind: UInt8, CaseIterable, Sendable {
  /// The name by which the gazetteer knows the place.
  case main
  /// A name in another language, script or spelling.
  case alternate
  /// Another current English name: Britain, America.
  case alias
  /// U.S., Ky., DRC
  case abbreviation
  /// Iranian, Parisians
  case demonym
  /// Burma, Leningrad
  case historical
  /// ISO 3166 or IATA codes: for look-ups that ask for them, never for running text.
  case code
}

import Coordinates
import Geodesy

/// What a map is to show. It knows nothing of articles.
public struct MapContent: Sendable {
  /// The headline of the sheet and the line below it.
  public var title: String
  public var subtitle: String?
  /// Who made the map or whose report it illustrates; the sources of the map data are added to it.
  public var credit: String
  /// As it is to be printed.
  public var date: String?
  public var sites: [MapSite]
  public var references: [MapReference]
  public var countries: [MapCountry]
  public var context: [ContextPlace]
  public var areas: [MapArea] = []
  public var distances: [MapDistanceLine] = []
  public var rings: [MapRangeRings] = []
  /// Drawn below the sites.
  public var features: [MapFeature] = []
  public var legend: MapLegend?
  /// Names of countries in the language of the sheet, by ISO 3166-1 alpha-2; English where there is none.
  public var countryNames: [String: String] = [:]
  /// Waters whose names may be written, in the language of the sheet; nil for the English ones of the waters' file.
  public var seas: [MapSea]?

  /// Content of parts; what is left out is not drawn.
  public init(
    title: String, subtitle: String? = nil, credit: String = "", date: String? = nil, sites: [MapSite],
    references: [MapReference] = [], countries: [MapCountry] = [], context: [ContextPlace] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.credit = credit
    self.date = date
    self.sites = sites
    self.references = references
    self.countries = countries
    self.context = context
  }
}

/// Where something happened: a numbered symbol with an entry in the key.
public struct MapSite: Sendable {
  /// How the symbol is drawn, so that a planned thing is not taken for one that happened.
  public enum Look: String, Sendable, CaseIterable {
    /// Occurred: filled.
    case solid
    /// Planned or threatened: outlined.
    case hollow
    /// Suspected: with a dashed outline.
    case dashed
  }

  /// What the symbol and its entry in the key bear. Sites that share a number are one incident.
  public var number: Int
  public var label: String
  /// Nil where the site has no point; then it stands in the key only.
  public var coordinate: Coordinate?
  /// Lines of the key below the label.
  public var details: [String]
  public var family: SymbolFamily
  public var look: Look
  /// How far the true place may be from the point.
  public var uncertainty: Distance?
  /// Killed and injured, for circles of that size.
  public var casualties: Int?
  /// `#rrggbb` instead of the family's.
  public var colour: String?

  /// A numbered site. `number` is what stands in its symbol, `uncertainty` how far off the true site may be.
  public init(
    number: Int, label: String, coordinate: Coordinate?, details: [String] = [], family: SymbolFamily,
    look: Look = .solid, uncertainty: Distance? = nil, casualties: Int? = nil, colour: String? = nil
  ) {
    self.number = number
    self.label = label
    self.coordinate = coordinate
    self.details = details
    self.family = family
    self.look = look
    self.uncertainty = uncertainty
    self.casualties = casualties
    self.colour = colour
  }
}

/// A place that is only mentioned for orientation.
public struct MapReference: Sendable {
  /// What stands beside it, and where it is.
  public var label: String
  public var coordinate: Coordinate

  /// A place that is named but is no site.
  public init(label: String, coordinate: Coordinate) {
    self.label = label
    self.coordinate = coordinate
  }
}

/// A site that is known no better than by its country: the country is tinted and named, never pinned.
public struct MapCountry: Sendable {
  /// ISO 3166-1 alpha-2.
  public var code: String
  public var label: String
  /// The number of the incident, if it has one.
  public var number: Int?
  public var details: [String]

  /// A country to be tinted. `code` is ISO 3166-1 alpha-2, as the basemap has it; `number` that of the incident it is
  /// the scene of.
  public init(code: String, label: String, number: Int? = nil, details: [String] = []) {
    self.code = code
    self.label = label
    self.number = number
    self.details = details
  }
}

/// A town that may be drawn so that readers find their way; the sheet picks by scale.
public struct ContextPlace: Sendable {
  /// The town's name, its place, its inhabitants, and whether it is a country's capital; the largest are labelled
  /// first.
  public var name: String
  public var coordinate: Coordinate
  public var population: Int
  public var isCapital: Bool

  /// A town for orientation.
  public init(name: String, coordinate: Coordinate, population: Int, isCapital: Bool = false) {
    self.name = name
    self.coordinate = coordinate
    self.population = population
    self.isCapital = isCapital
  }
}

/// The kinds of incident that a reader can tell apart by shape and colour.
public enum SymbolFamily: String, Sendable, CaseIterable {
  case strike, explosion, violence, military, protest, disaster, accident, other

  /// As an English legend names it.
  public var title: String { SheetWords.english.families[self] ?? rawValue }
}

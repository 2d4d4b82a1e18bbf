/// How a sheet is made.
public struct MapOptions: Sendable {
  /// Colours resolved when the sheet is written.
  public enum Theme: String, Sendable, CaseIterable { case light, dark, print }

  /// Languages that a sheet has words in, as their first subtags.
  public static let languages = SheetWords.all.map(\.language).sorted()

  /// What lengths are given in.
  public enum Units: String, Sendable, CaseIterable { case metric, imperial }

  /// Pixels, at least 240.
  public var width: Int
  /// Pixels; nil lets the map have the height that its extent asks for.
  public var height: Int?
  public var theme: Theme
  /// A PROJ string, a name of PROJ's (`robin`) or a code (`EPSG:3857`) instead of the projection that the extent asks for.
  public var projection: String?
  /// BCP 47, of the texts of the sheet; English where it has no words of its own for a language.
  public var language: String
  /// The house's colours, fonts and sizes.
  public var style: MapStyle
  /// Of lengths beside lines and rings; the scale bar always has both.
  public var units: Units
  /// Decisions on borders that go before the basemap's.
  public var worldview: Worldview?
  /// Circles as large as the number of people killed and injured.
  public var showsCasualties: Bool

  /// Options of a sheet, in pixels; what is nil is chosen by the content.
  public init(
    width: Int = 800, height: Int? = nil, theme: Theme = .light, projection: String? = nil, language: String = "en",
    style: MapStyle = MapStyle(), units: Units = .metric, worldview: Worldview? = nil, showsCasualties: Bool = false
  ) {
    self.width = width
    self.height = height
    self.theme = theme
    self.projection = projection
    self.language = language
    self.style = style
    self.units = units
    self.worldview = worldview
    self.showsCasualties = showsCasualties
  }
}

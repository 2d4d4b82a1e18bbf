/// How a sheet is made.
public struct MapOptions: Sendable {
  /// Colours resolved when the sheet is written.
  public enum Theme: String, Sendable, CaseIterable { case light, dark, print }

  /// Pixels, at least 240.
  public var width: Int
  /// Pixels; nil lets the map have the height that its extent asks for.
  public var height: Int?
  public var theme: Theme
  /// A PROJ string, a name of PROJ's (`robin`) or a code (`EPSG:3857`) instead of the projection that the extent asks for.
  public var projection: String?
  /// BCP 47, of the texts of the sheet.
  public var language: String

  public init(
    width: Int = 800, height: Int? = nil, theme: Theme = .light, projection: String? = nil, language: String = "en"
  ) {
    self.width = width
    self.height = height
    self.theme = theme
    self.projection = projection
    self.language = language
  }
}

import Coordinates

/// Lakes and rivers in the detail that a map's scale needs.
struct SheetWaters {
  let lakes: [[PixelPoint]]
  let rivers: [[PixelPoint]]
  private let theme: MapTheme
  private let unit: Double

  /// Coarser than these, in metres a pixel, rivers of the first, second and third class would clutter the land.
  private static let riverScales = [8_000.0, 2_600, 1_000]
  /// Lakes of fewer pixels are left out.
  private static let leastLake = 14.0

  init(
    _ waters: Waters?, _ plane: borrowing MapPlane, view: MapView, shown: BoundingBox?, theme: MapTheme, unit: Double
  ) {
    self.theme = theme
    self.unit = unit
    guard let waters else {
      (lakes, rivers) = ([], [])
      return
    }
    let scale = view.metresPerPixel
    lakes = plane.area(
      waters.lakes(within: scale * 0.35, leastArea: Self.leastLake * scale * scale / 1e6, in: shown))
    let classes = Self.riverScales.count { scale < $0 }
    rivers = classes == 0 ? [] : plane.lines(waters.rivers(within: scale * 0.5, in: shown) { $0 <= classes })
  }

  var layers: [SVGDocument.Layer] {
    var riverLayer = SVGDocument.Layer(
      "rivers",
      "fill=\"none\" stroke=\"\(theme.river)\" stroke-width=\"\(SVGNumber.text(0.7 * unit))\" stroke-linejoin=\"round\"",
      isClipped: true)
    if let path = SVGElement.path(rivers, closed: false) { riverLayer.add(path) }
    var lakeLayer = SVGDocument.Layer(
      "lakes", "fill=\"\(theme.sea)\" stroke=\"\(theme.river)\" stroke-width=\"0.5\" stroke-linejoin=\"round\"",
      isClipped: true)
    if let path = SVGElement.path(lakes, closed: true, "fill-rule=\"evenodd\"") { lakeLayer.add(path) }
    return [riverLayer, lakeLayer]
  }
}

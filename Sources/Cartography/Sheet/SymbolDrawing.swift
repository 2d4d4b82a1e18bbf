/// Draws the symbols of sites and references.
struct SymbolDrawing {
  let theme: MapTheme

  /// The outline in the look that says how sure it is.
  func outline(
    _ family: SymbolFamily, _ look: MapSite.Look, at centre: PixelPoint, radius: Double, colour own: String? = nil
  ) -> String {
    let colour = own ?? theme.colour(of: family)
    let path = SymbolShape.path(family, at: centre, radius: radius)
    let stroke = SVGNumber.text(max(radius * 0.2, 1.3))
    switch look {
    case .solid:
      return
        "<path d=\"\(path)\" fill=\"\(colour)\" stroke=\"\(theme.halo)\" stroke-width=\"\(SVGNumber.text(max(radius * 0.14, 1)))\"/>"
    case .hollow:
      return "<path d=\"\(path)\" fill=\"\(theme.halo)\" stroke=\"\(colour)\" stroke-width=\"\(stroke)\"/>"
    case .dashed:
      let dash = SVGNumber.text(max(radius * 0.42, 2.5))
      return
        "<path d=\"\(path)\" fill=\"\(theme.halo)\" stroke=\"\(colour)\" stroke-width=\"\(stroke)\" stroke-dasharray=\"\(dash) \(SVGNumber.text(max(radius * 0.26, 1.6)))\"/>"
    }
  }

  /// The number inside a symbol.
  func number(
    _ number: Int, _ family: SymbolFamily, _ look: MapSite.Look, at centre: PixelPoint, radius: Double,
    colour own: String? = nil
  ) -> String {
    let text = "\(number)"
    let size = radius * (text.count > 2 ? 0.8 : text.count > 1 ? 1.05 : 1.25)
    let baseline = centre.y + SymbolShape.numberDrop(family) * radius + size * FontMetrics.capHeight / 2
    let colour = look == .solid ? theme.onSymbol : own ?? theme.colour(of: family)
    return SVGElement.text(
      text, x: centre.x, y: baseline, size: size, anchor: .middle, "font-weight=\"bold\" fill=\"\(colour)\"")
  }

  func site(_ site: MapSite, at centre: PixelPoint, radius: Double) -> String {
    outline(site.family, site.look, at: centre, radius: radius, colour: site.colour)
      + self.number(site.number, site.family, site.look, at: centre, radius: radius, colour: site.colour)
  }

  func reference(at centre: PixelPoint, radius: Double) -> String {
    SVGElement.circle(
      centre, radius: radius,
      "fill=\"\(theme.halo)\" stroke=\"\(theme.reference)\" stroke-width=\"\(SVGNumber.text(max(radius * 0.4, 1.2)))\"")
  }

  func town(at centre: PixelPoint, radius: Double, isCapital: Bool) -> String {
    guard isCapital else { return SVGElement.circle(centre, radius: radius, "fill=\"\(theme.context)\"") }
    let side = radius * 1.8
    return SVGElement.rectangle(
      PixelBox(x: centre.x - side / 2, y: centre.y - side / 2, width: side, height: side), "fill=\"\(theme.context)\"")
  }
}

/// Circles whose areas are as the numbers of people killed and injured.
struct CasualtyCircles {
  /// Of the largest number; nil where nothing is shown.
  private let most: Int
  /// Of the largest, in radii of a symbol.
  private static let widest = 4.0

  init?(_ content: MapContent, options: MapOptions) {
    guard options.showsCasualties, let most = content.sites.compactMap(\.casualties).max(), most > 0 else { return nil }
    self.most = most
  }

  /// In radii of a symbol.
  func radius(_ count: Int) -> Double { Self.widest * (Double(max(count, 0)) / Double(most)).squareRoot() }

  /// A round number not above the largest, for the legend.
  var example: Int {
    var best = 1
    var power = 1
    while power <= most {
      for digit in [1, 2, 5] where digit * power <= most { best = digit * power }
      power *= 10
    }
    return best
  }

  func layer(_ content: MapContent, _ markers: SiteMarkers, theme: MapTheme) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("casualties", isClipped: true)
    let circles = zip(content.sites, markers.drawn).compactMap { site, drawn -> (MapSite, PixelPoint, Double)? in
      guard let drawn, let count = site.casualties, count > 0 else { return nil }
      return (site, drawn.symbol, radius(count) * markers.radius)
    }
    // The small ones on top.
    for (site, centre, radius) in circles.sorted(by: { $0.2 > $1.2 }) {
      layer.add(
        SVGElement.circle(
          centre, radius: radius,
          "fill=\"\(theme.colour(of: site))\" fill-opacity=\"0.35\" stroke=\"\(theme.halo)\" stroke-width=\"0.8\""))
    }
    return layer
  }
}

import Coordinates
import Geodesy

/// A map ready to be written as SVG: laid out, projected, labelled.
///
/// The same content, basemap and options give the same bytes, at any time and on any machine.
public struct MapSheet: Sendable {
  let document: SVGDocument
  /// What the sheet shows, in words.
  public let alternativeText: String
  /// Where the sites were drawn, in their order, with the projection's own way back for checking; nil for those without a point.
  let drawn: [DrawnSite?]
  /// The projection taken, as PROJ takes it.
  public let projection: String
  let metresPerPixel: Double
  let markerRadius: Double
  /// Where on the sheet the map itself is, without title, key and credits.
  package let frame: PixelBox
  /// Whose map and whose data.
  package let credit: String

  /// - Throws: ``ProjectionError`` where PROJ does not take the projection that the options name, or cannot show a site by it.
  public init(
    _ content: MapContent, basemap: Basemap, waters: Waters? = nil, options: MapOptions = MapOptions()
  ) throws(ProjectionError) {
    let content = content.cleaned()
    let words = SheetWords.named(options.language)
    let theme = MapTheme.named(options.theme, options.style)
    let circles = CasualtyCircles(content, options: options)
    let places = content.placesToShow(basemap)
    let shape = try MapView.fitting(places, size: (600, 600), margin: 60, chosen: options.projection).shape
    let key = SheetKey(content, theme: theme, words: words, circles: circles)
    credit = content.creditLine(words, hasWaters: waters != nil)
    let layout = SheetLayout(
      options: options, title: content.title, subtitle: content.subtitle ?? "",
      credit: credit,
      naturalShape: shape, keyHeight: { width, layout in key.heights(width: width, layout: layout) })
    let view = try MapView.fitting(
      places, size: (layout.frame.width, layout.frame.height),
      margin: max(layout.markerRadius * 4.5, min(layout.frame.width, layout.frame.height) * 0.11),
      chosen: options.projection)
    let plane = try view.plane(in: layout.frame)
    let map = SheetMap(
      content: content, basemap: basemap, waters: waters, theme: theme, words: words, layout: layout, view: view,
      options: options, circles: circles)
    let mapLayers = try map.layers(plane)

    alternativeText = content.alternativeText(words, units: options.units)
    document = SVGDocument(
      width: layout.width, height: layout.height, title: content.title, description: alternativeText,
      language: words.language, font: theme.font, clip: layout.frame,
      layers: [SheetText.paper(layout, theme)] + mapLayers.layers
        + [SheetText.header(layout, theme, isRightToLeft: words.isRightToLeft)] + key.layers(layout)
        + [SheetText.credits(layout, theme, isRightToLeft: words.isRightToLeft)])
    drawn = mapLayers.sites
    projection = view.projection.projString
    metresPerPixel = view.metresPerPixel
    markerRadius = layout.markerRadius
    frame = layout.frame
  }

  /// Pixels, as a renderer to PNG or PDF needs them.
  public var width: Double { document.width }
  public var height: Double { document.height }

  /// The whole file.
  public func svg() -> String { document.text() }

  /// The sheet for a page that shows and hides sites: what belongs to some has `data-site`, their indices in the content with spaces
  /// between, and countries that are tinted `c` with theirs. Without these attributes it is ``svg()``, byte by byte, where the prefix is empty.
  /// - Parameters:
  ///   - prefix: stands before each id, where several sheets share a page.
  ///   - isBare: without what stands around the map: title, key and credits.
  package func pageSVG(prefix: String = "", isBare: Bool = false) -> String {
    document.text(
      marksSites: true, prefix: prefix, without: isBare ? ["paper", "title", "key", "legend", "credits"] : [])
  }

  /// The indices of the sites that have a symbol.
  package var drawnSites: [Int] { drawn.indices.filter { drawn[$0] != nil } }
}

/// A site on the sheet.
struct DrawnSite: Sendable {
  /// The true place.
  var point: PixelPoint
  /// The place that the sheet's projection gives back for it.
  var back: Coordinate?
  /// Where the symbol stands; away from the point where symbols would cover each other.
  var symbol: PixelPoint
}

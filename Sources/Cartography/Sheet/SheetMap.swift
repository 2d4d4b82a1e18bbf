import Coordinates
import Geodesy

/// Draws the map inside the frame: layer upon layer from sea to labels.
struct SheetMap {
  let content: MapContent
  let basemap: Basemap
  let waters: Waters?
  let theme: MapTheme
  let words: SheetWords
  let layout: SheetLayout
  let view: MapView
  let options: MapOptions
  let circles: CasualtyCircles?

  struct Result {
    var layers: [SVGDocument.Layer]
    var sites: [DrawnSite?]
  }

  /// Coarser than this, in metres a pixel, first-level borders would be a net over the land.
  private static let firstLevelScale = 1_600.0

  func layers(_ plane: borrowing MapPlane) throws(ProjectionError) -> Result {
    let shown = shownBox(plane)
    let reader = BasemapReader(
      basemap, metresPerPixel: view.metresPerPixel, view: shown,
      changes: options.worldview?.changes(to: basemap) ?? [:])
    let scaleBar = ScaleBar(plane, widest: min(layout.frame.width * 0.28, 130 * layout.unit), words: words)
    let markers = SiteMarkers(content, plane, radius: layout.markerRadius)
    let shapes = SheetShapes(content: content, theme: theme, words: words, layout: layout, units: options.units).draw(
      plane)
    let furniture = SheetFurniture(
      layout: layout, theme: theme, view: view, scaleBar: scaleBar,
      occupied: markers.boxes + circles(plane) + shapes.boxes)
    let meant = content.meantAreas(basemap)
    let land = plane.area(reader.land())
    let inland = SheetWaters(waters, plane, view: view, shown: shown, theme: theme, unit: layout.unit)
    let labels = SheetLabels(
      content: content, basemap: basemap, layout: layout, theme: theme, view: view, markers: markers,
      obstacles: furniture.boxes + shapes.boxes,
      reader: BasemapReader(basemap, metresPerPixel: view.metresPerPixel * 4, view: shown), meantAreas: meant,
      seas: seaNames(plane, land: land, lakes: inland.lakes), notes: shapes.notes,
      busy: busy(shapes.paths, markers, plane)
    ).place(plane)

    var layers = ground(plane, reader, land: land, meant: meant)
    layers += inland.layers
    let grid = GraticuleDrawing(plane, shown: shown, view: view, layout: layout, theme: theme)
    layers.append(grid.lines)
    layers += borders(plane, reader)
    layers.append(shapes.areas)
    layers.append(uncertainty(plane))
    layers += shapes.lines
    layers.append(grid.labels(avoiding: markers.boxes + furniture.boxes + shapes.boxes + labels.boxes))
    if let circles { layers.append(circles.layer(content, markers, theme: theme)) }
    layers += labels.lower
    layers += siteLayers(markers, labels)
    layers += labels.upper
    layers += try furniture.layers(basemap)
    layers.append(frame(plane))
    return Result(layers: layers, sites: markers.drawn)
  }

  private func seaNames(_ plane: borrowing MapPlane, land: [[PixelPoint]], lakes: [[PixelPoint]]) -> SeaLabels {
    SeaLabels(
      content.seas ?? waters?.named() ?? [],
      mask: WaterMask(frame: layout.frame, land: land, lakes: lakes, cell: 3 * layout.unit), plane, layout: layout)
  }

  /// Lines of the content and rims of its circles.
  private func busy(_ paths: [[PixelPoint]], _ markers: SiteMarkers, _ plane: borrowing MapPlane) -> CellCounts {
    var counts = CellCounts(frame: layout.frame, cell: 3 * layout.unit)
    for path in paths { counts.mark(line: path) }
    for (site, drawn) in zip(content.sites, markers.drawn) {
      guard let drawn else { continue }
      if drawn.symbol != drawn.point { counts.mark(line: [drawn.point, drawn.symbol]) }
      if let circles, let count = site.casualties, count > 0 {
        let radius = circles.radius(count) * markers.radius
        counts.mark(
          line: (0...32).map { step in
            let direction = UnitCircle.point(part: Double(step) / 32)
            return PixelPoint(x: drawn.symbol.x + direction.x * radius, y: drawn.symbol.y + direction.y * radius)
          })
      }
      if let centre = site.coordinate, let radius = site.uncertainty, radius.metres > view.metresPerPixel * 8 {
        let rim = Geodesic.wgs84.circle(around: centre, radius: radius, count: 48)
        for line in plane.lines([rim + rim.prefix(1)]) { counts.mark(line: line) }
      }
    }
    counts.sum()
    return counts
  }

  /// Roughly what the circles of uncertainty cover.
  private func circles(_ plane: borrowing MapPlane) -> [PixelBox] {
    var boxes: [PixelBox] = []
    for site in content.sites {
      guard let radius = site.uncertainty, let point = site.coordinate.flatMap({ plane.point($0) }) else { continue }
      let reach = radius.metres / view.metresPerPixel
      boxes.append(PixelBox(x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach))
    }
    return boxes
  }

  /// Longitudes and latitudes that can be seen, nil for all.
  private func shownBox(_ plane: borrowing MapPlane) -> BoundingBox? {
    guard let cap = view.cap else { return nil }
    let (south, north) = (cap.centre.latitude - cap.reach, cap.centre.latitude + cap.reach)
    if south <= -90 || north >= 90 {
      return BoundingBox(west: -180, south: max(south, -90), east: 180, north: min(north, 90))
    }
    // The meridians that touch the cap.
    let ratio =
      UnitVector(Coordinate(longitude: 0, latitude: cap.reach)).z
      / UnitVector(Coordinate(longitude: 0, latitude: cap.centre.latitude)).x
    guard ratio < 1 else { return BoundingBox(west: -180, south: south, east: 180, north: north) }
    let half = UnitVector(x: (1 - ratio * ratio).squareRoot(), y: ratio, z: 0).coordinate.longitude
    return BoundingBox(
      west: (cap.centre.longitude - half).remainder(dividingBy: 360), south: south,
      east: (cap.centre.longitude + half).remainder(dividingBy: 360), north: north)
  }

  // MARK: Ground

  private func ground(
    _ plane: borrowing MapPlane, _ reader: BasemapReader, land rings: [[PixelPoint]], meant: [MeantArea]
  ) -> [SVGDocument.Layer] {
    var sea = SVGDocument.Layer("sea", isClipped: true)
    let outline = plane.outline()
    if view.cap == nil, let path = SVGElement.path(outline, closed: true, "fill=\"\(theme.sea)\"") {
      sea.add(SVGElement.rectangle(layout.frame, "fill=\"\(theme.paper)\""))
      sea.add(path)
    } else {
      sea.add(SVGElement.rectangle(layout.frame, "fill=\"\(theme.sea)\""))
    }
    var land = SVGDocument.Layer(
      "land", "fill=\"\(theme.land)\" stroke=\"\(theme.coast)\" stroke-width=\"0.6\" stroke-linejoin=\"round\"",
      isClipped: true)
    if let path = SVGElement.path(rings, closed: true, "fill-rule=\"evenodd\"") { land.add(path) }
    var tint = SVGDocument.Layer(
      "areas-meant", "fill=\"\(theme.tintedLand)\" stroke=\"none\"", isClipped: true, bearsSites: true)
    for area in meant {
      let rings = plane.area(reader.loops(area.rings))
      let mark = area.country.map(SiteMark.attribute(country:)) ?? ""
      if let path = SVGElement.path(rings, closed: true, "fill-rule=\"evenodd\"" + mark) { tint.add(path) }
    }
    return [sea, land, tint]
  }

  private func borders(_ plane: borrowing MapPlane, _ reader: BasemapReader) -> [SVGDocument.Layer] {
    var layers: [SVGDocument.Layer] = []
    func add(_ id: String, _ kind: ArcKind, _ plane: borrowing MapPlane, _ attributes: String) {
      var layer = SVGDocument.Layer(id, "fill=\"none\" stroke-linejoin=\"round\" " + attributes, isClipped: true)
      if let path = SVGElement.path(plane.lines(reader.lines(kind)), closed: false) { layer.add(path) }
      layers.append(layer)
    }
    let unit = layout.unit
    if view.metresPerPixel < Self.firstLevelScale {
      add(
        "first-level-borders", .firstLevel, plane,
        "stroke=\"\(theme.firstLevel)\" stroke-width=\"\(SVGNumber.text(0.6 * unit))\"")
    }
    let width = view.isWorld ? 0.5 : 0.9 * unit
    add("borders", .border, plane, "stroke=\"\(theme.border)\" stroke-width=\"\(SVGNumber.text(width))\"")
    add(
      "disputed-borders", .disputed, plane,
      "stroke=\"\(theme.border)\" stroke-width=\"\(SVGNumber.text(width))\" stroke-dasharray=\"\(SVGNumber.text(3 * unit)) \(SVGNumber.text(2.2 * unit))\""
    )
    return layers
  }

  private func frame(_ plane: borrowing MapPlane) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("frame", "fill=\"none\" stroke=\"\(theme.frame)\" stroke-width=\"0.8\"")
    if view.cap == nil, view.isWorld {
      if let path = SVGElement.path(plane.outline(), closed: true, "clip-path=\"url(#map-frame)\"") { layer.add(path) }
    } else {
      layer.add(SVGElement.rectangle(layout.frame))
    }
    return layer
  }

  // MARK: Sites

  private func uncertainty(_ plane: borrowing MapPlane) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("uncertainty", isClipped: true, bearsSites: true)
    for (index, site) in content.sites.enumerated() {
      guard let centre = site.coordinate, let radius = site.uncertainty,
        radius.metres > view.metresPerPixel * layout.markerRadius
      else { continue }
      let circle = Geodesic.wgs84.circle(around: centre, radius: radius, count: 90)
      let toPole = Geodesic.wgs84.distance(from: centre, to: Coordinate(longitude: 0, latitude: 90))
      let colour = theme.colour(of: site)
      let attributes =
        "fill=\"\(colour)\" fill-opacity=\"0.12\" stroke=\"\(colour)\" stroke-width=\"0.9\" stroke-opacity=\"0.7\""
      if let path = SVGElement.path(
        plane.area([circle.reversed()], holdsNorthPole: toPole < radius), closed: true,
        attributes + SiteMark.attribute([index]))
      {
        layer.add(path)
      }
    }
    return layer
  }

  private func siteLayers(_ markers: SiteMarkers, _ labels: SheetLabels.Placed) -> [SVGDocument.Layer] {
    let symbols = SymbolDrawing(theme: theme)
    var towns = SVGDocument.Layer("towns")
    for town in labels.towns {
      towns.add(symbols.town(at: town.point, radius: SheetLabels.dotRadius * layout.unit, isCapital: town.isCapital))
    }
    var references = SVGDocument.Layer("places-mentioned")
    for reference in markers.references.compactMap({ $0 }) {
      references.add(symbols.reference(at: reference, radius: markers.referenceRadius))
    }
    var leaders = SVGDocument.Layer(
      "leaders", "fill=\"none\" stroke=\"\(theme.text)\" stroke-width=\"0.7\"", bearsSites: true)
    var sites = SVGDocument.Layer("sites", bearsSites: true)
    for (index, (site, drawn)) in zip(content.sites, markers.drawn).enumerated() {
      guard let drawn else { continue }
      let mark = SiteMark.attribute([index])
      if drawn.symbol != drawn.point {
        leaders.add(SVGElement.line(drawn.point, drawn.symbol, mark: mark))
        leaders.add(
          SVGElement.circle(
            drawn.point, radius: 1.6 * layout.unit, "fill=\"\(theme.text)\" stroke=\"none\"\(mark)"))
      }
      let title = "<title>\(SVGText.escaped(site.sentence(words)))</title>"
      sites.add("<g\(mark)>\(title)\(symbols.site(site, at: drawn.symbol, radius: layout.markerRadius))</g>")
    }
    for line in labels.leaders {
      leaders.add(SVGElement.line(line.start, line.end, mark: SiteMark.attribute(line.sites)))
    }
    return [towns, references, leaders, sites]
  }
}

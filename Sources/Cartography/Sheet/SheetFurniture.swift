import Coordinates
import Geodesy

/// What stands on the map without being part of it: the scale bar and the small locator globe.
struct SheetFurniture {
  let layout: SheetLayout
  let theme: MapTheme
  let view: MapView
  let scaleBar: ScaleBar?
  private let scalePlace: PixelBox
  private let globePlace: PixelBox?

  /// Maps that show more than this many degrees need no globe to say where they are.
  private static let widestWithGlobe = 25.0

  init(layout: SheetLayout, theme: MapTheme, view: MapView, scaleBar: ScaleBar?, occupied: [PixelBox]) {
    self.layout = layout
    self.theme = theme
    self.view = view
    self.scaleBar = view.isWorld ? nil : scaleBar
    let unit = layout.unit
    let frame = layout.frame
    let globeSide = min(max(min(frame.width, frame.height) * 0.2, 52 * unit), 96 * unit)
    let inset = 8 * unit
    let scaleWidth = (scaleBar?.width ?? 0) + 10 * unit
    let scaleHeight = layout.creditSize * 2.4 + 15 * unit
    /// The corner of this size that covers least of what matters; on a tie the first.
    func corner(_ width: Double, _ height: Double, _ order: [(right: Bool, bottom: Bool)], _ taken: [PixelBox])
      -> PixelBox
    {
      let boxes = order.map { corner in
        PixelBox(
          x: corner.right ? frame.right - inset - width : frame.x + inset,
          y: corner.bottom ? frame.bottom - inset - height : frame.y + inset, width: width, height: height)
      }
      let costs = boxes.map { box in
        taken.map { box.insetBy(-6 * unit).overlap(with: $0) }.reduce(0, +)
      }
      let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
      return boxes[best]
    }
    scalePlace = corner(
      scaleWidth, scaleHeight, [(false, true), (true, true), (false, false), (true, false)], occupied)
    let showsGlobe = (view.cap.map { $0.reach < Self.widestWithGlobe } ?? false) && min(frame.width, frame.height) > 180
    globePlace =
      showsGlobe
      ? corner(
        globeSide, globeSide, [(true, false), (true, true), (false, false), (false, true)],
        occupied + [scalePlace, scalePlace])
      : nil
  }

  /// What it covers, for labels to keep away.
  var boxes: [PixelBox] {
    (scaleBar == nil ? [] : [scalePlace]) + (globePlace.map { [$0.insetBy(-3)] } ?? [])
  }

  func layers(_ basemap: Basemap) throws(ProjectionError) -> [SVGDocument.Layer] {
    var layers = [scaleLayer()]
    if let globePlace, let cap = view.cap { layers.append(try globe(globePlace, cap, basemap)) }
    return layers
  }

  private func scaleLayer() -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("scale-bar", "fill=\"\(theme.text)\"")
    guard let scaleBar else { return layer }
    let unit = layout.unit
    let x = scalePlace.x + 5 * unit
    let y = scalePlace.y + layout.creditSize * 1.2 + 6 * unit
    let tick = 4 * unit
    layer.add(
      SVGElement.rectangle(scalePlace, "fill=\"\(theme.halo)\" fill-opacity=\"0.75\" rx=\"2\""))
    /// A line with a tick at each end, up for kilometres and down for miles.
    func ticks(_ width: Double, _ direction: Double) -> [[PixelPoint]] {
      [x, x + width].map { [PixelPoint(x: $0, y: y), PixelPoint(x: $0, y: y + direction * tick)] }
    }
    let lines =
      [[PixelPoint(x: x, y: y), PixelPoint(x: x + scaleBar.width, y: y)]] + ticks(scaleBar.kilometres.width, -1)
      + ticks(scaleBar.miles.width, 1)
    if let path = SVGElement.path(lines, closed: false, "fill=\"none\" stroke=\"\(theme.text)\" stroke-width=\"1.2\"") {
      layer.add(path)
    }
    let size = layout.creditSize
    layer.add(SVGElement.text(scaleBar.kilometres.text, x: x, y: y - tick - 2 * unit, size: size))
    layer.add(
      SVGElement.text(
        scaleBar.miles.text, x: x, y: y + tick + 2 * unit + size * FontMetrics.capHeight, size: size,
        "fill=\"\(theme.quietText)\""))
    return layer
  }

  /// A globe seen from far above, with the map's frame on it.
  private func globe(_ place: PixelBox, _ cap: HorizonRegion, _ basemap: Basemap) throws(ProjectionError)
    -> SVGDocument.Layer
  {
    var layer = SVGDocument.Layer("locator", "stroke-linejoin=\"round\"")
    let latitude = min(max(cap.centre.latitude, -55), 55)
    let definition =
      "+proj=ortho" + MapProjection.parameter("lon_0", cap.centre.longitude)
      + MapProjection.parameter("lat_0", latitude)
    let projection = MapProjection(
      definition: definition,
      cut: .horizon(centre: Coordinate(longitude: cap.centre.longitude, latitude: latitude), reach: 89))
    let radius = place.width / 2
    let plane = try MapPlane(
      projection: projection, frame: place, middle: PlanePoint(x: 0, y: 0), metresPerPixel: 6_378_137 / (radius - 1),
      view: nil)
    layer.add(SVGElement.circle(place.centre, radius: radius, "fill=\"\(theme.sea)\""))
    let reader = BasemapReader(basemap, metresPerPixel: plane.metresPerPixel * 0.8, view: nil)
    if let land = SVGElement.path(
      plane.area(reader.land()), closed: true,
      "fill=\"\(theme.land)\" stroke=\"\(theme.coast)\" stroke-width=\"0.4\" fill-rule=\"evenodd\"")
    {
      layer.add(land)
    }
    layer.add(
      SVGElement.circle(
        place.centre, radius: radius - 0.4, "fill=\"none\" stroke=\"\(theme.coast)\" stroke-width=\"0.8\""))
    let accent = theme.colour(of: .strike)
    let map = try view.plane(in: layout.frame)
    let corners = Self.outline(of: layout.frame).compactMap { map.coordinate($0) }
    if let outline = SVGElement.path(
      plane.area([corners]), closed: true,
      "fill=\"\(accent)\" fill-opacity=\"0.25\" stroke=\"\(accent)\" stroke-width=\"1.3\"")
    {
      layer.add(outline)
    }
    if cap.reach < 2.5, let point = plane.point(cap.centre) {
      layer.add(
        SVGElement.circle(
          point, radius: 3.2 * layout.unit, "fill=\"\(accent)\" stroke=\"\(theme.halo)\" stroke-width=\"1\""))
    }
    return layer
  }

  /// Counterclockwise on the map, so that the shown part is on the left.
  private static func outline(of frame: PixelBox) -> [PixelPoint] {
    let corners = [
      PixelPoint(x: frame.x, y: frame.y), PixelPoint(x: frame.x, y: frame.bottom),
      PixelPoint(x: frame.right, y: frame.bottom),
      PixelPoint(x: frame.right, y: frame.y), PixelPoint(x: frame.x, y: frame.y),
    ]
    return zip(corners, corners.dropFirst()).flatMap { a, b in
      (0..<8).map { step in
        let part = Double(step) / 8
        return PixelPoint(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part)
      }
    }
  }
}

import Coordinates

/// Meridians and parallels with their degrees where they meet the frame.
struct GraticuleDrawing {
  let lines: SVGDocument.Layer
  private let ends: [(text: PointLabel, box: PixelBox)]
  private let theme: MapTheme

  /// Labels keep this many pixels from the frame.
  private static let inset = 3.0

  init(_ plane: borrowing MapPlane, shown: BoundingBox?, view: MapView, layout: SheetLayout, theme: MapTheme) {
    self.theme = theme
    var layer = SVGDocument.Layer(
      "graticule", "fill=\"none\" stroke=\"\(theme.graticule)\" stroke-width=\"0.5\"", isClipped: true)
    let box = shown ?? BoundingBox(west: -180, south: -90, east: 180, north: 90)
    let height = shown == nil ? 180 : layout.frame.height * view.metresPerPixel / 111_000
    let graticule = Graticule(height: height, latitude: view.cap?.centre.latitude ?? 0)
    let lines = graticule.lines(in: box)
    if let path = SVGElement.path(plane.lines(lines), closed: false) { layer.add(path) }
    self.lines = layer
    // On the globe's whole there is no frame for them to meet.
    ends = view.isWorld ? [] : lines.compactMap { Self.end(of: $0, plane, layout) }
  }

  /// The degrees of a parallel at the left side, of a meridian at the bottom.
  private static func end(of line: [Coordinate], _ plane: borrowing MapPlane, _ layout: SheetLayout) -> (
    text: PointLabel, box: PixelBox
  )? {
    guard let first = line.first, let last = line.last else { return nil }
    let isParallel = first.latitude == last.latitude
    let frame = plane.frame
    let unit = layout.unit
    let name = isParallel ? name(first.latitude, "N", "S") : name(first.longitude, "E", "W")
    let text = PointLabel(name, size: layout.creditSize * 0.85, weight: .regular)
    let points = line.map { plane.point($0) }
    for (a, b) in zip(points, points.dropFirst()) {
      guard let a, let b, a.distance(to: b) < frame.width else { continue }
      if isParallel, (a.x < frame.x) != (b.x < frame.x) {
        let y = a.y + (b.y - a.y) * (frame.x - a.x) / (b.x - a.x)
        let box = PixelBox(
          x: frame.x + inset * unit, y: y - text.height - 1.5 * unit, width: text.width, height: text.height)
        if frame.insetBy(2 * unit).contains(box) { return (text, box) }
      }
      if !isParallel, (a.y < frame.bottom) != (b.y < frame.bottom) {
        let x = a.x + (b.x - a.x) * (frame.bottom - a.y) / (b.y - a.y)
        let box = PixelBox(
          x: x + 2 * unit, y: frame.bottom - inset * unit - text.height, width: text.width, height: text.height)
        if frame.insetBy(2 * unit).contains(box) { return (text, box) }
      }
    }
    return nil
  }

  private static func name(_ degrees: Double, _ positive: String, _ negative: String) -> String {
    let half = (abs(degrees) * 2).rounded() / 2
    let number = half == half.rounded() ? "\(Int(half))" : "\(half)"
    if half == 0 || half == 180 { return number + "°" }
    return number + "°" + (degrees > 0 ? positive : negative)
  }

  func labels(avoiding boxes: [PixelBox]) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("graticule-labels", "fill=\"\(theme.seaText)\"")
    var taken = boxes
    for (text, box) in ends where !taken.contains(where: { $0.insetBy(-2).meets(box) }) {
      taken.append(box.insetBy(-box.height))
      layer.add(SVGElement.text(text.text, x: box.x, y: text.baseline(in: box), size: text.size))
    }
    return layer
  }
}

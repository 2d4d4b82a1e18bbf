import Coordinates
import GeoJSON
import Geodesy

/// Draws what the content brings besides sites: features, distance lines, range rings.
struct SheetShapes {
  let content: MapContent
  let theme: MapTheme
  let words: SheetWords
  let layout: SheetLayout
  let units: MapOptions.Units

  /// A text that belongs to a shape.
  struct Note {
    var text: PointLabel
    var item: LabelPlacer.Item
    var isQuiet: Bool
  }

  struct Drawn {
    /// Below borders and names.
    var areas = SVGDocument.Layer("areas", "stroke-linejoin=\"round\"", isClipped: true)
    /// Above them, below the sites.
    var lines: [SVGDocument.Layer] = []
    var notes: [Note] = []
    /// What labels must keep away from.
    var boxes: [PixelBox] = []
    /// All lines, for labels to avoid where they can.
    var paths: [[PixelPoint]] = []
  }

  /// More points than this are drawn as dots, without titles.
  private static let mostMarkers = 1_000
  private static let mostNotes = 250

  private func colour(_ colour: MapFeature.Colour) -> String { theme.colour(colour) }

  func draw(_ plane: borrowing MapPlane) -> Drawn {
    var drawn = Drawn()
    var lines = SVGDocument.Layer(
      "lines", "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"", isClipped: true)
    var points = SVGDocument.Layer("points", isClipped: true)
    var dots: [(colour: String, path: DotPath)] = []
    let count = content.features.reduce(0) { $0 + $1.geometry.positions.count }
    let showsDots = count > Self.mostMarkers && content.features.count > Self.mostMarkers
    for feature in content.features {
      for part in FeatureParts(feature.geometry).parts {
        switch part {
        case .area(let polygons): drawArea(feature, polygons, plane, into: &drawn)
        case .line(let paths): drawLine(feature, paths, plane, layer: &lines, into: &drawn)
        case .point(let position):
          guard let point = plane.point(position), plane.frame.contains(point) else { continue }
          if showsDots {
            let colour = colour(feature.fill)
            let index = dots.firstIndex { $0.colour == colour } ?? dots.endIndex
            if index == dots.endIndex { dots.append((colour, DotPath())) }
            dots[index].path.add(point)
          } else {
            drawPoint(feature, point, layer: &points, into: &drawn)
          }
        }
      }
    }
    for dot in dots {
      points.add(
        "<path d=\"\(dot.path.data)\" fill=\"none\" stroke=\"\(dot.colour)\" stroke-width=\"\(SVGNumber.text(3 * layout.unit))\" stroke-linecap=\"round\" stroke-opacity=\"0.8\"/>"
      )
    }
    drawn.lines = [rings(plane, into: &drawn), distances(plane, into: &drawn), lines, points]
    return drawn
  }

  // MARK: Features

  private func titled(_ element: String, _ feature: MapFeature) -> String {
    guard let title = feature.title ?? feature.label else { return element }
    return "<g><title>\(SVGText.escaped(title))</title>\(element)</g>"
  }

  private func stroke(_ feature: MapFeature) -> String {
    let opacity = feature.strokeOpacity < 1 ? " stroke-opacity=\"\(SVGNumber.hundredths(feature.strokeOpacity))\"" : ""
    return
      "stroke=\"\(colour(feature.stroke))\" stroke-width=\"\(SVGNumber.text(feature.strokeWidth * layout.unit))\"\(opacity)"
  }

  private func drawArea(
    _ feature: MapFeature, _ polygons: [[[Position]]], _ plane: borrowing MapPlane, into drawn: inout Drawn
  ) {
    let order = RingOrder(polygons)
    let rings = plane.area(order.rings, holdsNorthPole: order.holdsNorthPole)
    let fill =
      "fill=\"\(colour(feature.fill))\" fill-opacity=\"\(SVGNumber.hundredths(feature.fillOpacity))\" fill-rule=\"evenodd\""
    var elements = SVGElement.path(rings, closed: true, fill) ?? ""
    if feature.strokeWidth > 0 {
      let outlines = plane.lines(order.outlines)
      drawn.paths += outlines
      elements +=
        SVGElement.path(outlines, closed: false, "fill=\"none\" " + stroke(feature)) ?? ""
    }
    if !elements.isEmpty { drawn.areas.add(titled(elements, feature)) }
    guard let label = feature.label, drawn.notes.count < Self.mostNotes else { return }
    let text = PointLabel(label, size: layout.contextSize, weight: .regular)
    let candidates = LabelRoom(rings, in: layout.frame).candidates(
      width: text.width, height: text.height, margin: 3 * layout.unit)
    drawn.notes.append(Note(text: text, item: .init(candidates: candidates, weight: 6), isQuiet: false))
  }

  private func drawLine(
    _ feature: MapFeature, _ paths: [[Position]], _ plane: borrowing MapPlane, layer: inout SVGDocument.Layer,
    into drawn: inout Drawn
  ) {
    let lines = plane.lines(paths.map(RingOrder.line))
    guard let path = SVGElement.path(lines, closed: false, stroke(feature)) else { return }
    layer.add(titled(path, feature))
    drawn.paths += lines
    if let label = feature.label { addNote(label, along: lines, isQuiet: false, into: &drawn) }
  }

  private func drawPoint(
    _ feature: MapFeature, _ point: PixelPoint, layer: inout SVGDocument.Layer, into drawn: inout Drawn
  ) {
    let base: Double =
      switch feature.size {
      case .small: 3.2
      case .medium: 5
      case .large: 7.5
      }
    let radius = (feature.symbol == nil ? base : max(base, 6) * 1.15) * layout.unit
    var element = SVGElement.circle(
      point, radius: radius,
      "fill=\"\(colour(feature.fill))\" stroke=\"\(theme.halo)\" stroke-width=\"\(SVGNumber.text(0.8 * layout.unit))\"")
    if let symbol = feature.symbol {
      let size = radius * 1.3
      element += SVGElement.text(
        symbol, x: point.x, y: point.y + size * FontMetrics.capHeight / 2, size: size, anchor: .middle,
        "font-weight=\"bold\" fill=\"\(theme.onSymbol)\"")
    }
    layer.add(titled(element, feature))
    guard drawn.boxes.count < 600 else { return }
    drawn.boxes.append(
      PixelBox(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius))
    guard let label = feature.label, drawn.notes.count < Self.mostNotes else { return }
    let text = PointLabel(label, size: layout.contextSize * 1.05, weight: .regular)
    drawn.notes.append(
      Note(
        text: text,
        item: .init(candidates: text.candidates(around: point, radius: radius + 2.5 * layout.unit), weight: 8),
        isQuiet: false))
  }

  // MARK: Distances and rings

  private func distances(_ plane: borrowing MapPlane, into drawn: inout Drawn) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer(
      "distance-lines",
      "fill=\"none\" stroke=\"\(theme.text)\" stroke-width=\"\(SVGNumber.text(1.1 * layout.unit))\" stroke-dasharray=\"\(SVGNumber.text(6 * layout.unit)) \(SVGNumber.text(3 * layout.unit))\"",
      isClipped: true)
    for distance in content.distances {
      let length = Geodesic.wgs84.distance(from: distance.start, to: distance.end)
      let path = Geodesic.wgs84.path(from: distance.start, to: distance.end, count: 65)
      let lines = plane.lines([path])
      let text = distance.label ?? words.distance(length.metres, in: units)
      guard let element = SVGElement.path(lines, closed: false) else { continue }
      layer.add("<g><title>\(SVGText.escaped(text))</title>\(element)</g>")
      drawn.paths += lines
      addNote(text, along: lines, isQuiet: false, into: &drawn)
    }
    return layer
  }

  private func rings(_ plane: borrowing MapPlane, into drawn: inout Drawn) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer(
      "range-rings",
      "fill=\"none\" stroke=\"\(theme.quietText)\" stroke-width=\"\(SVGNumber.text(0.9 * layout.unit))\"",
      isClipped: true)
    for ring in content.rings {
      for radius in ring.radii where radius.metres > 0 && radius.kilometres < 20_000 {
        let circle = Geodesic.wgs84.circle(around: ring.centre, radius: radius, count: 120)
        let lines = plane.lines([circle + circle.prefix(1)])
        let text = words.distance(radius.metres, in: units)
        guard let element = SVGElement.path(lines, closed: false) else { continue }
        layer.add("<g><title>\(SVGText.escaped(text))</title>\(element)</g>")
        drawn.paths += lines
        addNote(text, along: lines, isQuiet: true, into: &drawn)
      }
    }
    return layer
  }

  /// A text beside the longest of some lines, best near its middle.
  private func addNote(_ label: String, along lines: [[PixelPoint]], isQuiet: Bool, into drawn: inout Drawn) {
    guard drawn.notes.count < Self.mostNotes, let line = lines.max(by: { $0.count < $1.count }), line.count > 1 else {
      return
    }
    let text = PointLabel(label, size: layout.contextSize, weight: .regular)
    let gap = 3 * layout.unit
    var candidates: [LabelPlacer.Candidate] = []
    for part in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.02] {
      let point = Self.point(on: line, part: part)
      let cost = abs(part - 0.5) * 1.2
      for (x, y, extra) in [
        (-text.width / 2, -gap - text.height, 0.0), (-text.width / 2, gap, 0.05), (gap, -text.height / 2, 0.1),
        (-gap - text.width, -text.height / 2, 0.12), (gap, -gap - text.height, 0.04), (gap, gap, 0.06),
        (-gap - text.width, -gap - text.height, 0.07), (-gap - text.width, gap, 0.08),
      ] {
        let box = PixelBox(x: point.x + x, y: point.y + y, width: text.width, height: text.height)
        candidates.append(.init(box: box, cost: cost + extra))
      }
    }
    drawn.notes.append(Note(text: text, item: .init(candidates: candidates, weight: 12), isQuiet: isQuiet))
  }

  /// The point at a part of a line's length.
  private static func point(on line: [PixelPoint], part: Double) -> PixelPoint {
    let lengths = zip(line, line.dropFirst()).map { $0.distance(to: $1) }
    var rest = lengths.reduce(0, +) * part
    for (index, length) in lengths.enumerated() {
      if rest <= length, length > 0 {
        let (a, b) = (line[index], line[index + 1])
        return PixelPoint(x: a.x + (b.x - a.x) * rest / length, y: a.y + (b.y - a.y) * rest / length)
      }
      rest -= length
    }
    return line[line.count - 1]
  }
}

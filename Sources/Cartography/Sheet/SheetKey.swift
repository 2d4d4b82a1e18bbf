/// The list of numbered sites and the legend of symbols.
struct SheetKey {
  private enum Sign {
    case site(MapSite)
    case countryNumber(Int?)
    case family(SymbolFamily)
    case look(MapSite.Look)
    case uncertainty
    case country
    case reference
  }

  private struct Entry {
    var sign: Sign
    var heading: String
    var details: [String]
    var isLegend: Bool
  }

  private let entries: [Entry]
  private let theme: MapTheme

  init(_ content: MapContent, theme: MapTheme) {
    self.theme = theme
    var entries = content.sites.map { site in
      Entry(
        sign: .site(site), heading: site.label,
        details: site.details + (site.coordinate == nil ? ["Not on the map: no place given"] : []), isLegend: false)
    }
    entries += content.countries.filter { $0.number != nil || !$0.details.isEmpty }.map { country in
      Entry(sign: .countryNumber(country.number), heading: country.label, details: country.details, isLegend: false)
    }
    let drawn = content.sites.filter { $0.coordinate != nil }
    func legend(_ sign: Sign, _ text: String) {
      entries.append(Entry(sign: sign, heading: text, details: [], isLegend: true))
    }
    for family in SymbolFamily.allCases where drawn.contains(where: { $0.family == family }) {
      legend(.family(family), family.title)
    }
    if drawn.contains(where: { $0.look != .solid }) {
      if drawn.contains(where: { $0.look == .solid }) { legend(.look(.solid), "Occurred") }
      if drawn.contains(where: { $0.look == .hollow }) { legend(.look(.hollow), "Planned or threatened") }
      if drawn.contains(where: { $0.look == .dashed }) { legend(.look(.dashed), "Suspected") }
    }
    if drawn.contains(where: { $0.uncertainty != nil }) { legend(.uncertainty, "True place somewhere within") }
    if !content.countries.isEmpty { legend(.country, "Known by country only") }
    if !content.references.isEmpty { legend(.reference, "Place mentioned") }
    self.entries = entries
  }

  private static let most = 3

  private func height(of entry: Entry, width: Double, _ layout: SheetLayout) -> Double {
    let text = textLines(entry, width: width, layout)
    if entry.isLegend {
      return max(Double(text.heading.count) * layout.detailSize * 1.25, layout.markerRadius * 2.1) + 3 * layout.unit
    }
    let block =
      Double(text.heading.count) * layout.keySize * 1.25 + Double(text.details.count) * layout.detailSize * 1.28
    return max(block, layout.markerRadius * 2.3) + 8 * layout.unit
  }

  private func indent(_ layout: SheetLayout) -> Double { layout.markerRadius * 2 + 9 * layout.unit }

  private func textLines(_ entry: Entry, width: Double, _ layout: SheetLayout) -> (heading: [String], details: [String])
  {
    let room = width - indent(layout)
    if entry.isLegend { return (FontMetrics.lines(entry.heading, width: room, size: layout.detailSize, most: 2), []) }
    return (
      FontMetrics.lines(entry.heading, width: room, size: layout.keySize, weight: .bold, most: 2),
      entry.details.flatMap { FontMetrics.lines($0, width: room, size: layout.detailSize, most: Self.most) }
    )
  }

  /// Below the map the key runs across it in columns.
  private func columns(_ width: Double, _ layout: SheetLayout, isLegend: Bool) -> Int {
    if layout.isKeyBeside { return 1 }
    return max(1, min(5, Int(width / ((isLegend ? 160 : 215) * layout.unit))))
  }

  private struct Row {
    var entries: [Entry]
    var columnWidth: Double
    var height: Double
  }

  private func rows(isLegend: Bool, _ width: Double, _ layout: SheetLayout) -> [Row] {
    let entries = entries.filter { $0.isLegend == isLegend }
    let columns = columns(width, layout, isLegend: isLegend)
    let columnWidth = width / Double(columns) - (columns > 1 ? 8 * layout.unit : 0)
    return stride(from: 0, to: entries.count, by: columns).map { start in
      let row = Array(entries[start..<min(start + columns, entries.count)])
      let height = row.map { self.height(of: $0, width: columnWidth, layout) }.max() ?? 0
      return Row(entries: row, columnWidth: columnWidth, height: height)
    }
  }

  /// The height of each part of the key.
  func heights(width: Double, layout: SheetLayout) -> [Double] {
    let listed = rows(isLegend: false, width, layout).map(\.height)
    let legend = rows(isLegend: true, width, layout).map(\.height)
    let rule = legend.isEmpty || listed.isEmpty ? [] : [10 * layout.unit]
    return listed + rule + legend
  }

  func layers(_ layout: SheetLayout) -> [SVGDocument.Layer] {
    guard let place = layout.keyPlace else { return [] }
    var list = SVGDocument.Layer("key", "fill=\"\(theme.text)\"")
    var legend = SVGDocument.Layer("legend", "fill=\"\(theme.quietText)\"")
    var y = place.y
    for row in rows(isLegend: false, place.width, layout) { draw(row, place, &y, layout, into: &list) }
    let legendRows = rows(isLegend: true, place.width, layout)
    if y > place.y, !legendRows.isEmpty {
      let ruleY = y + 1 * layout.unit
      let ends = (PixelPoint(x: place.x, y: ruleY), PixelPoint(x: place.right, y: ruleY))
      legend.add(SVGElement.line(ends.0, ends.1, "stroke=\"\(theme.firstLevel)\" stroke-width=\"1\" fill=\"none\""))
      y += 10 * layout.unit
    }
    for row in legendRows { draw(row, place, &y, layout, into: &legend) }
    return [list, legend]
  }

  private func draw(
    _ row: Row, _ place: PixelBox, _ y: inout Double, _ layout: SheetLayout, into layer: inout SVGDocument.Layer
  ) {
    let step = row.columnWidth + 8 * layout.unit
    for (column, entry) in row.entries.enumerated() {
      draw(entry, x: place.x + step * Double(column), y: y, width: row.columnWidth, layout, into: &layer)
    }
    y += row.height
  }

  private func draw(
    _ entry: Entry, x: Double, y: Double, width: Double, _ layout: SheetLayout, into layer: inout SVGDocument.Layer
  ) {
    let text = textLines(entry, width: width, layout)
    let radius = layout.markerRadius
    let size = entry.isLegend ? layout.detailSize : layout.keySize
    let signCentre = PixelPoint(x: x + radius * 1.25, y: y + radius * 1.25)
    layer.add(sign(entry.sign, at: signCentre, radius: entry.isLegend ? radius * 0.72 : radius))
    var baseline = signCentre.y + size * FontMetrics.capHeight / 2
    let textX = x + indent(layout)
    for line in text.heading {
      layer.add(SVGElement.text(line, x: textX, y: baseline, size: size, entry.isLegend ? "" : "font-weight=\"bold\""))
      baseline += size * 1.25
    }
    baseline += layout.detailSize * 0.05
    for line in text.details {
      layer.add(SVGElement.text(line, x: textX, y: baseline, size: layout.detailSize, "fill=\"\(theme.quietText)\""))
      baseline += layout.detailSize * 1.28
    }
  }

  private func sign(_ sign: Sign, at centre: PixelPoint, radius: Double) -> String {
    let symbols = SymbolDrawing(theme: theme)
    let neutral = theme.quietText
    switch sign {
    case .site(let site): return symbols.site(site, at: centre, radius: radius)
    case .family(let family): return symbols.outline(family, .solid, at: centre, radius: radius)
    case .look(let look):
      let path = SymbolShape.path(.strike, at: centre, radius: radius)
      switch look {
      case .solid: return "<path d=\"\(path)\" fill=\"\(neutral)\"/>"
      case .hollow: return "<path d=\"\(path)\" fill=\"\(theme.halo)\" stroke=\"\(neutral)\" stroke-width=\"1.5\"/>"
      case .dashed:
        return
          "<path d=\"\(path)\" fill=\"\(theme.halo)\" stroke=\"\(neutral)\" stroke-width=\"1.5\" stroke-dasharray=\"2.8 1.8\"/>"
      }
    case .uncertainty:
      return SVGElement.circle(
        centre, radius: radius * 1.2,
        "fill=\"\(neutral)\" fill-opacity=\"0.15\" stroke=\"\(neutral)\" stroke-width=\"0.8\"")
    case .country, .countryNumber(nil):
      return swatch(at: centre, radius: radius)
    case .countryNumber(let number?):
      let size = radius * 1.25
      return swatch(at: centre, radius: radius)
        + SVGElement.text(
          "\(number)", x: centre.x, y: centre.y + size * FontMetrics.capHeight / 2, size: size, anchor: .middle,
          "font-weight=\"bold\" fill=\"\(theme.text)\"")
    case .reference: return symbols.reference(at: centre, radius: radius * 0.5)
    }
  }

  private func swatch(at centre: PixelPoint, radius: Double) -> String {
    SVGElement.rectangle(
      PixelBox(x: centre.x - radius, y: centre.y - radius * 0.8, width: radius * 2, height: radius * 1.6),
      "fill=\"\(theme.tintedLand)\" stroke=\"\(theme.border)\" stroke-width=\"0.8\"")
  }
}

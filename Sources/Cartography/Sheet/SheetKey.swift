/// The list of numbered sites and the legend of symbols.
struct SheetKey {
  private enum Sign {
    case site(MapSite)
    case countryNumber(Int?)
    case family(SymbolFamily)
    case look(MapSite.Look)
    case swatch(String)
    /// Its radius in radii of a symbol.
    case circle(Double)
    case nothing
    /// What entries below have in common.
    case heading
    case uncertainty
    case country
    case reference
  }

  private struct Entry {
    var sign: Sign
    var heading: String
    var details: [String]
    var isLegend: Bool

    var isHeading: Bool {
      if case .heading = sign { true } else { false }
    }
  }

  private var entries: [Entry]
  private let theme: MapTheme
  private let isRightToLeft: Bool

  /// More sites than this are not listed.
  private static let mostListed = 60

  init(_ content: MapContent, theme: MapTheme, words: SheetWords, circles: CasualtyCircles? = nil) {
    self.theme = theme
    isRightToLeft = words.isRightToLeft
    var entries = content.sites.prefix(Self.mostListed).map { site in
      Entry(
        sign: .site(site), heading: site.label,
        details: site.details + (site.coordinate == nil ? [words.notOnMap] : []), isLegend: false)
    }
    let rest = content.sites.count - entries.count
    if rest > 0 {
      let text = words.filled(words.more, words.number(rest))
      entries.append(Entry(sign: .nothing, heading: text, details: [], isLegend: false))
    }
    let meant =
      content.countries.map { (number: $0.number, label: $0.label, details: $0.details) }
      + content.areas.map { (number: $0.number, label: $0.label, details: $0.details) }
    entries += meant.filter { $0.number != nil || !$0.details.isEmpty }.map { area in
      Entry(sign: .countryNumber(area.number), heading: area.label, details: area.details, isLegend: false)
    }
    func legend(_ sign: Sign, _ text: String) {
      entries.append(Entry(sign: sign, heading: text, details: [], isLegend: true))
    }
    let drawn = content.sites.filter { $0.coordinate != nil }
    for family in SymbolFamily.allCases where drawn.contains(where: { $0.family == family }) {
      legend(.family(family), words.families[family] ?? family.rawValue)
    }
    if drawn.contains(where: { $0.look != .solid }) {
      if drawn.contains(where: { $0.look == .solid }) { legend(.look(.solid), words.occurred) }
      if drawn.contains(where: { $0.look == .hollow }) { legend(.look(.hollow), words.planned) }
      if drawn.contains(where: { $0.look == .dashed }) { legend(.look(.dashed), words.suspected) }
    }
    if drawn.contains(where: { $0.uncertainty != nil }) { legend(.uncertainty, words.trueWithin) }
    if !content.areas.isEmpty {
      legend(.country, words.areaOnly)
    } else if !content.countries.isEmpty {
      legend(.country, words.countryOnly)
    }
    if !content.references.isEmpty { legend(.reference, words.mentioned) }
    if let circles {
      let text = words.filled(words.casualties, words.number(circles.example))
      legend(.circle(circles.radius(circles.example)), text)
    }
    if let own = content.legend {
      if !own.title.isEmpty { legend(.heading, own.title) }
      for entry in own.entries { legend(.swatch(theme.colour(entry.colour)), entry.text) }
    }
    self.entries = entries
  }

  private static let most = 3

  private func height(of entry: Entry, width: Double, _ layout: SheetLayout) -> Double {
    let text = textLines(entry, width: width, layout)
    if entry.isLegend {
      let sign = max(layout.markerRadius * 2.1, signRadius(entry, layout) * 2)
      return max(Double(text.heading.count) * layout.detailSize * 1.25, sign) + 3 * layout.unit
    }
    let block =
      Double(text.heading.count) * layout.keySize * 1.25 + Double(text.details.count) * layout.detailSize * 1.28
    return max(block, layout.markerRadius * 2.3) + 8 * layout.unit
  }

  private func signRadius(_ entry: Entry, _ layout: SheetLayout) -> Double {
    if case .circle(let radius) = entry.sign { return radius * layout.markerRadius }
    return layout.markerRadius * (entry.isLegend ? 0.72 : 1)
  }

  private func indent(_ entry: Entry, _ layout: SheetLayout) -> Double {
    entry.isHeading
      ? layout.markerRadius * 0.5 : max(layout.markerRadius * 2, signRadius(entry, layout) * 2) + 9 * layout.unit
  }

  private func textLines(_ entry: Entry, width: Double, _ layout: SheetLayout) -> (heading: [String], details: [String])
  {
    let room = width - indent(entry, layout)
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
    // A heading has a row of its own.
    var rows: [[Entry]] = []
    for entry in entries {
      if let row = rows.last, row.count < columns, !entry.isHeading, row.first?.isHeading != true {
        rows[rows.count - 1].append(entry)
      } else {
        rows.append([entry])
      }
    }
    return rows.map { row in
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
      let offset = step * Double(column)
      draw(
        entry, x: isRightToLeft ? place.right - row.columnWidth - offset : place.x + offset, y: y,
        width: row.columnWidth, layout, into: &layer)
    }
    y += row.height
  }

  private func draw(
    _ entry: Entry, x: Double, y: Double, width: Double, _ layout: SheetLayout, into layer: inout SVGDocument.Layer
  ) {
    let text = textLines(entry, width: width, layout)
    let radius = layout.markerRadius
    let size = entry.isLegend ? layout.detailSize : layout.keySize
    let signRadius = signRadius(entry, layout)
    /// Where something this far from the side that lines begin at stands.
    func across(_ distance: Double) -> Double { isRightToLeft ? x + width - distance : x + distance }
    let signCentre = PixelPoint(x: across(max(radius * 1.25, signRadius)), y: y + max(radius * 1.25, signRadius))
    let sign = sign(entry.sign, at: signCentre, radius: signRadius)
    if !sign.isEmpty { layer.add(sign) }
    var baseline = signCentre.y + size * FontMetrics.capHeight / 2
    if entry.isLegend { baseline -= Double(text.heading.count - 1) * size * 1.25 / 2 }
    let textX = across(indent(entry, layout))
    let isBold = !entry.isLegend || entry.isHeading
    for line in text.heading {
      layer.add(
        SheetText.leading(
          line, x: textX, y: baseline, size: size, isRightToLeft: isRightToLeft, isBold ? "font-weight=\"bold\"" : ""))
      baseline += size * 1.25
    }
    baseline += layout.detailSize * 0.05
    for line in text.details {
      layer.add(
        SheetText.leading(
          line, x: textX, y: baseline, size: layout.detailSize, isRightToLeft: isRightToLeft,
          "fill=\"\(theme.quietText)\""))
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
    case .nothing, .heading: return ""
    case .swatch(let colour):
      return SVGElement.circle(
        centre, radius: radius * 0.95, "fill=\"\(colour)\" stroke=\"\(neutral)\" stroke-width=\"0.5\"")
    case .circle:
      return SVGElement.circle(centre, radius: radius, "fill=\"\(neutral)\" fill-opacity=\"0.35\"")
    }
  }

  private func swatch(at centre: PixelPoint, radius: Double) -> String {
    SVGElement.rectangle(
      PixelBox(x: centre.x - radius, y: centre.y - radius * 0.8, width: radius * 2, height: radius * 1.6),
      "fill=\"\(theme.tintedLand)\" stroke=\"\(theme.border)\" stroke-width=\"0.8\"")
  }
}

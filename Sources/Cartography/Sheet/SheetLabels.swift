import Coordinates

/// Chooses what gets a name on the map, and where the names stand.
struct SheetLabels {
  let content: MapContent
  let basemap: Basemap
  let layout: SheetLayout
  let theme: MapTheme
  let view: MapView
  let markers: SiteMarkers
  let obstacles: [PixelBox]
  /// For the shapes of countries; coarse will do.
  let reader: BasemapReader
  let meantAreas: [MeantArea]
  let seas: SeaLabels
  let notes: [SheetShapes.Note]
  /// Lines and circles that names had better not cross.
  let busy: CellCounts

  struct Town {
    var point: PixelPoint
    var isCapital: Bool
  }

  /// Of a town's dot, in the layout's unit.
  static let dotRadius = 1.9
  /// Pixels between two names.
  private static let gap = 2.0

  struct Placed {
    /// Layers below the symbols.
    var lower: [SVGDocument.Layer]
    /// Layers above them.
    var upper: [SVGDocument.Layer]
    var towns: [Town]
    /// With the indices of the sites that they belong to.
    var leaders: [(start: PixelPoint, end: PixelPoint, sites: [Int])]
    /// What the names cover.
    var boxes: [PixelBox] = []
  }

  private enum Style {
    case site, reference, town, sea, note(isQuiet: Bool), country(isMeant: Bool)
  }

  private struct Label {
    var text: PointLabel
    var style: Style
    var spacing = 0.0
    var anchor: PixelPoint
    /// Further away than this the label is tied to its point.
    var leaderBeyond: Double?
    var town: Town?
    /// Indices of the sites that it names.
    var sites: [Int] = []
    var item: LabelPlacer.Item
  }

  func place(_ plane: borrowing MapPlane) -> Placed {
    var labels = siteLabels() + referenceLabels()
    let towns = townLabels(plane)
    labels += countryLabels(plane)
    labels += towns
    labels += notes.map { note in
      Label(text: note.text, style: .note(isQuiet: note.isQuiet), anchor: PixelPoint(x: 0, y: 0), item: note.item)
    }
    labels += areaLabels(plane)
    labels += seas.names.map { sea in
      Label(text: sea.text, style: .sea, spacing: sea.spacing, anchor: PixelPoint(x: 0, y: 0), item: sea.item)
    }
    let frame = layout.frame.insetBy(2)
    let blocked = markers.boxes + obstacles
    for index in labels.indices {
      labels[index].item.candidates.removeAll { candidate in
        !frame.contains(candidate.box) || blocked.contains { $0.meets(candidate.box) }
      }
      for place in labels[index].item.candidates.indices {
        let crossed = busy.count(in: labels[index].item.candidates[place].box)
        if crossed > 0 { labels[index].item.candidates[place].cost += min(0.3 + 0.05 * Double(crossed), 0.9) }
      }
    }
    var chosen = LabelPlacer(labels.map(\.item), gap: Self.gap).place()
    keepOffDots(labels, &chosen)
    return draw(labels, chosen)
  }

  /// Moves names that cover the dot of a town that is drawn; where one finds no other place, it or the town is left out.
  private func keepOffDots(_ labels: [Label], _ chosen: inout [Int?]) {
    let radius = Self.dotRadius * layout.unit
    let dots = labels.indices.compactMap { town -> (town: Int, box: PixelBox)? in
      guard chosen[town] != nil, let point = labels[town].town?.point else { return nil }
      return (town, PixelBox(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius))
    }
    var boxes = zip(labels, chosen).map { label, choice in choice.map { label.item.candidates[$0].box } }
    for dot in dots {
      for index in labels.indices where index != dot.town && boxes[dot.town] != nil {
        guard boxes[index]?.meets(dot.box) == true else { continue }
        let item = labels[index].item
        let place = item.candidates.indices.filter { place in
          let box = item.candidates[place].box.insetBy(-Self.gap)
          return !boxes.indices.contains { $0 != index && boxes[$0]?.meets(box) == true }
            && !dots.contains { $0.town != index && boxes[$0.town] != nil && $0.box.meets(item.candidates[place].box) }
        }.min { item.candidates[$0].cost < item.candidates[$1].cost }
        let isLess = item.weight < labels[dot.town].item.weight
        if place != nil || isLess {
          chosen[index] = place
          boxes[index] = place.map { item.candidates[$0].box }
        } else {
          chosen[dot.town] = nil
          boxes[dot.town] = nil
        }
      }
    }
  }

  // MARK: What may be labelled

  private func siteLabels() -> [Label] {
    var named: [String: [Int]] = [:]
    for index in content.sites.indices where markers.drawn[index] != nil {
      named[content.sites[index].label, default: []].append(index)
    }
    return zip(content.sites, markers.drawn).enumerated().compactMap { index, entry in
      let (site, drawn) = entry
      guard let drawn, !site.label.isEmpty, let sites = named[site.label], sites.first == index else { return nil }
      let text = PointLabel(site.label, size: layout.labelSize, weight: .bold)
      let radius = layout.markerRadius * 1.3 + 2 * layout.unit
      return Label(
        text: text, style: .site, anchor: drawn.symbol, leaderBeyond: radius + 5, sites: sites,
        item: .init(candidates: text.candidates(around: drawn.symbol, radius: radius, far: true), weight: 60))
    }
  }

  private func referenceLabels() -> [Label] {
    zip(content.references, markers.references).compactMap { reference, point in
      guard let point, !reference.label.isEmpty else { return nil }
      let text = PointLabel(reference.label, size: layout.labelSize * 0.92, weight: .regular)
      return Label(
        text: text, style: .reference, anchor: point,
        item: .init(
          candidates: text.candidates(around: point, radius: markers.referenceRadius + 3 * layout.unit), weight: 20))
    }
  }

  private func townLabels(_ plane: borrowing MapPlane) -> [Label] {
    let frame = layout.frame.insetBy(10 * layout.unit)
    let named = Set(content.sites.map(\.label) + content.references.map(\.label))
    var ranked: [(rank: Double, place: ContextPlace)] = content.context.map { place in
      (Double(max(place.population, 1)) * (place.isCapital ? 12 : 1), place)
    }
    ranked.sort { ($0.rank, $1.place.name) > ($1.rank, $0.place.name) }
    let most = Int(layout.frame.width * layout.frame.height / (30_000 * layout.unit * layout.unit)) + 2
    let radius = Self.dotRadius * layout.unit
    let dot = radius * 2.2
    var kept: [PixelPoint] = []
    var labels: [Label] = []
    for (_, place) in ranked where labels.count < most && !named.contains(place.name) && !place.name.isEmpty {
      guard let point = plane.point(place.coordinate), frame.contains(point) else { continue }
      let box = PixelBox(x: point.x - dot / 2, y: point.y - dot / 2, width: dot, height: dot)
      if (markers.boxes + obstacles).contains(where: { $0.insetBy(-3).meets(box) }) { continue }
      if kept.contains(where: { $0.distance(to: point) < 46 * layout.unit }) { continue }
      kept.append(point)
      let text = PointLabel(place.name, size: layout.contextSize, weight: .regular)
      // The dot belongs to the label: together they keep others away.
      let candidates = text.candidates(around: point, radius: radius + 2.5 * layout.unit).prefix(8)
      labels.append(
        Label(
          text: text, style: .town, anchor: point, town: Town(point: point, isCapital: place.isCapital),
          item: .init(candidates: Array(candidates), weight: place.isCapital ? 5 : 2.5)))
    }
    return labels
  }

  private func countryLabels(_ plane: borrowing MapPlane) -> [Label] {
    var labels: [Label] = []
    for index in 0..<basemap.countryCount {
      let country = basemap.country(index)
      let meant = meantAreas.first { $0.isCountry && $0.rings == country.rings }
      let name = meant?.label ?? content.countryNames[country.country] ?? country.name
      guard !name.isEmpty else { continue }
      if let label = areaLabel(name, country.rings, at: country.label, isMeant: meant != nil, plane) {
        labels.append(label)
      }
    }
    return labels
  }

  private func areaLabels(_ plane: borrowing MapPlane) -> [Label] {
    var labels: [Label] = []
    for area in meantAreas where !area.isCountry {
      if let label = areaLabel(area.label, area.rings, at: area.labelPoint, isMeant: true, plane) {
        labels.append(label)
      }
    }
    return labels
  }

  private func areaLabel(
    _ name: String, _ rings: Range<Int>, at labelPoint: Coordinate, isMeant: Bool, _ plane: borrowing MapPlane
  ) -> Label? {
    let unit = layout.unit
    let room = LabelRoom(plane.area(reader.loops(rings)), in: layout.frame)
    guard isMeant || room.area > 500 * unit * unit else { return nil }
    // The larger the country on the sheet, the larger its name.
    let size = min(max(room.area.squareRoot() / 22, layout.contextSize * 0.9), layout.contextSize * 1.25)
    let spacing = FontMetrics.takesSpacing(name) ? size * 0.14 : 0
    var text = PointLabel(name.uppercased(), size: size, weight: isMeant ? .bold : .regular)
    text.width = FontMetrics.width(text.text, size: size, weight: text.weight, spacing: spacing)
    var candidates = room.candidates(width: text.width, height: text.height, margin: 4 * unit)
    var leaderBeyond: Double?
    var anchor = room.centre
    if isMeant, let point = plane.point(labelPoint), layout.frame.contains(point) {
      // One that has no room for its name gets it outside, tied to it by a line.
      (anchor, leaderBeyond) = (point, 3 * unit)
      candidates += text.candidates(around: point, radius: 14 * unit, far: true).map {
        LabelPlacer.Candidate(box: $0.box, cost: $0.cost + 1)
      }
    }
    if candidates.isEmpty { return nil }
    return Label(
      text: text, style: .country(isMeant: isMeant), spacing: spacing, anchor: anchor, leaderBeyond: leaderBeyond,
      item: .init(candidates: candidates, weight: isMeant ? 30 : 3.5))
  }

  // MARK: Drawing

  private func draw(_ labels: [Label], _ chosen: [Int?]) -> Placed {
    var countryHalos = SVGDocument.Layer("country-halos", haloAttributes(theme.land, 2.2))
    var countries = SVGDocument.Layer("country-names", "fill=\"\(theme.countryText)\"")
    var seaHalos = SVGDocument.Layer("sea-name-halos", haloAttributes(theme.seaHalo, 2))
    var seaNames = SVGDocument.Layer("sea-names", "fill=\"\(theme.seaText)\" font-style=\"italic\"")
    var halos = SVGDocument.Layer("label-halos", haloAttributes(theme.halo, 2.6), bearsSites: true)
    var names = SVGDocument.Layer("labels", bearsSites: true)
    var placed = Placed(lower: [], upper: [], towns: [], leaders: [])
    for (label, choice) in zip(labels, chosen) {
      guard let choice else { continue }
      let candidate = label.item.candidates[choice]
      let box = candidate.box
      placed.boxes.append(box)
      let (x, y) = (box.x, label.text.baseline(in: box))
      func text(_ attributes: String) -> String {
        SVGElement.text(label.text.text, x: x, y: y, size: label.text.size, attributes)
      }
      let weight = label.text.weight == .bold ? "font-weight=\"bold\"" : ""
      let halo = weight.isEmpty ? "aria-hidden=\"true\"" : "aria-hidden=\"true\" " + weight
      switch label.style {
      case .country(let isMeant):
        let spacing = "letter-spacing=\"\(SVGNumber.text(label.spacing))\""
        countryHalos.add(text(halo + " " + spacing))
        countries.add(
          text(
            [weight, spacing, isMeant ? "fill=\"\(theme.text)\"" : ""].filter { !$0.isEmpty }.joined(separator: " ")))
      case .sea:
        let spacing = "letter-spacing=\"\(SVGNumber.text(label.spacing))\""
        seaHalos.add(text(halo + " font-style=\"italic\" " + spacing))
        seaNames.add(text(spacing))
      case .note(let isQuiet):
        halos.add(text(halo))
        names.add(text("fill=\"\(isQuiet ? theme.quietText : theme.text)\""))
      case .site:
        let mark = SiteMark.attribute(label.sites)
        halos.add(text(halo + mark))
        names.add(text(weight + " fill=\"\(theme.text)\"" + mark))
      case .reference:
        halos.add(text(halo + " font-style=\"italic\""))
        names.add(text("fill=\"\(theme.reference)\" font-style=\"italic\""))
      case .town:
        halos.add(text(halo))
        names.add(text("fill=\"\(theme.context)\""))
        if let town = label.town { placed.towns.append(town) }
      }
      if let limit = label.leaderBeyond, !candidate.isInside,
        let line = leader(from: label.anchor, to: box, beyond: limit)
      {
        placed.leaders.append((line.0, line.1, label.sites))
      }
    }
    placed.lower = [seaHalos, seaNames, countryHalos, countries]
    placed.upper = [halos, names]
    return placed
  }

  private func haloAttributes(_ colour: String, _ width: Double) -> String {
    let width = SVGNumber.text(width * layout.unit)
    return
      "fill=\"\(colour)\" stroke=\"\(colour)\" stroke-width=\"\(width)\" stroke-linejoin=\"round\" stroke-opacity=\"0.85\""
  }

  /// From a symbol to the nearest side of its label, where that is far.
  private func leader(from anchor: PixelPoint, to box: PixelBox, beyond limit: Double) -> (PixelPoint, PixelPoint)? {
    let near = PixelPoint(
      x: min(max(anchor.x, box.x), box.right),
      y: min(max(anchor.y, box.centre.y - box.height * 0.2), box.centre.y + box.height * 0.2))
    let distance = near.distance(to: anchor)
    guard distance > limit else { return nil }
    let start = limit < layout.markerRadius ? 0 : layout.markerRadius / distance
    return (PixelPoint(x: anchor.x + (near.x - anchor.x) * start, y: anchor.y + (near.y - anchor.y) * start), near)
  }
}

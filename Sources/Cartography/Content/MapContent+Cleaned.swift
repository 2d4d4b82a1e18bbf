import Coordinates
import GeoJSON
import Geodesy

extension MapContent {
  /// Sites beyond this number are a cloud: they get dots without numbers, and the key does not list them.
  static let mostSites = 300

  /// With white space and control characters of all texts put right, and without what is nowhere on Earth.
  func cleaned() -> MapContent {
    var content = self
    content.title = SVGText.cleaned(title)
    content.subtitle = subtitle.map(SVGText.cleaned)
    content.credit = SVGText.cleaned(credit)
    content.date = date.map(SVGText.cleaned)
    content.sites = sites.map { site in
      var site = site
      site.label = SVGText.cleaned(site.label)
      site.details = site.details.map(SVGText.cleaned).filter { !$0.isEmpty }
      if let place = site.coordinate, !place.isValid { site.coordinate = nil }
      site.colour = site.colour.flatMap { HexColour($0)?.text }
      return site
    }
    content.references = references.filter(\.coordinate.isValid).map { reference in
      MapReference(label: SVGText.cleaned(reference.label), coordinate: reference.coordinate)
    }
    content.countries = countries.map { country in
      var country = country
      country.label = SVGText.cleaned(country.label)
      country.details = country.details.map(SVGText.cleaned).filter { !$0.isEmpty }
      return country
    }
    content.areas = areas.map { area in
      var area = area
      area.label = SVGText.cleaned(area.label)
      area.details = area.details.map(SVGText.cleaned).filter { !$0.isEmpty }
      return area
    }
    content.context = context.filter(\.coordinate.isValid).map { place in
      var place = place
      place.name = SVGText.cleaned(place.name)
      return place
    }
    content.distances = distances.filter { $0.start.isValid && $0.end.isValid }.map { line in
      var line = line
      line.label = line.label.map(SVGText.cleaned)
      return line
    }
    content.rings = rings.filter(\.centre.isValid)
    content.seas = seas?.filter(\.coordinate.isValid)
    content.features = features.compactMap { feature in
      guard feature.geometry.positions.allSatisfy(\.coordinate.isValid) else { return nil }
      var feature = feature
      feature.label = feature.label.map(SVGText.cleaned).flatMap { $0.isEmpty ? nil : $0 }
      feature.title = feature.title.map(SVGText.cleaned).flatMap { $0.isEmpty ? nil : $0 }
      return feature
    }
    content.legend = legend.map { legend in
      MapLegend(
        title: SVGText.cleaned(legend.title),
        entries: legend.entries.map { ($0.colour, SVGText.cleaned($0.text)) })
    }
    return content.thinned()
  }

  /// A crowd of sites as features.
  private func thinned() -> MapContent {
    guard sites.count > Self.mostSites else { return self }
    var content = self
    let families = SymbolFamily.allCases.filter { family in sites.contains { $0.family == family } }
    content.sites = []
    content.features += sites.compactMap { site in
      guard let place = site.coordinate else { return nil }
      let order = families.firstIndex(of: site.family) ?? 0
      return MapFeature(
        geometry: .point(Position(place)), title: site.label,
        colour: site.colour.map { .literal($0) } ?? .category(order),
        size: .small)
    }
    let entries = families.enumerated().map { (colour: MapFeature.Colour.category($0.offset), text: $0.element.title) }
    content.legend = legend ?? MapLegend(title: "", entries: entries)
    return content
  }

  /// What must be inside the frame: sites with their uncertainty, references, and areas where nothing finer is known.
  func placesToShow(_ basemap: Basemap) -> [Coordinate] {
    var places: [Coordinate] = []
    for site in sites {
      guard let coordinate = site.coordinate else { continue }
      places.append(coordinate)
      if let radius = site.uncertainty, radius.metres > 0, radius.kilometres < 2000 {
        places += Geodesic.wgs84.circle(around: coordinate, radius: radius, count: 12)
      }
    }
    places += references.map(\.coordinate)
    for ring in rings {
      places.append(ring.centre)
      if let radius = ring.radii.max(), radius.metres > 0, radius.kilometres < 9_000 {
        places += Geodesic.wgs84.circle(around: ring.centre, radius: radius, count: 16)
      }
    }
    for line in distances { places += Geodesic.wgs84.path(from: line.start, to: line.end, count: 9) }
    places += featurePlaces()
    for area in meantAreas(basemap) {
      places.append(area.labelPoint)
      guard !area.isCountry || places.count == 1 || sites.allSatisfy({ $0.coordinate == nil }),
        let largest = area.rings.max(by: { basemap.ring($0).area < basemap.ring($1).area })
      else { continue }
      let box = basemap.ring(largest).box
      for (longitude, latitude) in [
        (box.west, box.south), (box.west, box.north), (box.east, box.south), (box.east, box.north),
      ] {
        places.append(
          Coordinate(longitude: longitude.remainder(dividingBy: 360), latitude: min(max(latitude, -90), 90)))
      }
    }
    return places
  }

  /// The features' positions; of very many only one a cell of half a degree.
  private func featurePlaces() -> [Coordinate] {
    let positions = features.flatMap { $0.geometry.positions.map(\.coordinate) }
    guard positions.count > 3000 else { return positions }
    let cells: [Int] = positions.map { place in
      Int(((place.longitude + 180) * 2).rounded(.down)) * 400 + Int(((place.latitude + 90) * 2).rounded(.down))
    }
    // The outermost of a cell differ by less than a label's width on any map that shows so many.
    var seen: Set<Int> = []
    return zip(positions, cells).compactMap { seen.insert($1).inserted ? $0 : nil }
  }

  /// Whose map and whose data.
  func creditLine(_ words: SheetWords, hasWaters: Bool) -> String {
    let ground = hasWaters ? "Natural Earth, GSHHG" : "Natural Earth"
    let sources = "\(words.mapData): \(ground); \(words.placeNames): GeoNames (CC BY 4.0)"
    return [credit, date ?? "", sources].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

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

  /// - Throws: ``ProjectionError`` where PROJ does not take the projection that the options name, or cannot show a site by it.
  public init(
    _ content: MapContent, basemap: Basemap, waters: Waters? = nil, options: MapOptions = MapOptions()
  ) throws(ProjectionError) {
    let content = content.cleaned()
    let places = content.placesToShow(basemap)
    let shape = try MapView.fitting(places, size: (600, 600), margin: 60, chosen: options.projection).shape
    let key = SheetKey(content, theme: .named(options.theme))
    let layout = SheetLayout(
      options: options, title: content.title, subtitle: content.subtitle ?? "", credit: content.creditLine,
      naturalShape: shape, keyHeight: { width, layout in key.heights(width: width, layout: layout) })
    let view = try MapView.fitting(
      places, size: (layout.frame.width, layout.frame.height),
      margin: max(layout.markerRadius * 4.5, min(layout.frame.width, layout.frame.height) * 0.11),
      chosen: options.projection)
    let plane = try view.plane(in: layout.frame)
    let map = SheetMap(
      content: content, basemap: basemap, waters: waters, theme: .named(options.theme), layout: layout, view: view)
    let mapLayers = try map.layers(plane)

    alternativeText = content.alternativeText
    document = SVGDocument(
      width: layout.width, height: layout.height, title: content.title, description: alternativeText,
      language: options.language, clip: layout.frame,
      layers: [SheetText.paper(layout, .named(options.theme))] + mapLayers.layers
        + [SheetText.header(layout, .named(options.theme))] + key.layers(layout)
        + [SheetText.credits(layout, .named(options.theme))])
    drawn = mapLayers.sites
    projection = view.projection.projString
    metresPerPixel = view.metresPerPixel
    markerRadius = layout.markerRadius
  }

  /// The whole file.
  public func svg() -> String { document.text() }
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

extension MapContent {
  /// With white space and control characters of all texts put right.
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
    content.context = context.filter(\.coordinate.isValid).map { place in
      var place = place
      place.name = SVGText.cleaned(place.name)
      return place
    }
    return content
  }

  /// What must be inside the frame: sites with their uncertainty, references, and countries where nothing finer is known.
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
    for country in countries {
      guard let index = basemap.country(code: country.code) else { continue }
      let area = basemap.country(index)
      places.append(area.label)
      if sites.allSatisfy({ $0.coordinate == nil }),
        let largest = area.rings.max(by: { basemap.ring($0).area < basemap.ring($1).area })
      {
        let box = basemap.ring(largest).box
        for (longitude, latitude) in [
          (box.west, box.south), (box.west, box.north), (box.east, box.south), (box.east, box.north),
        ] {
          places.append(
            Coordinate(longitude: longitude.remainder(dividingBy: 360), latitude: min(max(latitude, -90), 90)))
        }
      }
    }
    return places
  }

  /// Whose map and whose data.
  var creditLine: String {
    let sources = "Map data: Natural Earth; place names: GeoNames (CC BY 4.0)"
    return [credit, date ?? "", sources].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// A sentence for the map, then one for each site.
  var alternativeText: String {
    var sentences = ["Map: \(title)."]
    if let subtitle, !subtitle.isEmpty { sentences.append("\(subtitle).") }
    for site in sites { sentences.append(site.sentence) }
    for country in countries {
      let number = country.number.map { "\($0): " } ?? ""
      sentences.append("\(number)\(country.label), known by country only.")
    }
    if !references.isEmpty {
      sentences.append("For orientation: \(references.map(\.label).joined(separator: ", ")).")
    }
    return sentences.joined(separator: " ")
  }
}

extension MapSite {
  /// The site in words.
  var sentence: String {
    var parts = ["\(number): \(label)", family.title.lowercased()]
    switch look {
    case .solid: break
    case .hollow: parts.append("planned or threatened")
    case .dashed: parts.append("suspected")
    }
    if let uncertainty { parts.append("within \(Int(uncertainty.kilometres.rounded())) km") }
    if coordinate == nil { parts.append("not on the map") }
    return parts.joined(separator: ", ") + "."
  }
}

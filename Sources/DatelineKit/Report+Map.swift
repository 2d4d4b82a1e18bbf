import Cartography
import Coordinates
import Gazetteer
import Geodesy
import Incidents

extension Report {
  /// What a map of the article's incidents shows; nil where there is nothing to put on a map.
  public var mapContent: MapContent? {
    guard !incidents.isEmpty else { return nil }
    let (pins, countries) = marks(from: 1)
    return MapContent(
      title: article.headline ?? incidents[0].title, subtitle: Self.subtitle(incidents),
      date: article.date.map(\.description), sites: pins, references: Self.apart(references, from: pins),
      countries: countries,
      context: atlas.contextPlaces(around: pins.compactMap(\.coordinate)))
  }

  /// What one map of the incidents of several articles shows, numbered through all of them; nil where there is nothing to show.
  /// - Complexity: that of the map of each.
  public static func mapContent(of reports: [Report]) -> MapContent? {
    let telling = reports.filter { !$0.incidents.isEmpty }
    guard telling.count > 1 || reports.count > 1, let first = telling.first else { return telling.first?.mapContent }
    var content = MapContent(
      title: "Incidents told by \(reports.count) articles", subtitle: subtitle(telling.flatMap(\.incidents)), sites: [])
    var number = 1
    for report in telling {
      let (pins, countries) = report.marks(from: number)
      number += report.incidents.count
      // The key has room for one line a site.
      content.sites += pins.map { pin in
        var pin = pin
        pin.details = Array(pin.details.prefix(1))
        return pin
      }
      content.countries += countries.map { country in
        var country = country
        country.details = Array(country.details.prefix(1))
        return country
      }
      content.references += report.references
    }
    content.references = apart(content.references, from: content.sites)
    content.context = first.atlas.contextPlaces(around: content.sites.compactMap(\.coordinate))
    return content
  }

  /// The sites with a point, and the countries known to be meant and no more.
  /// - Parameter first: the number of the first incident.
  private func marks(from first: Int) -> (pins: [MapSite], countries: [MapCountry]) {
    let numbered = incidents.enumerated().map { (number: $0.offset + first, incident: $0.element) }
    let pins = numbered.flatMap { entry in
      entry.incident.sites.filter { $0.precision < .country }.enumerated().map { index, site in
        mapSite(site, of: entry.incident, number: entry.number, isFirst: index == 0)
      }
    }
    let countries = numbered.flatMap { entry in
      entry.incident.sites.filter { $0.precision == .country }.compactMap { site in
        site.country.map {
          MapCountry(code: $0, label: site.name, number: entry.number, details: details(of: entry.incident, at: site))
        }
      }
    }
    return (pins, countries)
  }

  /// One mark a place: a site stands for itself.
  private static func apart(_ references: [MapReference], from sites: [MapSite]) -> [MapReference] {
    var known = Set(sites.compactMap(\.coordinate))
    return references.filter { known.insert($0.coordinate).inserted }
  }

  private static func subtitle(_ incidents: [Incident]) -> String? {
    let dates = incidents.compactMap(\.date.start)
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return IncidentDate(start: first, end: last, precision: .day, basis: nil, text: nil).words
  }

  /// - Parameter isFirst: whether it bears the incident's casualties, which count once.
  private func mapSite(_ site: IncidentSite, of incident: Incident, number: Int, isFirst: Bool) -> MapSite {
    let harmed = [incident.casualties.killed, incident.casualties.injured].compactMap { $0?.min }.reduce(0, +)
    return MapSite(
      number: number, label: site.label, coordinate: site.coordinate, details: details(of: incident, at: site),
      family: SymbolFamily(rawValue: incident.type.family.rawValue) ?? .other, look: incident.mapLook,
      uncertainty: site.precision == .exact ? nil : site.uncertainty,
      casualties: isFirst && harmed > 0 ? harmed : nil)
  }

  private func details(of incident: Incident, at site: IncidentSite) -> [String] {
    [incident.title(at: site), incident.summary].filter { !$0.isEmpty }
  }

  /// Places by which the text locates sites.
  private var references: [MapReference] {
    var found: [MapReference] = []
    for name in incidents.flatMap({ $0.sites.compactMap(\.relation.reference) })
    where !found.contains(where: { $0.label == name }) {
      let place = toponyms.compactMap(\.place).first { atlas[$0].name == name }
      if let place { found.append(MapReference(label: name, coordinate: atlas[place].coordinate)) }
    }
    return found
  }
}

extension Incident {
  /// How its symbols are drawn.
  package var mapLook: MapSite.Look {
    switch (modality, attribution) {
    case (.planned, _), (.threatened, _): .hollow
    case (_, .suspected), (_, .claimed), (_, .denied): .dashed
    default: .solid
    }
  }
}

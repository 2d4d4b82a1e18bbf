import Cartography
import Coordinates
import Gazetteer
import Geodesy
import Incidents

extension Report {
  /// What a map of the article's incidents shows; nil where there is nothing to put on a map.
  public var mapContent: MapContent? {
    let numbered = incidents.enumerated().map { (number: $0.offset + 1, incident: $0.element) }
    let pins = numbered.flatMap { entry in
      entry.incident.sites.filter { $0.precision < .country }.enumerated().map { index, site in
        mapSite(site, of: entry.incident, number: entry.number, isFirst: index == 0)
      }
    }
    guard !incidents.isEmpty else { return nil }
    let countries = numbered.flatMap { entry in
      entry.incident.sites.filter { $0.precision == .country }.compactMap { site in
        site.country.map {
          MapCountry(code: $0, label: site.name, number: entry.number, details: details(of: entry.incident, at: site))
        }
      }
    }
    return MapContent(
      title: article.headline ?? incidents[0].title, subtitle: subtitle, date: article.date.map(\.description),
      sites: pins, references: references, countries: countries,
      context: atlas.contextPlaces(around: pins.compactMap(\.coordinate)))
  }

  private var subtitle: String? {
    let dates = incidents.compactMap(\.date.start)
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return IncidentDate(start: first, end: last, precision: .day, basis: nil, text: nil).words
  }

  /// - Parameter isFirst: whether it bears the incident's casualties, which count once.
  private func mapSite(_ site: IncidentSite, of incident: Incident, number: Int, isFirst: Bool) -> MapSite {
    let harmed = [incident.casualties.killed, incident.casualties.injured].compactMap { $0?.min }.reduce(0, +)
    let look: MapSite.Look =
      switch (incident.modality, incident.attribution) {
      case (.planned, _), (.threatened, _): .hollow
      case (_, .suspected), (_, .claimed), (_, .denied): .dashed
      default: .solid
      }
    return MapSite(
      number: number, label: site.label, coordinate: site.coordinate, details: details(of: incident, at: site),
      family: SymbolFamily(rawValue: incident.type.family.rawValue) ?? .other, look: look,
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

import Coordinates
import Gazetteer
import Geodesy
import Incidents

extension Report {
  /// The report as a person corrected it, edit by edit; those for other articles are passed over.
  /// - Returns: the report, and the indices of edits for which there is no site. A rejection of what is not there is none of them.
  public func edited(by edits: [SiteEdit]) -> (report: Report, unanswered: [Int]) {
    var incidents = incidents
    var unanswered: [Int] = []
    for (index, edit) in edits.enumerated() where edit.article == article.id {
      if case .add(let coordinate) = edit.action {
        add(edit, at: coordinate, to: &incidents)
        continue
      }
      let sites = sites(meantBy: edit, in: incidents)
      if sites.isEmpty, edit.action != .reject { unanswered.append(index) }
      for site in sites.reversed() { apply(edit, to: site, in: &incidents) }
    }
    incidents.removeAll(where: \.sites.isEmpty)
    return (with(incidents), unanswered)
  }

  private typealias SitePath = (incident: Int, site: Int)

  /// The site of the id if it is still what the edit says, else every site that is.
  private func sites(meantBy edit: SiteEdit, in incidents: [Incident]) -> [SitePath] {
    let all = incidents.indices.flatMap { incident in
      incidents[incident].sites.indices.map { (incident: incident, site: $0) }
    }
    let fitting = all.filter { path in
      let site = incidents[path.incident].sites[path.site]
      let isNamed = edit.location.map { $0 == site.name || $0 == site.text } ?? true
      return isNamed && (edit.type.map { $0 == incidents[path.incident].type } ?? true)
    }
    let named = fitting.filter { path in
      let incident = incidents[path.incident]
      return edit.id == "\(article.id).\(incident.number).\(incident.sites[path.site].number)"
    }
    if !named.isEmpty || edit.location == nil { return named }
    return fitting
  }

  private func apply(_ edit: SiteEdit, to path: SitePath, in incidents: inout [Incident]) {
    switch edit.action {
    case .accept: incidents[path.incident].sites[path.site].review = .accepted
    case .reject: incidents[path.incident].sites.remove(at: path.site)
    case .move(let coordinate):
      incidents[path.incident].sites[path.site].coordinate = coordinate
      incidents[path.incident].sites[path.site].precision = edit.precision ?? .exact
      incidents[path.incident].sites[path.site].uncertainty = edit.uncertainty ?? Self.usualUncertainty
      incidents[path.incident].sites[path.site].review = .moved
    case .add: break
    }
  }

  private static let usualUncertainty = Distance(kilometres: 1)

  /// A site more of the incident named, or an incident of its own.
  private func add(_ edit: SiteEdit, at coordinate: Coordinate, to incidents: inout [Incident]) {
    guard let place = place(of: edit, at: coordinate) else { return }
    let site = IncidentSite(
      text: edit.location ?? atlas[place].name, bytes: 0..<0, place: place, name: edit.location ?? atlas[place].name,
      country: atlas[place].country, coordinate: coordinate, relation: .inside, precision: edit.precision ?? .exact,
      uncertainty: edit.uncertainty ?? Self.usualUncertainty, confidence: 1, review: .added)
    if let index = incidents.firstIndex(where: { edit.id == "\(article.id).\($0.number)" }) {
      var site = site
      site.number = (incidents[index].sites.map(\.number).max() ?? 0) + 1
      incidents[index].sites.append(site)
      return
    }
    let details = edit.details
    let date = IncidentDate(
      start: details.start, end: details.end ?? details.start, precision: details.start == nil ? .unknown : .day,
      basis: nil, text: nil)
    let actors =
      details.actor.map { [Actor(text: $0, role: .perpetrator)] } ?? []
      + (details.target.map { [Actor(text: $0, role: .target)] } ?? [])
    incidents.append(
      Incident(
        type: edit.type ?? .other, modality: details.modality ?? .occurred,
        attribution: details.attribution ?? (details.actor == nil ? .unknown : .fact), date: date, actors: actors,
        casualties: details.casualties, sites: [site], evidence: [], confidence: 1))
  }

  /// The place of that name if one lies at the point, else the nearest town: for country and units.
  private func place(of edit: SiteEdit, at coordinate: Coordinate) -> PlaceID? {
    let named = edit.location.map { atlas.candidates(named: $0).map(\.place) } ?? []
    let here = named.first {
      Geodesic.wgs84.distance(from: atlas[$0].coordinate, to: coordinate) < Distance(kilometres: 25)
    }
    return here ?? atlas.nearest(1, to: coordinate, kinds: [.city]).first ?? atlas.nearest(1, to: coordinate).first
  }
}

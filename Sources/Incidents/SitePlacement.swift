import Coordinates
import Gazetteer
import Geodesy
import Language

/// Puts a site on the map: its point, how exactly it is known, and how far off it may be.
struct SitePlacement {
  let atlas: Atlas

  func site(_ mention: SiteMention, in document: Document) -> IncidentSite? {
    guard let id = mention.toponym.place else { return nil }
    let place = atlas[id]
    var coordinate = place.coordinate
    let precision = precision(of: place, relation: mention.relation)
    var uncertainty = Self.extent(of: place)
    if mention.relation.kind == .offset, let distance = mention.relation.distance,
      let bearing = mention.relation.bearing
    {
      coordinate = Geodesic.wgs84.direct(from: place.coordinate, bearing: bearing, distance: distance).end
      uncertainty = Distance(metres: max(uncertainty.metres, distance.metres * 0.2))
    } else if mention.relation.kind != .within, precision == .near {
      uncertainty = Distance(metres: uncertainty.metres + Self.nearReach.metres)
    }
    return IncidentSite(
      text: document.text(ofBytes: mention.toponym.toponym.bytes), bytes: mention.toponym.toponym.bytes, place: id,
      name: place.name,
      country: place.country, coordinate: coordinate, relation: mention.relation, precision: precision,
      uncertainty: uncertainty, confidence: mention.toponym.confidence)
  }

  /// How far "near" and "outside" reach.
  private static let nearReach = Distance(kilometres: 15)

  private func precision(of place: Place, relation: SiteRelation) -> SitePrecision {
    let named: SitePrecision =
      switch place.kind {
      case .country: .country
      case .admin1: .province
      case .admin2: .near
      case .region where place.country == nil && place.radiusKilometres > 600: .country
      case .region, .water, .landform: place.radiusKilometres > 30 ? .province : .near
      case .city, .district, .facility, .airport: .exact
      }
    switch relation.kind {
    case .within, .toward, .border, .between: return named
    case .near, .outside, .offset, .offCoast, .road: return place.kind == .facility ? named : max(named, .near)
    }
  }

  /// The place's own extent: as the gazetteer has it, else by its inhabitants (a town of 100,000 reaches some 4 km).
  private static func extent(of place: Place) -> Distance {
    if place.radiusKilometres > 0 { return Distance(kilometres: place.radiusKilometres) }
    return Distance(metres: min(max(12 * Double(place.population).squareRoot(), 1000), 25_000))
  }
}

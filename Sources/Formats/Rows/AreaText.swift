import Cartography
import Coordinates
import DatelineKit
import Gazetteer
import GeoJSON
import Geodesy
import Incidents

/// The areas of sites that are no points: the country or province that is meant, or the circle within which the site lies; a feature a
/// site, with the columns of its row and `area` (`country`, `province`, `circle`).
///
/// Countries and provinces are the basemap's. What it does not have is a geodesic circle of `radius_m`, and a country that it does not have
/// is left out.
public struct AreaText: Sendable {
  private let basemap: Basemap
  private let frame: FeatureFrame

  /// The basemap's finest lines, in metres off its source: rings of coarser ones may cross themselves, which maps bear and GIS do not.
  private static let tolerance = 0.0

  public init(basemap: Basemap, atlas: Atlas) {
    self.basemap = basemap
    frame = FeatureFrame(.collection, foreignMembers: IncidentFeatures.members(atlas))
  }

  public func fragment(_ report: Report) -> TextFragment {
    let sites = report.incidents.flatMap(\.sites)
    let features = zip(FlatRow.rows(of: report), sites).compactMap { row, site -> Feature? in
      guard let (kind, geometry) = area(of: site, report.atlas) else { return nil }
      return Feature(
        id: .string(row.id), geometry: geometry, properties: row.columns + [JSONValue.Member("area", .string(kind))])
    }
    return RowText.fragment(features, in: frame)
  }

  /// For putting fragments together.
  public var assembly: TextAssembly {
    TextAssembly(head: frame.head, separatorLength: 1) { bounds in frame.tail(bounds: bounds) }
  }

  private func area(of site: IncidentSite, _ atlas: Atlas) -> (kind: String, geometry: Geometry)? {
    switch site.precision {
    case .exact: return nil
    case .country:
      guard let code = site.country, let outline = basemap.outline(ofCountry: code, within: Self.tolerance) else {
        return nil
      }
      return ("country", Self.geometry(outline))
    case .province:
      let place = atlas[site.place]
      if place.kind == .admin1, site.relation.kind == .within, let code = site.country,
        let outline = basemap.outline(
          ofUnit: place.name, in: code, around: place.coordinate, within: Self.tolerance)
      {
        return ("province", Self.geometry(outline))
      }
      return circle(site)
    case .near: return circle(site)
    }
  }

  private func circle(_ site: IncidentSite) -> (kind: String, geometry: Geometry)? {
    guard site.uncertainty.metres > 0 else { return nil }
    let ring = Geodesic.wgs84.circle(around: site.coordinate, radius: site.uncertainty, count: 64)
    guard let first = ring.first else { return nil }
    return ("circle", .polygon([(ring + [first]).map { Position($0) }]))
  }

  private static func geometry(_ outline: Basemap.Outline) -> Geometry {
    let polygons = outline.map { polygon in polygon.map { ring in ring.map { Position($0) } } }
    return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
  }
}

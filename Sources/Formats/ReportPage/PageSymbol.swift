import Cartography
import Incidents

/// The symbol of an incident as on the map, with its number: a shape and a colour a family, dashed or hollow where the map's is.
struct PageSymbol {
  private let family: IncidentType.Family
  private let look: MapSite.Look
  private let number: Int?

  init(_ incident: PageIncident) {
    family = incident.incident.type.family
    look = incident.incident.mapLook
    number = incident.number
  }

  /// Without a number, for keys.
  init(_ family: IncidentType.Family) {
    self.family = family
    look = .solid
    number = nil
  }

  /// One SVG, which assistive technology passes over: a name stands beside it.
  var html: String {
    let shape = SymbolFamily(rawValue: family.rawValue) ?? .other
    let text = number.map { "\($0)" } ?? ""
    let size = text.count > 2 ? 8 : text.count > 1 ? 10 : 12
    let baseline = tenths(shape.numberDrop * 10 + Double(size) * 0.36)
    let label = text.isEmpty ? "" : "<text y=\"\(baseline)\" font-size=\"\(size)\">\(text)</text>"
    let look = self.look == .solid ? "" : " \(self.look.rawValue)"
    return "<svg class=\"symbol\(look) f-\(family.rawValue)\" viewBox=\"-14 -14 28 28\" aria-hidden=\"true\">"
      + "<use href=\"#y-\(shape.rawValue)\"/>\(label)</svg>"
  }

  /// The shapes that the symbols use, once a page.
  static var shapes: String {
    let shapes = SymbolFamily.allCases.map { "<path id=\"y-\($0.rawValue)\" d=\"\($0.outline(radius: 10))\"/>" }
    return "<svg class=\"shapes\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>\(shapes.joined())</defs></svg>"
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

import Incidents

/// Colours of the families of incidents, as the formats need them.
enum FamilyStyle {
  /// `#rrggbb`
  static func colour(_ family: IncidentType.Family) -> String {
    switch family {
    case .strike: "#b2182b"
    case .explosion: "#d6604d"
    case .violence: "#8c510a"
    case .military: "#4d4d4d"
    case .protest: "#7b3294"
    case .disaster: "#2166ac"
    case .accident: "#e08214"
    case .other: "#555555"
    }
  }

  /// A symbol of Maki, as simplestyle names it.
  static func symbol(_ family: IncidentType.Family) -> String {
    switch family {
    case .strike: "rocket"
    case .explosion: "fire-station"
    case .violence: "danger"
    case .military: "square"
    case .protest: "pitch"
    case .disaster: "water"
    case .accident: "roadblock"
    case .other: "circle"
    }
  }

  /// A style of QGIS: circles in the colour of `type_family`.
  static var qml: String {
    let families = IncidentType.Family.allCases
    let categories = families.enumerated().map { index, family in
      "<category symbol=\"\(index)\" value=\"\(family.rawValue)\" label=\"\(family.rawValue)\" render=\"true\"/>"
    }
    let symbols = families.enumerated().map { index, family in
      """
      <symbol type="marker" name="\(index)" alpha="1" clip_to_extent="1" force_rhr="0">\
      <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map">\
      <Option type="QString" name="name" value="circle"/><Option type="QString" name="color" value="\(rgba(family))"/>\
      <Option type="QString" name="outline_color" value="255,255,255,255"/>\
      <Option type="QString" name="outline_width" value="0.3"/><Option type="QString" name="size" value="3"/>\
      </Option></layer></symbol>
      """
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22" styleCategories="Symbology">
      <renderer-v2 type="categorizedSymbol" attr="type_family" symbollevels="0" forceraster="0" enableorderby="0">
      <categories>\(categories.joined())</categories>
      <symbols>\(symbols.joined())</symbols>
      </renderer-v2>
      </qgis>
      """
  }

  /// `178,24,43,255`
  private static func rgba(_ family: IncidentType.Family) -> String {
    let digits = colour(family).dropFirst()
    let parts = stride(from: 0, to: 6, by: 2).map { start in
      String(Int(digits.dropFirst(start).prefix(2), radix: 16) ?? 0)
    }
    return (parts + ["255"]).joined(separator: ",")
  }
}

extension Validation {
  /// A geometry object; gives the positions in it that can be read.
  mutating func geometry(_ node: JSONNode, isNested: Bool = false) -> [Position] {
    guard let type = node.type, type.isGeometry else {
      reportType(of: node)
      return []
    }
    members(of: node, type: type)
    var parts = PositionReading()
    if type == .geometryCollection {
      if isNested { report(.nestedCollection, at: node.offset) }
      parts.positions = geometries(of: node)
    } else if let member = node.member(.coordinates) {
      within(.key("coordinates")) { $0.coordinates(member.node, of: type, into: &parts) }
    } else {
      report(.coordinates, at: node.offset)
    }
    if let needless = parts.firstNeedless {
      within(.key("coordinates")) {
        let others = parts.needlessCount > 1 ? ", \(parts.needlessCount) numbers in all" : ""
        $0.report(.precision, at: needless.offset, found: "\(needless.decimals) decimals\(others)")
      }
    }
    if let bounds = bounds(of: node) { check(bounds.bounds, of: parts.positions, in: bounds.member) }
    return parts.positions
  }

  private mutating func geometries(of node: JSONNode) -> [Position] {
    guard let member = node.member(.geometries) else {
      report(.geometries, at: node.offset)
      return []
    }
    guard let elements = member.node.elements else {
      report(.geometries, in: member)
      return []
    }
    var positions: [Position] = []
    within(.key("geometries")) { validation in
      for (index, element) in elements.enumerated() {
        validation.within(.index(index)) {
          if element.members != nil, element.type?.isGeometry ?? true {
            positions += $0.geometry(element, isNested: true)
          } else {
            $0.report(.geometryElement, at: element.offset)
          }
        }
      }
    }
    if let type = elements.first?.type, elements.allSatisfy({ $0.type == type }), type != .geometryCollection {
      report(.needlessCollection, in: member)
    }
    return positions
  }

  private mutating func coordinates(_ node: JSONNode, of type: GeoJSONType, into parts: inout PositionReading) {
    guard node.isArray else { return report(.coordinates, at: node.offset) }
    if type == .point {
      _ = position(node, into: &parts)
      return
    }
    let elements = node.elements ?? []
    if elements.isEmpty, type != .lineString { return report(.emptyCoordinates, at: node.offset) }
    switch type {
    case .multiPoint: each(elements) { $0.position($1, into: &parts) }
    case .lineString: line(node, into: &parts)
    case .multiLineString: each(elements) { $0.line($1, into: &parts) }
    case .polygon: polygon(node, into: &parts)
    default: each(elements) { $0.polygon($1, into: &parts) }
    }
  }

  mutating func each<Result>(_ elements: [JSONNode], _ check: (inout Validation, JSONNode) -> Result) {
    for (index, element) in elements.enumerated() { _ = within(.index(index)) { check(&$0, element) } }
  }
}

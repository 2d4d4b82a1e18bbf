extension Validation {
  /// The object that is the text. `isStreamed` where the features were looked at one by one before.
  mutating func document(_ node: JSONNode, isStreamed: Bool = false) {
    guard node.members != nil else { return report(.object, at: node.offset) }
    guard let type = node.type else { return reportType(of: node) }
    switch type {
    case .feature: feature(node)
    case .featureCollection: collection(node, isStreamed: isStreamed)
    default: _ = geometry(node)
    }
  }

  mutating func reportType(of node: JSONNode) {
    if let member = node.member(.type) {
      report(.type, in: member, found: member.node.text.map { "\"\($0)\"" })
    } else {
      report(.type, at: node.offset)
    }
  }

  /// What all objects have in common: no members of other types, no `crs`.
  mutating func members(of node: JSONNode, type: GeoJSONType) {
    for member in node.members ?? [] {
      guard let known = GeoJSONMember(name: member.key) else { continue }
      if known == .crs { report(.crs, in: member) }
      if type.forbids(known) { report(.forbiddenMember, in: member, found: "\"\(member.key)\" in a \(type.rawValue)") }
    }
  }

  private mutating func collection(_ node: JSONNode, isStreamed: Bool) {
    members(of: node, type: .featureCollection)
    if let features = node.member(.features) {
      if let elements = features.node.elements {
        if !isStreamed { for (index, element) in elements.enumerated() { featureElement(element, index: index) } }
      } else {
        report(.features, in: features)
      }
    } else {
      report(.features, at: node.offset)
    }
    if let bounds = bounds(of: node) { check(bounds.bounds, of: content, in: bounds.member) }
  }

  /// A feature of the collection.
  mutating func featureElement(_ node: JSONNode, index: Int) {
    within(.key("features")) {
      $0.within(.index(index)) {
        if node.type == .feature { return $0.feature(node) }
        $0.report(.featureElement, at: node.offset, found: node.member(.type)?.node.text.map { "\"\($0)\"" })
      }
    }
  }

  private mutating func feature(_ node: JSONNode) {
    members(of: node, type: .feature)
    if let member = node.member(.id) { id(member) }
    var positions: [Position] = []
    if let member = node.member(.geometry) {
      if member.node.members != nil {
        positions = within(.key("geometry")) { $0.geometry(member.node) }
      } else if !member.node.isNull {
        report(.featureGeometry, in: member)
      }
    } else {
      report(.featureGeometry, at: node.offset)
    }
    if let member = node.member(.properties) {
      if member.node.members == nil, !member.node.isNull { report(.featureProperties, in: member) }
    } else {
      report(.featureProperties, at: node.offset)
    }
    for position in positions { content.add(position) }
    if let bounds = bounds(of: node) { check(bounds.bounds, of: positions, in: bounds.member) }
  }

  private mutating func id(_ member: JSONNode.Member) {
    switch member.node.content {
    case .string(let text): note(.string(text), in: member)
    case .numeral(let number): note(number, in: member)
    default: report(.featureID, in: member)
    }
  }
}

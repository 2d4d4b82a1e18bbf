extension Validation {
  /// The `bbox` of an object, where there is one that can be read.
  mutating func bounds(of node: JSONNode) -> (bounds: Bounds, member: JSONNode.Member)? {
    guard let member = node.member(.bbox) else { return nil }
    let elements = member.node.elements ?? []
    let numbers = elements.compactMap(\.number)
    guard numbers.count == elements.count, let bounds = Bounds(numbers) else {
      report(.boundsShape, in: member)
      return nil
    }
    let box = bounds.box
    let isInRange =
      [box.west, box.east].allSatisfy { abs($0) <= 180 } && [box.south, box.north].allSatisfy { abs($0) <= 90 }
    if !isInRange || !numbers.allSatisfy(\.isFinite) { report(.boundsRange, in: member) }
    var isInOrder = box.south <= box.north
    if case .space(_, let lowest, let highest) = bounds, lowest > highest { isInOrder = false }
    if !isInOrder { report(.boundsOrder, in: member) }
    for case .number(_, let decimals) in elements.map(\.content) where decimals > maximumDecimals {
      report(.precision, in: member, found: "\(decimals) decimals")
      break
    }
    return isInRange && isInOrder ? (bounds, member) : nil
  }

  /// Asks that a box holds these positions.
  mutating func check(_ bounds: Bounds, of positions: [Position], in member: JSONNode.Member) {
    if positions.contains(where: { !bounds.box.contains($0.coordinate) }) { report(.boundsContent, in: member) }
    if !positions.isEmpty {
      checkDimensions(bounds, hasAltitudes: positions.contains { $0.altitude != nil }, in: member)
    }
  }

  /// Asks that a box holds all positions that were added to `content`.
  mutating func check(_ bounds: Bounds, of content: BoundsAccumulator, in member: JSONNode.Member) {
    guard let actual = content.bounds else { return }
    let box = bounds.box
    if actual.box.south < box.south || actual.box.north > box.north
      || content.reachesBeyond(west: box.west, east: box.east)
    {
      report(.boundsContent, in: member)
    }
    checkDimensions(bounds, hasAltitudes: actual.numbers.count == 6, in: member)
  }

  private mutating func checkDimensions(_ bounds: Bounds, hasAltitudes: Bool, in member: JSONNode.Member) {
    if (bounds.numbers.count == 6) != hasAltitudes { report(.boundsDimensions, in: member) }
  }
}

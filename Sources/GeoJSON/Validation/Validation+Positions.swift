/// The positions of a geometry, as they are read.
struct PositionReading {
  var positions: [Position] = []
  /// The first number with needless decimals.
  var firstNeedless: (offset: Int, decimals: Int)?
  var needlessCount = 0
}

extension Validation {
  /// A position; nil where it cannot be read.
  mutating func position(_ node: JSONNode, into parts: inout PositionReading) -> Position? {
    guard case .numbers(let numbers) = node.content else {
      let elements = node.elements
      let isNested = elements == nil || elements?.first?.isArray == true
      report(isNested ? .coordinates : elements?.isEmpty == true ? .positionLength : .position, at: node.offset)
      return nil
    }
    guard numbers.count > 1 else {
      report(.positionLength, at: node.offset)
      return nil
    }
    for number in numbers where !number.value.isFinite {
      report(.numberRange, at: node.offset)
      return nil
    }
    if numbers.count > 3 { report(.positionExtra, at: node.offset, found: "\(numbers.count) numbers") }
    let (longitude, latitude) = (numbers[0].value, numbers[1].value)
    if abs(longitude) > 180 { report(.longitude, at: numbers[0].offset, found: "\(longitude)") }
    if abs(latitude) > 90 { report(.latitude, at: numbers[1].offset, found: "\(latitude)") }
    for number in numbers where number.decimals > maximumDecimals {
      parts.needlessCount += 1
      if parts.firstNeedless == nil { parts.firstNeedless = (number.offset, number.decimals) }
    }
    let position = Position(
      longitude: longitude, latitude: latitude, altitude: numbers.count > 2 ? numbers[2].value : nil)
    parts.positions.append(position)
    return position
  }

  mutating func line(_ node: JSONNode, into parts: inout PositionReading) {
    guard let path = path(node, into: &parts, atLeast: 2, or: .lineLength) else { return }
    if crossesAntimeridian(path) { report(.antimeridian, at: node.offset) }
  }

  mutating func polygon(_ node: JSONNode, into parts: inout PositionReading) {
    guard let elements = node.elements else { return report(.coordinates, at: node.offset) }
    var exterior: [Position]?
    for (index, element) in elements.enumerated() {
      let ring = within(.index(index)) { $0.ring(element, isHole: index > 0, into: &parts) }
      guard let ring else { continue }
      if index == 0 {
        exterior = ring
      } else if let exterior, RingArea.isOutside(ring, exterior) {
        within(.index(index)) { $0.report(.holeOutside, at: element.offset) }
      }
    }
  }

  /// A ring; nil where it has faults that make further ones meaningless.
  private mutating func ring(_ node: JSONNode, isHole: Bool, into parts: inout PositionReading) -> [Position]? {
    guard let path = path(node, into: &parts, atLeast: 4, or: .ringLength) else { return nil }
    guard path.first == path.last else {
      report(.ringClosure, at: node.offset)
      return nil
    }
    guard !crossesAntimeridian(path) else {
      report(.antimeridian, at: node.offset)
      return nil
    }
    let area = RingArea.signed(path)
    guard abs(area) > 5e-15 else {
      report(.ringArea, at: node.offset)
      return nil
    }
    if let edge = RingCrossing.first(in: path) {
      report(.ringCrossing, at: node.offset, found: "behind position \(edge)")
      return nil
    }
    if (area > 0) == isHole {
      report(.ringWinding, at: node.offset, found: isHole ? "a hole counter-clockwise" : "an exterior ring clockwise")
    }
    return path
  }

  /// The positions of a line or ring; nil where one of them cannot be read or there are too few.
  private mutating func path(
    _ node: JSONNode, into parts: inout PositionReading, atLeast least: Int, or rule: GeoJSONRule
  ) -> [Position]? {
    guard let elements = node.elements else {
      report(.coordinates, at: node.offset)
      return nil
    }
    var path: [Position] = []
    path.reserveCapacity(elements.count)
    each(elements) { if let position = $0.position($1, into: &parts) { path.append(position) } }
    guard elements.count >= least else {
      report(rule, at: node.offset)
      return nil
    }
    return path.count == elements.count ? path : nil
  }

  private func crossesAntimeridian(_ path: [Position]) -> Bool {
    zip(path, path.dropFirst()).contains { abs($0.coordinate.longitude - $1.coordinate.longitude) > 180 }
  }
}

/// Positions and the arrays of them. None of this recurses: the type says how deep they nest.
extension JSONParser {
  @inline(__always)
  mutating func position() throws(JSONFault) -> Position {
    guard next() == Ascii.openBracket else { throw mismatch(.coordinates) }
    let start = index
    index += 1
    if isEmpty(until: Ascii.closeBracket) { throw JSONFault(rule: .positionLength, offset: start) }
    guard next() != Ascii.openBracket else { throw JSONFault(rule: .coordinates, offset: start) }
    let longitude = try ordinate()
    guard try continues(until: Ascii.closeBracket) else { throw JSONFault(rule: .positionLength, offset: start) }
    let latitude = try ordinate()
    guard try continues(until: Ascii.closeBracket) else { return Position(longitude: longitude, latitude: latitude) }
    let altitude = try ordinate()
    // Parsers may ignore further elements (RFC 7946, 3.1.1).
    while try continues(until: Ascii.closeBracket) { _ = try ordinate() }
    return Position(longitude: longitude, latitude: latitude, altitude: altitude)
  }

  @inline(__always)
  private mutating func ordinate() throws(JSONFault) -> Double {
    guard beginsNumber(next()) else { throw mismatch(.position) }
    return try finiteNumber()
  }

  /// What `element` reads, as often as it stands in the array that is next.
  @inline(__always)
  private mutating func array<Element>(
    _ element: (inout JSONParser) throws(JSONFault) -> Element
  ) throws(JSONFault) -> [Element] {
    guard next() == Ascii.openBracket else { throw mismatch(.coordinates) }
    index += 1
    var elements: [Element] = []
    if isEmpty(until: Ascii.closeBracket) { return elements }
    repeat { elements.append(try element(&self)) } while try continues(until: Ascii.closeBracket)
    return elements
  }

  mutating func positions() throws(JSONFault) -> [Position] {
    try array { parser throws(JSONFault) in try parser.position() }
  }

  /// Empty, or two positions at least.
  mutating func line() throws(JSONFault) -> [Position] {
    _ = next()
    let start = index
    let positions = try positions()
    guard positions.count != 1 else { throw JSONFault(rule: .lineLength, offset: start) }
    return positions
  }

  mutating func lines() throws(JSONFault) -> [[Position]] {
    try array { parser throws(JSONFault) in try parser.line() }
  }

  mutating func ring() throws(JSONFault) -> [Position] {
    _ = next()
    let start = index
    let positions = try positions()
    guard positions.count >= 4 else { throw JSONFault(rule: .ringLength, offset: start) }
    guard positions.first == positions.last else { throw JSONFault(rule: .ringClosure, offset: start) }
    return positions
  }

  mutating func rings() throws(JSONFault) -> [[Position]] {
    try array { parser throws(JSONFault) in try parser.ring() }
  }

  mutating func polygons() throws(JSONFault) -> [[[Position]]] {
    try array { parser throws(JSONFault) in try parser.rings() }
  }
}

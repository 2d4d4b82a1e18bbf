extension JSONParser {
  /// The GeoJSON object that is next.
  mutating func object() throws(JSONFault) -> GeoJSONObject {
    guard next() == Ascii.openBrace else { throw mismatch(.object) }
    let start = index
    switch try typeAhead() {
    case .featureCollection: return .featureCollection(try featureCollection(depth: 0))
    case .feature: return .feature(try feature(depth: 0))
    default:
      let parsed = try geometry(depth: 0)
      guard let geometry = parsed.geometry else { throw JSONFault(rule: .emptyCoordinates, offset: start) }
      return .geometry(geometry, members: parsed.members)
    }
  }

  /// The type of the object that is next, without stepping over anything. Mostly it is the first member.
  private mutating func typeAhead() throws(JSONFault) -> GeoJSONType {
    let start = index
    defer { index = start }
    index += 1
    if isEmpty(until: Ascii.closeBrace) { throw JSONFault(rule: .type, offset: start) }
    repeat {
      if try objectKey().member == .type {
        _ = next()
        return try type()
      }
      try skipValue(depth: 1)
    } while try continues(until: Ascii.closeBrace)
    throw JSONFault(rule: .type, offset: start)
  }
}

extension JSONParser {
  /// The feature that is next.
  mutating func feature(depth: Int) throws(JSONFault) -> Feature {
    guard next() == Ascii.openBrace else { throw mismatch(.featureElement) }
    let start = index
    let inner = try deeper(depth)
    index += 1
    var feature = Feature(geometry: nil)
    var members = ObjectMembers()
    if !isEmpty(until: Ascii.closeBrace) {
      repeat {
        let key = try objectKey()
        if let member = key.member { try members.note(member, at: key.offset) }
        switch key.member {
        case .type:
          _ = next()
          let offset = index
          guard try type() == .feature else { throw JSONFault(rule: .featureElement, offset: offset) }
        case .geometry: try readGeometry(of: &feature, depth: inner)
        case .properties:
          switch next() {
          case Ascii.openBrace: feature.properties = try properties(depth: inner)
          case UInt8(ascii: "n"): try expect(word: "null")
          default: throw mismatch(.featureProperties)
          }
        case .id: feature.id = try id()
        case .bbox:
          _ = next()
          feature.bounds = try bounds()
        case .coordinates, .geometries, .features: throw JSONFault(rule: .forbiddenMember, offset: key.offset)
        case .crs, nil: try readForeign(key, depth: inner, into: &members)
        }
      } while try continues(until: Ascii.closeBrace)
    }
    guard members.known.contains(.type) else { throw JSONFault(rule: .type, offset: start) }
    guard members.known.contains(.geometry) else { throw JSONFault(rule: .featureGeometry, offset: start) }
    guard members.known.contains(.properties) else { throw JSONFault(rule: .featureProperties, offset: start) }
    feature.foreignMembers = members.foreign
    return feature
  }

  @inline(__always)
  private mutating func readGeometry(of feature: inout Feature, depth: Int) throws(JSONFault) {
    switch next() {
    case Ascii.openBrace:
      let parsed = try geometry(depth: depth)
      feature.geometry = parsed.geometry
      feature.geometryMembers = parsed.members
    case UInt8(ascii: "n"): try expect(word: "null")
    default: throw mismatch(.featureGeometry)
    }
  }

  private mutating func id() throws(JSONFault) -> Feature.ID {
    let byte = next()
    if byte == Ascii.quote { return .string(try string()) }
    guard beginsNumber(byte) else { throw mismatch(.featureID) }
    let token = try numberToken()
    let literal = literal(token)
    if token.isInteger, literal != "-0", let int = Int(literal) { return .int(int) }
    return .decimal(literal)
  }

  /// The FeatureCollection that is next.
  mutating func featureCollection(depth: Int) throws(JSONFault) -> FeatureCollection {
    let inner = try deeper(depth)
    try expect(Ascii.openBrace)
    let start = index - 1
    var collection = FeatureCollection([])
    var members = ObjectMembers()
    if !isEmpty(until: Ascii.closeBrace) {
      repeat {
        let key = try objectKey()
        if let member = key.member { try members.note(member, at: key.offset) }
        if key.member == .features {
          guard next() == Ascii.openBracket else { throw mismatch(.features) }
          let elements = try deeper(inner)
          index += 1
          if isEmpty(until: Ascii.closeBracket) { continue }
          repeat {
            collection.features.append(try feature(depth: elements))
          } while try continues(until: Ascii.closeBracket)
        } else {
          try readCollectionMember(key, of: &collection, depth: inner, into: &members)
        }
      } while try continues(until: Ascii.closeBrace)
    }
    guard members.known.contains(.features) else { throw JSONFault(rule: .features, offset: start) }
    collection.foreignMembers = members.foreign
    return collection
  }

  /// Reads a member of a FeatureCollection other than its features.
  mutating func readCollectionMember(
    _ key: ObjectKey, of collection: inout FeatureCollection, depth: Int, into members: inout ObjectMembers
  ) throws(JSONFault) {
    switch key.member {
    case .type:
      _ = next()
      let offset = index
      guard try type() == .featureCollection else { throw JSONFault(rule: .type, offset: offset) }
    case .bbox:
      _ = next()
      collection.bounds = try bounds()
    case .coordinates, .geometries, .geometry, .properties:
      throw JSONFault(rule: .forbiddenMember, offset: key.offset)
    case .id, .crs, .features, nil: try readForeign(key, depth: depth, into: &members)
    }
  }
}

extension JSONParser {
  struct ParsedGeometry {
    /// Nil for a Point without coordinates, which may be read as null (RFC 7946, 3.1).
    var geometry: Geometry?
    var members: [JSONValue.Member]
  }

  /// The geometry object that is next.
  mutating func geometry(depth: Int) throws(JSONFault) -> ParsedGeometry {
    let inner = try deeper(depth)
    try expect(Ascii.openBrace)
    let start = index - 1
    var type: GeoJSONType?
    var geometry: Geometry??
    // Where coordinates stand that came before their type.
    var postponed: (offset: Int, member: GeoJSONMember)?
    var members = ObjectMembers()
    if !isEmpty(until: Ascii.closeBrace) {
      repeat {
        let key = try objectKey()
        if let member = key.member { try members.note(member, at: key.offset) }
        switch key.member {
        case .type:
          _ = next()
          let offset = index
          let value = try self.type()
          guard value.isGeometry else { throw JSONFault(rule: .type, offset: offset) }
          type = value
        case .coordinates, .geometries:
          if let type, let member = key.member {
            guard !type.forbids(member) else { throw JSONFault(rule: .forbiddenMember, offset: key.offset) }
            geometry = .some(try body(of: type, depth: inner))
          } else {
            guard postponed == nil else { throw JSONFault(rule: .forbiddenMember, offset: key.offset) }
            postponed = (index, key.member ?? .coordinates)
            try skipValue(depth: inner)
          }
        case .bbox:
          _ = next()
          members.foreign.append(JSONValue.Member("bbox", .array(try bounds().numbers.map(JSONValue.double))))
        case .geometry, .properties, .features: throw JSONFault(rule: .forbiddenMember, offset: key.offset)
        case .id, .crs, nil: try readForeign(key, depth: inner, into: &members)
        }
      } while try continues(until: Ascii.closeBrace)
    }
    guard let type else { throw JSONFault(rule: .type, offset: start) }
    if let postponed {
      guard !type.forbids(postponed.member) else { throw JSONFault(rule: .forbiddenMember, offset: postponed.offset) }
      let end = index
      index = postponed.offset
      geometry = .some(try body(of: type, depth: inner))
      index = end
    }
    guard let geometry else {
      throw JSONFault(rule: type == .geometryCollection ? .geometries : .coordinates, offset: start)
    }
    return ParsedGeometry(geometry: geometry, members: members.foreign)
  }

  /// The coordinates or geometries that are next.
  @inline(__always)
  private mutating func body(of type: GeoJSONType, depth: Int) throws(JSONFault) -> Geometry? {
    switch type {
    case .point: return try point()
    case .multiPoint: return .multiPoint(try positions())
    case .lineString: return .lineString(try line())
    case .multiLineString: return .multiLineString(try lines())
    case .polygon: return .polygon(try rings())
    case .multiPolygon: return .multiPolygon(try polygons())
    default: return .geometryCollection(try geometries(depth: depth))
    }
  }

  @inline(__always)
  private mutating func point() throws(JSONFault) -> Geometry? {
    guard next() == Ascii.openBracket else { throw mismatch(.coordinates) }
    let start = index
    index += 1
    if isEmpty(until: Ascii.closeBracket) { return nil }
    index = start
    return .point(try position())
  }

  private mutating func geometries(depth: Int) throws(JSONFault) -> [Geometry] {
    let inner = try deeper(depth)
    guard next() == Ascii.openBracket else { throw mismatch(.geometries) }
    index += 1
    var geometries: [Geometry] = []
    if isEmpty(until: Ascii.closeBracket) { return geometries }
    repeat {
      guard next() == Ascii.openBrace else { throw mismatch(.geometryElement) }
      let start = index
      guard let geometry = try geometry(depth: inner).geometry else {
        throw JSONFault(rule: .positionLength, offset: start)
      }
      geometries.append(geometry)
    } while try continues(until: Ascii.closeBracket)
    return geometries
  }
}

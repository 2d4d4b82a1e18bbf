/// The objects of GeoJSON, written as they are: what the RFC asks of them was seen to before.
extension JSONOutput {
  @inline(__always)
  mutating func position(_ position: Position) {
    bytes.append(Ascii.openBracket)
    coordinate(position.coordinate.longitude)
    bytes.append(Ascii.comma)
    coordinate(position.coordinate.latitude)
    if let altitude = position.altitude {
      bytes.append(Ascii.comma)
      coordinate(altitude)
    }
    bytes.append(Ascii.closeBracket)
  }

  mutating func positions(_ positions: [Position]) { list(positions) { output, position in output.position(position) } }

  mutating func lines(_ lines: [[Position]]) { list(lines) { output, line in output.positions(line) } }

  mutating func bounds(_ bounds: Bounds) {
    raw("\"bbox\":")
    list(bounds.numbers) { output, number in output.coordinate(number) }
  }

  mutating func geometry(_ geometry: Geometry, members: [JSONValue.Member] = []) {
    switch geometry {
    case .point(let position):
      raw("{\"type\":\"Point\",\"coordinates\":")
      self.position(position)
    case .multiPoint(let positions):
      raw("{\"type\":\"MultiPoint\",\"coordinates\":")
      self.positions(positions)
    case .lineString(let positions):
      raw("{\"type\":\"LineString\",\"coordinates\":")
      self.positions(positions)
    case .multiLineString(let lines):
      raw("{\"type\":\"MultiLineString\",\"coordinates\":")
      self.lines(lines)
    case .polygon(let rings):
      raw("{\"type\":\"Polygon\",\"coordinates\":")
      self.lines(rings)
    case .multiPolygon(let polygons):
      raw("{\"type\":\"MultiPolygon\",\"coordinates\":")
      list(polygons) { output, rings in output.lines(rings) }
    case .geometryCollection(let geometries):
      raw("{\"type\":\"GeometryCollection\",\"geometries\":")
      list(geometries) { output, geometry in output.geometry(geometry) }
    }
    self.members(members, isFirst: false)
    bytes.append(Ascii.closeBrace)
  }

  /// A feature with a geometry and a box of the writer's choice.
  mutating func feature(_ feature: Feature, geometry: Geometry?, bounds: Bounds?) {
    raw("{\"type\":\"Feature\"")
    switch feature.id {
    case .string(let id)?:
      raw(",\"id\":")
      text(id)
    case .int(let id)?:
      raw(",\"id\":")
      integer(id)
    case .decimal(let id)?:
      raw(",\"id\":")
      value(.decimal(id))
    case nil: break
    }
    if let bounds {
      bytes.append(Ascii.comma)
      self.bounds(bounds)
    }
    raw(",\"geometry\":")
    if let geometry { self.geometry(geometry, members: feature.geometryMembers) } else { raw("null") }
    raw(",\"properties\":{")
    members(feature.properties, isFirst: true)
    bytes.append(Ascii.closeBrace)
    members(feature.foreignMembers, isFirst: false)
    bytes.append(Ascii.closeBrace)
  }
}

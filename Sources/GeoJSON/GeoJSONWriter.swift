import Coordinates

/// Writes GeoJSON as UTF-8: the same values give the same bytes.
public struct GeoJSONWriter: Sendable {
  /// Decimals of coordinates; 7 are about a centimetre.
  public var decimals: Int
  /// One feature a line, for people who read and diff files.
  public var featuresOnLines: Bool

  public init(decimals: Int = 7, featuresOnLines: Bool = true) {
    self.decimals = min(max(decimals, 0), 15)
    self.featuresOnLines = featuresOnLines
  }

  public func string(_ collection: FeatureCollection) -> String {
    var output = JSONOutput(decimals: decimals)
    output.raw("{\"type\":\"FeatureCollection\"")
    if let box = collection.boundingBox {
      output.raw(",\"bbox\":[")
      output.coordinates([box.west, box.south, box.east, box.north])
      output.raw("]")
    }
    for member in collection.foreignMembers { output.member(member, first: false) }
    output.raw(",\"features\":[")
    for (index, feature) in collection.features.enumerated() {
      if index > 0 { output.raw(",") }
      if featuresOnLines { output.raw("\n") }
      write(feature, to: &output)
    }
    output.raw(featuresOnLines ? "\n]}\n" : "]}")
    return output.string
  }

  public func string(_ feature: Feature) -> String {
    var output = JSONOutput(decimals: decimals)
    write(feature, to: &output)
    return output.string
  }

  /// A value that is no GeoJSON.
  public func string(_ value: JSONValue) -> String {
    var output = JSONOutput(decimals: decimals)
    output.value(value)
    return output.string
  }

  private func write(_ feature: Feature, to output: inout JSONOutput) {
    output.raw("{\"type\":\"Feature\"")
    switch feature.id {
    case .string(let id)?: output.member(JSONValue.Member("id", .string(id)), first: false)
    case .int(let id)?: output.member(JSONValue.Member("id", .int(id)), first: false)
    case nil: break
    }
    output.raw(",\"geometry\":")
    if let geometry = feature.geometry { write(geometry, to: &output) } else { output.raw("null") }
    output.raw(",\"properties\":")
    output.value(.object(feature.properties))
    for member in feature.foreignMembers { output.member(member, first: false) }
    output.raw("}")
  }

  private func write(_ geometry: Geometry, to output: inout JSONOutput) {
    output.raw("{\"type\":\"\(geometry.typeName)\",")
    if case .geometryCollection(let members) = geometry {
      output.raw("\"geometries\":[")
      for (index, member) in members.enumerated() {
        if index > 0 { output.raw(",") }
        write(member, to: &output)
      }
      output.raw("]}")
      return
    }
    output.raw("\"coordinates\":")
    switch geometry {
    case .point(let position): output.position(position)
    case .multiPoint(let positions), .lineString(let positions): output.positions(positions)
    case .multiLineString(let lines), .polygon(let lines): output.lines(lines)
    case .multiPolygon(let polygons):
      output.list(polygons) { $0.lines($1) }
    case .geometryCollection: break
    }
    output.raw("}")
  }
}

/// JSON text in the making.
struct JSONOutput {
  private(set) var bytes: [UInt8] = []
  let decimals: Int
  private let scale: Double

  init(decimals: Int) {
    self.decimals = decimals
    scale = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
  }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func member(_ member: JSONValue.Member, first: Bool) {
    if !first { raw(",") }
    text(member.key)
    raw(":")
    value(member.value)
  }

  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let bool): raw(bool ? "true" : "false")
    case .int(let int): raw(String(int))
    case .double(let double): number(double)
    case .string(let string): text(string)
    case .array(let values): list(values) { $0.value($1) }
    case .object(let members):
      raw("{")
      for (index, member) in members.enumerated() { self.member(member, first: index == 0) }
      raw("}")
    }
  }

  /// The shortest digits that read back the same; what is no number is null.
  private mutating func number(_ number: Double) {
    guard number.isFinite else { return raw("null") }
    if number == number.rounded(), abs(number) < 1e15 { return raw(String(Int(number))) }
    raw("\(number)")
  }

  /// A string with what JSON cannot hold escaped. `<` and U+2028 are escaped too, so that the text is safe inside a page.
  private mutating func text(_ text: String) {
    bytes.append(0x22)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "\r": raw("\\r")
      case "\t": raw("\\t")
      case "\u{0}"..."\u{1F}", "\u{7F}", "<", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(contentsOf: Unicode.UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    bytes.append(0x22)
  }

  // MARK: Coordinates

  mutating func position(_ position: Position) {
    raw("[")
    coordinates([position.coordinate.longitude, position.coordinate.latitude] + (position.altitude.map { [$0] } ?? []))
    raw("]")
  }

  mutating func positions(_ positions: [Position]) { list(positions) { $0.position($1) } }

  mutating func lines(_ lines: [[Position]]) { list(lines) { $0.positions($1) } }

  mutating func list<Element>(_ elements: [Element], _ write: (inout JSONOutput, Element) -> Void) {
    raw("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { raw(",") }
      write(&self, element)
    }
    raw("]")
  }

  mutating func coordinates(_ numbers: [Double]) {
    for (index, number) in numbers.enumerated() {
      if index > 0 { raw(",") }
      fixed(number)
    }
  }

  /// At most `decimals` decimals, no trailing zeros, never an exponent.
  private mutating func fixed(_ number: Double) {
    guard number.isFinite, abs(number) * scale < 9e18 else { return self.number(number) }
    let units = Int((abs(number) * scale).rounded())
    let one = Int(scale)
    if number < 0, units != 0 { raw("-") }
    raw(String(units / one))
    guard decimals > 0, units % one != 0 else { return }
    var digits = String(units % one)
    digits = String(repeating: "0", count: decimals - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    raw(".\(digits)")
  }
}

import TestSupport

/// Makes GeoJSON texts by the grammar, with deviations from it as often as wanted.
struct TextGenerator {
  var random: SeededGenerator
  /// How often a choice is a wrong one, 0 … 1.
  var faultRate: Double

  mutating func document() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return geometry(depth: 0)
    case 1: return feature()
    default:
      let features = list(0...4) { $0.chance($0.faultRate) ? $0.anything(depth: 0) : $0.feature() }
      return object([("type", "\"FeatureCollection\"")] + bounds() + foreign() + [("features", features)])
    }
  }

  private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }

  private mutating func list(_ counts: ClosedRange<Int>, _ element: (inout TextGenerator) -> String) -> String {
    let count = Int.random(in: counts, using: &random)
    let elements = (0..<count).map { _ in element(&self) }
    return "[" + space() + elements.joined(separator: space() + "," + space()) + space() + "]"
  }

  private mutating func space() -> String {
    chance(0.8) ? "" : ["\n", " ", "\t", "\r\n  "].randomElement(using: &random) ?? ""
  }

  private mutating func object(_ members: [(String, String)]) -> String {
    var members = members
    if chance(0.3) { members.shuffle(using: &random) }
    if chance(faultRate), !members.isEmpty { members.remove(at: Int.random(in: 0..<members.count, using: &random)) }
    if chance(faultRate), let twin = members.randomElement(using: &random) { members.append(twin) }
    let texts = members.map { "\"\($0.0)\"" + space() + ":" + space() + $0.1 }
    return "{" + space() + texts.joined(separator: "," + space()) + space() + "}"
  }

  // MARK: Features

  private mutating func feature() -> String {
    let id: [(String, String)] = chance(0.5) ? [("id", chance(0.5) ? number(in: -9...9) : string())] : []
    let place = chance(0.15) ? "null" : geometry(depth: 0)
    let names = ["name", "kind", "n", "größe", "a\\u00e9"].prefix(Int.random(in: 0...5, using: &random))
    let properties = object(names.map { ($0, anything(depth: 2)) })
    return object(
      [("type", "\"Feature\"")] + id + bounds() + [
        ("geometry", place), ("properties", chance(0.1) ? "null" : properties),
      ] + foreign())
  }

  private mutating func bounds() -> [(String, String)] {
    chance(0.8) ? [] : [("bbox", "[" + (chance(0.5) ? "-10,-20,30,40" : "-10,-20,0,30,40,99.5") + "]")]
  }

  private mutating func foreign() -> [(String, String)] {
    chance(0.7) ? [] : [("x-note", anything(depth: 2))]
  }

  // MARK: Geometries

  private mutating func geometry(depth: Int) -> String {
    let kinds = [
      "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ]
    let kind = kinds[Int.random(in: 0..<(depth > 2 ? 6 : 7), using: &random)]
    let name = chance(faultRate) ? string() : "\"\(kind)\""
    // What stands on the members of a collection is not kept.
    let others = depth == 0 ? foreign() : []
    if kind == "GeometryCollection" {
      return object([("type", name), ("geometries", list(0...3) { $0.geometry(depth: depth + 1) })] + others)
    }
    return object([("type", name), ("coordinates", coordinates(chance(faultRate) ? kinds[0] : kind))] + others)
  }

  private mutating func coordinates(_ kind: String) -> String {
    switch kind {
    case "Point": position()
    case "MultiPoint": list(0...4) { $0.position() }
    case "LineString": list(chance(faultRate) ? 0...1 : 2...6) { $0.position() }
    case "MultiLineString": list(0...3) { $0.list(2...5) { $0.position() } }
    case "Polygon": list(0...3) { $0.ring() }
    default: list(0...2) { $0.list(0...2) { $0.ring() } }
    }
  }

  private mutating func ring() -> String {
    let first = position()
    let rest = (0..<Int.random(in: chance(faultRate) ? 0...1 : 2...7, using: &random)).map { _ in position() }
    return "[" + ([first] + rest + (chance(faultRate) ? [] : [first])).joined(separator: ",") + "]"
  }

  private mutating func position() -> String {
    if chance(faultRate) { return anything(depth: 1) }
    let altitude = chance(0.2) ? "," + number(in: -400...9000) : ""
    return "[" + number(in: -180...180) + "," + number(in: -90...90) + altitude + "]"
  }

  // MARK: Any JSON

  private mutating func anything(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: "null"
    case 1: "true"
    case 2, 3: number(in: -1e6...1e6)
    case 4, 5: string()
    case 6: list(0...3) { $0.anything(depth: depth - 1) }
    default: object([("a", anything(depth: depth - 1)), ("b", anything(depth: depth - 1))])
    }
  }

  private mutating func number(in range: ClosedRange<Double>) -> String {
    if chance(faultRate) { return ["1e400", "-", "01", "1.", "0x1", "1e", "NaN"].randomElement(using: &random) ?? "" }
    let value = Double.random(in: range, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "\(Int(value))"
    case 1: return "\(Int(value))e0"
    case 2: return "-0"
    default: return "\((value * 1e6).rounded() / 1e6)"
    }
  }

  private mutating func string() -> String {
    let pieces = ["a", "Place ", "é", "日本", "\\n", "\\\"", "\\u00fc", "\\ud83d\\ude00", "\\/", "<b>", "\u{2028}", ","]
    let faults = ["\\ud800", "\\x", "\t", "\"", "\\u12"]
    let words = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      (chance(faultRate) ? faults : pieces).randomElement(using: &random) ?? ""
    }
    return "\"" + words.joined() + "\""
  }
}

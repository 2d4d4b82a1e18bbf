import Testing

@testable import GeoJSON

struct CodableTests {
  struct Site: Codable, Equatable {
    enum Kind: String, Codable { case town, city }
    struct Source: Codable, Equatable { var name: String; var rank: UInt8 }

    var name: String
    var kind: Kind
    var population: Int?
    var share: Double
    var weight: Float
    var serial: UInt64
    var isCapital: Bool
    var tags: [String]
    var sources: [String: Source]
    var more: JSONValue
  }

  private let site = Site(
    name: "Isfahan", kind: .city, population: nil, share: 0.25, weight: 0.1, serial: .max, isCapital: false,
    tags: ["a", "b"],
    sources: ["x": .init(name: "y", rank: 255)], more: ["k": [1, 2.5, true, .null, "s"]])

  @Test func propertiesComeBackAsTheyWere() throws {
    var feature = Feature(geometry: nil)
    try feature.setProperties(site)
    #expect(feature.properties.map(\.key).prefix(3) == ["name", "kind", "share"])
    #expect(feature["weight"] == .double(0.1))
    #expect(feature["serial"] == .decimal("18446744073709551615"))
    let read = try GeoJSONReader().object(GeoJSONWriter().string(feature)).features[0]
    #expect(try read.properties(as: Site.self) == site)
  }

  @Test func numbersMayBeWrittenEitherWay() throws {
    struct Row: Decodable { var int: Int; var double: Double }
    let row = try JSONValue.object([.init("int", .double(3)), .init("double", .int(4))]).decoded(as: Row.self)
    #expect(row.int == 3 && row.double == 4)
  }

  @Test func errorsNamePathAndKind() {
    struct Row: Decodable { var list: [Int8] }
    func failure(_ value: JSONValue) -> DecodingError? {
      #expect(throws: DecodingError.self) { try value.decoded(as: Row.self) }
    }
    guard case .typeMismatch(_, let context)? = failure(["list": [1, 300]]) else {
      Issue.record("no mismatch")
      return
    }
    #expect(context.codingPath.map(\.stringValue) == ["list", "1"])
    #expect(context.debugDescription == "Expected an integer that Int8 holds, found a number.")
    guard case .keyNotFound(let key, _)? = failure([:]) else {
      Issue.record("no missing key")
      return
    }
    #expect(key.stringValue == "list")
    guard case .valueNotFound? = failure(["list": .null]) else {
      Issue.record("no missing value")
      return
    }
  }

  @Test func propertiesAreAnObject() {
    var feature = Feature(geometry: nil)
    #expect(throws: EncodingError.self) { try feature.setProperties([1, 2]) }
    #expect(throws: EncodingError.self) { try feature.setProperties(["a": Double.nan]) }
  }

  @Test func inheritedValuesAreDecoded() throws {
    class Base: Codable { var a = 1 }
    final class Derived: Base {
      var b = 2
      enum Keys: CodingKey { case b }
      override init() { super.init() }
      required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        b = try container.decode(Int.self, forKey: .b)
        try super.init(from: container.superDecoder())
      }
      override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(b, forKey: .b)
        try super.encode(to: container.superEncoder())
      }
    }
    let value = try JSONValue(encoding: Derived())
    #expect(value == ["b": 2, "super": ["a": 1]])
    #expect(try value.decoded(as: Derived.self).a == 1)
  }

  @Test func valuesGiveWhatTheyAre() {
    #expect(JSONValue.int(3).doubleValue == 3)
    #expect(JSONValue.double(3).intValue == 3)
    #expect(JSONValue.double(3.5).intValue == nil)
    #expect(JSONValue.string("a").stringValue == "a")
    #expect(JSONValue.bool(true).boolValue == true)
    #expect(JSONValue.null.members == nil)
    #expect(JSONValue.decimal("1e400").doubleValue == .infinity)
  }
}

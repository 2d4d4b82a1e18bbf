extension Feature {
  /// The properties as a value of your own type.
  ///
  ///     struct Quake: Decodable { var mag: Double; var place: String? }
  ///     let quake = try feature.properties(as: Quake.self)
  /// - Throws: `DecodingError`
  public func properties<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONValue.object(properties).decoded(as: type)
  }

  /// Takes over the properties of an encodable value, in the order in which it encodes them.
  /// - Throws: `EncodingError` where the value does not encode as an object.
  public mutating func setProperties(_ value: some Encodable) throws {
    guard case .object(let members) = try JSONValue(encoding: value) else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: [], debugDescription: "Properties are an object; use a struct or a dictionary."))
    }
    properties = members
  }
}

extension JSONValue {
  /// - Throws: `DecodingError`
  public func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONValueDecoder(value: self, codingPath: []).decode(type)
  }

  /// - Throws: `EncodingError`
  public init(encoding value: some Encodable) throws {
    let encoder = JSONValueEncoder(codingPath: [])
    try encoder.encode(value)
    self = encoder.storage.value
  }
}

extension JSONValue: Codable {
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONValueDecoder {
      self = decoder.value
      return
    }
    if let container = try? decoder.container(keyedBy: JSONKey.self) {
      self = .object(
        try container.allKeys.map { Member($0.stringValue, try container.decode(JSONValue.self, forKey: $0)) })
      return
    }
    if var container = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !container.isAtEnd { values.append(try container.decode(JSONValue.self)) }
      self = .array(values)
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? container.decode(Int.self) {
      self = .int(int)
    } else if let double = try? container.decode(Double.self) {
      self = .double(double)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? JSONValueEncoder {
      encoder.storage.value = self
      return
    }
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: JSONKey.self)
      for member in members { try container.encode(member.value, forKey: JSONKey(member.key)) }
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .null, .bool, .int, .double, .decimal, .string:
      var container = encoder.singleValueContainer()
      switch self {
      case .bool(let bool): try container.encode(bool)
      case .int(let int): try container.encode(int)
      case .double(let double): try container.encode(double)
      case .decimal(let digits): try container.encode(Double(digits) ?? .nan)
      case .string(let string): try container.encode(string)
      default: try container.encodeNil()
      }
    }
  }
}

/// Any key.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) { (stringValue, intValue) = (name, nil) }
  init?(stringValue: String) { self.init(stringValue) }
  init(intValue: Int) { (stringValue, self.intValue) = ("\(intValue)", intValue) }
}

/// A value of JSON that knows where it stands, and that may be anything: what the validator looks at.
struct JSONNode {
  enum Content {
    case null
    case bool
    /// With the digits behind its point; infinite where it is too large for a double.
    case number(Double, decimals: Int)
    /// A number that is an id, without loss.
    case numeral(JSONValue)
    case string(String)
    /// An array of numbers alone, and not empty: most of a text are positions.
    case numbers([Number])
    case array([JSONNode])
    /// Of `properties` the members are looked at for their syntax and not kept.
    case object([Member])
  }

  /// A number of an array.
  struct Number {
    /// In the stream.
    var offset: Int
    var value: Double
    /// Digits behind its point.
    var decimals: Int
  }

  struct Member {
    var key: String
    /// Of the key's quote.
    var offset: Int
    var node: JSONNode
  }

  /// In the stream.
  var offset: Int
  var content: Content

  var elements: [JSONNode]? {
    switch content {
    case .array(let elements): elements
    case .numbers(let numbers):
      numbers.map { JSONNode(offset: $0.offset, content: .number($0.value, decimals: $0.decimals)) }
    default: nil
    }
  }

  var isArray: Bool {
    switch content {
    case .array, .numbers: true
    default: false
    }
  }

  var members: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  var isNull: Bool {
    guard case .null = content else { return false }
    return true
  }

  var text: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }

  /// The number; infinite where it is too large for a double.
  var number: Double? {
    guard case .number(let value, _) = content else { return nil }
    return value
  }

  /// The first member with a key.
  func member(_ key: GeoJSONMember) -> Member? { members?.first { $0.key == key.name } }

  /// The type, where it is one of the nine.
  var type: GeoJSONType? { (member(.type)?.node.text).flatMap(GeoJSONType.init(rawValue:)) }
}

extension JSONParser {
  /// The value that is next. Duplicate keys and broken text are noted, not thrown, where the parser is lenient.
  /// - Parameter origin: where in the stream the parser's memory begins.
  mutating func node(depth: Int, origin: Int) throws(JSONFault) -> JSONNode {
    let first = next()
    let offset = origin + index
    switch first {
    case Ascii.openBrace:
      let inner = try deeper(depth)
      index += 1
      var members: [JSONNode.Member] = []
      if isEmpty(until: Ascii.closeBrace) { return JSONNode(offset: offset, content: .object(members)) }
      var keys = KeySet()
      repeat {
        let member = try nodeMember(depth: inner, origin: origin)
        if !keys.insert(member.key) { try tolerate(JSONFault(rule: .duplicateKey, offset: member.offset - origin)) }
        members.append(member)
      } while try continues(until: Ascii.closeBrace)
      return JSONNode(offset: offset, content: .object(members))
    case Ascii.openBracket:
      return JSONNode(offset: offset, content: try arrayContent(depth: try deeper(depth), origin: origin))
    case Ascii.quote: return JSONNode(offset: offset, content: .string(try string()))
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      try expect(word: first == UInt8(ascii: "t") ? "true" : "false")
      return JSONNode(offset: offset, content: .bool)
    case UInt8(ascii: "n"):
      try expect(word: "null")
      return JSONNode(offset: offset, content: .null)
    default:
      let token = try numberToken()
      return JSONNode(offset: offset, content: .number(double(token), decimals: token.decimals))
    }
  }

  /// The array that is next, its elements at `depth`.
  private mutating func arrayContent(depth: Int, origin: Int) throws(JSONFault) -> JSONNode.Content {
    index += 1
    if isEmpty(until: Ascii.closeBracket) { return .array([]) }
    var elements: [JSONNode] = []
    if beginsNumber(next()) {
      var numbers: [JSONNode.Number] = []
      numbers.reserveCapacity(3)
      repeat {
        guard beginsNumber(next()) else {
          elements = JSONNode(offset: 0, content: .numbers(numbers)).elements ?? []
          break
        }
        let token = try numberToken()
        numbers.append(
          JSONNode.Number(offset: origin + token.start, value: double(token), decimals: token.decimals))
      } while try continues(until: Ascii.closeBracket)
      if elements.isEmpty { return .numbers(numbers) }
    }
    repeat { elements.append(try node(depth: depth, origin: origin)) } while try continues(until: Ascii.closeBracket)
    return .array(elements)
  }

  /// The member that is next.
  mutating func nodeMember(depth: Int, origin: Int) throws(JSONFault) -> JSONNode.Member {
    _ = next()
    let offset = origin + index
    let key = try string()
    try expect(Ascii.colon)
    return JSONNode.Member(key: key, offset: offset, node: try node(of: key, depth: depth, origin: origin))
  }

  /// The value of a member that is next.
  mutating func node(of key: String, depth: Int, origin: Int) throws(JSONFault) -> JSONNode {
    let first = next()
    let offset = origin + index
    if first == Ascii.openBrace, key == GeoJSONMember.properties.name {
      try checkProperties(depth: depth)
      return JSONNode(offset: offset, content: .object([]))
    }
    if beginsNumber(first), key == GeoJSONMember.id.name {
      return JSONNode(offset: offset, content: .numeral(try number()))
    }
    return try node(depth: depth, origin: origin)
  }

  // MARK: Values that GeoJSON leaves open

  /// Steps over the object that is next, and finds the faults of its text. Keys that are those of the object before it at the
  /// same places are known to be sound and to differ from each other.
  private mutating func checkProperties(depth: Int) throws(JSONFault) {
    let inner = try deeper(depth)
    index += 1
    if isEmpty(until: Ascii.closeBrace) { return }
    var place = 0
    var others: KeySet?
    repeat {
      _ = next()
      let start = index
      let token = try stringToken()
      if others != nil || propertyKeys.key(at: place, matching: bytes(token)) == nil {
        if others == nil { others = KeySet(propertyKeys.keys(before: place)) }
        let faultCount = tolerated.count
        let key = try decoded(token)
        if others?.insert(key) == false { try tolerate(JSONFault(rule: .duplicateKey, offset: start)) }
        if tolerated.count == faultCount { propertyKeys.replace(from: place, with: key, text: bytes(token)) }
      }
      place += 1
      try expect(Ascii.colon)
      try checkValue(depth: inner)
    } while try continues(until: Ascii.closeBrace)
  }

  private mutating func checkValue(depth: Int) throws(JSONFault) {
    switch next() {
    case Ascii.openBrace:
      let inner = try deeper(depth)
      index += 1
      if isEmpty(until: Ascii.closeBrace) { return }
      var keys = KeySet()
      repeat {
        _ = next()
        let start = index
        if !keys.insert(try string()) { try tolerate(JSONFault(rule: .duplicateKey, offset: start)) }
        try expect(Ascii.colon)
        try checkValue(depth: inner)
      } while try continues(until: Ascii.closeBrace)
    case Ascii.openBracket:
      let inner = try deeper(depth)
      index += 1
      if isEmpty(until: Ascii.closeBracket) { return }
      repeat { try checkValue(depth: inner) } while try continues(until: Ascii.closeBracket)
    case Ascii.quote:
      let token = try stringToken()
      if token.hasEscapes || !token.isASCII { _ = try decoded(token) }
    default: try skipValue(depth: depth)
    }
  }
}

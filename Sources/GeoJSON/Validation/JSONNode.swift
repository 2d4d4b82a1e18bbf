/// A value of JSON that knows where it stands, and that may be anything: what the validator looks at.
struct JSONNode {
  enum Content {
    case null
    case bool
    /// With the digits behind its point.
    case number(JSONValue, decimals: Int)
    case string(String)
    case array([JSONNode])
    case object([Member])
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
    guard case .array(let elements) = content else { return nil }
    return elements
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
    return switch value {
    case .int(let int): Double(int)
    case .double(let double): double
    case .decimal(let digits): Double(digits)
    default: nil
    }
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
      let inner = try deeper(depth)
      index += 1
      var elements: [JSONNode] = []
      if isEmpty(until: Ascii.closeBracket) { return JSONNode(offset: offset, content: .array(elements)) }
      repeat { elements.append(try node(depth: inner, origin: origin)) } while try continues(until: Ascii.closeBracket)
      return JSONNode(offset: offset, content: .array(elements))
    case Ascii.quote: return JSONNode(offset: offset, content: .string(try string()))
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      try expect(word: first == UInt8(ascii: "t") ? "true" : "false")
      return JSONNode(offset: offset, content: .bool)
    case UInt8(ascii: "n"):
      try expect(word: "null")
      return JSONNode(offset: offset, content: .null)
    default:
      let token = try numberToken()
      index = token.start
      return JSONNode(offset: offset, content: .number(try number(), decimals: token.decimals))
    }
  }

  /// The member that is next.
  mutating func nodeMember(depth: Int, origin: Int) throws(JSONFault) -> JSONNode.Member {
    _ = next()
    let offset = origin + index
    let key = try string()
    try expect(Ascii.colon)
    return JSONNode.Member(key: key, offset: offset, node: try node(depth: depth, origin: origin))
  }
}

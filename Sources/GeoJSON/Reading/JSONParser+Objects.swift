extension JSONParser {
  /// The key of a member of a GeoJSON object.
  struct ObjectKey {
    /// Nil for a foreign member.
    var member: GeoJSONMember?
    var token: StringToken
    /// Where the key begins, at its quote.
    var offset: Int
  }

  /// What the objects of GeoJSON have in common: known members stand once, others are kept.
  struct ObjectMembers {
    private(set) var known = GeoJSONMemberSet()
    private var foreignKeys = KeySet()
    var foreign: [JSONValue.Member] = []

    @inline(__always)
    mutating func note(_ member: GeoJSONMember, at offset: Int) throws(JSONFault) {
      guard known.insert(member) else { throw JSONFault(rule: .duplicateKey, offset: offset) }
    }

    mutating func append(_ member: JSONValue.Member, at offset: Int) throws(JSONFault) {
      guard foreignKeys.insert(member.key) else { throw JSONFault(rule: .duplicateKey, offset: offset) }
      foreign.append(member)
    }
  }

  /// The key that is next, and the colon behind it.
  @inline(__always)
  mutating func objectKey() throws(JSONFault) -> ObjectKey {
    _ = next()
    let offset = index
    let token = try stringToken()
    let member = try token.hasEscapes ? escapedMember(token) : GeoJSONMember(bytes(token))
    try expect(Ascii.colon)
    return ObjectKey(member: member, token: token, offset: offset)
  }

  private mutating func escapedMember(_ token: StringToken) throws(JSONFault) -> GeoJSONMember? {
    var key = try decoded(token)
    return key.withUTF8 { GeoJSONMember($0) }
  }

  @inline(__always)
  func bytes(_ token: StringToken) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + token.start, count: token.end - token.start)
  }

  /// Reads the value of a member that GeoJSON gives no meaning here.
  mutating func readForeign(_ key: ObjectKey, depth: Int, into members: inout ObjectMembers) throws(JSONFault) {
    let name = try decoded(key.token)
    try members.append(JSONValue.Member(name, try value(depth: depth)), at: key.offset)
  }

  /// The value of a member `type`.
  @inline(__always)
  mutating func type() throws(JSONFault) -> GeoJSONType {
    guard next() == Ascii.quote else { throw index < count ? JSONFault(rule: .type, offset: index) : unexpected() }
    let offset = index
    let token = try stringToken()
    if !token.hasEscapes, let type = GeoJSONType(bytes(token)) { return type }
    guard token.hasEscapes, let type = GeoJSONType(rawValue: try decoded(token)) else {
      throw JSONFault(rule: .type, offset: offset)
    }
    return type
  }

  /// The value of a member `bbox`.
  mutating func bounds() throws(JSONFault) -> Bounds {
    let start = index
    guard next() == Ascii.openBracket else {
      throw index < count ? JSONFault(rule: .boundsShape, offset: index) : unexpected()
    }
    index += 1
    var numbers: [Double] = []
    if !isEmpty(until: Ascii.closeBracket) {
      repeat {
        guard beginsNumber(next()) || index == count else { throw JSONFault(rule: .boundsShape, offset: index) }
        numbers.append(try finiteNumber())
      } while try continues(until: Ascii.closeBracket)
    }
    guard let bounds = Bounds(numbers) else { throw JSONFault(rule: .boundsShape, offset: start) }
    return bounds
  }

  @inline(__always)
  func beginsNumber(_ byte: UInt8) -> Bool { byte == Ascii.minus || byte &- Ascii.zero < 10 }

  /// A fault at the index where a value of another kind was wanted: of the rule where there is such a value, of the syntax
  /// where there is none.
  func mismatch(_ rule: GeoJSONRule) -> JSONFault {
    switch byte {
    case Ascii.openBrace, Ascii.openBracket, Ascii.quote, UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      Ascii.minus,
      Ascii.zero...Ascii.nine:
      JSONFault(rule: rule, offset: index)
    default: unexpected()
    }
  }
}

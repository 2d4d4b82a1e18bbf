extension JSONParser {
  /// The value that is next.
  mutating func value(depth: Int = 0) throws(JSONFault) -> JSONValue {
    switch next() {
    case Ascii.openBrace: return .object(try members(depth: depth))
    case Ascii.openBracket:
      let inner = try deeper(depth)
      index += 1
      var values: [JSONValue] = []
      if isEmpty(until: Ascii.closeBracket) { return .array(values) }
      repeat { values.append(try value(depth: inner)) } while try continues(until: Ascii.closeBracket)
      return .array(values)
    case Ascii.quote: return .string(try string())
    case UInt8(ascii: "t"):
      try expect(word: "true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect(word: "false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect(word: "null")
      return .null
    default: return try number()
    }
  }

  /// The members of the object that is next.
  mutating func members(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    let inner = try deeper(depth)
    try expect(Ascii.openBrace)
    var members: [JSONValue.Member] = []
    if isEmpty(until: Ascii.closeBrace) { return members }
    var keys = KeySet()
    repeat {
      _ = next()
      let start = index
      let key = try string()
      if !keys.insert(key) { try tolerate(JSONFault(rule: .duplicateKey, offset: start)) }
      try expect(Ascii.colon)
      members.append(JSONValue.Member(key, try value(depth: inner)))
    } while try continues(until: Ascii.closeBrace)
    return members
  }

  /// As ``members(depth:)``, for objects that come again and again with the same keys.
  mutating func properties(depth: Int) throws(JSONFault) -> [JSONValue.Member] {
    let inner = try deeper(depth)
    try expect(Ascii.openBrace)
    var members: [JSONValue.Member] = []
    if isEmpty(until: Ascii.closeBrace) { return members }
    members.reserveCapacity(propertyKeys.count)
    var others: KeySet?
    repeat {
      _ = next()
      let start = index
      let token = try stringToken()
      let text = UnsafeBufferPointer(start: base + token.start, count: token.end - token.start)
      let key: String
      if others == nil, let known = propertyKeys.key(at: members.count, matching: text) {
        key = known
      } else {
        key = try decoded(token)
        if others == nil { others = KeySet(members.map(\.key)) }
        if others?.insert(key) == false { throw JSONFault(rule: .duplicateKey, offset: start) }
        propertyKeys.replace(from: members.count, with: key, text: text)
      }
      try expect(Ascii.colon)
      members.append(JSONValue.Member(key, try value(depth: inner)))
    } while try continues(until: Ascii.closeBrace)
    return members
  }

  /// Steps over the value that is next, looking at its syntax alone.
  mutating func skipValue(depth: Int = 0) throws(JSONFault) {
    switch next() {
    case Ascii.openBrace:
      let inner = try deeper(depth)
      index += 1
      if isEmpty(until: Ascii.closeBrace) { return }
      repeat {
        _ = try stringToken()
        try expect(Ascii.colon)
        try skipValue(depth: inner)
      } while try continues(until: Ascii.closeBrace)
    case Ascii.openBracket:
      let inner = try deeper(depth)
      index += 1
      if isEmpty(until: Ascii.closeBracket) { return }
      repeat { try skipValue(depth: inner) } while try continues(until: Ascii.closeBracket)
    case Ascii.quote: _ = try stringToken()
    case UInt8(ascii: "t"): try expect(word: "true")
    case UInt8(ascii: "f"): try expect(word: "false")
    case UInt8(ascii: "n"): try expect(word: "null")
    default: _ = try numberToken()
    }
  }
}

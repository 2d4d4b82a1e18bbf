import FoundationEssentials

/// A value of JSON-LD.
indirect enum LinkedData: Decodable, Sendable {
  case object([String: LinkedData])
  case array([LinkedData])
  case text(String)
  case bool(Bool)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let members = try? container.decode([String: LinkedData].self) {
      self = .object(members)
    } else if let elements = try? container.decode([LinkedData].self) {
      self = .array(elements)
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else {
      self = .other
    }
  }

  /// What a script element holds; nil where it is not JSON. Comments and CDATA marks around it go, line ends inside strings are
  /// mended.
  init?(script bytes: [UInt8]) {
    guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
      let end = bytes.lastIndex(where: { $0 == 0x7D || $0 == 0x5D }), start < end,
      Self.depth(of: bytes[start...end]) <= 64
    else { return nil }
    // between `/*<![CDATA[*/` and the object stands another bracket
    let text = Array(bytes[start...end])
    let candidates = [
      text,
      text.firstIndex(of: 0x7B).flatMap { first in
        text.lastIndex(of: 0x7D).flatMap { first < $0 ? Array(text[first...$0]) : nil }
      },
    ]
    for candidate in candidates {
      guard let candidate, let value = try? JSONDecoder().decode(LinkedData.self, from: Data(Self.mended(candidate)))
      else { continue }
      self = value
      return
    }
    return nil
  }

  private static func depth(of bytes: ArraySlice<UInt8>) -> Int {
    var (depth, most) = (0, 0)
    for byte in bytes {
      if byte == 0x7B || byte == 0x5B { depth += 1 }
      if byte == 0x7D || byte == 0x5D { depth -= 1 }
      most = max(most, depth)
    }
    return most
  }

  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var (isText, isEscaped) = (false, false)
    for byte in bytes {
      if isText, byte < 0x20 {
        result.append(contentsOf: byte == 0x0A ? Array(#"\n"#.utf8) : [0x20])
        isEscaped = false
        continue
      }
      if byte == 0x22, !isEscaped { isText.toggle() }
      isEscaped = isText && byte == 0x5C && !isEscaped
      result.append(byte)
    }
    return result
  }

  subscript(name: String) -> LinkedData? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// A text, or the first of several.
  var text: String? {
    switch self {
    case .text(let text): text
    case .array(let elements): elements.lazy.compactMap(\.text).first
    case .object(let members): members["@value"]?.text
    default: nil
    }
  }

  /// One or several.
  var elements: [LinkedData] {
    if case .array(let elements) = self { return elements }
    return [self]
  }

  /// The types, without the address of the vocabulary.
  var types: [String] {
    (self["@type"]?.elements ?? []).compactMap(\.text).map { type in
      type.split(whereSeparator: { $0 == "/" || $0 == "#" || $0 == ":" }).last.map(String.init) ?? type
    }
  }

  /// This object and those within it, in the order of the page as far as arrays go, keys sorted. At most some thousand.
  var objects: [LinkedData] {
    var found: [LinkedData] = []
    collect(into: &found)
    return found
  }

  private func collect(into found: inout [LinkedData]) {
    guard found.count < 4000 else { return }
    switch self {
    case .object(let members):
      found.append(self)
      for key in members.keys.sorted() { members[key]?.collect(into: &found) }
    case .array(let elements):
      for element in elements { element.collect(into: &found) }
    default: break
    }
  }
}

/// JSON text in the making.
struct JSONOutput: ~Copyable {
  var bytes: ByteBuffer
  private let coordinateFormat: FixedDecimals
  private static let propertyFormat = FixedDecimals(9)

  init(decimals: Int, capacity: Int = 1024) {
    bytes = ByteBuffer(capacity: capacity)
    coordinateFormat = FixedDecimals(decimals)
  }

  var string: String { bytes.withBytes { String(decoding: $0, as: UTF8.self) } }

  @inline(__always)
  mutating func raw(_ text: StaticString) { bytes.append(text) }

  mutating func value(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let bool): raw(bool ? "true" : "false")
    case .int(let int): integer(int)
    case .double(let double): number(double)
    case .decimal(let digits): decimal(digits)
    case .string(let string): text(string)
    case .array(let values): list(values) { output, value in output.value(value) }
    case .object(let members):
      bytes.append(Ascii.openBrace)
      self.members(members, isFirst: true)
      bytes.append(Ascii.closeBrace)
    }
  }

  /// Members without the braces round them.
  mutating func members(_ members: [JSONValue.Member], isFirst: Bool) {
    var isFirst = isFirst
    for member in members {
      if !isFirst { bytes.append(Ascii.comma) }
      isFirst = false
      text(member.key)
      bytes.append(Ascii.colon)
      value(member.value)
    }
  }

  @inline(__always)
  mutating func list<Element>(_ elements: [Element], _ write: (inout JSONOutput, Element) -> Void) {
    bytes.append(Ascii.openBracket)
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(Ascii.comma) }
      isFirst = false
      write(&self, element)
    }
    bytes.append(Ascii.closeBracket)
  }

  // MARK: Numbers

  mutating func integer(_ integer: Int) {
    bytes.append(atMost: FixedDecimals.limit) { place in
      place[0] = Ascii.minus
      let start = integer < 0 ? 1 : 0
      let digits = FixedDecimals.digitCount(UInt64(integer.magnitude))
      FixedDecimals.write(UInt64(integer.magnitude), digits: digits, to: place + start)
      return start + digits
    }
  }

  /// The shortest digits that read back the same; what is no number is null.
  mutating func number(_ number: Double) {
    guard number.isFinite else { return raw("null") }
    let magnitude = number.magnitude
    if number == 0, number.sign == .minus { return raw("-0") }
    if magnitude < 9e15, magnitude == magnitude.rounded() { return integer(Int(number)) }
    // Numbers of at most 15 digits differ from each other as doubles, so that what reads back is the shortest.
    let units = (magnitude * 1e9).rounded()
    if units < 1e15, units / 1e9 == magnitude {
      bytes.append(atMost: FixedDecimals.limit) { place in
        Self.propertyFormat.write(UInt64(units), isNegative: number < 0, to: place)
      }
    } else {
      var digits = number.description
      digits.withUTF8 { bytes.append($0) }
    }
  }

  /// Digits as they are, if they are a number of JSON; else null.
  private mutating func decimal(_ digits: String) {
    var digits = digits
    let isNumber = digits.withUTF8 { text in
      guard let base = text.baseAddress else { return false }
      var parser = JSONParser(base, count: text.count, maximumDepth: 0)
      guard parser.beginsNumber(parser.byte), (try? parser.numberToken()) != nil else { return false }
      return parser.index == text.count
    }
    if isNumber { digits.withUTF8 { bytes.append($0) } } else { raw("null") }
  }

  /// A coordinate: at most so many decimals, no trailing zeros, no exponent below 10^19 units.
  @inline(__always)
  mutating func coordinate(_ number: Double) {
    if let units = coordinateFormat.units(number.magnitude) {
      bytes.append(atMost: FixedDecimals.limit) { place in
        coordinateFormat.write(units, isNegative: number < 0, to: place)
      }
    } else {
      self.number(number)
    }
  }
}

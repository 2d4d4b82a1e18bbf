/// Where an encoder puts what it encodes. Containers of Swift's encoders are handed out before they are filled; hence a class.
final class JSONStorage {
  private enum Content {
    case single(JSONValue)
    case array([JSONStorage])
    case object([(key: String, value: JSONStorage)])
  }

  private var content = Content.object([])

  /// What was encoded; an object where nothing was.
  var value: JSONValue {
    get {
      switch content {
      case .single(let value): value
      case .array(let values): .array(values.map(\.value))
      case .object(let members): .object(members.map { JSONValue.Member($0.key, $0.value.value) })
      }
    }
    set { content = .single(newValue) }
  }

  var count: Int {
    guard case .array(let values) = content else { return 0 }
    return values.count
  }

  func becomeArray() { if case .array = content {} else { content = .array([]) } }

  func becomeObject() { if case .object = content {} else { content = .object([]) } }

  func append() -> JSONStorage {
    let inner = JSONStorage()
    guard case .array(var values) = content else { return inner }
    content = .array([])
    values.append(inner)
    content = .array(values)
    return inner
  }

  /// The place of a member, which is emptied where there was one.
  func member(_ key: String) -> JSONStorage {
    let inner = JSONStorage()
    guard case .object(var members) = content else { return inner }
    content = .object([])
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value = inner
    } else {
      members.append((key, inner))
    }
    content = .object(members)
    return inner
  }
}

/// Encodes values as ``JSONValue``.
struct JSONValueEncoder: Encoder {
  let storage: JSONStorage
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ storage: JSONStorage = JSONStorage(), codingPath: [any CodingKey]) {
    self.storage = storage
    self.codingPath = codingPath
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    storage.becomeObject()
    return KeyedEncodingContainer(JSONKeyedEncoding<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    storage.becomeArray()
    return JSONUnkeyedEncoding(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
  func encodeNil() { storage.value = .null }
  func encode(_ value: Bool) { storage.value = .bool(value) }
  func encode(_ value: String) { storage.value = .string(value) }

  func encode(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: codingPath, debugDescription: "JSON has no \(value)."))
    }
    storage.value = .double(value)
  }

  func encode(_ value: Float) throws {
    // By its own digits: 0.1 is to stay 0.1.
    try encode(value.isFinite ? Double(value.description) ?? Double(value) : Double(value))
  }

  func encode(_ value: Int) { encode(integer: value) }
  func encode(_ value: Int8) { encode(integer: value) }
  func encode(_ value: Int16) { encode(integer: value) }
  func encode(_ value: Int32) { encode(integer: value) }
  func encode(_ value: Int64) { encode(integer: value) }
  func encode(_ value: UInt) { encode(integer: value) }
  func encode(_ value: UInt8) { encode(integer: value) }
  func encode(_ value: UInt16) { encode(integer: value) }
  func encode(_ value: UInt32) { encode(integer: value) }
  func encode(_ value: UInt64) { encode(integer: value) }

  func encode(_ value: some Encodable) throws { try value.encode(to: self) }

  private func encode(integer value: some FixedWidthInteger) {
    storage.value = Int(exactly: value).map(JSONValue.int) ?? .decimal(value.description)
  }
}

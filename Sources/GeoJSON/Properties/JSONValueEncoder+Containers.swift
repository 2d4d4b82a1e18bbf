struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil(forKey key: Key) { inner(key).encodeNil() }

  func encode(_ value: some Encodable, forKey key: Key) throws { try inner(key).encode(value) }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
    inner(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { inner(key).unkeyedContainer() }

  func superEncoder() -> any Encoder { inner(JSONKey("super")) }

  func superEncoder(forKey key: Key) -> any Encoder { inner(key) }

  private func inner(_ key: any CodingKey) -> JSONValueEncoder {
    JSONValueEncoder(encoder.storage.member(key.stringValue), codingPath: codingPath + [key])
  }
}

struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.storage.count }

  func encodeNil() { inner().encodeNil() }

  func encode(_ value: some Encodable) throws { try inner().encode(value) }

  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    inner().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { inner().unkeyedContainer() }

  func superEncoder() -> any Encoder { inner() }

  private func inner() -> JSONValueEncoder {
    JSONValueEncoder(encoder.storage.append(), codingPath: codingPath + [JSONKey(intValue: count)])
  }
}

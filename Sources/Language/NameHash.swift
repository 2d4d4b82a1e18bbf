/// The hash of a folded name, built word by word, so that the words of a text are hashed once however many names are tried.
///
/// It is part of the gazetteer's format: a change needs a new format version.
@usableFromInline
package struct NameHash: Hashable, Sendable {
  package private(set) var value: UInt64

  /// Of a name of one folded word.
  package init(word: UInt64) { value = Self.mix(0x9E37_79B9_7F4A_7C15, word) }

  /// Adds the next word.
  package mutating func append(word: UInt64) { value = Self.mix(value, word) }

  /// Of a whole key: words with one space between.
  @usableFromInline
  package init(key: [UInt8]) {
    var hash: NameHash?
    key.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
        let word = Self.word(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if hash == nil { hash = NameHash(word: word) } else { hash?.append(word: word) }
        start = end + 1
      }
    }
    value = hash?.value ?? 0
  }

  /// The hash of one folded word.
  package static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xA076_1D64_78BD_642F ^ UInt64(bytes.count)
    var chunk: UInt64 = 0
    var filled: UInt64 = 0
    for byte in bytes {
      chunk |= UInt64(byte) << filled
      filled += 8
      if filled == 64 {
        hash = mix(hash, chunk)
        (chunk, filled) = (0, 0)
      }
    }
    return mix(hash, chunk ^ 0xE703_7ED1_A0B4_28DB)
  }

  /// The folded multiply of wyhash (public domain): both halves of the 128-bit product.
  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x8EBC_6AF0_9C88_C6E3).multipliedFullWidth(by: right ^ 0x5899_65CC_7537_4CC3)
    return product.high ^ product.low
  }
}

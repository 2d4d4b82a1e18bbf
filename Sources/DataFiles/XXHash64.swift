/// The 64-bit xxHash of Yann Collet: a checksum at memory speed, not a safeguard against forgers.
///
/// Source: the algorithm's public specification (XXH64, seed 0).
package enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  package static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { hash(ByteView($0)) }
  }

  package static func hash(_ bytes: ByteView) -> UInt64 {
    var offset = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
      // Files of many megabytes come through here: no check of bounds beyond the loop's own.
      bytes.withUnsafeBytes { stripes in
        func lane(_ offset: Int) -> UInt64 {
          UInt64(littleEndian: stripes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        while offset &+ 32 <= stripes.count {
          a = round(a, lane(offset))
          b = round(b, lane(offset &+ 8))
          c = round(c, lane(offset &+ 16))
          d = round(d, lane(offset &+ 24))
          offset &+= 32
        }
      }
      hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    } else {
      hash = prime5
    }
    hash &+= UInt64(bytes.count)
    while offset + 8 <= bytes.count {
      hash = rotate(hash ^ round(0, bytes.uint64(at: offset)), 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= bytes.count {
      hash = rotate(hash ^ (UInt64(bytes.uint32(at: offset)) &* prime1), 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      hash = rotate(hash ^ (UInt64(bytes.uint8(at: offset)) &* prime5), 11) &* prime1
      offset += 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  private static func rotate(_ value: UInt64, _ bits: UInt64) -> UInt64 { (value << bits) | (value >> (64 &- bits)) }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ (input &* prime2), 31) &* prime1
  }
}

import DataFiles

/// Weights by feature in an open-addressing table: 16 bytes a slot, the feature (u32) and five weights (i16) in 1/1024. Most features
/// of a text have no weight: a table of 16 bits of each slot's feature (0 where it is empty), small enough to stay in the cache, says so.
struct TaggerWeights: Sendable {
  private static let slotSize = 16
  private static let scale: Float = 1024

  private let keys: ByteView
  private let table: ByteView
  private let mask: Int
  let transitions: TagTransitions

  init(keys: ByteView, table: ByteView, transitions: ByteView) {
    self.keys = keys
    self.table = table
    mask = max(table.count / Self.slotSize, 1) - 1
    self.transitions = TagTransitions(
      (0..<TagLabel.count).map { row in
        var weights = SIMD8<Float>(repeating: 0)
        for column in 0..<8 {
          weights[column] = Float(Double(bitPattern: transitions.uint64(at: (row * 8 + column) * 8)))
        }
        return weights
      })
  }

  @inline(__always)
  private static func key(_ feature: UInt32) -> UInt16 { max(UInt16(truncatingIfNeeded: feature >> 16), 1) }

  /// Adds a feature's weights, in 1/1024, if it has any.
  @inline(__always)
  func add(_ feature: UInt32, to sum: inout SIMD8<Int32>) {
    let wanted = Self.key(feature)
    var slot = Int(feature) & mask
    for _ in 0...mask {
      let key = keys.uint16(at: slot * 2)
      if key == 0 { return }
      if key == wanted {
        let offset = slot * Self.slotSize
        if table.uint32(at: offset) == feature {
          let low = table.uint64(at: offset + 4)
          sum[0] &+= Int32(Int16(truncatingIfNeeded: low))
          sum[1] &+= Int32(Int16(truncatingIfNeeded: low >> 16))
          sum[2] &+= Int32(Int16(truncatingIfNeeded: low >> 32))
          sum[3] &+= Int32(Int16(truncatingIfNeeded: low >> 48))
          sum[4] &+= Int32(Int16(truncatingIfNeeded: table.uint16(at: offset + 12)))
          return
        }
      }
      slot = (slot + 1) & mask
    }
  }

  static func scores(_ sum: SIMD8<Int32>) -> SIMD8<Float> { SIMD8<Float>(sum) / scale }

  static func encode(_ weights: [UInt32: SIMD8<Float>]) -> (keys: [UInt8], slots: [UInt8]) {
    var count = 16
    while count < weights.count * 3 / 2 { count *= 2 }
    var keys = [UInt16](repeating: 0, count: count)
    var slots = [UInt8](repeating: 0, count: count * slotSize)
    for (feature, row) in weights.sorted(by: { $0.key < $1.key }) where feature != 0 {
      var slot = Int(feature) & (count - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (count - 1) }
      keys[slot] = key(feature)
      var entry: [UInt8] = []
      entry.appendLittleEndian(feature)
      for label in 0..<TagLabel.count { entry.appendLittleEndian(Int16(clamping: Int((row[label] * scale).rounded()))) }
      slots.replaceSubrange(slot * slotSize..<slot * slotSize + entry.count, with: entry)
    }
    var bytes: [UInt8] = []
    for key in keys { bytes.appendLittleEndian(key) }
    return (bytes, slots)
  }
}

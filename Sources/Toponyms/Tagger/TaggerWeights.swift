import DataFiles

/// Weights by feature in an open-addressing table: 16 bytes a slot, the feature (u32), five weights (i16) in 1/1024 and 0. Most features
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

  /// The summed weights of some features, a lane for each label.
  ///
  /// All first slots are looked at before any is judged, so that their loads do not wait for each other; `features` is left with
  /// those that may have weights first.
  func scores(_ features: UnsafeMutableBufferPointer<UInt32>) -> SIMD8<Float> {
    keys.withUnsafeBytes { keys in
      table.withUnsafeBytes { table in
        // a file cut short has no slots for the mask
        guard keys.count == 2 * (mask + 1), table.count == Self.slotSize * (mask + 1) else {
          return SIMD8(repeating: 0)
        }
        var likely = 0
        for feature in features {
          features[likely] = feature
          likely &+= keys.loadUnaligned(fromByteOffset: (Int(feature) & mask) &* 2, as: UInt16.self) == 0 ? 0 : 1
        }
        var sum = SIMD8<Int32>(repeating: 0)
        for feature in features[..<likely] { add(feature, keys, table, to: &sum) }
        // the weights stand in the lanes behind the feature's own two
        let weights = SIMD8(sum[2], sum[3], sum[4], sum[5], sum[6], 0, 0, 0)
        return SIMD8<Float>(weights) / Self.scale
      }
    }
  }

  /// Adds a feature's slot, if it has one.
  @inline(__always)
  private func add(
    _ feature: UInt32, _ keys: UnsafeRawBufferPointer, _ table: UnsafeRawBufferPointer, to sum: inout SIMD8<Int32>
  ) {
    let wanted = Self.key(feature)
    var slot = Int(feature) & mask
    for _ in 0...mask {
      let key = UInt16(littleEndian: keys.loadUnaligned(fromByteOffset: slot &* 2, as: UInt16.self))
      if key == 0 { return }
      if key == wanted {
        let offset = slot &* Self.slotSize
        if UInt32(littleEndian: table.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) == feature {
          sum &+= SIMD8<Int32>(truncatingIfNeeded: table.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int16>.self))
          return
        }
      }
      slot = (slot &+ 1) & mask
    }
  }

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

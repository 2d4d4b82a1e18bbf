/// A value for each of some words, by their ``FeatureBag/wordHash(_:)``: an open-addressing table without removal.
struct HashTable<Value: Sendable>: Sendable {
  private var slots: [(hash: UInt32, isTaken: Bool, value: Value)]
  private let mask: Int
  private let absent: Value

  /// - Parameters:
  ///   - capacity: the most words that there will be.
  ///   - absent: the value of every other word.
  init(capacity: Int, absent: Value) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: (0, false, absent), count: count)
    mask = count - 1
    self.absent = absent
  }

  private func slot(of hash: UInt32) -> Int {
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot].isTaken, slots[slot].hash != hash { slot = (slot + 1) & mask }
    return slot
  }

  subscript(hash: UInt32) -> Value {
    get {
      let found = slots[slot(of: hash)]
      return found.isTaken ? found.value : absent
    }
    set {
      slots[slot(of: hash)] = (hash, true, newValue)
    }
  }
}

extension HashTable<Bool> {
  /// A table that has some words.
  init(keys: some Collection<UInt32>) {
    self.init(capacity: keys.count, absent: false)
    for key in keys { self[key] = true }
  }
}

/// Words by their ``FeatureBag/wordHash(_:)``, so packed that a few others pass too.
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(_ hashes: some Sequence<UInt32>) {
    for hash in hashes { bits[Self.slot(hash)] |= 1 << UInt64(hash & 63) }
  }

  private static func slot(_ hash: UInt32) -> Int { Int((hash >> 6) & 1023) }

  /// False only of a word that is not among them.
  func mayHave(_ hash: UInt32) -> Bool { bits[Self.slot(hash)] >> UInt64(hash & 63) & 1 != 0 }
}

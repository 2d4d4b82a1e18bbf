/// The keys of one object, to find the second of two that are equal by their code points. (`String` compares by canonical
/// equivalence, JSON does not.)
struct KeySet {
  private var keys: [String] = []
  private var index: [String: Int] = [:]

  init(_ keys: [String] = []) { self.keys = keys }

  /// False where the key was there already.
  /// - Complexity: O(1) for many keys, O(n) for few.
  mutating func insert(_ key: String) -> Bool {
    if keys.count < 12 {
      if keys.contains(where: { Self.areSame($0, key) }) { return false }
    } else {
      if index.isEmpty { for (place, key) in keys.enumerated() { index[key] = place } }
      if let place = index[key] {
        if Self.areSame(keys[place], key) || keys.contains(where: { Self.areSame($0, key) }) { return false }
      } else {
        index[key] = keys.count
      }
    }
    keys.append(key)
    return true
  }

  private static func areSame(_ left: String, _ right: String) -> Bool {
    left == right && left.utf8.elementsEqual(right.utf8)
  }
}

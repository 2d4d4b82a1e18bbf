/// The keys of the object read last. Features of a file mostly have the same properties in the same order, so that a key is
/// compared with what stood at its place before it is decoded, and keys that all match are known to differ from each other.
struct KeyCache {
  private var keys: [String] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { keys.count }

  /// The first keys, as many as `place`.
  func keys(before place: Int) -> [String] { Array(keys.prefix(place)) }

  /// The key at `place`, where its text between the quotes is the same.
  @inline(__always)
  func key(at place: Int, matching text: UnsafeBufferPointer<UInt8>) -> String? {
    guard place < keys.count else { return nil }
    let start = place == 0 ? 0 : ends[place - 1]
    guard ends[place] - start == text.count else { return nil }
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return nil }
    return keys[place]
  }

  /// Forgets the keys from `place` on and puts another one there.
  mutating func replace(from place: Int, with key: String, text: UnsafeBufferPointer<UInt8>) {
    keys.removeSubrange(min(place, keys.count)...)
    ends.removeSubrange(min(place, ends.count)...)
    bytes.removeSubrange((ends.last ?? 0)...)
    // Very long keys are not worth the memory.
    guard keys.count == place, text.count <= 4096 else { return }
    keys.append(key)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }
}

/// A small number for each of some words, by their hashes: an open-addressing table.
package struct WordTable: Sendable {
  private var words: [UInt64]
  private var numbers: [UInt16]
  private let mask: Int

  /// - Parameter capacity: the most words that there will be.
  package init(capacity: Int) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    words = [UInt64](repeating: 0, count: slots)
    numbers = [UInt16](repeating: 0, count: slots)
    mask = slots - 1
  }

  private func slot(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word >> 20) & mask
    while words[slot] != word, words[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// 0 for a word that it does not have.
  package subscript(word: UInt64) -> UInt16 {
    get { word == 0 ? 0 : numbers[slot(of: word)] }
    set {
      guard word != 0 else { return }
      let slot = slot(of: word)
      words[slot] = word
      numbers[slot] = newValue
    }
  }

  /// Sets bits of a word's number.
  package mutating func insert(_ bits: UInt16, of word: UInt64) {
    guard word != 0 else { return }
    let slot = slot(of: word)
    words[slot] = word
    numbers[slot] |= bits
  }
}

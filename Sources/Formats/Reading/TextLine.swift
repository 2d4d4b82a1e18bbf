/// Text on its way to one line: white space is a single space, what cannot be seen goes.
struct TextLine {
  private(set) var bytes: [UInt8] = []
  private var hasSpace = false

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// - Returns: how many bytes were added, spaces counted with what follows them.
  @discardableResult
  mutating func append(_ text: some Collection<UInt8>) -> Int {
    let before = bytes.count
    var pending: [UInt8] = []
    for byte in text {
      switch byte {
      case 0...0x20, 0x7F: flush(&pending, hasSpaceBehind: true)
      default: pending.append(byte)
      }
    }
    flush(&pending, hasSpaceBehind: false)
    return bytes.count - before
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    hasSpace = false
  }

  /// A word, in which no-break spaces become spaces, and soft hyphens, zero-width spaces and byte order marks go.
  private mutating func flush(_ word: inout [UInt8], hasSpaceBehind: Bool) {
    defer {
      word.removeAll(keepingCapacity: true)
      if hasSpaceBehind { hasSpace = true }
    }
    var index = 0
    while index < word.count {
      let byte = word[index]
      let next = index + 1 < word.count ? word[index + 1] : 0
      let third = index + 2 < word.count ? word[index + 2] : 0
      switch (byte, next, third) {
      case (0xC2, 0xA0, _), (0xC2, 0x85, _):
        hasSpace = true
        index += 2
      case (0xC2, 0x80..<0xA0, _), (0xC2, 0xAD, _): index += 2
      case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80):
        hasSpace = true
        index += 3
      case (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF), (0xE2, 0x81, 0xA0): index += 3
      default:
        if hasSpace, !bytes.isEmpty { bytes.append(0x20) }
        hasSpace = false
        bytes.append(byte)
        index += 1
      }
    }
  }
}

/// What a linear model sees of a case: hashes of the features that hold, without order.
package struct FeatureBag: Sendable {
  package private(set) var hashes: [UInt32] = []

  /// - Parameter capacity: about how many features there will be.
  package init(capacity: Int = 96) { hashes.reserveCapacity(capacity) }

  /// Adds a feature of a kind with up to three values (words by their ``wordHash(_:)``, numbers as they are).
  @inline(__always)
  mutating func add(_ kind: UInt32, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
    var hash = (kind &+ 1) &* 0x9E37_79B1
    hash = Self.mixed(hash, first)
    hash = Self.mixed(hash, second)
    hashes.append(Self.mixed(hash, third))
  }

  @inline(__always)
  private static func mixed(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    let product = (hash ^ value) &* 0x85EB_CA6B
    return product ^ (product >> 15)
  }

  /// The hash of a word or sign (FNV-1a over its UTF-8).
  static func wordHash(_ word: some StringProtocol) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// A count in steps that grow: 0, 1, 2, 3, 4, 5–6, 7–9, 10–14, 15–24, 25 and more.
  static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case ..<5: UInt32(max(count, 0))
    case 5...6: 5
    case 7...9: 6
    case 10...14: 7
    case 15...24: 8
    default: 9
    }
  }
}

/// The hashes of a word and of its first letters, as ``FeatureBag/wordHash(_:)`` gives them.
struct WordHashes {
  var word: UInt32
  /// Of the first five letters.
  var stem: UInt32
  /// Of the first three letters.
  var head: UInt32

  init(_ text: String) {
    var hash: UInt32 = 0x811C_9DC5
    var (stem, head): (UInt32?, UInt32?)
    var length = 0
    var isASCII = true
    for byte in text.utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
      length += 1
      if byte >= 0x80 { isASCII = false }
      if length == 3 { head = hash }
      if length == 5 { stem = hash }
    }
    word = hash
    self.stem = isASCII ? stem ?? hash : FeatureBag.wordHash(text.prefix(5))
    self.head = isASCII ? head ?? hash : FeatureBag.wordHash(text.prefix(3))
  }
}

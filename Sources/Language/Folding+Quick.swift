extension Folding {
  /// Calls `body` with the key of a name and its hash, without allocating where the name is no longer than 200 bytes, as nearly all
  /// are.
  @inlinable
  package static func withKey<Result>(
    of name: String, _ body: (_ key: UnsafeBufferPointer<UInt8>, _ hash: NameHash) -> Result
  ) -> Result {
    var name = name
    return name.withUTF8 { bytes in withKey(ofUTF8: bytes, body) }
  }

  /// As ``withKey(of:_:)``, over UTF-8.
  @inlinable
  package static func withKey<Result>(
    ofUTF8 bytes: UnsafeBufferPointer<UInt8>, _ body: (_ key: UnsafeBufferPointer<UInt8>, _ hash: NameHash) -> Result
  ) -> Result {
    guard bytes.count <= 200 else { return withLongKey(of: bytes, body) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: quickCapacity) { key in
      guard let (length, hash) = fold(bytes, into: key) else { return withLongKey(of: bytes, body) }
      return body(UnsafeBufferPointer(rebasing: key[..<length]), hash)
    }
  }

  @usableFromInline static let quickCapacity = 512

  @inlinable
  static func withLongKey<Result>(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, NameHash) -> Result
  ) -> Result {
    let key = key(ofUTF8: Array(bytes))
    let hash = NameHash(key: key)
    return key.withUnsafeBufferPointer { body($0, hash) }
  }

  /// As ``key(ofUTF8:)``; nil where the key has no room in `key`.
  @usableFromInline
  static func fold(
    _ name: UnsafeBufferPointer<UInt8>, into key: UnsafeMutableBufferPointer<UInt8>
  ) -> (length: Int, hash: NameHash)? {
    var length = 0
    var start = 0
    var hash: NameHash?
    var dropped: NameHash?
    func endWord() {
      guard length > start else { return }
      let word = UnsafeMutableBufferPointer(rebasing: key[start..<length])
      length = start + shorten(word)
      let value = NameHash.word(UnsafeBufferPointer(rebasing: key[start..<length]))
      // A leading "the" goes once another word follows.
      if start == 0, length == 3, key[0] == 0x74, key[1] == 0x68, key[2] == 0x65, dropped == nil {
        dropped = NameHash(word: value)
        start = 0
        length = 0
        return
      }
      if hash == nil { hash = NameHash(word: value) } else { hash?.append(word: value) }
      key[length] = 0x20
      length += 1
      start = length
    }
    func put(_ letter: UInt8) {
      if letter == 0x20 {
        endWord()
      } else {
        key[length] = letter
        length += 1
      }
    }
    var offset = 0
    while offset < name.count {
      let byte = name[offset]
      // Room for the letters of one scalar and the space behind the last word.
      guard length + longestFold < key.count else { return nil }
      if byte < 0x80 {
        let letter = fold(byte)
        if letter != 0 { put(letter) }
        offset += 1
        continue
      }
      let (scalar, count) = UTF8Decoding.scalar(name, at: offset)
      if let place = pooled(scalar) {
        let letters = Int(FoldTable.pool[place])
        guard letters < longestFold else { return nil }
        for index in place + 1..<place + 1 + letters { put(FoldTable.pool[index]) }
      } else {
        for index in offset..<offset + count { put(name[index]) }
      }
      offset += count
    }
    endWord()
    if let hash { return (length - 1, hash) }
    guard let dropped else { return (0, NameHash(key: [])) }
    (key[0], key[1], key[2]) = (0x74, 0x68, 0x65)
    return (3, dropped)
  }

  /// More than the bytes that any but a few ligatures fold to.
  private static let longestFold = 24

  /// One letter, as the table of ``Folding`` has it.
  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: byte
    case 0x41...0x5A: byte | 0x20
    case 0x27, 0x2E, 0x60: 0
    default: 0x20
    }
  }

  /// The length of a word once it is ``shortened(_:)``, which then stands at its beginning.
  private static func shorten(_ word: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard word.count == 4 || word.count == 5, word[word.count - 1] == 0x74 else { return word.count }
    func isWord(_ text: StaticString) -> Bool {
      guard text.utf8CodeUnitCount == word.count else { return false }
      for index in word.indices where text.utf8Start[index] != word[index] { return false }
      return true
    }
    guard isWord("saint") || isWord("mount") || isWord("fort") else { return word.count }
    word[1] = 0x74
    return 2
  }
}

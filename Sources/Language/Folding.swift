/// The form in which names are compared: compatibility decomposition, case and marks off, apostrophes and dots dropped,
/// hyphens and other punctuation as spaces, `saint`, `mount`, `fort` as `st`, `mt`, `ft`, no leading `the`.
///
/// Writer and reader of a gazetteer must fold alike: ``version`` is stamped into the file.
public enum Folding {
  /// Changes whenever some name folds differently than before.
  public static let version: UInt32 = 1

  /// The key of a name: its folded words with one space between. Empty where nothing is left.
  public static func key(of name: String) -> String {
    String(decoding: key(ofUTF8: Array(name.utf8)), as: UTF8.self)
  }

  /// As ``key(of:)``, over UTF-8.
  @usableFromInline
  package static func key(ofUTF8 name: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.count)
    name.withUnsafeBufferPointer { appendLetters(of: $0, to: &letters) }
    var key: [UInt8] = []
    key.reserveCapacity(letters.count)
    var words = letters.split(separator: 0x20)[...]
    if words.count > 1, words.first?.elementsEqual("the".utf8) == true { words = words.dropFirst() }
    for word in words {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: shortened(word))
    }
    return key
  }

  /// Appends the folded letters of `text` as they come; punctuation gives spaces, runs of spaces are not joined.
  package static func appendLetters(of text: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        offset += 1
        let letter = ascii[Int(byte)]
        if letter != 0 { folded.append(letter) }
        continue
      }
      let (scalar, length) = UTF8Decoding.scalar(text, at: offset)
      appendFolded(scalar, original: text[offset..<offset + length], to: &folded)
      offset += length
    }
  }

  private static func appendFolded(
    _ scalar: UInt32, original: Slice<UnsafeBufferPointer<UInt8>>, to folded: inout [UInt8]
  ) {
    guard let place = pooled(scalar) else {
      folded.append(contentsOf: original)
      return
    }
    let length = Int(FoldTable.pool[place])
    folded.append(contentsOf: FoldTable.pool[place + 1..<place + 1 + length])
  }

  /// Where in the table's pool the letters of a scalar beyond ASCII stand, their count first; nil where it stays what it is.
  static func pooled(_ scalar: UInt32) -> Int? {
    guard scalar < FoldTable.limit else { return nil }
    let page = Int(FoldTable.pages[Int(scalar >> 7)])
    let place = page == 0 ? 0 : Int(FoldTable.entries[page << 7 | Int(scalar & 127)])
    return place == 0 ? nil : place
  }

  /// `saint` → `st`, `mount` → `mt`, `fort` → `ft`; other words as they are.
  package static func shortened(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    switch word.count {
    case 5 where word.elementsEqual("saint".utf8): [0x73, 0x74]
    case 5 where word.elementsEqual("mount".utf8): [0x6D, 0x74]
    case 4 where word.elementsEqual("fort".utf8): [0x66, 0x74]
    default: word
    }
  }

  /// Folded ASCII: letters lower-cased, digits kept, apostrophes and dots 0 (dropped), all else a space.
  private static let ascii: [UInt8] = (0..<128).map { (byte: Int) -> UInt8 in
    switch UInt8(byte) {
    case 0x41...0x5A: UInt8(byte) + 32
    case 0x61...0x7A, 0x30...0x39: UInt8(byte)
    case 0x27, 0x2E, 0x60: 0
    default: 0x20
    }
  }
}

/// Reading scalars out of UTF-8 that is known to be valid.
package enum UTF8Decoding {
  /// The scalar that begins at `offset` and the count of its bytes; what is cut off at the end reads as U+FFFD.
  @inline(__always)
  package static func scalar(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, offset + length <= text.count else { return (0xFFFD, min(length, text.count - offset)) }
    var scalar = first & (0x7F >> UInt32(length))
    for next in 1..<length { scalar = scalar << 6 | UInt32(text[offset + next]) & 0x3F }
    return (scalar, length)
  }
}

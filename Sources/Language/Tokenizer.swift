/// Cuts UTF-8 into tokens, made for news: `U.S.`, `Gen.`, `Sana'a`, `Israel's`, `1,000`, `Tel Aviv-based`.
struct Tokenizer {
  private(set) var tokens: [Token] = []
  private(set) var folded: [UInt8] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5)
    folded.reserveCapacity(bytes.count)
  }

  mutating func run() {
    bytes.withUnsafeBufferPointer { text in
      var offset = 0
      var space = true
      var line = true
      while offset < text.count {
        let (scalar, length) = UTF8Decoding.scalar(text, at: offset)
        switch CharacterClass(scalar) {
        case .newline:
          (space, line) = (true, true)
          offset += length
          continue
        case .space:
          space = true
          offset += length
          continue
        case .letter: offset = word(in: text, from: offset)
        case .digit: offset = number(in: text, from: offset)
        case .apostrophe, .hyphen, .dot, .sign:
          emit(.punctuation, from: offset, to: offset + length, shape: [])
          offset += length
        }
        mark(space: space, line: line)
        (space, line) = (false, false)
      }
    }
  }

  private mutating func mark(space: Bool, line: Bool) {
    guard let last = firstOfRun else { return }
    if space { tokens[last].shape.insert(.spaceBefore) }
    if line { tokens[last].shape.insert(.lineStart) }
    firstOfRun = nil
  }

  /// The token that the last step began with: a word and its possessive are two tokens of one step.
  private var firstOfRun: Int?

  private mutating func emit(_ kind: Token.Kind, from start: Int, to end: Int, shape: Token.Shape) {
    if firstOfRun == nil { firstOfRun = tokens.count }
    tokens.append(
      Token(
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), kind: kind, shape: shape,
        foldedStart: Int32(truncatingIfNeeded: folded.count), foldedEnd: Int32(truncatingIfNeeded: folded.count),
        hash: 0))
  }

  /// Folds the last token.
  private mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    let last = tokens.count - 1
    let token = tokens[last]
    let from = folded.count
    Folding.appendLetters(of: UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)]), to: &folded)
    // only words of four or five letters with a t at the end have a short form
    if folded.count - from == 4 || folded.count - from == 5, folded.last == 0x74 {
      let short = Folding.shortened(folded[from...])
      if short.count < folded.count - from {
        folded.removeSubrange(from...)
        folded.append(contentsOf: short)
      }
    }
    tokens[last].foldedEnd = Int32(truncatingIfNeeded: folded.count)
    guard folded.count > from else { return }
    tokens[last].hash = folded.withUnsafeBufferPointer { NameHash.word(UnsafeBufferPointer(rebasing: $0[from...])) }
  }

  // MARK: Words

  private mutating func word(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if let end = address(in: text, from: start) {
      emit(.address, from: start, to: end, shape: [])
      return end
    }
    if let end = dottedInitials(in: text, from: start) {
      emit(.word, from: start, to: end, shape: [.capitalised, .allCapitals, .abbreviated])
      fold(text)
      return possessive(in: text, from: end)
    }
    if let end = dottedLetters(in: text, from: start) {
      emit(.word, from: start, to: end, shape: .abbreviated)
      fold(text)
      return end
    }
    var offset = start
    var shape: Token.Shape = []
    var letters = 0
    var lower = 0
    scan: while offset < text.count {
      let byte = text[offset]
      if byte >= 0x61, byte <= 0x7A {
        lower += 1
        letters += 1
        offset += 1
        continue
      }
      let (scalar, length) = UTF8Decoding.scalar(text, at: offset)
      switch CharacterClass(scalar) {
      case .letter:
        let upper = CharacterClass.isUppercase(scalar)
        if upper, letters == 0 { shape.insert(.capitalised) }
        if !upper { lower += 1 }
        letters += 1
      case .digit: shape.insert(.hasDigit)
      case .apostrophe:
        guard letters > 0, offset + length < text.count,
          CharacterClass(UTF8Decoding.scalar(text, at: offset + length).scalar) == .letter,
          possessiveEnd(in: text, from: offset) == nil
        else { break scan }
      default: break scan
      }
      offset += length
    }
    if letters > 1, lower == 0 { shape.insert(.allCapitals) }
    if offset < text.count, text[offset] == 0x2E, shape.contains(.capitalised) || lower == letters,
      Abbreviations.takesDot(text[start..<offset], afterComma: followsComma)
    {
      offset += 1
      shape.insert(.abbreviated)
    }
    emit(.word, from: start, to: offset, shape: shape)
    fold(text)
    return possessive(in: text, from: offset)
  }

  private var followsComma: Bool {
    guard let last = tokens.last else { return false }
    return last.end - last.start == 1 && bytes[Int(last.start)] == 0x2C
  }

  /// `U.S.`, `N.C.`, `J.`: capitals each with a dot. The end, or nil.
  private func dottedInitials(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    func isLetter(_ byte: UInt8) -> Bool { isCapital(byte) || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80 }
    var offset = start
    while offset + 1 < text.count, isCapital(text[offset]), text[offset + 1] == 0x2E { offset += 2 }
    guard offset > start else { return nil }
    // `U.S.A` without its last dot, but not `J.Smith`
    if offset < text.count, isCapital(text[offset]), offset - start >= 4,
      offset + 1 == text.count || !isLetter(text[offset + 1])
    {
      offset += 1
    }
    // a single letter may end a sentence ("vitamin C."): only if more text follows on the line in upper case
    if offset - start == 2 {
      guard offset + 1 < text.count, text[offset] == 0x20, isCapital(text[offset + 1]) else { return nil }
    }
    return offset
  }

  /// `p.m.`, `e.g.`: two small letters each with a dot. The end, or nil.
  private func dottedLetters(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
    let end = start + 4
    guard end <= text.count, isSmall(text[start]), text[start + 1] == 0x2E, isSmall(text[start + 2]),
      text[start + 3] == 0x2E
    else { return nil }
    return end
  }

  /// Emits the `'s` at `offset`, if there is one, and returns where the text goes on.
  private mutating func possessive(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    guard let end = possessiveEnd(in: text, from: offset) else { return offset }
    emit(.punctuation, from: offset, to: end, shape: .possessive)
    return end
  }

  private func possessiveEnd(in text: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    let (scalar, length) = UTF8Decoding.scalar(text, at: offset)
    let end = offset + length + 1
    guard CharacterClass(scalar) == .apostrophe, end <= text.count, text[end - 1] | 0x20 == 0x73 else { return nil }
    guard end < text.count else { return end }
    switch CharacterClass(UTF8Decoding.scalar(text, at: end).scalar) {
    case .letter, .digit: return nil
    default: return end
    }
  }

  // MARK: Numbers and addresses

  private mutating func number(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    var letters = false
    while offset < text.count {
      let (scalar, length) = UTF8Decoding.scalar(text, at: offset)
      switch CharacterClass(scalar) {
      case .digit: break
      case .letter: letters = true
      case .dot, .sign:
        let separates = text[offset] == 0x2E || text[offset] == 0x2C || text[offset] == 0x3A
        guard separates, !letters, offset + 1 < text.count, text[offset + 1] >= 0x30, text[offset + 1] <= 0x39 else {
          return finishNumber(in: text, from: start, to: offset, letters: letters)
        }
      default: return finishNumber(in: text, from: start, to: offset, letters: letters)
      }
      offset += length
    }
    return finishNumber(in: text, from: start, to: offset, letters: letters)
  }

  private mutating func finishNumber(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, letters: Bool
  ) -> Int {
    emit(letters ? .word : .number, from: start, to: end, shape: .hasDigit)
    fold(text)
    return possessive(in: text, from: end)
  }

  /// The end of a web or mail address that begins here, or nil.
  private func address(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    func begins(_ prefix: StaticString) -> Bool {
      guard start + prefix.utf8CodeUnitCount <= text.count else { return false }
      return prefix.withUTF8Buffer { pattern in
        pattern.indices.allSatisfy { text[start + $0] | 0x20 == pattern[$0] | 0x20 }
      }
    }
    if text[start] | 0x20 == 0x68 || text[start] | 0x20 == 0x77 {
      if begins("http://") || begins("https://") || begins("www.") { return endOfRun(in: text, from: start) }
    }
    var offset = start
    while offset < text.count, offset - start < 65, Self.isMailByte(text[offset]) { offset += 1 }
    guard offset + 1 < text.count, text[offset] == 0x40, Self.isMailByte(text[offset + 1]) else { return nil }
    return endOfRun(in: text, from: start)
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2E || byte == 0x5F
      || byte == 0x2D
  }

  /// The end of a run without white space, closing signs left out.
  private func endOfRun(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] > 0x20, text[end] != 0x3C, text[end] != 0x3E, text[end] != 0x22 {
      let (scalar, length) = UTF8Decoding.scalar(text, at: end)
      if scalar >= 0x80, CharacterClass(scalar) != .letter, CharacterClass(scalar) != .digit { break }
      end += length
    }
    while end > start + 1, [0x2E, 0x2C, 0x29, 0x3B, 0x3A, 0x5D, 0x21, 0x3F].contains(text[end - 1]) { end -= 1 }
    return end
  }
}

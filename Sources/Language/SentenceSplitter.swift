/// Finds where sentences and paragraphs end.
struct SentenceSplitter {
  /// What goes on for longer is a list, a table or no text at all, and is cut: what reads a sentence weighs its words against each other.
  static let longest = 300

  let utf8: [UInt8]
  let tokens: [Token]

  func split() -> [Document.Sentence] {
    let wrapped = isHardWrapped
    var sentences: [Document.Sentence] = []
    var start = 0
    var paragraph = 0
    for index in tokens.indices {
      if index > start, tokens[index].shape.contains(.lineStart), !wrapped || blankLine(before: index) {
        sentences.append(Document.Sentence(tokens: start..<index, paragraph: paragraph))
        (start, paragraph) = (index, paragraph + 1)
      } else if index > start, index - start >= Self.longest || endsSentence(before: index) {
        sentences.append(Document.Sentence(tokens: start..<index, paragraph: paragraph))
        start = index
      }
    }
    if start < tokens.count { sentences.append(Document.Sentence(tokens: start..<tokens.count, paragraph: paragraph)) }
    return sentences
  }

  /// Lines cut at a fixed width, with blank lines between paragraphs: then a line's end is no paragraph's end.
  private var isHardWrapped: Bool {
    var lines = 0
    var longest = 0
    var current = 0
    var blank = false
    var unfinished = 0
    var lastSign: UInt8 = 0x2E
    for byte in utf8 {
      if byte == 0x0A {
        if current == 0 { blank = true } else { lines += 1 }
        longest = max(longest, current)
        if current > 40, !Self.endsLine(lastSign) { unfinished += 1 }
        current = 0
      } else if byte != 0x0D {
        current += 1
        if byte != 0x20 { lastSign = byte }
      }
    }
    return blank && lines >= 4 && longest <= 100 && unfinished * 2 >= lines
  }

  /// The last sign of a line that ends a sentence, a quotation or an announcement; beyond ASCII it may.
  private static func endsLine(_ sign: UInt8) -> Bool {
    switch sign {
    case 0x2E, 0x21, 0x3F, 0x22, 0x3A, 0x80...: true
    default: false
    }
  }

  private func blankLine(before index: Int) -> Bool {
    guard index > 0 else { return true }
    return utf8[Int(tokens[index - 1].end)..<Int(tokens[index].start)].count { $0 == 0x0A } > 1
  }

  /// Whether a sentence ends between the tokens `index - 1` and `index`.
  private func endsSentence(before index: Int) -> Bool {
    let next = tokens[index]
    guard next.shape.contains(.spaceBefore), !isClosing(next) else { return false }
    var last = index - 1
    while last > 0, isClosing(tokens[last]), !tokens[last].shape.contains(.spaceBefore) { last -= 1 }
    let token = tokens[last]
    if token.shape.contains(.abbreviated) {
      guard last == index - 1, next.shape.contains(.capitalised) else { return last < index - 1 && opensSentence(next) }
      let word = text(token).lowercased()
      return Abbreviations.maySentenceEnd(String(word.dropLast()), before: text(next).lowercased())
    }
    switch sign(token) {
    case "!", "?", "。", ".", "…": return opensSentence(next)
    default: return false
    }
  }

  private func opensSentence(_ token: Token) -> Bool {
    token.kind != .word || token.shape.contains(.capitalised) || token.shape.contains(.hasDigit)
      || utf8[Int(token.start)] >= 0x80
  }

  private func isClosing(_ token: Token) -> Bool {
    switch sign(token) {
    case "”", "’", ")", "]", "»": true
    case "\"", "'": !token.shape.contains(.spaceBefore)
    default: false
    }
  }

  /// The scalar of a token that is one sign; nil for any other.
  private func sign(_ token: Token) -> Unicode.Scalar? {
    guard token.kind == .punctuation else { return nil }
    let bytes = Int(token.start)..<Int(token.end)
    if bytes.count == 1 { return Unicode.Scalar(utf8[bytes.lowerBound]) }
    return utf8.withUnsafeBufferPointer { text in
      let (scalar, length) = UTF8Decoding.scalar(text, at: bytes.lowerBound)
      return length == bytes.count ? Unicode.Scalar(scalar) : nil
    }
  }

  private func text(_ token: Token) -> String {
    String(decoding: utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }
}

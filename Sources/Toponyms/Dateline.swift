import Language

/// Where articles say where they were filed: `WASHINGTON —`, `KYIV, Ukraine (AP) -`, `Paris, May 3 (Reuters) –`.
enum Dateline {
  private static let longest = 14

  /// The token ranges of all datelines.
  static func all(in document: Document) -> [Range<Int>] {
    var paragraph = -1
    return document.sentences.compactMap { sentence in
      defer { paragraph = sentence.paragraph }
      return sentence.paragraph == paragraph ? nil : dateline(in: document, sentence.tokens)
    }
  }

  private static func dateline(in document: Document, _ tokens: Range<Int>) -> Range<Int>? {
    guard let first = tokens.first, document.tokens[first].kind == .word,
      document.tokens[first].shape.contains(.capitalised)
    else { return nil }
    var sawParenthesis = false
    for index in tokens.prefix(longest).dropFirst() {
      let token = document.tokens[index]
      switch token.kind {
      case .word:
        guard token.shape.contains(.capitalised) || sawParenthesis || token.shape.contains(.hasDigit) else {
          return nil
        }
      case .number: break
      case .address: return nil
      case .punctuation:
        switch document.text(of: token) {
        case "—", "–", "--": return tokens.lowerBound..<index
        case "-":
          if token.shape.contains(.spaceBefore) || isDoubled(document, index) { return tokens.lowerBound..<index }
        case ":": return sawParenthesis ? tokens.lowerBound..<index : nil
        case "(": sawParenthesis = true
        case ",", ")", ".", "/": break
        default: return nil
        }
      }
    }
    return nil
  }

  private static func isDoubled(_ document: Document, _ index: Int) -> Bool {
    index + 1 < document.tokens.count && document.text(of: document.tokens[index + 1]) == "-"
  }
}

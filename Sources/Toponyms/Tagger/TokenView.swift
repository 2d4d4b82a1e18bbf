import Gazetteer
import Language

/// What the tagger's features are made of: one entry a token, gathered once.
package struct TokenView {
  /// The folded word, or the sign itself.
  var word: UInt64
  /// How it is written: 0 sign, 1 lower case, 2 capitalised, 3 all capitals, 4 with a digit, 5 abbreviated.
  var shape: UInt8
  var classes: WordClasses
  /// Hashes of the word's first three and last two, three, four letters.
  var prefix: UInt64
  var suffixes: (UInt64, UInt64, UInt64)
  /// The gazetteer's name that covers the token, 0 for none: kind, prominence, count of candidates, what the name is.
  var name: UInt32
  /// Its place in that name: 0 none, 1 single, 2 first, 3 inside.
  var position: UInt8
  var nameLength: UInt8
  /// How often the word is written in lower case in general: 0 never seen … 3 mostly.
  var lowerCase: UInt8
  /// What the rest of the document tells of the word.
  var evidence: UInt8
  var isSentenceStart: Bool
  /// The tagger decides about it; else it is outside.
  package var isCandidate: Bool
}

extension TokenView {
  /// The view of a token that the tagger decides about: with what is asked of such tokens alone.
  /// - Parameter folded: the folded words of all the text.
  fileprivate func candidate(
    _ token: Token, _ folded: UnsafeBufferPointer<UInt8>, _ lowerCase: LowerCaseTable
  ) -> TokenView {
    var view = self
    view.isCandidate = true
    guard token.kind != .punctuation else { return view }
    let letters = token.foldedRange
    func hash(_ part: Range<Int>) -> UInt64 { part.reduce(UInt64(part.count)) { $0 << 8 | UInt64(folded[$1]) } }
    view.prefix = hash(letters.prefix(3))
    view.suffixes = (hash(letters.suffix(2)), hash(letters.suffix(3)), hash(letters.suffix(4)))
    view.lowerCase = lowerCase.bucket(token.hash)
    return view
  }

  /// Bits of `evidence`.
  enum Evidence {
    static let lowerCase: UInt8 = 1
    static let behindGivenName: UInt8 = 2
    static let behindTitle: UInt8 = 4
    static let behindLocative: UInt8 = 8
    static let besideCountryOrUnit: UInt8 = 16
    static let shouts: UInt8 = 32
  }
}

/// Gathers the views of a document's tokens.
package struct TokenViews {
  package private(set) var views: [TokenView] = []
  /// The names found: tokens and candidates, left to right, the longest first.
  package private(set) var names: [(tokens: Range<Int>, match: NameMatch)] = []

  package init(_ document: Document, atlas: Atlas, lowerCase: LowerCaseTable) {
    views.reserveCapacity(document.tokens.count)
    document.utf8.withUnsafeBufferPointer { text in
      document.folded.withUnsafeBufferPointer { folded in
        for token in document.tokens { views.append(Self.view(token, text, folded, lowerCase)) }
      }
    }
    for sentence in document.sentences {
      guard let first = sentence.tokens.first else { continue }
      views[first].isSentenceStart = true
      markShouting(sentence, document)
      findNames(sentence, document, atlas, lowerCase)
    }
    gatherEvidence(document)
  }

  /// - Parameter folded: the folded words of all the text.
  private static func view(
    _ token: Token, _ text: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>,
    _ lowerCase: LowerCaseTable
  ) -> TokenView {
    guard token.kind != .punctuation else {
      let sign = text[Int(token.start)..<Int(token.end)].reduce(UInt64(0x100)) { $0 << 8 | UInt64($1) }
      return TokenView(
        word: sign, shape: 0, classes: [], prefix: 0, suffixes: (0, 0, 0), name: 0, position: 0, nameLength: 0,
        lowerCase: 0, evidence: 0, isSentenceStart: false, isCandidate: false)
    }
    let shape: UInt8 =
      if token.shape.contains(.abbreviated) { 5 } else if token.shape.contains(.hasDigit) {
        4
      } else if token.shape.contains(.allCapitals) { 3 } else if token.shape.contains(.capitalised) { 2 } else { 1 }
    let isForeign = text[Int(token.start)] >= 0xD0
    let view = TokenView(
      word: token.hash, shape: shape, classes: WordClasses(hash: token.hash), prefix: 0, suffixes: (0, 0, 0), name: 0,
      position: 0, nameLength: 0, lowerCase: 0, evidence: 0, isSentenceStart: false, isCandidate: false)
    guard token.kind == .word, token.shape.contains(.capitalised) || isForeign else { return view }
    return view.candidate(token, folded, lowerCase)
  }

  private mutating func markShouting(_ sentence: Document.Sentence, _ document: Document) {
    let words = sentence.tokens.filter {
      document.tokens[$0].kind == .word && document.tokens[$0].end - document.tokens[$0].start > 1
    }
    guard words.count >= 3,
      words.count(where: { document.tokens[$0].shape.contains(.allCapitals) }) * 10 >= words.count * 8
    else { return }
    for token in sentence.tokens { views[token].evidence |= TokenView.Evidence.shouts }
  }

  private mutating func findNames(
    _ sentence: Document.Sentence, _ document: Document, _ atlas: Atlas, _ lowerCase: LowerCaseTable
  ) {
    var token = sentence.tokens.lowerBound
    if let first = sentence.tokens.first, views[first].classes.contains(.opener),
      first + 1 >= sentence.tokens.upperBound || views[first + 1].shape == 1
    {
      views[first].isCandidate = false
    }
    while token < sentence.tokens.upperBound {
      guard views[token].isCandidate,
        let match = atlas.longestMatch(in: document, at: token, limit: sentence.tokens.upperBound)
      else {
        token += 1
        continue
      }
      let tokens = token..<token + match.tokenCount
      guard isWrittenLikeAName(tokens) else {
        token += 1
        continue
      }
      names.append((tokens, match))
      let code = Self.code(match, atlas)
      for place in tokens {
        views[place].name = code
        views[place].position = tokens.count == 1 ? 1 : place == tokens.lowerBound ? 2 : 3
        views[place].nameLength = UInt8(clamping: tokens.count)
        guard !views[place].isCandidate else { continue }
        document.folded.withUnsafeBufferPointer { folded in
          views[place] = views[place].candidate(document.tokens[place], folded, lowerCase)
        }
      }
      token = tokens.upperBound
    }
    // a hyphen between two capitalised words may be inside a name
    for token in sentence.tokens.dropFirst().dropLast() where views[token].word == 0x12D {
      if views[token - 1].isCandidate, views[token + 1].isCandidate,
        !document.tokens[token].shape.contains(.spaceBefore)
      {
        views[token].isCandidate = true
      }
    }
  }

  private func isWrittenLikeAName(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy {
      views[$0].isCandidate || views[$0].shape == 0 || views[$0].shape == 4 || views[$0].classes.contains(.connector)
    }
  }

  /// Kind, prominence, ambiguity and sort of the most prominent candidate in one number, never 0.
  private static func code(_ match: NameMatch, _ atlas: Atlas) -> UInt32 {
    guard let best = match.firstCandidate else { return 1 }
    var prominence = atlas.prominence(best.place)
    var bucket: UInt32 = 0
    while prominence >= 10, bucket < 9 {
      prominence /= 10
      bucket += 1
    }
    let count: UInt32 = match.count == 1 ? 0 : match.count < 4 ? 1 : match.count < 12 ? 2 : 3
    return 1 + UInt32(atlas.kind(best.place).rawValue) + bucket * 16 + count * 256 + UInt32(best.nameKind.rawValue)
      * 1024
  }

  private mutating func gatherEvidence(_ document: Document) {
    var evidence = WordTable(capacity: views.count)
    func see(_ sign: UInt8, of word: UInt64) { evidence.insert(UInt16(sign), of: word) }
    for index in views.indices where document.tokens[index].kind == .word {
      let word = views[index].word
      if views[index].shape == 1 {
        see(TokenView.Evidence.lowerCase, of: word)
        continue
      }
      guard index > 0, !document.tokens[index].shape.contains(.lineStart) else { continue }
      let before = views[index - 1]
      if before.classes.contains(.givenName), before.shape == 2 {
        see(TokenView.Evidence.behindGivenName, of: word)
      }
      if before.classes.contains(.title), before.shape >= 2 {
        see(TokenView.Evidence.behindTitle, of: word)
      }
      if before.classes.contains(.locative) { see(TokenView.Evidence.behindLocative, of: word) }
      if index + 2 < views.count, views[index + 1].word == 0x12C, views[index + 2].position > 0 {
        let kind = (views[index + 2].name &- 1) & 15
        if kind == UInt32(PlaceKind.country.rawValue) || kind == UInt32(PlaceKind.admin1.rawValue) {
          see(TokenView.Evidence.besideCountryOrUnit, of: word)
        }
      }
    }
    for index in views.indices { views[index].evidence |= UInt8(truncatingIfNeeded: evidence[views[index].word]) }
  }
}

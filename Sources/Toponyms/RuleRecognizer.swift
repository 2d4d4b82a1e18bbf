import Gazetteer
import Language

/// Finds the place names of a text: the longest names of the gazetteer that are written like names and are not better
/// explained as words, persons or codes.
package struct RuleRecognizer: Sendable {
  private let atlas: Atlas

  package init(atlas: Atlas) { self.atlas = atlas }

  /// The toponyms of `document`, in order, none overlapping.
  package func toponyms(in document: Document) -> [Toponym] {
    let evidence = DocumentEvidence(document)
    let datelines = Dateline.all(in: document)
    var found: [Toponym] = []
    for sentence in document.sentences {
      let shouts = evidence.isAllCapitals(sentence)
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard let match = atlas.longestMatch(in: document, at: token, limit: sentence.tokens.upperBound) else {
          token += 1
          continue
        }
        let tokens = token..<token + match.tokenCount
        let name = CandidateName(
          document: document, sentence: sentence, tokens: tokens, match: match, atlas: atlas, evidence: evidence,
          shouts: shouts)
        guard name.isToponym else {
          token += 1
          continue
        }
        found.append(
          Toponym(
            tokens: tokens, bytes: document.bytes(of: tokens), form: name.form, usage: name.usage,
            isDateline: datelines.contains { $0.contains(tokens.lowerBound) }))
        token = tokens.upperBound
      }
    }
    return found
  }
}

/// What the whole document tells about its words.
struct DocumentEvidence {
  /// Folded words that also stand in lower case.
  private(set) var lowerCase: Set<UInt64> = []
  /// Folded last words of full names of persons.
  private(set) var surnames: Set<UInt64> = []
  private let document: Document

  init(_ document: Document) {
    self.document = document
    for token in document.tokens where token.kind == .word && !token.shape.contains(.capitalised) {
      lowerCase.insert(token.hash)
    }
    for (index, token) in document.tokens.enumerated().dropFirst() where token.kind == .word {
      guard token.shape.contains(.capitalised), !token.shape.contains(.lineStart) else { continue }
      let before = document.tokens[index - 1]
      guard before.kind == .word, before.shape.contains(.capitalised) else { continue }
      let word = document.foldedText(of: before)
      if WordLists.givenNames.contains(word), word != document.foldedText(of: token) { surnames.insert(token.hash) }
    }
  }

  func isAllCapitals(_ sentence: Document.Sentence) -> Bool {
    let words = document.tokens[sentence.tokens].filter { $0.kind == .word && $0.end - $0.start > 1 }
    return words.count >= 3 && words.count { $0.shape.contains(.allCapitals) } * 10 >= words.count * 8
  }
}

/// A name of the gazetteer as it stands in a text, and whether it is meant as a place.
struct CandidateName {
  let document: Document
  let sentence: Document.Sentence
  let tokens: Range<Int>
  let atlas: Atlas
  let evidence: DocumentEvidence
  let shouts: Bool
  let candidates: [Atlas.Candidate]

  init(
    document: Document, sentence: Document.Sentence, tokens: Range<Int>, match: NameMatch, atlas: Atlas,
    evidence: DocumentEvidence, shouts: Bool
  ) {
    self.document = document
    self.sentence = sentence
    self.tokens = tokens
    self.atlas = atlas
    self.evidence = evidence
    self.shouts = shouts
    candidates = match.candidates.filter { $0.nameKind != .code }
  }

  var form: Toponym.Form {
    switch candidates.first?.nameKind {
    case .demonym: .demonym
    case .abbreviation: .abbreviation
    default: .name
    }
  }

  var usage: Toponym.Usage {
    guard let next = word(at: tokens.upperBound) else { return .literal }
    if WordLists.organisationClosers.contains(next) { return .associative }
    return form == .demonym ? .associative : .literal
  }

  var isToponym: Bool {
    guard !candidates.isEmpty, isWrittenLikeAName, isAllowedAbbreviation, !isOrdinaryWord, !isPerson else {
      return false
    }
    return isProminent || hasPlaceContext
  }

  /// Every word but small ones inside begins with a capital.
  private var isWrittenLikeAName: Bool {
    for index in tokens {
      let token = document.tokens[index]
      guard token.kind == .word else {
        if token.kind == .number, index == tokens.lowerBound { return false }
        continue
      }
      if token.shape.contains(.capitalised) || document.utf8[Int(token.start)] >= 0xD0 { continue }
      guard index != tokens.lowerBound, WordLists.connectors.contains(document.foldedText(of: token)) else {
        return false
      }
    }
    return true
  }

  /// Abbreviations are written in capitals or with a dot; two letters without a dot need a comma before them, unless they mean
  /// a country or a city.
  private var isAllowedAbbreviation: Bool {
    let first = document.tokens[tokens.lowerBound]
    let length = document.foldedBytes(of: first).count
    guard tokens.count == 1 else { return true }
    if length <= 3, form != .abbreviation, form != .demonym, shouts || first.shape.contains(.allCapitals), length <= 2 {
      return false
    }
    guard form == .abbreviation else { return true }
    guard first.shape.contains(.allCapitals) || first.shape.contains(.abbreviated) else { return false }
    guard length <= 2, !first.shape.contains(.abbreviated) else { return true }
    if isBehindComma { return true }
    guard !shouts else { return false }
    return candidates.contains { candidate in
      candidate.nameKind == .abbreviation && [.country, .city].contains(atlas.kind(candidate.place))
    }
  }

  private var isOrdinaryWord: Bool {
    guard tokens.count == 1 else { return false }
    let first = document.tokens[tokens.lowerBound]
    if form == .abbreviation { return false }
    let folded = document.foldedText(of: first)
    if WordLists.neverAlone.contains(folded) { return true }
    let opens = tokens.lowerBound == sentence.tokens.lowerBound || shouts
    return opens && evidence.lowerCase.contains(first.hash)
  }

  private var isPerson: Bool {
    let first = document.tokens[tokens.lowerBound]
    let before = word(at: tokens.lowerBound - 1, joinedTo: tokens.lowerBound)
    let folded = document.foldedText(of: first)
    if form == .demonym { return false }
    if tokens.count == 1, evidence.surnames.contains(first.hash), !isCountry, !isBehindComma,
      before.map({ !WordLists.locatives.contains($0) }) ?? true
    {
      return true
    }
    if let before, isCapitalised(tokens.lowerBound - 1), !WordLists.placeOpeners.contains(before) {
      if WordLists.titles.contains(before), !isCountry { return true }
      if WordLists.givenNames.contains(before), !isCountry { return true }
    }
    guard tokens.count == 1, WordLists.givenNames.contains(folded), !isCountry,
      let after = word(at: tokens.upperBound, joinedTo: tokens.upperBound), isCapitalised(tokens.upperBound)
    else { return false }
    return !WordLists.organisationClosers.contains(after) && !WordLists.neverAlone.contains(after)
  }

  private var isCountry: Bool { candidates.contains { atlas.kind($0.place) == .country } }

  /// Known widely enough to be meant wherever it stands.
  private var isProminent: Bool {
    let most = candidates.map { atlas.prominence($0.place) }.max() ?? 0
    let needed: Double = shouts ? 200_000 : tokens.count > 1 ? 1_000 : 25_000
    return most >= needed && (isCountry || !isPartOfLongerName || tokens.count > 1)
  }

  /// A word of a run of capitalised words that is no place: "Paris Hilton", "Bank of America Tower".
  private var isPartOfLongerName: Bool {
    let before = word(at: tokens.lowerBound - 1, joinedTo: tokens.lowerBound)
    guard let before, isCapitalised(tokens.lowerBound - 1), tokens.lowerBound - 1 > sentence.tokens.lowerBound else {
      return false
    }
    return !WordLists.placeOpeners.contains(before) && !WordLists.neverAlone.contains(before)
      && atlas.candidates(named: before).isEmpty
  }

  /// Stands where places stand: behind "in", "near", a comma after a place, or before one.
  private var hasPlaceContext: Bool {
    if isBehindComma || isBeforeComma { return true }
    guard let before = word(at: tokens.lowerBound - 1, joinedTo: tokens.lowerBound) else { return false }
    return WordLists.locatives.contains(before)
  }

  private var isBehindComma: Bool {
    guard tokens.lowerBound >= sentence.tokens.lowerBound + 2, sign(at: tokens.lowerBound - 1) == 0x2C else {
      return false
    }
    return isCapitalised(tokens.lowerBound - 2)
  }

  private var isBeforeComma: Bool {
    guard sign(at: tokens.upperBound) == 0x2C, tokens.upperBound + 1 < sentence.tokens.upperBound else { return false }
    guard let next = atlas.longestMatch(in: document, at: tokens.upperBound + 1, limit: sentence.tokens.upperBound)
    else {
      return false
    }
    return isCapitalised(tokens.upperBound + 1)
      && next.candidates.prefix(3).contains { [.country, .admin1].contains(atlas.kind($0.place)) }
  }

  // MARK: Neighbours

  private func isCapitalised(_ index: Int) -> Bool {
    sentence.tokens.contains(index) && document.tokens[index].shape.contains(.capitalised)
  }

  private func sign(at index: Int) -> UInt8? {
    guard sentence.tokens.contains(index) else { return nil }
    let token = document.tokens[index]
    return token.kind == .punctuation && token.end - token.start == 1 ? document.utf8[Int(token.start)] : nil
  }

  private func word(at index: Int) -> String? {
    guard sentence.tokens.contains(index), document.tokens[index].kind == .word else { return nil }
    return document.foldedText(of: document.tokens[index])
  }

  /// The word at `index` where no line begins at `next`.
  private func word(at index: Int, joinedTo next: Int) -> String? {
    guard sentence.tokens.contains(next), !document.tokens[next].shape.contains(.lineStart) || next <= index else {
      return nil
    }
    return word(at: index)
  }
}

/// Finds the dates of a text, whether written as usual or in capitals.
///
/// The date of a wire story's dateline is left out: it says when the story was filed, see ``PublicationDate``.
public struct DateFinder: Sendable {
  let document: Document
  /// The tokens of the dateline.
  private let filed: Range<Int>?

  /// Finds dates in a document.
  public init(_ document: Document) {
    self.init(document, without: PublicationDate.dateline(in: document)?.tokens)
  }

  init(_ document: Document, without filed: Range<Int>?) {
    self.document = document
    self.filed = filed
  }

  /// A date at a token: what it means and how many tokens it takes.
  struct Match {
    var meaning: DateExpression.Meaning
    var end: DateExpression.Meaning?
    var weekday: Weekday?
    var anchor: Range<Int>?
    var length: Int

    init(
      _ meaning: DateExpression.Meaning, _ length: Int, end: DateExpression.Meaning? = nil, weekday: Weekday? = nil,
      anchor: Range<Int>? = nil
    ) {
      self.meaning = meaning
      self.end = end
      self.weekday = weekday
      self.anchor = anchor
      self.length = length
    }
  }

  /// In order, none overlapping.
  public func dates() -> [DateExpression] {
    var found: [DateExpression] = []
    for (number, sentence) in document.sentences.enumerated() {
      let first = found.count
      var index = sentence.tokens.lowerBound
      let limit = sentence.tokens.upperBound
      while index < limit {
        if let filed, filed.contains(index) {
          index = filed.upperBound
          continue
        }
        guard var match = date(at: index, limit: limit) else {
          index += 1
          continue
        }
        if match.end == nil, let range = rangeEnd(of: match, at: index, limit: limit) { match = range }
        let start = leadingWords(before: index, from: sentence.tokens.lowerBound, match)
        let end = trailingWords(after: index + match.length, limit: limit, match)
        found.append(
          DateExpression(
            meaning: match.meaning, end: match.end, weekday: match.weekday, anchor: match.anchor, tokens: start..<end,
            sentence: number))
        index = end
      }
      guard first < found.count, let anniversary = anniversary(in: sentence.tokens) else { continue }
      for place in found.indices[first...] where isKept(found[place], anniversary: anniversary) {
        found[place].meaning = .vague
        found[place].end = nil
      }
    }
    return found
  }

  func date(at index: Int, limit: Int) -> Match? {
    let token = document.tokens[index]
    switch token.kind {
    case .number: return dayFirst(at: index, limit: limit) ?? digits(at: index, limit: limit) ?? counted(index, limit)
    case .word: break
    default: return nil
    }
    if token.shape.contains(.hasDigit) { return dayFirst(at: index, limit: limit) ?? ordinal(at: index, limit: limit) }
    guard DateWords.openings[token.hash] == 1 else { return nil }
    let word = word(index)
    let isCapitalised = token.shape.contains(.capitalised)
    if isCapitalised, let month = DateWords.months[word],
      let match = monthFirst(month, at: index, limit: limit)
    {
      return match
    }
    if isCapitalised, let weekday = DateWords.weekdays[word] {
      return weekdayDate(weekday, at: index, limit: limit)
    }
    if let days = DateWords.days[word] { return Match(.days(days), 1) }
    return relative(word, at: index, limit: limit) ?? counted(index, limit) ?? named(at: index, limit: limit)
  }

  // MARK: Words around a date that belong to it

  /// "‹early› Thursday", "‹late› last month", "‹mid-›March", "‹earlier› this week", "‹earlier on› Friday"
  private func leadingWords(before index: Int, from first: Int, _ match: Match) -> Int {
    if case .anchored = match.meaning, match.anchor != nil { return index }
    let before = index - 1
    guard before >= first else { return index }
    let words: Set<String> = ["early", "late", "earlier", "later", "mid"]
    if words.contains(word(before)) { return before }
    guard before - 1 >= first else { return index }
    if sign(before) == "-", word(before - 1) == "mid" { return before - 1 }
    return word(before) == "on" && ["earlier", "later"].contains(word(before - 1)) ? before - 1 : index
  }

  /// "Friday ‹night›", "today ‹at noon›" not: only words that stand right behind
  private func trailingWords(after index: Int, limit: Int, _ match: Match) -> Int {
    switch match.meaning {
    case .weekday, .days, .dayOfMonth, .day, .weekdayOfWeek:
      return index < limit && DateWords.partsOfDay.contains(word(index)) ? index + 1 : index
    default: return index
    }
  }

  // MARK: Anniversaries

  private func anniversary(in sentence: Range<Int>) -> Int? { sentence.first { word($0).hasPrefix("anniversar") } }

  /// A day on which something past is remembered is not the day of what is remembered.
  private func isKept(_ date: DateExpression, anniversary: Int) -> Bool {
    let start = date.tokens.lowerBound
    guard abs(anniversary - start) <= Self.reachOfAnniversary else { return false }
    guard start > anniversary else { return true }
    switch date.meaning {
    case .day, .dayOfMonth, .month, .year, .ofYear: return !(anniversary..<start).contains { word($0) == "of" }
    default: return true
    }
  }

  private static let reachOfAnniversary = 9

  // MARK: Tokens

  func word(_ index: Int) -> String {
    document.tokens.indices.contains(index) ? document.foldedText(of: document.tokens[index]) : ""
  }

  func sign(_ index: Int) -> String {
    guard document.tokens.indices.contains(index), document.tokens[index].kind == .punctuation else { return "" }
    return document.text(of: document.tokens[index])
  }

  func isHyphen(_ index: Int) -> Bool { ["-", "–", "—", "‑", "−"].contains(sign(index)) }

  func isCapitalised(_ index: Int) -> Bool {
    document.tokens.indices.contains(index) && document.tokens[index].shape.contains(.capitalised)
  }

  func isInCapitals(_ index: Int) -> Bool {
    document.tokens.indices.contains(index) && document.tokens[index].shape.contains(.allCapitals)
  }

  /// `1` … `31`, `1st`, as written: folded, "2.3" (million) would be the 23rd.
  func dayNumber(_ index: Int, limit: Int) -> Int? {
    guard index < limit, document.tokens[index].shape.contains(.hasDigit) else { return nil }
    var text = document.text(of: document.tokens[index]).lowercased()
    for suffix in ["st", "nd", "rd", "th"] where text.hasSuffix(suffix) { text.removeLast(2) }
    guard text.utf8.count <= 2, let day = Int(text), (1...31).contains(day) else { return nil }
    return day
  }

  func yearNumber(_ index: Int, limit: Int) -> Int? {
    guard index < limit, document.tokens[index].kind == .number else { return nil }
    let text = document.text(of: document.tokens[index])
    guard text.utf8.count == 4, let year = Int(text), (1800...2199).contains(year) else { return nil }
    return year
  }

  /// The year of `30 DEC 89`: two digits, from 50 on of the last century.
  func shortYear(_ index: Int, limit: Int) -> Int? {
    guard index < limit, document.tokens[index].kind == .number else { return nil }
    let text = document.text(of: document.tokens[index])
    guard text.utf8.count == 2, let year = Int(text), year >= 0 else { return nil }
    return year >= 50 ? 1900 + year : 2000 + year
  }
}

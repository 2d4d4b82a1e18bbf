import Language

/// Tells by the words behind a toponym whether the text means the place itself ("Israeli airspace", "in Paris") or something that goes with it
/// ("Israeli officials", "Paris police", "Israel said").
struct UsageReader {
  let document: Document

  func usage(of tokens: Range<Int>, form: Toponym.Form) -> Toponym.Usage {
    var next = tokens.upperBound
    let isPossessive = document.tokens.indices.contains(next) && document.tokens[next].shape.contains(.possessive)
    if isPossessive { next += 1 }
    let (first, second) = (role(at: next), role(at: next + 1))
    if form == .demonym {
      return first == .spatial || (first == .adjective && second == .spatial) ? .literal : .associative
    }
    return first == .body || (first == .statement && !isPossessive) ? .associative : .literal
  }

  private enum Role: UInt16 { case none, body, spatial, statement, adjective }

  private func role(at index: Int) -> Role {
    guard document.tokens.indices.contains(index), document.tokens[index].kind == .word else { return .none }
    let token = document.tokens[index]
    if let known = Role(rawValue: Self.roles[token.hash]), known != .none { return known }
    return document.foldedBytes(of: token).suffix(3).elementsEqual("ern".utf8) ? .adjective : .none
  }

  private static let roles: WordTable = {
    let lists: [(Set<String>, Role)] = [
      (WordLists.spatialNouns, .spatial), (WordLists.statementVerbs, .statement),
      (WordLists.placeAdjectives, .adjective), (WordLists.organisationClosers, .body),
    ]
    var table = WordTable(capacity: lists.reduce(0) { $0 + $1.0.count })
    for (words, role) in lists {
      for word in words { table[NameHash.word(word)] = role.rawValue }
    }
    return table
  }()
}

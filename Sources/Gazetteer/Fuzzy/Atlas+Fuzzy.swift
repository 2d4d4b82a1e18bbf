import Language

extension Atlas {
  /// A place whose name is spelled a little differently than what was asked for.
  public struct FuzzyCandidate: Hashable, Sendable {
    /// The place, and what the name found is to it.
    public var place: PlaceID
    public var nameKind: NameKind
    /// The folded spelling that was found.
    public var spelling: String
    /// How far it is from what was asked for: below 0.5 another transliteration, 2 and more a letter wrong.
    public var cost: Double
  }

  /// The places of names that are spelled like `name` but for transliteration (`Ghahjaverestan` for `Qahjaverestan`, `Ar Raqqah`
  /// for `Al-Raqqa`) or, in names of eight letters and more, one letter; the nearest spelling first, then the most prominent.
  ///
  /// It is for names that ``candidates(named:)`` does not know: of those that it knows nothing is returned. Codes, abbreviations and
  /// demonyms are not found. Only names in Latin letters have variants.
  /// - Complexity: at most 1,200 look-ups, about a millisecond where nothing is found.
  public func fuzzyCandidates(named name: String) -> [FuzzyCandidate] {
    let key = Folding.key(ofUTF8: Array(name.utf8))
    guard !key.isEmpty, key.count <= GazetteerFormat.longestName, records(of: key) == nil else { return [] }
    var found: [FuzzyCandidate] = []
    SpellingVariants(key: key).visit { variant, cost in
      if let match = records(of: variant) {
        for candidate in match.candidates where Self.isSpelling(candidate.nameKind) {
          guard !found.contains(where: { $0.place == candidate.place }) else { continue }
          found.append(
            FuzzyCandidate(
              place: candidate.place, nameKind: candidate.nameKind, spelling: String(decoding: variant, as: UTF8.self),
              cost: cost))
        }
      }
      // What is much further than the first is noise.
      return found.isEmpty ? SpellingVariants.editCost : cost >= SpellingVariants.editCost ? 0 : 0.2
    }
    return found.sorted { left, right in
      if left.cost != right.cost { return left.cost < right.cost }
      let (a, b) = (prominence(left.place), prominence(right.place))
      return a != b ? a > b : left.place < right.place
    }
  }

  private static func isSpelling(_ kind: NameKind) -> Bool {
    switch kind {
    case .main, .alternate, .alias, .historical: true
    case .abbreviation, .demonym, .code: false
    }
  }

  /// The records of a key that is folded already; nil where no file has places of that name.
  func records(of key: [UInt8]) -> NameMatch? {
    let hash = NameHash(key: key).value
    let match = key.withUnsafeBufferPointer { self.match(hash: hash, key: $0, tokenCount: 0) }
    return match.flatMap { $0.count > 0 ? $0 : nil }
  }
}

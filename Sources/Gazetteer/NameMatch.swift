import Language

/// A name of the gazetteer found in a text, with the places that it may mean.
package struct NameMatch: Sendable {
  /// How many tokens the name covers, hyphens among them.
  package let tokenCount: Int
  private let first: Record
  /// Of further gazetteers: seldom any.
  private let others: [Record]

  typealias Record = (file: UInt32, record: NameRecord)

  init(tokenCount: Int, first: Record, others: [Record]) {
    self.tokenCount = tokenCount
    self.first = first
    self.others = others
  }

  package var count: Int { others.reduce(first.record.count) { $0 + $1.record.count } }

  package var candidates: [Atlas.Candidate] {
    others.reduce(into: Self.candidates(of: first)) { $0 += Self.candidates(of: $1) }
  }

  private static func candidates(of record: Record) -> [Atlas.Candidate] {
    (0..<record.record.count).map { candidate($0, of: record) }
  }

  private static func candidate(_ index: Int, of record: Record) -> Atlas.Candidate {
    Atlas.Candidate(
      place: Atlas.id(file: Int(record.file), place: record.record.place(index)), nameKind: record.record.kind(index))
  }

  /// The most prominent place of the first gazetteer that has the name otherwise than as a code; else the first there is.
  package var firstCandidate: Atlas.Candidate? {
    for index in 0..<first.record.count where first.record.kind(index) != .code {
      return Self.candidate(index, of: first)
    }
    let candidates = candidates
    return candidates.first { $0.nameKind != .code } ?? candidates.first
  }

  /// Whether more than one gazetteer has the name.
  var isOfSeveralFiles: Bool { !others.isEmpty }

  var longerNames: UInt16 { others.reduce(first.record.longerNames) { $0 | $1.record.longerNames } }
}

extension Atlas {
  /// The longest name that begins at a token and does not reach `limit`; nil where none does.
  ///
  /// Words of a name stand side by side or with a hyphen between; a comma ends it, and so does a possessive unless it is part
  /// of a name of several words (`St. John's`, `Martha's Vineyard`).
  package func longestMatch(in document: Document, at token: Int, limit: Int) -> NameMatch? {
    let first = document.tokens[token]
    guard first.hash != 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.keyCapacity) { key in
      var length = 0
      guard Self.append(document.foldedBytes(of: first), to: key, &length) else { return nil }
      func found(_ hash: NameHash, upTo last: Int) -> NameMatch? {
        match(
          hash: hash.value, key: UnsafeBufferPointer(rebasing: key[..<length]), tokenCount: last - token + 1)
      }
      var hash = NameHash(word: first.hash)
      var opener = found(hash, upTo: token)
      var best = opener.flatMap { $0.count > 0 ? $0 : nil }
      var next = token
      if document.isPossessive(token + 1, limit: limit), length < Self.keyCapacity {
        hash = NameHash(word: Self.possessive(key, from: 0, &length))
        next += 1
        opener = found(hash, upTo: next)
      }
      guard let longer = opener?.longerNames, longer != 0 else { return best }
      var words = 1
      while words < 17, longer >> UInt16(words - 1) != 0, let following = document.nextWord(after: next, limit: limit) {
        next = following
        words += 1
        let before = hash
        hash.append(word: document.tokens[next].hash)
        guard length < Self.keyCapacity else { break }
        key[length] = 0x20
        length += 1
        let start = length
        guard Self.append(document.foldedBytes(of: document.tokens[next]), to: key, &length) else { break }
        let mayEnd = longer & 1 << UInt16(words - 2) != 0
        if mayEnd, let match = found(hash, upTo: next), match.count > 0 { best = match }
        guard document.isPossessive(next + 1, limit: limit), length < Self.keyCapacity else { continue }
        hash = before
        hash.append(word: Self.possessive(key, from: start, &length))
        next += 1
        if mayEnd, let match = found(hash, upTo: next), match.count > 0 { best = match }
      }
      return best
    }
  }

  private static let keyCapacity = 256

  private static func append(
    _ bytes: ArraySlice<UInt8>, to key: UnsafeMutableBufferPointer<UInt8>, _ length: inout Int
  ) -> Bool {
    guard length + bytes.count <= keyCapacity else { return false }
    for byte in bytes {
      key[length] = byte
      length += 1
    }
    return true
  }

  /// Adds the `s` of a possessive to the word that begins at `start`, and hashes it.
  private static func possessive(
    _ key: UnsafeMutableBufferPointer<UInt8>, from start: Int, _ length: inout Int
  ) -> UInt64 {
    key[length] = 0x73
    length += 1
    return NameHash.word(UnsafeBufferPointer(rebasing: key[start..<length]))
  }
}

extension Document {
  fileprivate func isPossessive(_ token: Int, limit: Int) -> Bool {
    token < limit && tokens[token].shape.contains(.possessive)
  }

  /// The word that goes on a name: the next token, or the one behind a hyphen without spaces.
  fileprivate func nextWord(after token: Int, limit: Int) -> Int? {
    var next = token + 1
    guard next < limit else { return nil }
    if tokens[next].hash == 0 {
      guard !tokens[next].shape.contains(.spaceBefore), tokens[next].end - tokens[next].start == 1,
        utf8[Int(tokens[next].start)] == 0x2D, next + 1 < limit, !tokens[next + 1].shape.contains(.spaceBefore)
      else { return nil }
      next += 1
    }
    return tokens[next].hash == 0 ? nil : next
  }
}

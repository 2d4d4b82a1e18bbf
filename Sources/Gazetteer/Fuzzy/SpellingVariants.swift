/// Other spellings of a folded name, the likeliest first: a search over the rules of ``SpellingRule`` and ``ArabicArticle`` by rising
/// cost, then single edits of longer names.
struct SpellingVariants {
  /// No more are tried for one name.
  static let mostTried = 2_000
  /// What is left of them for edits.
  private static let mostRuled = 1_000
  /// What a single edit costs, which is more than rules may.
  static let editCost = 2.0
  /// Shorter names have too many neighbours that mean something else.
  private static let leastLettersForEdits = 8

  private let key: [UInt8]
  private let letters: Int

  init(key: [UInt8]) {
    self.key = key
    letters = key.count { $0 != 0x20 }
  }

  /// What the rules may cost together: little for short names, nothing for those of three letters.
  private var budget: Double { letters <= 3 ? 0 : min(1.2, 0.15 * Double(letters - 1)) }

  /// Calls `visit` for each spelling with what it costs; `visit` returns how much more may be spent, nil to stop.
  func visit(_ visit: (_ key: [UInt8], _ cost: Double) -> Double?) {
    guard letters > 3, key.allSatisfy({ $0 < 0x80 }), key.contains(where: { $0 >= 0x61 }) else { return }
    var budget = budget
    // Costs are multiples of a tenth: a shelf for each keeps the queue in order.
    var shelves = [[[UInt8]]](repeating: [], count: Int(budget * 10 + 0.5) + 1)
    var seen: Set<[UInt8]> = [key]
    shelves[0] = [key]
    var tried = 0
    var isFound = false
    shelves: for shelf in shelves.indices {
      let cost = Double(shelf) / 10
      var next = 0
      while next < shelves[shelf].count {
        guard cost <= budget + 1e-9 else { return }
        let current = shelves[shelf][next]
        next += 1
        if shelf > 0 {
          tried += 1
          guard tried < Self.mostRuled else { break shelves }
          guard let rest = visit(current, cost) else { return }
          isFound = isFound || rest < Self.editCost
          budget = min(budget, cost + rest)
        }
        // What is generated beyond that would hardly be tried.
        guard seen.count < 2 * Self.mostRuled else { continue }
        Self.eachNeighbour(of: current, within: budget - cost + 1e-9) { neighbour, step in
          if seen.insert(neighbour).inserted { shelves[shelf + Int(step * 10 + 0.5)].append(neighbour) }
        }
      }
    }
    guard !isFound, letters >= Self.leastLettersForEdits else { return }
    eachEdit { edit in
      guard tried < Self.mostTried, seen.insert(edit).inserted else { return tried < Self.mostTried }
      tried += 1
      return visit(edit, Self.editCost) != nil
    }
  }

  // MARK: Rules

  /// - Parameter limit: what a rule may cost.
  private static func eachNeighbour(of key: [UInt8], within limit: Double, _ add: ([UInt8], Double) -> Void) {
    guard limit >= 0.2 else { return }
    for variant in ArabicArticle.variants(of: key) where variant.cost <= limit { add(variant.key, variant.cost) }
    for index in key.indices where key[index] != 0x20 {
      for rule in SpellingRule.byLetter[Int(key[index])] where rule.cost <= limit && applies(rule, to: key, at: index) {
        add(replacing(rule.from.count, at: index, by: rule.to, in: key), rule.cost)
      }
      let isDouble = index + 1 < key.count && key[index + 1] == key[index]
      if isDouble {
        add(replacing(1, at: index, by: [], in: key), 0.2)
      } else if limit >= 0.3, isConsonant(key[index]), index > 0, isLetter(key, index - 1), key[index - 1] != key[index]
      {
        add(replacing(0, at: index, by: [key[index]], in: key), 0.3)
      }
    }
    for index in 1...key.count where index == key.count || key[index] == 0x20 {
      for rule in SpellingRule.byLetter[0] where rule.cost <= limit && isLetter(key, index - 1) {
        add(replacing(0, at: index, by: rule.to, in: key), rule.cost)
      }
    }
    guard limit >= 0.4 else { return }
    for index in key.indices where key[index] == 0x20 { add(replacing(1, at: index, by: [], in: key), 0.4) }
  }

  private static func applies(_ rule: SpellingRule, to key: [UInt8], at index: Int) -> Bool {
    let end = index + rule.from.count
    guard end <= key.count, key[index..<end].elementsEqual(rule.from) else { return false }
    return switch rule.position {
    case .anywhere: true
    case .start: index == 0 || key[index - 1] == 0x20
    case .end: (end == key.count || key[end] == 0x20) && index > 0 && key[index - 1] != 0x20
    }
  }

  private static func replacing(_ count: Int, at index: Int, by letters: [UInt8], in key: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(key.count + letters.count)
    result.append(contentsOf: key[..<index])
    result.append(contentsOf: letters)
    result.append(contentsOf: key[(index + count)...])
    return result
  }

  private static func isLetter(_ key: [UInt8], _ index: Int) -> Bool { key[index] >= 0x61 && key[index] <= 0x7A }

  private static func isConsonant(_ letter: UInt8) -> Bool {
    letter >= 0x61 && letter <= 0x7A && !"aeiouyhw".utf8.contains(letter)
  }

  // MARK: Edits

  /// Each letter left out, changed with its neighbour, replaced, or another put before it; the first and the last stay, for there
  /// words take endings (`president`, `Presidente`).
  private func eachEdit(_ add: ([UInt8]) -> Bool) {
    let inner = 1..<key.count - 1
    for index in inner where key[index] != 0x20 {
      guard add(Self.replacing(1, at: index, by: [], in: key)) else { return }
      if index + 1 < inner.upperBound, key[index + 1] != 0x20, key[index + 1] != key[index] {
        guard add(Self.replacing(2, at: index, by: [key[index + 1], key[index]], in: key)) else { return }
      }
    }
    for index in inner {
      for letter in UInt8(0x61)...0x7A {
        if key[index] != 0x20, key[index] != letter {
          guard add(Self.replacing(1, at: index, by: [letter], in: key)) else { return }
        }
        guard add(Self.replacing(0, at: index, by: [letter], in: key)) else { return }
      }
    }
  }
}

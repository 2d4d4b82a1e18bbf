/// Two spellings of the same sound in folded names, as news transliterates Arabic, Persian, Hebrew, Turkic, Slavic and Chinese
/// names: each stands for the other.
struct SpellingRule: Sendable {
  /// Where in a word the rule holds.
  enum Position: Sendable { case anywhere, start, end }

  var from: [UInt8]
  var to: [UInt8]
  var position: Position
  var cost: Double

  /// Every rule in both directions.
  static let all: [SpellingRule] = table.flatMap { row -> [SpellingRule] in
    let forms = row.forms.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) }
    return forms.indices.flatMap { first in
      forms.indices.compactMap { second in
        first == second || (forms[first].isEmpty && row.position == .anywhere)
          ? nil : SpellingRule(from: forms[first], to: forms[second], position: row.position, cost: row.cost)
      }
    }
  }

  /// The rules by the letter with which what they replace begins; those that add letters at the end of a word at 0.
  static let byLetter: [[SpellingRule]] = {
    var lists = [[SpellingRule]](repeating: [], count: 128)
    for rule in all { lists[Int(rule.from.first ?? 0)].append(rule) }
    return lists
  }()

  /// Spellings that stand for each other, where, and how far apart they are; `-` is nothing.
  private static let table: [(forms: String, position: Position, cost: Double)] = [
    // Consonants
    ("q gh k g", .anywhere, 0.4), ("kh h", .anywhere, 0.4), ("kh ch", .anywhere, 0.5), ("kh k", .anywhere, 0.5),
    ("c k", .anywhere, 0.4), ("ck k", .anywhere, 0.3), ("j dj", .anywhere, 0.3), ("j zh", .anywhere, 0.4),
    ("j dzh", .anywhere, 0.4), ("j g", .anywhere, 0.5), ("j y", .anywhere, 0.5), ("sh ch", .anywhere, 0.5),
    ("sh s", .anywhere, 0.6), ("sh sch", .anywhere, 0.4), ("ch tch", .anywhere, 0.3), ("w v", .anywhere, 0.4),
    ("w u", .anywhere, 0.5), ("w ou", .anywhere, 0.4), ("ts tz c", .anywhere, 0.4), ("ts s", .anywhere, 0.6),
    ("th t", .anywhere, 0.4), ("dh d", .anywhere, 0.4), ("dh z", .anywhere, 0.5), ("th s", .anywhere, 0.6),
    ("ph f", .anywhere, 0.3), ("x ks", .anywhere, 0.3), ("s z", .anywhere, 0.6), ("v f", .end, 0.4),
    ("ny n", .anywhere, 0.5), ("yy y", .anywhere, 0.2),
    // Vowels
    ("aa a", .anywhere, 0.2), ("ee i", .anywhere, 0.3), ("oo u", .anywhere, 0.3), ("ou u", .anywhere, 0.3),
    ("ou o", .anywhere, 0.4), ("o u", .anywhere, 0.5), ("a e", .anywhere, 0.5), ("e i", .anywhere, 0.5),
    ("i y", .anywhere, 0.4), ("ie iye", .anywhere, 0.3), ("ei ai ay ey", .anywhere, 0.4), ("ya ia iya", .anywhere, 0.3),
    ("yo e", .anywhere, 0.5), ("ye e", .anywhere, 0.4), ("au aw", .anywhere, 0.4), ("ae e", .anywhere, 0.3),
    ("oe o", .anywhere, 0.3), ("ue u", .anywhere, 0.3),
    // Endings
    ("iv ev", .end, 0.3), ("iv iw ev", .end, 0.4), ("ovo owo", .end, 0.3), ("y i iy yi yy ij", .end, 0.3),
    ("sky ski skiy skyi skyy", .end, 0.2), ("a ah eh e", .end, 0.3), ("ah at", .end, 0.6), ("a at", .end, 0.6),
    ("o oh", .end, 0.4), ("i eh", .end, 0.6), ("abad avad", .end, 0.5), ("- h", .end, 0.5),
  ]
}

import Gazetteer
import Language

/// How the names of an article stand to each other in its text.
struct NameNeighbours {
  /// For each name the names that may contain it ("Arad, Israel", "Paris in Tennessee"), and those that it may contain.
  private(set) var containers: [Set<Int>]
  private(set) var parts: [Set<Int>]
  /// For each name those that stand before or behind one of its mentions, with 1 for side by side and less for further off.
  private(set) var beside: [[(name: Int, weight: Float)]]

  private static let mostBeside = 8

  /// - Parameter nameOf: the number of each toponym's name.
  init(names: Int, nameOf: [Int], toponyms: [Toponym], document: Document) {
    containers = Array(repeating: [], count: names)
    parts = Array(repeating: [], count: names)
    beside = Array(repeating: [], count: names)
    for index in toponyms.indices.dropLast() {
      let (here, next) = (nameOf[index], nameOf[index + 1])
      let (end, start) = (toponyms[index].tokens.upperBound, toponyms[index + 1].tokens.lowerBound)
      // spans given by the user stand in any order and may overlap
      guard end <= start, here != next else { continue }
      let weight = 1 / (1 + Float(start - end) / 8)
      if beside[here].count < Self.mostBeside { beside[here].append((next, weight)) }
      if beside[next].count < Self.mostBeside { beside[next].append((here, weight)) }
      guard start - end <= 3, toponyms[index + 1].form != .demonym,
        Self.contain(document.tokens[end..<start].map { document.text(of: $0) })
      else { continue }
      containers[here].insert(next)
      parts[next].insert(here)
    }
  }

  /// Whether the name behind these words may contain the one before them.
  private static func contain(_ words: [String]) -> Bool {
    switch words {
    case [","], ["in"], [",", "in"], [",", "in", "the"], ["in", "the"], ["("], ["province", "of"], ["in", "northern"],
      ["in", "southern"], ["in", "eastern"], ["in", "western"], ["in", "central"], [",", "northern"],
      [",", "southern"],
      [",", "eastern"], [",", "western"], [",", "central"], [",", "in", "northern"], [",", "in", "southern"],
      [",", "in", "eastern"], [",", "in", "western"], [",", "in", "central"], [",", "capital", "of"], [".", ","]:
      true
    default: false
    }
  }
}

/// What the elements of a page are for: judged once, so that the rest need not look at names again.
struct PageParts {
  enum Part: UInt8 {
    case plain
    /// Never read.
    case silent
    /// Navigation, teasers, comments, consent …
    case furniture
    case caption
    /// A figure: its caption is kept apart, the rest is not read.
    case figure
  }

  let parts: [Part]
  /// How surely an element is the body of an article: 1 by its name, 2 an article, 3 the main part; 0 otherwise.
  let ranks: [UInt8]
  /// The heading of the page.
  let heading: Int?

  /// - Parameter isTrusting: whether class and id are believed to tell furniture.
  init(_ tree: MarkupTree, title: String?, isTrusting: Bool) {
    let heading = Self.heading(of: tree, title: title)
    var parts = [Part](repeating: .plain, count: tree.nodes.count)
    var ranks = [UInt8](repeating: 0, count: tree.nodes.count)
    let weight = Self.weights(of: tree)
    let total = weight.last ?? 0
    for (index, node) in tree.nodes.enumerated() where !node.isText {
      let words = Self.names(tree, index)
      ranks[index] = Self.rank(tree, index, words)
      let isHeld = heading.map { index <= $0 && $0 < node.end } ?? false
      // what holds most of the page's text or its heading is not furniture, whatever it is called
      let share = weight[Int(node.end)] - weight[index]
      let isWhole = isHeld || ranks[index] == 1 || (heading == nil && share * 10 > total * 6)
      parts[index] = Self.part(tree, index, words, isWhole: isWhole, isTrusting: isTrusting)
    }
    (self.parts, self.ranks, self.heading) = (parts, ranks, heading)
  }

  /// Bytes of text before each node, links and what is never read left out.
  private static func weights(of tree: MarkupTree) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(tree.nodes.count + 1)
    var quietUntil = 0
    for (index, node) in tree.nodes.enumerated() {
      if !node.isText, index >= quietUntil, node.name == "a" || PageWords.silent.contains(node.name) {
        quietUntil = Int(node.end)
      }
      sums.append((sums.last ?? 0) + (node.isText && index >= quietUntil ? node.text.count : 0))
    }
    return sums
  }

  /// The words of each class, id and test name, in one row a name.
  private static func names(_ tree: MarkupTree, _ node: Int) -> [[String]] {
    ["class", "id", "data-testid", "data-component"].flatMap { key in
      (tree.attribute(key, of: node) ?? "").split(separator: " ").prefix(40).map {
        PageWords.words(String($0.prefix(80)))
      }
    }
  }

  private static func part(
    _ tree: MarkupTree, _ node: Int, _ names: [[String]], isWhole: Bool, isTrusting: Bool
  ) -> Part {
    let name = tree.nodes[node].name
    if PageWords.silent.contains(name) { return .silent }
    if name == "html" || name == "body" { return .plain }
    if name == "figcaption" { return .caption }
    if name == "figure" { return .figure }
    guard !isWhole else { return .plain }
    if PageWords.around.contains(name) { return .furniture }
    if isHidden(tree, node) { return .silent }
    if let role = tree.attribute("role", of: node)?.lowercased(), PageWords.roles.contains(role) { return .furniture }
    guard isTrusting else { return .plain }
    for words in names {
      if words.contains(where: PageWords.captions.contains), !words.contains("wrapper") {
        let isBox = words.last != "text" && holdsParagraphs(tree, node)
        return isBox ? .figure : .caption
      }
      for (index, word) in words.enumerated() where PageWords.furniture.contains(word) {
        if index == 0 || !PageWords.neutral.contains(words[index - 1]) { return .furniture }
      }
    }
    return .plain
  }

  private static func holdsParagraphs(_ tree: MarkupTree, _ node: Int) -> Bool {
    ((node + 1)..<Int(tree.nodes[node].end)).contains {
      tree.nodes[$0].name == "p" || tree.nodes[$0].name == "img" || tree.nodes[$0].name == "amp-img"
    }
  }

  private static func isHidden(_ tree: MarkupTree, _ node: Int) -> Bool {
    if tree.attribute("hidden", of: node) != nil { return true }
    if tree.attribute("aria-hidden", of: node)?.lowercased() == "true" { return true }
    guard let style = tree.attribute("style", of: node) else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }

  private static func rank(_ tree: MarkupTree, _ node: Int, _ names: [[String]]) -> UInt8 {
    if tree.attribute("itemprop", of: node)?.lowercased().contains("articlebody") ?? false { return 1 }
    let name = tree.nodes[node].name
    guard name != "body", name != "html" else { return 0 }
    for words in names where !PageWords.inline.contains(name) && name != "p" {
      if words.contains(where: PageWords.bodies.contains) { return 1 }
      for (first, second) in zip(words, words.dropFirst())
      where PageWords.bodyFirst.contains(first) && PageWords.bodySecond.contains(second) {
        return 1
      }
    }
    let role = tree.attribute("role", of: node)?.lowercased()
    if name == "article" || role == "article" { return 2 }
    return name == "main" || role == "main" ? 3 : 0
  }

  /// The heading that says what the page's title says; else the first `h1`, best inside an article.
  private static func heading(of tree: MarkupTree, title: String?) -> Int? {
    let headings = tree.nodes.indices.filter { PageWords.headings.contains(tree.nodes[$0].name) }.prefix(200)
    let wanted = title.map(PlainText.key) ?? ""
    if !wanted.isEmpty {
      let keys = headings.map { ($0, PlainText.key(tree.line(in: $0))) }
      if let same = keys.first(where: { $0.1 == wanted }) { return same.0 }
      // a title of the window is longer by the paper's name
      if let inside = keys.first(where: { $0.1.utf8.count > 12 && wanted.contains($0.1) }) { return inside.0 }
    }
    let first = headings.filter { tree.nodes[$0].name == "h1" }
    return first.first { isInside(tree, $0, ["article", "main"]) } ?? first.first { !isInside(tree, $0, ["header"]) }
  }

  private static func isInside(_ tree: MarkupTree, _ node: Int, _ names: Set<String>) -> Bool {
    var parent = Int(tree.nodes[node].parent)
    while parent >= 0 {
      if names.contains(tree.nodes[parent].name) { return true }
      parent = Int(tree.nodes[parent].parent)
    }
    return false
  }
}

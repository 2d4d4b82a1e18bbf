/// The paragraphs and captions of the article on a page.
struct PageBody {
  private(set) var paragraphs: [String] = []
  private(set) var captions: [String] = []
  /// Short lines between the heading and the first paragraph: date and author stand there.
  private(set) var head: [String] = []
  /// The elements that hold the article.
  private(set) var containers: [Range<Int>] = []

  /// - Parameter title: as the page's own data give it.
  init(_ tree: MarkupTree, title: String?) {
    for isTrusting in [true, false] {
      self = PageBody(tree, PageParts(tree, title: title, isTrusting: isTrusting), title: title)
      // a page that names its own story furniture is read without regard to names
      if paragraphs.reduce(0, { $0 + $1.utf8.count }) >= 200 { return }
    }
    let plain = PageBody(tree, PageParts(tree, title: title, isTrusting: true), title: title)
    if plain.length * 2 > length { self = plain }
  }

  private var length: Int { paragraphs.reduce(0) { $0 + $1.utf8.count } }

  private init(_ tree: MarkupTree, _ parts: PageParts, title: String?) {
    let blocks = PageBlock.all(of: tree, parts)
    containers = PageContainer(tree, parts, blocks).ranges
    let heading = parts.heading.map { tree.line(in: $0) }
    let titles = Set([title, heading].compactMap { $0 }.map(PlainText.key))
    var filter = PageFilter(titles: titles)
    var isInside = [Bool](repeating: false, count: tree.nodes.count)
    for container in containers { for node in container { isInside[node] = true } }
    for block in blocks where block.kind != .caption && isInside[block.node] { filter.add(block) }
    paragraphs = filter.paragraphs
    let first = parts.heading ?? containers.first?.lowerBound ?? 0
    let last = containers.last?.upperBound ?? 0
    captions = blocks.filter { $0.kind == .caption && $0.node >= first && $0.node < last }.map(\.text)
    head = Self.head(blocks, titles, first: paragraphs.first)
  }

  private static func head(_ blocks: [PageBlock], _ titles: Set<String>, first: String?) -> [String] {
    guard let end = blocks.firstIndex(where: { $0.text == first }) else { return [] }
    let start = blocks[..<end].lastIndex { titles.contains(PlainText.key($0.text)) } ?? max(0, end - 2)
    return blocks[start..<end].map(\.text).filter { $0.utf8.count <= 100 }
  }
}

/// Which blocks of the article's elements are its text.
struct PageFilter {
  private let titles: Set<String>
  private(set) var paragraphs: [String] = []
  /// Headings that are kept if a paragraph follows.
  private var pending: [String] = []
  private var isBehindFurniture = false
  private var seen: Set<String> = []

  init(titles: Set<String>) { self.titles = titles }

  mutating func add(_ block: PageBlock) {
    if block.isLinks { return }
    let key = PlainText.key(block.text.prefix(60))
    guard !key.isEmpty else { return }
    if block.kind == .heading {
      guard !titles.contains(PlainText.key(block.text)) else { return }
      isBehindFurniture = Self.isFurniture(key, block)
      if !isBehindFurniture { pending.append(block.text) }
      return
    }
    if titles.contains(PlainText.key(block.text)) || Self.isFurniture(key, block) { return }
    if block.length < 60, !Self.isSentence(block.text), block.kind == .paragraph || paragraphs.isEmpty { return }
    if block.kind == .item, isBehindFurniture, block.length < 80 { return }
    if Self.isByline(block), paragraphs.isEmpty { return }
    if block.length >= 80, !seen.insert(block.text).inserted { return }
    if !paragraphs.isEmpty || pending.count == 1 { paragraphs += pending }
    pending = []
    isBehindFurniture = false
    paragraphs.append(block.text)
  }

  private static func isFurniture(_ key: String, _ block: PageBlock) -> Bool {
    guard block.length <= 220 else { return isConsent(block) }
    if block.text.hasPrefix("©") || block.text.hasPrefix("(c)") || isConsent(block) { return true }
    return PageWords.openings.contains { opening in
      guard key.hasPrefix(opening) else { return false }
      // a sentence may begin with such a word: "Watch towers were …", "Source of the fire …"
      let isShort = block.length <= opening.utf8.count + 24
      let hasColon = block.text.prefix(opening.utf8.count + 6).contains(":")
      return isShort || hasColon || block.linked * 4 > block.length || opening.utf8.count >= 8
    }
  }

  private static func isConsent(_ block: PageBlock) -> Bool {
    guard block.length <= 500 else { return false }
    let text = block.text.lowercased()
    guard text.contains("cookie") else { return false }
    return ["accept", "agree", "consent", "privacy policy", "we use", "our use", "this site uses", "our partners"]
      .contains(where: text.contains)
  }

  private static func isByline(_ block: PageBlock) -> Bool {
    block.length <= 120 && (block.text.hasPrefix("By ") || block.text.hasPrefix("BY ")) && !isSentence(block.text)
  }

  /// Whether a line ends like a sentence.
  static func isSentence(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return [".", "!", "?", "…", "”", "\"", "’", "»", ":", ")", "؟", "۔", "。", "！", "？", "」", "।", "።"].contains(last)
  }
}

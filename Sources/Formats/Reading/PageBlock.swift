/// A paragraph, heading, item or caption of a page: text between two breaks.
struct PageBlock {
  enum Kind { case paragraph, heading, item, quote, caption }

  var text: String
  var kind: Kind
  /// The element that it stands in.
  var node: Int
  /// How many of its bytes are links.
  var linked: Int

  var length: Int { text.utf8.count }

  /// Whether it is mostly links.
  var isLinks: Bool { linked * 10 > length * 6 }

  /// Whether it reads like a sentence.
  var isProse: Bool { !isLinks && length >= 40 && (kind == .paragraph || kind == .item || kind == .quote) }

  /// The blocks of a page in order, without what is furniture.
  static func all(of tree: MarkupTree, _ parts: PageParts) -> [PageBlock] {
    var gatherer = Gatherer(tree: tree, parts: parts)
    gatherer.gather()
    return gatherer.blocks
  }

  private struct Gatherer {
    let tree: MarkupTree
    let parts: PageParts
    var blocks: [PageBlock] = []
    /// The lines of the block before this one.
    private var lines: [(text: String, linked: Int)] = []
    private var line = TextLine()
    private var linked = 0
    private var breaks = 0
    /// Open block elements; where links and figures end.
    private var open: [(node: Int, end: Int)] = []
    private var linkEnd = 0
    private var figureEnd = 0
    private var captionEnd = 0

    init(tree: MarkupTree, parts: PageParts) { (self.tree, self.parts) = (tree, parts) }

    mutating func gather() {
      var index = 0
      while index < tree.nodes.count {
        while let last = open.last, last.end <= index {
          flush()
          open.removeLast()
        }
        let node = tree.nodes[index]
        if node.isText {
          add(index)
          index += 1
          continue
        }
        switch parts.parts[index] {
        case .silent, .furniture:
          if !PageWords.inline.contains(node.name), !PageWords.silent.contains(node.name) { flush() }
          index = Int(node.end)
          continue
        case .caption:
          flush()
          open.append((index, Int(node.end)))
          captionEnd = max(captionEnd, Int(node.end))
        case .figure: figureEnd = max(figureEnd, isQuoting(index) ? 0 : Int(node.end))
        case .plain: break
        }
        enter(index, node)
        index += 1
      }
      flush()
    }

    private mutating func enter(_ index: Int, _ node: MarkupTree.Node) {
      if node.name == "br" {
        breaks += 1
        if breaks >= 2 { flush() } else { endLine() }
      } else if node.name == "a" {
        linkEnd = max(linkEnd, Int(node.end))
      } else if !PageWords.inline.contains(node.name) {
        flush()
        open.append((index, Int(node.end)))
      }
    }

    private mutating func add(_ index: Int) {
      let isInFigure = index < figureEnd && index >= captionEnd
      guard !isInFigure else { return }
      let added = line.append(tree.text(of: index))
      if added > 0 { breaks = 0 }
      if index < linkEnd { linked += added }
    }

    /// Whether a figure holds a quotation or a table, and not a picture.
    private func isQuoting(_ index: Int) -> Bool {
      (index..<Int(tree.nodes[index].end)).contains { ["blockquote", "pre", "table"].contains(tree.nodes[$0].name) }
    }

    /// A single line end within a block.
    private mutating func endLine() {
      if !line.isEmpty { lines.append((line.text, linked)) }
      line.removeAll()
      linked = 0
    }

    private mutating func flush() {
      endLine()
      breaks = 0
      guard !lines.isEmpty else { return }
      defer { lines.removeAll(keepingCapacity: true) }
      let (node, kind) = (open.last?.node ?? 0, kind())
      // lines are paragraphs where all end like sentences, and parts of a head (title, date) where none does and all are short
      let sentences = lines.count { PageFilter.isSentence($0.text) }
      let isHead = sentences == 0 && lines.allSatisfy { $0.text.utf8.count <= 100 }
      if lines.count > 1, sentences == lines.count || isHead {
        for line in lines { blocks.append(PageBlock(text: line.text, kind: kind, node: node, linked: line.linked)) }
      } else {
        let text = lines.map(\.text).joined(separator: " ")
        blocks.append(PageBlock(text: text, kind: kind, node: node, linked: lines.reduce(0) { $0 + $1.linked }))
      }
    }

    private func kind() -> Kind {
      for (node, end) in open.reversed() {
        if parts.parts[node] == .caption, end <= captionEnd { return .caption }
        switch tree.nodes[node].name {
        case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
        case "li", "dd", "dt": return .item
        case "blockquote", "pre": return .quote
        case "div", "section", "article", "td", "body": return .paragraph
        default: continue
        }
      }
      return .paragraph
    }
  }
}

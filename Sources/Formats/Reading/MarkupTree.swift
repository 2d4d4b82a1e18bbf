import CMarkup

/// A page as elements and texts in the order of the page, without recursion: an element's descendants follow it up to its `end`.
struct MarkupTree {
  struct Node {
    /// In lower case; empty for a text.
    var name: String
    var parent: Int32
    /// The index behind its last descendant.
    var end: Int32
    /// Bytes of `bytes`.
    var text: Range<Int32> = 0..<0
    /// Indices of `attributes`.
    var attributes: Range<Int32> = 0..<0

    var isText: Bool { name.isEmpty }
  }

  private(set) var nodes: [Node] = []
  private var bytes: [UInt8] = []
  private var attributes: [(name: String, value: String)] = []
  private var open: [Int32] = []

  /// The attributes that reading looks at; others (pictures inside addresses, data for scripts) are not kept.
  private static let kept: Set<String> = [
    "class", "id", "itemprop", "itemtype", "role", "hidden", "aria-hidden", "aria-label", "style", "type", "name",
    "property",
    "content", "datetime", "rel", "href", "http-equiv", "charset", "data-testid", "data-component",
  ]

  /// - Parameter html: UTF-8 without NUL bytes.
  init(html: [UInt8], path: String) throws(ArticleError) {
    guard TagScan.mostAttributes(in: html) <= 1000 else {
      throw .damaged(path: path, reason: "a tag has more than 1000 attributes, so this is no page")
    }
    let outcome = withUnsafeMutablePointer(to: &self) { tree in
      html.withUnsafeBytes { html in
        dateline_read_html(
          html.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: html.count), Self.receiver(tree))
      }
    }
    switch outcome {
    case dateline_markup_no_library: throw .noLibrary(path: path)
    case dateline_markup_no_memory: throw .damaged(path: path, reason: "there is no memory left to read this page")
    case dateline_markup_too_deep:
      throw .damaged(
        path: path, reason: "elements are nested more than \(dateline_markup_depth) deep, so this is no page")
    default: break
    }
    while let last = open.popLast() { nodes[Int(last)].end = Int32(nodes.count) }
  }

  private static func receiver(_ tree: UnsafeMutablePointer<MarkupTree>) -> dateline_markup_receiver {
    dateline_markup_receiver(
      context: tree,
      start: { context, name, _, attributes, count in
        guard let tree = context?.assumingMemoryBound(to: MarkupTree.self), let name else { return }
        tree.pointee.start(String(cString: name).lowercased(), attributes, Int(count))
      },
      end: { context in context?.assumingMemoryBound(to: MarkupTree.self).pointee.finish() },
      text: { context, bytes, count in
        guard let tree = context?.assumingMemoryBound(to: MarkupTree.self), let bytes else { return }
        tree.pointee.add(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      })
  }

  private mutating func start(_ name: String, _ given: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int) {
    let first = attributes.count
    for index in 0..<count {
      guard let given, let key = given[2 * index] else { continue }
      let attribute = String(cString: key).lowercased()
      guard Self.kept.contains(attribute) else { continue }
      attributes.append((attribute, given[2 * index + 1].map { String(cString: $0) } ?? ""))
    }
    let parent = open.last ?? -1
    open.append(Int32(nodes.count))
    nodes.append(
      Node(
        name: name.isEmpty ? "?" : name, parent: parent, end: Int32(nodes.count + 1),
        attributes: Int32(first)..<Int32(attributes.count)))
  }

  private mutating func finish() {
    guard let last = open.popLast() else { return }
    nodes[Int(last)].end = Int32(nodes.count)
  }

  private mutating func add(_ text: UnsafeRawBufferPointer) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: text)
    if let last = nodes.indices.last, nodes[last].isText, nodes[last].parent == open.last ?? -1,
      nodes[last].text.upperBound == start
    {
      nodes[last].text = nodes[last].text.lowerBound..<Int32(bytes.count)
      return
    }
    nodes.append(
      Node(name: "", parent: open.last ?? -1, end: Int32(nodes.count + 1), text: start..<Int32(bytes.count)))
  }

  /// An attribute of an element; empty where it has no value, nil where it is not there.
  func attribute(_ name: String, of node: Int) -> String? {
    let range = nodes[node].attributes
    return attributes[Int(range.lowerBound)..<Int(range.upperBound)].first { $0.name == name }?.value
  }

  /// The bytes of a text node.
  func text(of node: Int) -> ArraySlice<UInt8> {
    bytes[Int(nodes[node].text.lowerBound)..<Int(nodes[node].text.upperBound)]
  }

  /// All text inside an element as it stands.
  func rawText(in node: Int) -> [UInt8] {
    var result: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].isText { result.append(contentsOf: text(of: index)) }
    return result
  }

  /// All text inside an element on one line, without scripts and styles.
  func line(in node: Int) -> String {
    var line = TextLine()
    var index = node
    let end = Int(nodes[node].end)
    while index < end {
      if nodes[index].isText {
        line.append(text(of: index))
      } else if ["script", "style", "template", "noscript"].contains(nodes[index].name), index != node {
        index = Int(nodes[index].end)
        continue
      } else if !["b", "i", "em", "strong", "span", "a", "u", "sub", "sup", "font", "small", "mark", "abbr", "wbr"]
        .contains(nodes[index].name)
      {
        line.append([0x20])
      }
      index += 1
    }
    return line.text
  }

  /// The first element that fits, within another.
  func first(in node: Int? = nil, where fits: (Int) -> Bool) -> Int? {
    let range = node.map { $0..<Int(nodes[$0].end) } ?? nodes.indices
    return range.first { !nodes[$0].isText && fits($0) }
  }
}

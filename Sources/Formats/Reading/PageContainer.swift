/// The elements that hold an article: by their names, else by where the prose is.
struct PageContainer {
  private(set) var ranges: [Range<Int>] = []

  private let tree: MarkupTree
  private let parts: PageParts
  /// Bytes of prose before each node.
  private var sums: [Int]

  init(_ tree: MarkupTree, _ parts: PageParts, _ blocks: [PageBlock]) {
    (self.tree, self.parts) = (tree, parts)
    var weights = [Int](repeating: 0, count: tree.nodes.count)
    for block in blocks where block.isProse && block.node < weights.count { weights[block.node] += block.length }
    sums = [0]
    sums.reserveCapacity(weights.count + 1)
    for weight in weights { sums.append((sums.last ?? 0) + weight) }
    guard !tree.nodes.isEmpty else { return }
    ranges = named() ?? [descent()]
  }

  private func range(_ node: Int) -> Range<Int> { node..<Int(tree.nodes[node].end) }

  private func prose(_ range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }

  private var total: Int { sums.last ?? 0 }

  /// By the page's own names: the outermost elements of the surest kind that hold enough.
  private func named() -> [Range<Int>]? {
    for rank in UInt8(1)...3 {
      var found: [Range<Int>] = []
      var index = 0
      while index < tree.nodes.count {
        if parts.parts[index] == .silent || parts.parts[index] == .furniture {
          index = Int(tree.nodes[index].end)
          continue
        }
        guard parts.ranks[index] == rank, prose(range(index)) >= 60 else {
          index += 1
          continue
        }
        found.append(range(index))
        index = Int(tree.nodes[index].end)
      }
      if let chosen = chosen(of: found) { return chosen }
    }
    return nil
  }

  private func chosen(of found: [Range<Int>]) -> [Range<Int>]? {
    let together = found.reduce(0) { $0 + prose($1) }
    guard let first = found.first, together * 4 >= total else { return nil }
    guard found.count > 1 else { return found }
    // several parts under one heading are one article: its halves, or the posts of a live blog
    let headings = tree.nodes.indices.lazy.filter { tree.nodes[$0].name == "h1" }.prefix(100)
    let area = first.lowerBound..<(found.last?.upperBound ?? first.upperBound)
    let isOwn = found.prefix(1000).filter { part in headings.contains { part.contains($0) } }.count
    if isOwn == 0, headings.filter({ area.contains($0) }).count <= 1 {
      let isTeasers = found.contains { part in
        (part.lowerBound..<part.upperBound).contains { PageWords.headings.contains(tree.nodes[$0].name) }
      }
      if !isTeasers { return found }
    }
    if let largest = found.max(by: { prose($0) < prose($1) }), prose(largest) * 2 > together { return [largest] }
    // else the one with the page's heading: within it, or the last before it
    guard let heading = parts.heading else { return [first] }
    return [found.first { $0.contains(heading) } ?? found.first { $0.lowerBound > heading } ?? first]
  }

  /// From the root down as long as one element holds nearly all of the prose.
  private func descent() -> Range<Int> {
    var current = 0..<tree.nodes.count
    while true {
      var child = tree.nodes[current.lowerBound].end == current.upperBound ? current.lowerBound + 1 : current.lowerBound
      var next: Range<Int>?
      while child < current.upperBound {
        let part = range(child)
        if prose(part) * 10 >= total * 7, part != current {
          next = part
          break
        }
        child = part.upperBound
      }
      // a single paragraph is not the whole of an article
      guard let next, total > 0, tree.nodes[next.lowerBound].name != "p" else { return current }
      current = next
    }
  }
}

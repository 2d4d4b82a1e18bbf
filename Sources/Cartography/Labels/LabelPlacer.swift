/// Chooses a place for every label so that no two overlap and as few and as unimportant ones as possible are left out.
///
/// Two searches over states that never have an overlap, both from one seed. The first anneals: a move puts a label somewhere and turns
/// out whatever is in its way. The second goes on for those still left out: it lets them turn out others of no more weight, which then look
/// for room themselves, and forbids for a while what would undo that.
/// Sources: J. Christensen, J. Marks and S. Shieber, An empirical study of algorithms for point-feature label placement, ACM Trans.
/// Graphics 14 (1995), 203–232; M. Yamamoto, G. Camara and L. A. N. Lorena, Tabu search heuristic for point-feature cartographic label
/// placement, GeoInformatica 6 (2002), 77–90.
struct LabelPlacer {
  /// Where a label could stand.
  struct Candidate {
    var box: PixelBox
    /// 0 for the best place, about 1 for a poor one.
    var cost: Double
    /// True where it stands in the area that it names and needs no line to it.
    var isInside = false
  }

  struct Item {
    var candidates: [Candidate]
    /// What it costs to leave the label out; more than any place costs.
    var weight: Double
  }

  let items: [Item]
  /// Sides of all candidates one after another, with half the gap around; an item's are `first[item] ..< first[item + 1]`.
  var boxes: [Sides] = []
  var costs: [Double] = []
  var first: [Int] = []
  /// The items whose labels could ever meet an item's, one after another.
  private var neighbours: [Int32] = []
  private var firstNeighbour: [Int] = []

  struct Sides {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func meets(_ other: Sides) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// - Parameter gap: pixels to be kept free between two labels.
  init(_ items: [Item], gap: Double = 1) {
    self.items = items
    var hulls: [PixelBox] = []
    for item in items {
      first.append(boxes.count)
      var hull: Sides?
      for candidate in item.candidates {
        let box = candidate.box.insetBy(-gap / 2)
        let sides = Sides(left: box.x, top: box.y, right: box.right, bottom: box.bottom)
        boxes.append(sides)
        costs.append(candidate.cost)
        hull = Sides(
          left: min(hull?.left ?? sides.left, sides.left), top: min(hull?.top ?? sides.top, sides.top),
          right: max(hull?.right ?? sides.right, sides.right), bottom: max(hull?.bottom ?? sides.bottom, sides.bottom))
      }
      let all = hull ?? Sides(left: -1e9, top: -1e9, right: -1e9, bottom: -1e9)
      hulls.append(PixelBox(x: all.left, y: all.top, width: all.right - all.left, height: all.bottom - all.top))
    }
    first.append(boxes.count)
    findNeighbours(hulls)
  }

  private mutating func findNeighbours(_ hulls: [PixelBox]) {
    let occupied = hulls.indices.filter { first[$0] < first[$0 + 1] }
    let grid = PixelGrid(occupied.map { hulls[$0] })
    var order = occupied.makeIterator()
    var next = order.next()
    for item in hulls.indices {
      firstNeighbour.append(neighbours.count)
      guard next == item else { continue }
      next = order.next()
      grid.forEach(meeting: hulls[item]) { other in
        let other = occupied[other]
        if other != item, hulls[other].meets(hulls[item]) { neighbours.append(Int32(other)) }
      }
    }
    firstNeighbour.append(neighbours.count)
  }

  /// For each item the number of its candidate, nil where it is left out. The same input gives the same answer.
  func place() -> [Int?] {
    var state = State(chosen: [Int](repeating: -1, count: items.count))
    startGreedily(&state)
    var random = SplitMix64(seed: 0x6461_7465_6C69_6E65)
    anneal(&state, &random)
    placeRest(&state, &random)
    settle(&state)
    return items.indices.map { state.chosen[$0] < 0 ? nil : state.chosen[$0] - first[$0] }
  }

  struct State {
    /// For each item its candidate among all, -1 where left out.
    var chosen: [Int]
  }

  /// Calls `body` with each item whose label is in the way of a candidate; stops where it returns false.
  @inline(__always)
  func forEachRival(of item: Int, at candidate: Int, _ state: State, _ body: (Int) -> Bool) {
    let box = boxes[candidate]
    for index in firstNeighbour[item]..<firstNeighbour[item + 1] {
      let other = Int(neighbours[index])
      let taken = state.chosen[other]
      if taken >= 0, boxes[taken].meets(box), !body(other) { return }
    }
  }

  private func isFree(_ candidate: Int, of item: Int, _ state: State) -> Bool {
    var free = true
    forEachRival(of: item, at: candidate, state) { _ in
      free = false
      return false
    }
    return free
  }

  /// The best free place of an item.
  func freePlace(of item: Int, _ state: State) -> Int? {
    var best: Int?
    for candidate in first[item]..<first[item + 1] {
      if let best, costs[best] <= costs[candidate] { continue }
      if isFree(candidate, of: item, state) { best = candidate }
    }
    return best
  }

  /// Heavy labels first, each at its best free place.
  private func startGreedily(_ state: inout State) {
    for item in byWeight { state.chosen[item] = freePlace(of: item, state) ?? -1 }
  }

  private var byWeight: [Int] {
    items.indices.sorted { (-items[$0].weight, $0) < (-items[$1].weight, $1) }
  }

  /// At the end every label takes its best free place, the heavy ones first.
  private func settle(_ state: inout State) {
    let order = byWeight
    for _ in 0..<3 { for item in order { state.chosen[item] = freePlace(of: item, state) ?? state.chosen[item] } }
  }
}

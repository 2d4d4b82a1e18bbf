/// Chooses a place for every label so that no two overlap and as few and as unimportant ones as possible are left out.
///
/// Simulated annealing over states that never have an overlap: a move puts a label somewhere and turns out whatever is in its way.
/// Source of the annealing: J. Christensen, J. Marks and S. Shieber, An empirical study of algorithms for point-feature label
/// placement, ACM Trans. Graphics 14 (1995), 203–232.
struct LabelPlacer {
  /// Where a label could stand.
  struct Candidate {
    var box: PixelBox
    /// 0 for the best place, about 1 for a poor one.
    var cost: Double
  }

  struct Item {
    var candidates: [Candidate]
    /// What it costs to leave the label out; more than any place costs.
    var weight: Double
  }

  private let items: [Item]
  /// The candidates of all items one after another; an item's are `first[item] ..< first[item + 1]`.
  private var candidates: [(item: Int, candidate: Candidate)] = []
  private var first: [Int] = []
  /// The candidates of other items that each candidate overlaps, one after another.
  private var conflicts: [Int32] = []
  private var firstConflict: [Int] = []

  /// - Parameter gap: pixels to be kept free between two labels.
  init(_ items: [Item], gap: Double = 1) {
    self.items = items
    for (item, content) in items.enumerated() {
      first.append(candidates.count)
      candidates += content.candidates.map { (item, $0) }
    }
    first.append(candidates.count)
    findConflicts(gap: gap)
  }

  private mutating func findConflicts(gap: Double) {
    let boxes = candidates.map { $0.candidate.box.insetBy(-gap / 2) }
    let grid = PixelGrid(boxes)
    firstConflict = [0]
    for (index, box) in boxes.enumerated() {
      let item = candidates[index].item
      grid.forEach(meeting: box) { other in
        if candidates[other].item != item, boxes[other].meets(box) { conflicts.append(Int32(other)) }
      }
      firstConflict.append(conflicts.count)
    }
  }

  /// For each item the number of its candidate, nil where it is left out. The same input gives the same answer.
  func place() -> [Int?] {
    var state = State(
      chosen: [Int](repeating: -1, count: items.count), isTaken: [Bool](repeating: false, count: candidates.count))
    startGreedily(&state)
    anneal(&state)
    return items.indices.map { state.chosen[$0] < 0 ? nil : state.chosen[$0] - first[$0] }
  }

  private struct State {
    /// For each item its candidate among all, -1 where left out.
    var chosen: [Int]
    var isTaken: [Bool]
  }

  /// Heavy labels first, each at its best free place.
  private func startGreedily(_ state: inout State) {
    let order = items.indices.sorted { (-items[$0].weight, $0) < (-items[$1].weight, $1) }
    for item in order {
      let free = (first[item]..<first[item + 1]).filter { candidate in
        !conflicts(of: candidate).contains { state.isTaken[Int($0)] }
      }
      if let best = free.min(by: { candidates[$0].candidate.cost < candidates[$1].candidate.cost }) {
        state.chosen[item] = best
        state.isTaken[best] = true
      }
    }
  }

  private func conflicts(of candidate: Int) -> ArraySlice<Int32> {
    conflicts[firstConflict[candidate]..<firstConflict[candidate + 1]]
  }

  private func anneal(_ state: inout State) {
    let movable = items.indices.filter { !items[$0].candidates.isEmpty }
    guard movable.count > 0, candidates.count > 1 else { return }
    var random = SplitMix64(seed: 0x6461_7465_6C69_6E65)
    var out = movable.filter { state.chosen[$0] < 0 }
    let rounds = min(60 + 20_000 / movable.count, 600)
    var temperature = 0.6
    for round in 0..<rounds {
      for _ in 0..<movable.count {
        // Those left out come up more often than the others.
        let item: Int
        if !out.isEmpty, random.next() & 1 == 0 {
          item = out[Int(random.next(below: UInt64(out.count)))]
        } else {
          item = movable[Int(random.next(below: UInt64(movable.count)))]
        }
        let range = first[item]..<first[item + 1]
        let candidate = range.lowerBound + Int(random.next(below: UInt64(range.count)))
        if candidate == state.chosen[item] { continue }
        move(item, to: candidate, temperature: temperature, &random, &state)
      }
      out = movable.filter { state.chosen[$0] < 0 }
      temperature *= round < rounds * 3 / 4 ? 0.95 : 0.7
      if out.isEmpty, temperature < 0.01 { break }
    }
    settle(&state)
  }

  private func move(
    _ item: Int, to candidate: Int, temperature: Double, _ random: inout SplitMix64, _ state: inout State
  ) {
    let old = state.chosen[item]
    var change = candidates[candidate].candidate.cost - (old < 0 ? items[item].weight : candidates[old].candidate.cost)
    var turnedOut: [Int] = []
    for other in conflicts(of: candidate) where state.isTaken[Int(other)] {
      let rival = candidates[Int(other)].item
      turnedOut.append(Int(other))
      change += items[rival].weight - candidates[Int(other)].candidate.cost
    }
    // A rival that finds another free place at once costs only the difference.
    var refuge: [(from: Int, to: Int)] = []
    if change > 0, turnedOut.count <= 2 {
      if old >= 0 { state.isTaken[old] = false }
      state.isTaken[candidate] = true
      for rival in turnedOut {
        state.isTaken[rival] = false
        if let place = freePlace(of: candidates[rival].item, state) {
          refuge.append((rival, place))
          state.isTaken[place] = true
          change += candidates[place].candidate.cost - items[candidates[rival].item].weight
        }
      }
      for place in refuge { state.isTaken[place.to] = false }
      for rival in turnedOut { state.isTaken[rival] = true }
      state.isTaken[candidate] = false
      if old >= 0 { state.isTaken[old] = true }
    }
    guard change <= 0 || random.unit() < Exponential.negative(change / temperature) else { return }
    if old >= 0 { state.isTaken[old] = false }
    for rival in turnedOut {
      state.isTaken[rival] = false
      state.chosen[candidates[rival].item] = -1
    }
    state.chosen[item] = candidate
    state.isTaken[candidate] = true
    for place in refuge {
      state.isTaken[place.to] = true
      state.chosen[candidates[place.to].item] = place.to
    }
  }

  private func freePlace(of item: Int, _ state: State) -> Int? {
    var best: Int?
    for candidate in first[item]..<first[item + 1] {
      if let best, candidates[best].candidate.cost <= candidates[candidate].candidate.cost { continue }
      if !conflicts(of: candidate).contains(where: { state.isTaken[Int($0)] }) { best = candidate }
    }
    return best
  }

  /// At the end every label takes its best free place, the heavy ones first.
  private func settle(_ state: inout State) {
    let order = items.indices.sorted { (-items[$0].weight, $0) < (-items[$1].weight, $1) }
    for _ in 0..<3 {
      for item in order {
        let old = state.chosen[item]
        if old >= 0 { state.isTaken[old] = false }
        let best = freePlace(of: item, state)
        state.chosen[item] = best ?? old
        if let now = best ?? (old >= 0 ? old : nil) { state.isTaken[now] = true }
      }
    }
  }
}

/// e to the power of minus something, without C's libraries: good to a few per cent, and the same everywhere.
private enum Exponential {
  static func negative(_ value: Double) -> Double {
    guard value < 30 else { return 0 }
    var part = 1 - value / 1024
    if part <= 0 { return 0 }
    for _ in 0..<10 { part *= part }
    return part
  }
}

/// Sebastiano Vigna's SplitMix64 (public domain): a small generator with a seed, so that a sheet comes out the same every time.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }

  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

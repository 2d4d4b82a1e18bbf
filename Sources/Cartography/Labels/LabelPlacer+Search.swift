/// The two searches.
extension LabelPlacer {
  private static let mostTrials = 60_000

  func anneal(_ state: inout State, _ random: inout SplitMix64) {
    let movable = items.indices.filter { first[$0] < first[$0 + 1] }
    guard movable.count > 1 else { return }
    var out = movable.filter { state.chosen[$0] < 0 }
    let rounds = min(max(Self.mostTrials / movable.count, 12), 300)
    let cooling = Exponential.negative(4.2 / Double(rounds))
    var temperature = 0.6
    for _ in 0..<rounds {
      for _ in 0..<movable.count {
        // Those left out come up more often than the others.
        let item: Int
        if !out.isEmpty, random.next() & 1 == 0 {
          item = out[Int(random.next(below: UInt64(out.count)))]
        } else {
          item = movable[Int(random.next(below: UInt64(movable.count)))]
        }
        let candidate = first[item] + Int(random.next(below: UInt64(first[item + 1] - first[item])))
        if candidate != state.chosen[item] {
          move(item, to: candidate, temperature: temperature, &random, &state)
        }
      }
      out = movable.filter { state.chosen[$0] < 0 }
      temperature *= cooling
    }
  }

  private func move(
    _ item: Int, to candidate: Int, temperature: Double, _ random: inout SplitMix64, _ state: inout State
  ) {
    let old = state.chosen[item]
    var change = costs[candidate] - (old < 0 ? items[item].weight : costs[old])
    var rivals: [Int] = []
    forEachRival(of: item, at: candidate, state) { rival in
      rivals.append(rival)
      return rivals.count < 3
    }
    if rivals.count > 2 { return }
    state.chosen[item] = candidate
    // A rival that finds another free place at once costs only the difference.
    var before: [Int] = []
    for rival in rivals {
      before.append(state.chosen[rival])
      let cost = costs[state.chosen[rival]]
      state.chosen[rival] = freePlace(of: rival, state) ?? -1
      change += (state.chosen[rival] < 0 ? items[rival].weight : costs[state.chosen[rival]]) - cost
    }
    if change <= 0 || random.unit() < Exponential.negative(change / temperature) { return }
    state.chosen[item] = old
    for (rival, place) in zip(rivals, before) { state.chosen[rival] = place }
  }

  /// Makes room for labels still left out by moving others on, keeping the best state seen.
  func placeRest(_ state: inout State, _ random: inout SplitMix64) {
    var out = items.indices.filter { state.chosen[$0] < 0 && first[$0] < first[$0 + 1] }
    guard !out.isEmpty else { return }
    var best = state
    var lost = out.reduce(0) { $0 + items[$1].weight }
    var least = lost
    /// Until when nothing may turn an item out.
    var keptUntil = [Int](repeating: 0, count: items.count)
    let trials = min(3_000 + items.count * 6, 12_000)
    for trial in 1...trials {
      if out.isEmpty { break }
      let slot = Int(random.next(below: UInt64(out.count)))
      let item = out[slot]
      var cheapest = Double.infinity
      var chosen = -1
      var ties: UInt64 = 0
      for candidate in first[item]..<first[item + 1] {
        var price = 0.0
        forEachRival(of: item, at: candidate, state) { rival in
          price += keptUntil[rival] > trial ? .infinity : items[rival].weight
          return price <= cheapest
        }
        if price < cheapest {
          (cheapest, chosen, ties) = (price, candidate, 1)
        } else if price == cheapest {
          ties += 1
          if random.next(below: ties) == 0 { chosen = candidate }
        }
      }
      // A worse state is entered now and then, as long as it is not much worse.
      guard chosen >= 0, cheapest <= items[item].weight * 2, cheapest <= items[item].weight || random.next() & 31 == 0
      else { continue }
      var rivals: [Int] = []
      forEachRival(of: item, at: chosen, state) { rival in
        rivals.append(rival)
        return true
      }
      state.chosen[item] = chosen
      out.swapAt(slot, out.count - 1)
      out.removeLast()
      lost -= items[item].weight
      keptUntil[item] = trial + 8 + Int(random.next(below: 12))
      for rival in rivals { state.chosen[rival] = -1 }
      for rival in rivals {
        if let place = freePlace(of: rival, state) {
          state.chosen[rival] = place
        } else {
          out.append(rival)
          lost += items[rival].weight
        }
      }
      if lost < least - 1e-9 { (least, best) = (lost, state) }
    }
    if least < lost - 1e-9 { state = best }
  }
}

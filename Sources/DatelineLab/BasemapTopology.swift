import Cartography
import Coordinates

/// Finds the arcs of which areas are made, each once: from rings that share their edges exactly.
struct BasemapTopology {
  /// A first-level unit that tiles the land together with all others.
  struct Unit {
    var country: String
    /// True where the table took it from the country that the source gives it to: its lines within the new country are disputed.
    var isReassigned: Bool
    /// Loops without their first point repeated, area on the left.
    var loops: [[Coordinate]]
  }

  struct Line {
    var points: [Coordinate]
    var kind: ArcKind
    /// The units on either side, -1 for sea.
    var left: Int
    var right: Int
  }

  private struct Edge: Hashable {
    var from: Int
    var to: Int
  }

  private(set) var lines: [Line] = []
  /// For each unit its loops as references to `lines`.
  private(set) var loops: [[[ArcReference]]] = []
  private let units: [Unit]
  private let editorial: BasemapEditorial

  init(units: [Unit], editorial: BasemapEditorial) {
    self.units = units
    self.editorial = editorial
    build()
  }

  private mutating func build() {
    var points: [Coordinate] = []
    var numbers: [Coordinate: Int] = [:]
    let numbered = units.map { unit in
      unit.loops.map { loop in
        loop.map { point in
          if let number = numbers[point] { return number }
          numbers[point] = points.count
          points.append(point)
          return points.count - 1
        }
      }
    }
    var owner: [Edge: Int] = [:]
    for (unit, loops) in numbered.enumerated() {
      for loop in loops {
        for (index, from) in loop.enumerated() { owner[Edge(from: from, to: loop[(index + 1) % loop.count])] = unit }
      }
    }
    func describe(_ edge: Edge) -> Line {
      let left = owner[edge] ?? -1
      let right = owner[Edge(from: edge.to, to: edge.from)] ?? -1
      let kind = kind(left: left, right: right, at: points[edge.from], points[edge.to])
      return Line(points: [], kind: kind, left: left, right: right)
    }
    let nodes = Self.nodes(of: numbered, count: points.count, describe: { describe(Edge(from: $0, to: $1)) })
    var known: [Edge: ArcReference] = [:]
    for unitLoops in numbered {
      var references: [[ArcReference]] = []
      for loop in unitLoops {
        var loopReferences: [ArcReference] = []
        for piece in Self.pieces(of: loop, nodes: nodes) {
          let edge = Edge(from: piece[0], to: piece[1])
          if let reference = known[edge] {
            loopReferences.append(reference)
            continue
          }
          var line = describe(edge)
          line.points = piece.map { points[$0] }
          let arc = lines.count
          lines.append(line)
          for (from, to) in zip(piece, piece.dropFirst()) {
            known[Edge(from: from, to: to)] = ArcReference(arc: arc, reversed: false)
            known[Edge(from: to, to: from)] = ArcReference(arc: arc, reversed: true)
          }
          loopReferences.append(ArcReference(arc: arc, reversed: false))
        }
        references.append(loopReferences)
      }
      loops.append(references)
    }
  }

  private func kind(left: Int, right: Int, at start: Coordinate, _ end: Coordinate) -> ArcKind {
    guard left >= 0, right >= 0 else { return .coast }
    let middle = Coordinate(
      longitude: (start.longitude + end.longitude) / 2, latitude: (start.latitude + end.latitude) / 2)
    let (first, second) = (units[left], units[right])
    if first.country == second.country {
      return first.isReassigned != second.isReassigned ? .disputed : .firstLevel
    }
    return editorial.isDisputed(between: first.country, and: second.country, at: middle) ? .disputed : .border
  }

  /// Marks the points where lines meet or change what they separate.
  private static func nodes(of units: [[[Int]]], count: Int, describe: (Int, Int) -> Line) -> [Bool] {
    var neighbours = [Set<Int>](repeating: [], count: count)
    var isNode = [Bool](repeating: false, count: count)
    for loop in units.joined() {
      for (index, point) in loop.enumerated() {
        let next = loop[(index + 1) % loop.count]
        neighbours[point].insert(next)
        neighbours[next].insert(point)
      }
    }
    for point in 0..<count where neighbours[point].count != 2 { isNode[point] = true }
    for loop in units.joined() {
      for (index, point) in loop.enumerated() where !isNode[point] {
        let before = describe(loop[(index + loop.count - 1) % loop.count], point)
        let after = describe(point, loop[(index + 1) % loop.count])
        if before.left != after.left || before.right != after.right || before.kind != after.kind {
          isNode[point] = true
        }
      }
    }
    return isNode
  }

  /// The stretches of a loop from node to node; a loop without nodes is one closed stretch.
  private static func pieces(of loop: [Int], nodes: [Bool]) -> [[Int]] {
    guard let start = loop.indices.first(where: { nodes[loop[$0]] }) else { return [loop + [loop[0]]] }
    var pieces: [[Int]] = []
    var piece: [Int] = []
    for step in 0...loop.count {
      let point = loop[(start + step) % loop.count]
      piece.append(point)
      if nodes[point] && piece.count > 1 {
        pieces.append(piece)
        piece = [point]
      }
    }
    return pieces
  }

  /// The outlines of the units for which `contains` is true, joined: lines between two of them fall away.
  func dissolve(_ contains: (Int) -> Bool) -> [[ArcReference]] {
    var sides: [ArcReference] = []
    for (arc, line) in lines.enumerated() {
      let left = line.left >= 0 && contains(line.left)
      let right = line.right >= 0 && contains(line.right)
      if left && !right { sides.append(ArcReference(arc: arc, reversed: false)) }
      if right && !left { sides.append(ArcReference(arc: arc, reversed: true)) }
    }
    var byStart: [Coordinate: [Int]] = [:]
    for (index, side) in sides.enumerated().reversed() { byStart[start(of: side), default: []].append(index) }
    var used = [Bool](repeating: false, count: sides.count)
    var rings: [[ArcReference]] = []
    for first in sides.indices where !used[first] {
      var ring: [ArcReference] = []
      var current: Int? = first
      while let index = current, !used[index] {
        used[index] = true
        ring.append(sides[index])
        let end = end(of: sides[index])
        if end == start(of: sides[first]) { break }
        while let last = byStart[end]?.last, used[last] { byStart[end]?.removeLast() }
        current = byStart[end]?.last
      }
      rings.append(ring)
    }
    return rings
  }

  private func start(of reference: ArcReference) -> Coordinate {
    let points = lines[reference.arc].points
    return reference.reversed ? points[points.count - 1] : points[0]
  }

  private func end(of reference: ArcReference) -> Coordinate {
    start(of: ArcReference(arc: reference.arc, reversed: !reference.reversed))
  }
}

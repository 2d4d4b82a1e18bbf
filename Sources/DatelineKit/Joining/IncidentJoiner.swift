import Coordinates
import Geodesy
import Incidents

/// Finds which of the incidents that many articles tell are one event: types that are kin, places no further apart than a geodesic, days
/// no further apart than a window, told by different articles.
///
/// Every two of what is joined fit each other, so that events do not grow together over a chain of neighbours; what one article keeps
/// apart stays apart. The result does not depend on the order in which incidents come. What is known by its country only, or without a
/// day, is joined with nothing.
///
///     let events = IncidentJoiner().clusters(of: records)
public struct IncidentJoiner: Sendable {
  /// How far apart two places of one event may be.
  public var reach: Distance
  /// How many days apart two days of one event may be.
  public var days: Int

  public static let defaultReach = Distance(kilometres: 25)
  public static let defaultDays = 1

  public init(reach: Distance = defaultReach, days: Int = defaultDays) {
    self.reach = reach
    self.days = max(days, 0)
  }

  /// The numbers of the records that tell each event, the least id first; events in the order of their first.
  /// - Complexity: O(n log n) for n records whose events are spread over place and time.
  public func clusters(of records: [IncidentRecord]) -> [[Int]] {
    let order = records.indices.sorted {
      (records[$0].id, records[$0].article, $0) < (records[$1].id, records[$1].article, $1)
    }
    let groups = grouped(order, records)
    var forest = Forest(groups.map { Cluster(groups: [$0.number], articles: $0.articles) })
    for edge in edges(among: groups, records) where forest.root(edge.first) != forest.root(edge.second) {
      let (first, second) = (forest[edge.first], forest[edge.second])
      guard first.articles.isDisjoint(with: second.articles),
        first.groups.allSatisfy({ a in second.groups.allSatisfy { b in fit(groups[a], groups[b], records) != nil } })
      else { continue }
      forest.join(edge.first, edge.second)
    }
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    return forest.roots.map { root in
      forest[root].groups.flatMap { groups[$0].members }.sorted { (place[$0] ?? 0) < (place[$1] ?? 0) }
    }.sorted { (place[$0[0]] ?? 0) < (place[$1[0]] ?? 0) }
  }

  // MARK: The same at once

  /// Incidents of one type at one set of places at one time, each of another article.
  private struct Group {
    var number: Int
    var members: [Int]
    var articles: Set<String>
  }

  private struct Sameness: Hashable {
    var type: IncidentType
    var time: IncidentRecord.Time
    var sites: [String]
    /// The how-manieth such incident of its article.
    var turn: Int
  }

  /// What many articles tell alike is compared once.
  private func grouped(_ order: [Int], _ records: [IncidentRecord]) -> [Group] {
    var groups: [Group] = []
    var known: [Sameness: Int] = [:]
    for index in order {
      let record = records[index]
      var sameness = Sameness(type: record.type, time: record.time, sites: record.sites.map(\.key).sorted(), turn: 0)
      let isAlone = record.sites.isEmpty || record.time == .unknown
      while !isAlone, let group = known[sameness], groups[group].articles.contains(record.article) {
        sameness.turn += 1
      }
      if !isAlone, let group = known[sameness] {
        groups[group].members.append(index)
        groups[group].articles.insert(record.article)
      } else {
        if !isAlone { known[sameness] = groups.count }
        groups.append(Group(number: groups.count, members: [index], articles: [record.article]))
      }
    }
    return groups
  }

  // MARK: Pairs

  private struct Edge {
    var first: Int
    var second: Int
    var metres: Double
    var gap: Int
  }

  /// The pairs that fit, the nearest first.
  private func edges(among groups: [Group], _ records: [IncidentRecord]) -> [Edge] {
    var grid = JoiningGrid(metres: reach.metres, days: days)
    for group in groups {
      let record = records[group.members[0]]
      for site in record.sites { grid.add(Int32(truncatingIfNeeded: group.number), at: site.coordinate, record.time) }
    }
    var edges: [Edge] = []
    var seen: Set<Int32> = []
    for group in groups {
      let record = records[group.members[0]]
      seen.removeAll(keepingCapacity: true)
      for site in record.sites {
        grid.visit(near: site.coordinate, record.time) { other in
          guard other > group.number, seen.insert(other).inserted,
            let fit = fit(group, groups[Int(other)], records)
          else { return }
          edges.append(Edge(first: group.number, second: Int(other), metres: fit.metres, gap: fit.gap))
        }
      }
    }
    return edges.sorted { ($0.metres, $0.gap, $0.first, $0.second) < ($1.metres, $1.gap, $1.first, $1.second) }
  }

  /// How near two groups are, if they may be one event.
  private func fit(_ first: Group, _ second: Group, _ records: [IncidentRecord]) -> (metres: Double, gap: Int)? {
    let (a, b) = (records[first.members[0]], records[second.members[0]])
    guard a.type.isKin(to: b.type), let gap = gap(a.time, b.time) else { return nil }
    var nearest = Double.infinity
    for site in a.sites {
      for other in b.sites {
        let metres =
          site.key == other.key ? 0 : Geodesic.wgs84.distance(from: site.coordinate, to: other.coordinate).metres
        nearest = min(nearest, metres)
      }
    }
    return nearest <= reach.metres ? (nearest.rounded(), gap) : nil
  }

  /// Days between, 0 where they overlap; nil where they are too far apart or cannot be told.
  private func gap(_ first: IncidentRecord.Time, _ second: IncidentRecord.Time) -> Int? {
    switch (first, second) {
    case (.days(let a), .days(let b)):
      let gap = max(0, a.lowerBound - b.upperBound, b.lowerBound - a.upperBound)
      return gap <= days ? gap : nil
    case (.range(let a), .range(let b)): return a == b ? 0 : nil
    default: return nil
    }
  }

  // MARK: What grows together

  private struct Cluster {
    var groups: [Int]
    var articles: Set<String>
  }

  private struct Forest {
    private var parents: [Int]
    private var clusters: [Cluster?]

    init(_ clusters: [Cluster]) {
      parents = Array(clusters.indices)
      self.clusters = clusters
    }

    mutating func root(_ number: Int) -> Int {
      var number = number
      while parents[number] != number {
        parents[number] = parents[parents[number]]
        number = parents[number]
      }
      return number
    }

    var roots: [Int] { parents.indices.filter { parents[$0] == $0 } }

    subscript(number: Int) -> Cluster {
      mutating get { clusters[root(number)] ?? Cluster(groups: [], articles: []) }
    }

    mutating func join(_ first: Int, _ second: Int) {
      var (larger, smaller) = (root(first), root(second))
      let (a, b) = (clusters[larger], clusters[smaller])
      if (a?.articles.count ?? 0, smaller) < (b?.articles.count ?? 0, larger) { swap(&larger, &smaller) }
      parents[smaller] = larger
      guard let gone = clusters[smaller] else { return }
      clusters[smaller] = nil
      clusters[larger]?.groups += gone.groups
      clusters[larger]?.articles.formUnion(gone.articles)
    }
  }
}

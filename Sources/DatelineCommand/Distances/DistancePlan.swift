import Coordinates
import Geodesy

/// The way from one site to another.
struct MeasuredPair: Sendable {
  /// Numbers of sites.
  var from: Int
  var to: Int
  var way: Geodesic.Inverse
  /// From the beginning of a chain.
  var along: Distance?

  /// Two sites on one point have no bearings.
  var hasBearings: Bool { way.distance.metres > 0 }
}

/// What is measured: from some sites to others, a row for each of the former.
struct DistancePlan: Sendable {
  enum Choice: Sendable {
    /// To every site.
    case all
    /// From each to the next.
    case chain
    /// To the nearest, at most so many and so far.
    case nearest(limit: Int, within: Distance)
  }

  let sites: [MeasuredSite]
  /// Whence and whither, as numbers of sites.
  let from: Range<Int>
  let to: Range<Int>
  let choice: Choice
  private let coordinates: [Coordinate]
  /// Of the sites to which is measured, where the nearest are looked for.
  private let index: CoordinateIndex?
  /// From the beginning of the chain to each site.
  private let along: [Distance]

  /// Between the sites of one list.
  init(among sites: [MeasuredSite], _ choice: Choice) {
    self.init(sites, from: 0..<sites.count, to: 0..<sites.count, choice)
  }

  init(from: [MeasuredSite], to: [MeasuredSite], _ choice: Choice) {
    self.init(from + to, from: 0..<from.count, to: from.count..<from.count + to.count, choice)
  }

  private init(_ sites: [MeasuredSite], from: Range<Int>, to: Range<Int>, _ choice: Choice) {
    self.sites = sites
    self.from = from
    self.to = to
    self.choice = choice
    coordinates = sites.map(\.coordinate)
    if case .nearest = choice { index = CoordinateIndex(Array(coordinates[to])) } else { index = nil }
    guard case .chain = choice, let first = coordinates.first else {
      along = []
      return
    }
    var last = (place: first, metres: 0.0)
    along = coordinates.map { place in
      last = (place, last.metres + Geodesic.wgs84.distance(from: last.place, to: place).metres)
      return Distance(metres: last.metres)
    }
  }

  /// The length of the chain.
  var total: Distance? { along.last }

  /// About how many pairs a row has.
  var rowLength: Int {
    switch choice {
    case .all: to.count
    case .chain: 1
    case .nearest(let limit, _): min(limit, to.count)
    }
  }

  /// The pairs of a row, in the order of the sites or, where the nearest are wanted, of their distances.
  func pairs(from site: Int) -> [MeasuredPair] {
    switch choice {
    case .all: to.filter { $0 != site }.map { pair(site, $0) }
    case .chain: site + 1 < to.upperBound ? [pair(site, site + 1, along: along[site + 1])] : []
    case .nearest(let limit, let reach): nearest(site, limit: limit, within: reach)
    }
  }

  private func pair(_ start: Int, _ end: Int, along: Distance? = nil) -> MeasuredPair {
    MeasuredPair(
      from: start, to: end, way: Geodesic.wgs84.inverse(from: coordinates[start], to: coordinates[end]), along: along)
  }

  private func nearest(_ site: Int, limit: Int, within reach: Distance) -> [MeasuredPair] {
    guard let index else { return [] }
    let isAmongThem = to.contains(site)
    let places =
      limit < to.count || !reach.metres.isFinite
      ? index.nearest(min(limit, to.count) + (isAmongThem ? 1 : 0), to: coordinates[site])
      : index.neighbours(within: reach, of: coordinates[site]).map(\.index)
    return places.map { to.lowerBound + $0 }.filter { $0 != site }.prefix(limit).map { pair(site, $0) }
      .filter { $0.way.distance <= reach }
  }
}

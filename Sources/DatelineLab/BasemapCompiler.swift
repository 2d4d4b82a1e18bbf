import Cartography
import Coordinates

/// From Natural Earth's polygons to arcs at several levels of detail.
struct BasemapCompiler {
  let source: NaturalEarth
  let editorial: BasemapEditorial

  /// How far, in metres, the lines of each level may be from the source.
  private static let tolerances = [0.0, 600, 4000, 12_000]
  /// Longer steps, in degrees, get points in between, so that a border along a parallel stays on it.
  private static let longestStep = 0.5

  func compile() throws -> BasemapContents {
    let countryNames = Dictionary(
      try source.countries().compactMap { unit in unit.country.map { ($0, unit.name ?? $0) } },
      uniquingKeysWith: { first, _ in first })
    let rows = try source.firstLevelUnits()
    let units = rows.map(unit)
    let topology = BasemapTopology(units: units, editorial: editorial)

    var contents = BasemapContents()
    contents.tolerances = Self.tolerances
    contents.arcs = topology.lines.map { arc($0.points, kind: $0.kind) }
    contents.land = rings(topology.dissolve { _ in true }, contents)
    for code in Set(units.map(\.country)).sorted() {
      let rings = rings(topology.dissolve { units[$0].country == code }, contents)
      let name = BasemapNames.name(ofCountry: code, inSource: countryNames[code])
      contents.countries.append(area(code, name, rings, contents))
    }
    for (index, row) in rows.enumerated() {
      let name = row.geonamesName ?? row.name ?? ""
      contents.units.append(area(units[index].country, name, rings(topology.loops[index], contents), contents))
    }
    for border in try source.disputedBorders() where !editorial.hides(border) {
      contents.arcs += border.lines.map { arc($0, kind: .disputed) }
    }
    return contents
  }

  private func unit(_ row: NaturalEarth.Unit) -> BasemapTopology.Unit {
    let inSource = row.country ?? "--"
    let decided = editorial.country(ofUnit: row.name, in: inSource)
    let country = decided ?? row.country ?? BasemapNames.country(ofUncodedUnit: row.countryName ?? "", row.name ?? "")
    let loops = row.polygons.flatMap { polygon in
      polygon.enumerated().map { index, ring in Self.turned(ring, counterclockwise: index == 0) }
    }
    return BasemapTopology.Unit(country: country, isReassigned: decided != nil, loops: BasemapSeam.close(loops))
  }

  /// A ring without its repeated point, turned so that the area is on its left.
  private static func turned(_ ring: [Coordinate], counterclockwise: Bool) -> [Coordinate] {
    let open = ring.first == ring.last ? Array(ring.dropLast()) : ring
    var twiceArea = 0.0
    for (index, point) in open.enumerated() {
      let next = open[(index + 1) % open.count]
      twiceArea += point.longitude * next.latitude - next.longitude * point.latitude
    }
    return (twiceArea > 0) == counterclockwise ? open : open.reversed()
  }

  private func arc(_ points: [Coordinate], kind: ArcKind) -> BasemapContents.Arc {
    let dense = Self.densified(Self.unrolled(points))
    return BasemapContents.Arc(
      kind: kind, levels: Self.tolerances.map { SphereSimplification.simplify(dense, metres: max($0, 8)) })
  }

  /// The line with longitudes that run on beyond 180 rather than jump.
  private static func unrolled(_ points: [Coordinate]) -> [Coordinate] {
    var last = points.first?.longitude ?? 0
    return points.map { point in
      let step = (point.longitude - last).remainder(dividingBy: 360)
      last += step
      return Coordinate(longitude: last, latitude: point.latitude)
    }
  }

  private static func densified(_ points: [Coordinate]) -> [Coordinate] {
    guard var last = points.first else { return [] }
    var line = [last]
    for point in points.dropFirst() {
      let (width, height) = (point.longitude - last.longitude, point.latitude - last.latitude)
      let steps = Int((max(abs(width), abs(height)) / longestStep).rounded(.up))
      for step in 1..<max(steps, 1) {
        let part = Double(step) / Double(steps)
        line.append(Coordinate(longitude: last.longitude + width * part, latitude: last.latitude + height * part))
      }
      line.append(point)
      last = point
    }
    return line
  }

  private func rings(_ loops: [[ArcReference]], _ contents: BasemapContents) -> [BasemapContents.Ring] {
    loops.map { arcs in
      BasemapContents.Ring(arcs: arcs, area: abs(SphericalArea.squareKilometres(points(of: arcs, contents))))
    }
  }

  private func area(
    _ country: String, _ name: String, _ rings: [BasemapContents.Ring], _ contents: BasemapContents
  ) -> BasemapContents.Area {
    let largest = rings.max { $0.area < $1.area }
    let label = BasemapLabelPoint.inside(points(of: largest?.arcs ?? [], contents))
    return BasemapContents.Area(country: country, name: name, label: label, rings: rings)
  }

  /// The loop at a middling level, unrolled, its first point not repeated.
  private func points(of arcs: [ArcReference], _ contents: BasemapContents) -> [Coordinate] {
    var loop: [Coordinate] = []
    for reference in arcs {
      let line = contents.arcs[reference.arc].levels[1]
      loop += (reference.reversed ? line.reversed() : line).dropLast()
    }
    return Self.unrolled(loop)
  }
}

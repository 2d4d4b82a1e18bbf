import Coordinates

/// Finds room for the names of waters: on the water, near its middle, away from waters of other names.
struct SeaRoom {
  private struct Sample {
    var point: PixelPoint
    var vector: UnitVector
  }

  private let seas: [MapSea]
  private let mask: WaterMask
  private let samples: [Sample]
  private let metresPerPixel: Double
  private let frame: PixelBox

  /// A name stands no further from the middle of its water than this part of the way to its rim.
  private static let reach = 0.72
  private static let finest = 9.0
  /// Waters whose radii differ by less than this factor are peers, of which each keeps to its own part.
  private static let peer = 0.75
  /// A water round a pole is no disc: its name stands no further from the pole than this part of its radius.
  private static let reachFromPole = 0.55

  init(_ seas: [MapSea], mask: WaterMask, _ plane: borrowing MapPlane) {
    self.mask = mask
    frame = plane.frame
    metresPerPixel = plane.metresPerPixel
    let step = max(plane.frame.width, plane.frame.height) / 36
    var samples: [Sample] = []
    for row in 1..<max(Int(plane.frame.height / step), 2) {
      for column in 1..<36 {
        let point = PixelPoint(x: plane.frame.x + Double(column) * step, y: plane.frame.y + Double(row) * step)
        guard plane.frame.contains(point), let place = plane.coordinate(point), let back = plane.point(place),
          back.distance(to: point) < 1
        else { continue }
        samples.append(Sample(point: point, vector: UnitVector(place)))
      }
    }
    self.samples = samples
    self.seas = seas
  }

  /// The waters that the map shows with at least some width, and where around each a name could stand.
  func candidates(
    _ sea: MapSea, width: Double, height: Double, margin: Double, _ plane: borrowing MapPlane
  ) -> [LabelPlacer.Candidate] {
    let centre = UnitVector(sea.coordinate)
    let reach = sea.radius * Self.reach / meanEarthRadiusMetres
    let limit = reach * reach
    var candidates: [LabelPlacer.Candidate] = []
    let near = seas.filter { other in
      let apart = (UnitVector(other.coordinate) - centre).length * meanEarthRadiusMetres
      return other != sea && apart < sea.radius + other.radius
    }
    let pole = UnitVector(x: 0, y: 0, z: sea.coordinate.latitude < 0 ? -1 : 1)
    let toPole = (pole - centre).length
    let isPolar = toPole < sea.radius / 2 / meanEarthRadiusMetres
    let polar = max(toPole * 1.15, sea.radius * Self.reachFromPole / meanEarthRadiusMetres)
    // It keeps well clear of the seas along its coasts, lest it seem to name them.
    let berth = isPolar ? 1.3 : 0.9
    let rivals = near.filter { $0.radius < sea.radius * Self.peer }.map {
      (vector: UnitVector($0.coordinate), reach: $0.radius * berth / meanEarthRadiusMetres)
    }
    let peers = near.filter { $0.radius >= sea.radius * Self.peer && $0.radius * Self.peer <= sea.radius }.map {
      (vector: UnitVector($0.coordinate), ratio: $0.radius / sea.radius)
    }
    func box(_ point: PixelPoint) -> PixelBox {
      PixelBox(x: point.x - width / 2, y: point.y - height / 2, width: width, height: height)
    }
    func add(_ point: PixelPoint, _ vector: UnitVector) {
      let away = (vector - centre)
      let squared = away.dot(away)
      guard squared < limit else { return }
      let box = box(point)
      guard mask.isWater(box.insetBy(-margin)), !isPolar || (vector - pole).length < polar else { return }
      for rival in rivals {
        let other = vector - rival.vector
        if other.dot(other) < rival.reach * rival.reach { return }
      }
      for peer in peers {
        let other = vector - peer.vector
        if other.dot(other) < squared * peer.ratio * peer.ratio { return }
      }
      candidates.append(.init(box: box, cost: 0.3 * (squared / limit).squareRoot()))
    }
    for sample in samples { add(sample.point, sample.vector) }
    // Small waters fall between the samples.
    let pixels = sea.radius / metresPerPixel
    if pixels < max(frame.width, frame.height) / 4, let middle = plane.point(sea.coordinate) {
      let step = max(pixels * Self.reach / Self.finest, 2)
      for row in -9...9 {
        for column in -9...9 {
          let point = PixelPoint(x: middle.x + Double(column) * step, y: middle.y + Double(row) * step)
          // The mask goes first: PROJ's way back costs fifty times as much.
          guard frame.contains(point), mask.isWater(box(point).insetBy(-margin)), let place = plane.coordinate(point)
          else { continue }
          add(point, UnitVector(place))
        }
      }
    }
    guard !candidates.isEmpty else { return [] }
    // Best in the middle of what can be seen of the water.
    let count = Double(candidates.count)
    let middle = PixelPoint(
      x: candidates.reduce(0) { $0 + $1.box.centre.x } / count, y: candidates.reduce(0) { $0 + $1.box.centre.y } / count
    )
    let widest = max(candidates.map { $0.box.centre.distance(to: middle) }.max() ?? 1, 1)
    for index in candidates.indices {
      candidates[index].cost += 0.8 * candidates[index].box.centre.distance(to: middle) / widest
    }
    return Array(candidates.sorted { $0.cost < $1.cost }.prefix(24))
  }
}

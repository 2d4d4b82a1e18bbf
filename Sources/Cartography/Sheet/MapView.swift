import Coordinates
import Geodesy

/// Which part of the Earth a map shows, and by which projection.
struct MapView {
  var projection: MapProjection
  /// The projected point in the middle of the frame.
  var middle: PlanePoint
  var metresPerPixel: Double
  /// A cap that holds all that the frame shows; nil where that is more than a projection without a horizon can say.
  var cap: HorizonRegion?
  var isWorld: Bool
  /// Width to height of what is to be shown.
  var shape: Double

  /// The basemap is good to about half a kilometre: maps that show less than this across say more than it knows.
  static let leastWidth = Distance(kilometres: 300)
  /// Beyond this angle from their middle, in degrees, places get a world map.
  private static let worldReach = 75.0

  /// Fits `places` into a frame.
  /// - Parameters:
  ///   - places: what must be seen; none for the whole world.
  ///   - size: width and height of the frame in pixels.
  ///   - margin: pixels between every place and the frame.
  ///   - chosen: a projection by name, code or PROJ string, nil for the one that the extent asks for.
  static func fitting(
    _ places: [Coordinate], size: (width: Double, height: Double), margin: Double, chosen: String?
  ) throws(ProjectionError) -> MapView {
    let (centre, reach) = enclosingCap(of: places)
    if places.isEmpty || reach > worldReach {
      return try world(places, size: size, margin: margin, chosen: chosen)
    }
    let least = leastWidth.metres / 2 / meanEarthRadiusMetres * 180 / .pi
    var extent = box(around: places, centre: centre, reach: max(reach, least))
    var view = try region(places, extent: extent, size: size, margin: margin, chosen: chosen)
    // What the frame really shows decides on the projection.
    for _ in 0..<2 {
      guard let shown = try view.shownBox(size: size) else { break }
      extent = shown
      let next = try region(places, extent: extent, size: size, margin: margin, chosen: chosen)
      if next.projection == view.projection { break }
      view = next
    }
    return view
  }

  // MARK: Extents

  /// A small cap around all places: its centre, and the angle in degrees to the furthest.
  static func enclosingCap(of places: [Coordinate]) -> (centre: Coordinate, reach: Double) {
    let vectors = places.map(UnitVector.init)
    guard var middle = vectors.first else { return (Coordinate(longitude: 0, latitude: 0), 180) }
    // Moves towards the furthest place by ever smaller steps: M. Bădoiu and K. Clarkson, Smaller core-sets for balls, SODA 2003.
    for step in 1...60 {
      guard let furthest = vectors.min(by: { $0.dot(middle) < $1.dot(middle) }) else { break }
      middle = (middle + (furthest - middle) * (1 / Double(step + 1))).normalized
    }
    let reach = vectors.map { $0.degrees(to: middle) }.max() ?? 0
    return (middle.coordinate, reach)
  }

  /// The box of the places, or of the polar cap if they lie around a pole.
  private static func box(around places: [Coordinate], centre: Coordinate, reach: Double) -> BoundingBox {
    if abs(centre.latitude) + reach > 89 {
      // Near the pole no meridian is nearer to the places than another: Greenwich points down, as in atlases.
      let centre = abs(centre.latitude) > 78 ? Coordinate(longitude: 0, latitude: centre.latitude) : centre
      let isNorth = centre.latitude > 0
      let furthest = isNorth ? places.map(\.latitude).min() ?? 60 : places.map(\.latitude).max() ?? -60
      return BoundingBox(
        west: centre.longitude - 180, south: isNorth ? furthest - 5 : -90, east: centre.longitude + 180,
        north: isNorth ? 90 : furthest + 5)
    }
    guard var box = BoundingBox(enclosing: places) else {
      return BoundingBox(west: -180, south: -90, east: 180, north: 90)
    }
    let shrink = max(UnitVector(Coordinate(longitude: 0, latitude: centre.latitude)).x, 0.05)
    let width = max(box.width * 1.2, 2 * reach / shrink * 0.9)
    let height = max(box.height * 1.2, 2 * reach * 0.6)
    let middle = box.centre
    box.west = middle.longitude - width / 2
    box.east = middle.longitude + width / 2
    box.south = max(middle.latitude - height / 2, -90)
    box.north = min(middle.latitude + height / 2, 90)
    return box
  }

  /// Longitudes and latitudes that the frame shows, nil where its corners show nothing.
  private func shownBox(size: (width: Double, height: Double)) throws(ProjectionError) -> BoundingBox? {
    guard let cap else { return nil }
    let plane = try plane(in: PixelBox(x: 0, y: 0, width: size.width, height: size.height))
    let edge = Self.edgePoints(of: plane.frame).compactMap { plane.coordinate($0) }
    guard edge.count == Self.edgePoints(of: plane.frame).count, let box = BoundingBox(enclosing: edge) else {
      return nil
    }
    for pole in [90.0, -90] {
      if let point = plane.point(Coordinate(longitude: cap.centre.longitude, latitude: pole)),
        plane.frame.contains(point)
      {
        return BoundingBox(
          west: cap.centre.longitude - 180, south: pole > 0 ? box.south : -90, east: cap.centre.longitude + 180,
          north: pole > 0 ? 90 : box.north)
      }
    }
    return box
  }

  private static func edgePoints(of frame: PixelBox) -> [PixelPoint] {
    (0...8).flatMap { step in
      let part = Double(step) / 8
      return [
        PixelPoint(x: frame.x + frame.width * part, y: frame.y),
        PixelPoint(x: frame.x + frame.width * part, y: frame.bottom),
        PixelPoint(x: frame.x, y: frame.y + frame.height * part),
        PixelPoint(x: frame.right, y: frame.y + frame.height * part),
      ]
    }
  }

  // MARK: Fitting

  private static func region(
    _ places: [Coordinate], extent: BoundingBox, size: (width: Double, height: Double), margin: Double, chosen: String?
  ) throws(ProjectionError) -> MapView {
    let projection =
      try chosen.map { name throws(ProjectionError) in try MapProjection(chosen: name, extent: extent) }
      ?? ProjectionWizard(extent: extent, property: .equalArea).choices().first
      ?? MapProjection(equalEarthAround: 0)
    let transformation = try projection.transformation()
    var bounds = PlaneBounds()
    for place in places { bounds.add(try transformation.forward(place)) }
    let middle = bounds.middle
    let room = (width: max(size.width - 2 * margin, 20), height: max(size.height - 2 * margin, 20))
    let least = leastWidth.metres / max(size.width, size.height)
    let metresPerPixel = max(bounds.width / room.width, bounds.height / room.height, least)
    var view = MapView(
      projection: projection, middle: middle, metresPerPixel: metresPerPixel, cap: nil, isWorld: false,
      shape: bounds.shape)
    view.cap = try view.cap(size: size)
    return view
  }

  /// The cap around all that the frame shows.
  private func cap(size: (width: Double, height: Double)) throws(ProjectionError) -> HorizonRegion? {
    let plane = try plane(in: PixelBox(x: 0, y: 0, width: size.width, height: size.height))
    guard let centre = plane.coordinate(plane.frame.centre) else { return nil }
    let axis = UnitVector(centre)
    var reach = 0.0
    for point in Self.edgePoints(of: plane.frame.insetBy(-8)) {
      guard let coordinate = plane.coordinate(point) else { return nil }
      reach = max(reach, UnitVector(coordinate).degrees(to: axis))
    }
    return reach < 120 ? HorizonRegion(centre: centre, reach: reach * 1.03 + 0.2) : nil
  }

  private static func world(
    _ places: [Coordinate], size: (width: Double, height: Double), margin: Double, chosen: String?
  ) throws(ProjectionError) -> MapView {
    let meridian = worldMeridian(for: places)
    let everything = BoundingBox(west: meridian - 180, south: -90, east: meridian + 180, north: 90)
    let projection =
      try chosen.map { name throws(ProjectionError) in try MapProjection(chosen: name, extent: everything) }
      ?? MapProjection(equalEarthAround: meridian)
    let transformation = try projection.transformation()
    // Without places in Antarctica it is left out but for its rim.
    let south = (places.map(\.latitude).min() ?? 0) < -58 ? -90.0 : -58
    var bounds = PlaneBounds()
    for latitude in stride(from: south, through: 84, by: 2) {
      for longitude in [-179.999, 0, 179.999] {
        let turned = (longitude + meridian).remainder(dividingBy: 360)
        if let point = try? transformation.forward(Coordinate(longitude: turned, latitude: latitude)) {
          bounds.add(point)
        }
      }
    }
    let metresPerPixel = max(bounds.width / max(size.width - 8, 1), bounds.height / max(size.height - 8, 1))
    return MapView(
      projection: projection, middle: bounds.middle, metresPerPixel: metresPerPixel, cap: nil, isWorld: true,
      shape: bounds.width / max(bounds.height, 1))
  }

  /// The meridian in the middle of a world map: 11° E, which tears the map in the Bering Strait, unless a place is near the tear.
  private static func worldMeridian(for places: [Coordinate]) -> Double {
    let usual = 11.0
    let longitudes = places.map { ($0.longitude - usual).remainder(dividingBy: 360) }
    if longitudes.allSatisfy({ abs($0) < 168 }) { return usual }
    guard let box = BoundingBox(enclosing: places) else { return usual }
    return box.centre.longitude.rounded()
  }

  func plane(in frame: PixelBox) throws(ProjectionError) -> MapPlane {
    try MapPlane(projection: projection, frame: frame, middle: middle, metresPerPixel: metresPerPixel, view: cap)
  }
}

/// The bounds of projected points.
private struct PlaneBounds {
  private var west = Double.infinity
  private var south = Double.infinity
  private var east = -Double.infinity
  private var north = -Double.infinity

  mutating func add(_ point: PlanePoint) {
    west = min(west, point.x)
    east = max(east, point.x)
    south = min(south, point.y)
    north = max(north, point.y)
  }

  var width: Double { east - west }
  var height: Double { north - south }
  /// Width to height, at least as if the places were some way apart.
  var shape: Double { min(max((width + 100_000) / (height + 80_000), 0.5), 1.65) }
  var middle: PlanePoint { PlanePoint(x: (west + east) / 2, y: (south + north) / 2) }
}

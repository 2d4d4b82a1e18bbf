import Coordinates

/// The smallest box round geometries that come one after another, in constant memory.
///
/// Longitudes are kept as one interval for each of 360 bins a degree wide. The box leaves out the widest gap between
/// intervals; gaps within a bin are not seen, which matters only to what girdles the whole globe.
public struct BoundsAccumulator: Sendable {
  private var lowest = [Double](repeating: .infinity, count: 360)
  private var highest = [Double](repeating: -.infinity, count: 360)
  private var south = Double.infinity
  private var north = -Double.infinity
  private var floor = Double.infinity
  private var ceiling = -Double.infinity

  /// Nothing gathered yet.
  public init() {}

  /// Adds a geometry: points by themselves, lines and rings with all that lies between their positions. A step of more than
  /// 180° goes the other way round, across the antimeridian.
  public mutating func add(_ geometry: Geometry) {
    switch geometry {
    case .point(let position): add(position)
    case .multiPoint(let positions): for position in positions { add(position) }
    case .lineString(let positions): add(path: positions)
    case .multiLineString(let lines): for line in lines { add(path: line) }
    case .polygon(let rings): for ring in rings { add(path: ring) }
    case .multiPolygon(let polygons): for polygon in polygons { for ring in polygon { add(path: ring) } }
    case .geometryCollection(let members): for member in members { add(member) }
    }
  }

  /// Nil where nothing was added.
  public var bounds: Bounds? {
    guard south <= north else { return nil }
    let occupied = (0..<360).filter { lowest[$0] <= highest[$0] }
    guard let first = occupied.first, let last = occupied.last else { return nil }
    var (west, east) = (lowest[first], highest[last])
    var widestGap = west + 360 - east
    for (left, right) in zip(occupied, occupied.dropFirst()) where lowest[right] - highest[left] > widestGap {
      (west, east) = (lowest[right], highest[left])
      widestGap = west - east
    }
    let box = BoundingBox(west: west, south: south, east: east, north: north)
    return floor <= ceiling ? .space(box, lowest: floor, highest: ceiling) : .plane(box)
  }

  /// All that it knows, for going on later: `south, north, floor, ceiling`, then each bin that is not empty as `bin, lowest, highest`;
  /// what is infinite is null.
  public var state: JSONValue {
    func number(_ value: Double) -> JSONValue { value.isFinite ? .string("\(value)") : .null }
    let bins = (0..<360).filter { lowest[$0] <= highest[$0] }.flatMap {
      [JSONValue.int($0), number(lowest[$0]), number(highest[$0])]
    }
    return .array([south, north, floor, ceiling].map(number) + bins)
  }

  /// As ``state`` tells; nil where it is no state.
  public init?(state: JSONValue) {
    guard let values = state.arrayValue, values.count >= 4, (values.count - 4) % 3 == 0 else { return nil }
    func number(_ index: Int, else infinity: Double) -> Double {
      values[index].stringValue.flatMap { Double($0) } ?? infinity
    }
    self.init()
    (south, north) = (number(0, else: .infinity), number(1, else: -.infinity))
    (floor, ceiling) = (number(2, else: .infinity), number(3, else: -.infinity))
    for start in stride(from: 4, to: values.count, by: 3) {
      guard let bin = values[start].intValue, (0..<360).contains(bin) else { return nil }
      (lowest[bin], highest[bin]) = (number(start + 1, else: .infinity), number(start + 2, else: -.infinity))
    }
  }

  /// True where a position lies within the longitudes that a box leaves out.
  func reachesBeyond(west: Double, east: Double) -> Bool {
    zip(lowest, highest).contains { low, high in
      low <= high && (Self.isBeyond(low, west, east) || Self.isBeyond(high, west, east))
    }
  }

  private static func isBeyond(_ longitude: Double, _ west: Double, _ east: Double) -> Bool {
    west <= east ? longitude < west || longitude > east : longitude < west && longitude > east
  }

  private mutating func add(path: [Position]) {
    guard var last = path.first else { return }
    add(last)
    for position in path.dropFirst() {
      add(position)
      addLongitudes(from: last.coordinate.longitude, to: position.coordinate.longitude)
      last = position
    }
  }

  mutating func add(_ position: Position) {
    let longitude = Self.wrapped(position.coordinate.longitude)
    guard longitude.isFinite else { return }
    let bin = Self.bin(longitude)
    if longitude < lowest[bin] { lowest[bin] = longitude }
    if longitude > highest[bin] { highest[bin] = longitude }
    if position.coordinate.latitude < south { south = position.coordinate.latitude }
    if position.coordinate.latitude > north { north = position.coordinate.latitude }
    if let altitude = position.altitude {
      floor = min(floor, altitude)
      ceiling = max(ceiling, altitude)
    }
  }

  private mutating func addLongitudes(from start: Double, to end: Double) {
    let step = LongitudeStep.degrees(from: start, to: end)
    guard step.isFinite else { return }
    let first = Self.wrapped(start)
    let (west, east) = (min(first, first + step), max(first, first + step))
    if west < -180 {
      fill(west + 360, 180)
      fill(-180, east)
    } else if east > 180 {
      fill(west, 180)
      fill(-180, east - 360)
    } else {
      fill(west, east)
    }
  }

  private mutating func fill(_ west: Double, _ east: Double) {
    let (first, last) = (Self.bin(west), Self.bin(east))
    lowest[first] = min(lowest[first], west)
    highest[last] = max(highest[last], east)
    guard first < last else { return }
    highest[first] = Double(first - 179)
    lowest[last] = Double(last - 180)
    for bin in first + 1..<max(last, first + 1) {
      lowest[bin] = Double(bin - 180)
      highest[bin] = Double(bin - 179)
    }
  }

  private static func bin(_ longitude: Double) -> Int { min(max(Int(longitude + 180), 0), 359) }

  private static func wrapped(_ longitude: Double) -> Double {
    if longitude >= -180, longitude <= 180 { return longitude }
    let turned = (longitude + 180).truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 180 : turned - 180
  }
}

import Coordinates
import DataFiles

/// Lines and their boxes as the map's data files hold them: see ``BasemapLayout``.
extension ByteView {
  /// The points of the line at `start`; longitudes may run on beyond ±180. A line that leaves the Earth, as in a damaged file, ends there:
  /// it could go on through the whole file.
  func line(at start: Int) -> [Coordinate] {
    let (widest, highest) = (Int(1080 * BasemapLayout.unitsPerDegree), Int(90 * BasemapLayout.unitsPerDegree))
    var offset = start
    let size = variable(&offset)
    let count = min(size, self.count - min(offset, self.count))
    var (longitude, latitude) = (0, 0)
    var line: [Coordinate] = []
    line.reserveCapacity(min(count, 4096))
    for _ in 0..<count {
      longitude &+= signed(&offset)
      latitude &+= signed(&offset)
      guard longitude.magnitude <= widest, latitude.magnitude <= highest else { break }
      line.append(
        Coordinate(
          longitude: Double(longitude) / BasemapLayout.unitsPerDegree,
          latitude: Double(latitude) / BasemapLayout.unitsPerDegree))
    }
    return line
  }

  private func variable(_ offset: inout Int) -> Int {
    var number: UInt = 0
    var shift: UInt = 0
    while shift < 63 {
      let byte = uint8(at: offset)
      offset &+= 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: number & UInt(Int.max))
  }

  private func signed(_ offset: inout Int) -> Int {
    let number = variable(&offset)
    return (number >> 1) ^ -(number & 1)
  }
}

/// Where a line lies, in degrees; `east` may lie beyond 180.
struct LineBox {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  init(_ bytes: ByteView, at offset: Int) {
    func side(_ index: Int) -> Double {
      Double(Int16(bitPattern: bytes.uint16(at: offset + 2 * index))) / BasemapLayout.boxUnitsPerDegree
    }
    (west, south, east, north) = (side(0), side(1), side(2), side(3))
  }

  /// True where any copy of the box, turned by whole turns, meets `other`.
  func meets(_ other: BoundingBox) -> Bool {
    guard south <= other.north, north >= other.south else { return false }
    let otherEast = other.west + other.width
    return [-360.0, 0, 360].contains { west + $0 <= otherEast && east + $0 >= other.west }
  }
}

/// A box of a line in the file's coarse units; `east` may lie beyond 180°.
struct EncodedBox {
  var west: Int16
  var south: Int16
  var east: Int16
  var north: Int16

  init(_ line: [Coordinate]) {
    var (west, south, east, north) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for point in line {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
    }
    self.west = Self.encode(west, .down)
    self.south = Self.encode(south, .down)
    self.east = Self.encode(east, .up)
    self.north = Self.encode(north, .up)
  }

  init(joining boxes: [EncodedBox]) {
    west = boxes.map(\.west).min() ?? 0
    south = boxes.map(\.south).min() ?? 0
    east = boxes.map(\.east).max() ?? 0
    north = boxes.map(\.north).max() ?? 0
  }

  private static func encode(_ degrees: Double, _ rule: FloatingPointRoundingRule) -> Int16 {
    degrees.isFinite ? Int16((degrees * BasemapLayout.boxUnitsPerDegree).rounded(rule)) : 0
  }
}

extension [UInt8] {
  mutating func append(_ box: EncodedBox) {
    for side in [box.west, box.south, box.east, box.north] { appendLittleEndian(side) }
  }

  /// A count, then steps of longitude and latitude.
  mutating func append(line: [Coordinate]) {
    let points = line.map { point in
      (
        Int((point.longitude * BasemapLayout.unitsPerDegree).rounded()),
        Int((point.latitude * BasemapLayout.unitsPerDegree).rounded())
      )
    }
    var kept: [(Int, Int)] = []
    for point in points {
      if let last = kept.last, last == point { continue }
      kept.append(point)
    }
    append(variable: UInt(kept.count))
    var last = (0, 0)
    for point in kept {
      append(signed: point.0 - last.0)
      append(signed: point.1 - last.1)
      last = point
    }
  }

  private mutating func append(signed number: Int) {
    append(variable: UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1))))
  }

  private mutating func append(variable number: UInt) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }
}

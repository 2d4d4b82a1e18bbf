import Coordinates
import GeoJSON

/// A geometry taken apart into what is drawn alike.
struct FeatureParts {
  enum Part {
    case point(Coordinate)
    case line([[Position]])
    case area([[[Position]]])
  }

  private(set) var parts: [Part] = []

  init(_ geometry: Geometry) { add(geometry) }

  private mutating func add(_ geometry: Geometry) {
    switch geometry {
    case .point(let position): parts.append(.point(position.coordinate))
    case .multiPoint(let positions): parts += positions.map { .point($0.coordinate) }
    case .lineString(let line): parts.append(.line([line]))
    case .multiLineString(let lines): parts.append(.line(lines))
    case .polygon(let rings): parts.append(.area([rings]))
    case .multiPolygon(let polygons): parts.append(.area(polygons))
    case .geometryCollection(let members): for member in members { add(member) }
    }
  }
}

/// Many round dots in one path: each a step of a tenth of a pixel with round ends. Dots on the same pixel are one.
struct DotPath {
  private(set) var data = ""
  private var seen: Set<Int> = []

  mutating func add(_ point: PixelPoint) {
    let (x, y) = (Int(point.x.rounded()), Int(point.y.rounded()))
    guard seen.insert(x * 65_536 + y).inserted else { return }
    data += "M\(x) \(y)h.1"
  }
}

/// Clipping in pixels to a rectangle.
enum FrameClip {
  private struct Side {
    var isInside: (PixelPoint) -> Bool
    var crossing: (PixelPoint, PixelPoint) -> PixelPoint
  }

  private static func sides(of box: PixelBox) -> [Side] {
    func atX(_ x: Double) -> (PixelPoint, PixelPoint) -> PixelPoint {
      { a, b in PixelPoint(x: x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)) }
    }
    func atY(_ y: Double) -> (PixelPoint, PixelPoint) -> PixelPoint {
      { a, b in PixelPoint(x: a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y: y) }
    }
    return [
      Side(isInside: { $0.x >= box.x }, crossing: atX(box.x)),
      Side(isInside: { $0.x <= box.right }, crossing: atX(box.right)),
      Side(isInside: { $0.y >= box.y }, crossing: atY(box.y)),
      Side(isInside: { $0.y <= box.bottom }, crossing: atY(box.bottom)),
    ]
  }

  /// The part of a closed ring inside the box. Where it falls into several parts they stay joined along the box's sides, which
  /// fills right.
  ///
  /// Source: I. E. Sutherland and G. W. Hodgman, Reentrant polygon clipping, Comm. ACM 17 (1974), 32–42.
  static func ring(_ ring: [PixelPoint], to box: PixelBox) -> [PixelPoint] {
    if ring.allSatisfy(box.contains) { return ring }
    var points = ring
    for side in sides(of: box) {
      guard var previous = points.last else { return [] }
      var previousInside = side.isInside(previous)
      var kept: [PixelPoint] = []
      kept.reserveCapacity(points.count)
      for point in points {
        let inside = side.isInside(point)
        if inside != previousInside { kept.append(side.crossing(previous, point)) }
        if inside { kept.append(point) }
        (previous, previousInside) = (point, inside)
      }
      points = kept
    }
    return points
  }

  /// The parts of a line inside the box.
  ///
  /// Source: Y.-D. Liang and B. A. Barsky, A new concept and method for line clipping, ACM Trans. Graphics 3 (1984), 1–22.
  static func line(_ line: [PixelPoint], to box: PixelBox) -> [[PixelPoint]] {
    if line.allSatisfy(box.contains) { return line.count > 1 ? [line] : [] }
    var parts: [[PixelPoint]] = []
    var part: [PixelPoint] = []
    for (a, b) in zip(line, line.dropFirst()) {
      guard let (start, end) = segment(a, b, box) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if part.last != start {
        if part.count > 1 { parts.append(part) }
        part = [start]
      }
      part.append(end)
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  private static func segment(_ a: PixelPoint, _ b: PixelPoint, _ box: PixelBox) -> (PixelPoint, PixelPoint)? {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    var (from, to) = (0.0, 1.0)
    for (direction, room) in [(-dx, a.x - box.x), (dx, box.right - a.x), (-dy, a.y - box.y), (dy, box.bottom - a.y)] {
      if direction == 0 {
        if room < 0 { return nil }
      } else if direction < 0 {
        from = max(from, room / direction)
      } else {
        to = min(to, room / direction)
      }
    }
    guard from <= to else { return nil }
    return (
      from == 0 ? a : PixelPoint(x: a.x + dx * from, y: a.y + dy * from),
      to == 1 ? b : PixelPoint(x: a.x + dx * to, y: a.y + dy * to)
    )
  }
}

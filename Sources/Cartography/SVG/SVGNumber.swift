/// Numbers as short as SVG allows: tenths of a pixel, no zero before the point.
enum SVGNumber {
  static func tenths(_ pixels: Double) -> Int {
    pixels.isFinite ? Int((min(max(pixels, -1e6), 1e6) * 10).rounded()) : 0
  }

  static func text(_ pixels: Double) -> String { text(tenths: tenths(pixels)) }

  /// For opacities.
  static func hundredths(_ part: Double) -> String {
    let value = part.isFinite ? Int((min(max(part, 0), 1) * 100).rounded()) : 0
    if value == 100 { return "1" }
    let digits = value < 10 ? "0\(value)" : value % 10 == 0 ? "\(value / 10)" : "\(value)"
    return value == 0 ? "0" : ".\(digits)"
  }

  static func text(tenths: Int) -> String {
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    let sign = tenths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return whole == 0 ? "\(sign).\(rest)" : "\(sign)\(whole).\(rest)"
  }
}

/// Writes paths with relative steps.
struct SVGPath {
  private(set) var data = ""

  /// A line, or a closed ring. What shrinks to a point is left out.
  mutating func append(_ line: [PixelPoint], closed: Bool) {
    var steps: [(x: Int, y: Int)] = []
    for point in line {
      let step = (x: SVGNumber.tenths(point.x), y: SVGNumber.tenths(point.y))
      if let last = steps.last, last == step { continue }
      // A point in the middle of a straight step adds nothing.
      if steps.count > 1 {
        let (a, b) = (steps[steps.count - 2], steps[steps.count - 1])
        let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, step.x - b.x, step.y - b.y)
        if ux * vy == uy * vx, ux * vx + uy * vy > 0 { steps.removeLast() }
      }
      steps.append(step)
    }
    if closed, steps.count > 1, let first = steps.first, let last = steps.last, first == last { steps.removeLast() }
    guard steps.count > (closed ? 2 : 1) else { return }
    var text = "M\(SVGNumber.text(tenths: steps[0].x))"
    Self.append(steps[0].y, to: &text, first: false)
    text += "l"
    var isFirst = true
    for (a, b) in zip(steps, steps.dropFirst()) {
      Self.append(b.x - a.x, to: &text, first: isFirst)
      Self.append(b.y - a.y, to: &text, first: false)
      isFirst = false
    }
    if closed { text += "z" }
    data += text
  }

  private static func append(_ tenths: Int, to text: inout String, first: Bool) {
    let number = SVGNumber.text(tenths: tenths)
    if !first, !number.hasPrefix("-") { text += " " }
    text += number
  }

  var isEmpty: Bool { data.isEmpty }
}

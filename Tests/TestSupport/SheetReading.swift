import Cartography

/// A map sheet measured from its SVG: what its names and symbols cover.
package struct SheetReading {
  package struct Name {
    package var text: String
    package var box: PixelBox
  }

  package let svg: SVGReading
  /// What the map fills.
  package let frame: PixelBox
  package let names: [Name]
  /// Symbols of sites, places mentioned, the dots of towns and points.
  package let marks: [PixelBox]

  /// Nil where the SVG has no map.
  package init?(_ text: String) {
    svg = SVGReading(text)
    guard svg.isWellFormed,
      let sea = svg.elements.first(where: { $0.name == "rect" && $0.layer == "sea" }), let frame = Self.rectangle(sea)
    else { return nil }
    self.frame = frame
    var names: [Name] = []
    var marks: [PixelBox] = []
    for element in svg.elements {
      switch (element.layer, element.name) {
      case ("labels", "text"), ("country-names", "text"), ("sea-names", "text"):
        guard let box = Self.letters(element) else { return nil }
        names.append(Name(text: element.text, box: box))
      case ("sites", "path"), ("sites", "circle"), ("towns", "circle"), ("towns", "rect"),
        ("places-mentioned", "circle"),
        ("points", "circle"):
        guard let box = Self.shape(element) else { return nil }
        marks.append(box)
      default: break
      }
    }
    self.names = names
    self.marks = marks
  }

  /// Names that meet another, a symbol or the frame, in words.
  package var faults: [String] {
    names.enumerated().flatMap { index, name in
      (frame.contains(name.box) ? [] : ["\(name.text) leaves the frame"])
        + names[(index + 1)...].filter { name.box.meets($0.box) }.map { "\(name.text) meets \($0.text)" }
        + marks.filter { name.box.meets($0) }.map { "\(name.text) covers a symbol at \($0.x), \($0.y)" }
    }
  }

  /// What the letters of a text that begins at its x cover; numbers in the file are rounded to tenths.
  package static func letters(_ element: SVGReading.Element) -> PixelBox? {
    guard let size = element.number("font-size"), let x = element.number("x"), let y = element.number("y") else {
      return nil
    }
    let width = FontMetrics.width(
      element.text, size: size, weight: element.attributes["font-weight"] == "bold" ? .bold : .regular,
      spacing: element.number("letter-spacing") ?? 0)
    return PixelBox(
      x: x, y: y - size * FontMetrics.capHeight, width: width,
      height: size * (FontMetrics.capHeight + FontMetrics.descent)
    ).insetBy(0.2)
  }

  private static func shape(_ element: SVGReading.Element) -> PixelBox? {
    switch element.name {
    case "rect": return rectangle(element)
    case "circle":
      guard let x = element.number("cx"), let y = element.number("cy"), let radius = element.number("r") else {
        return nil
      }
      return PixelBox(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius)
    default: return outline(element.attributes["d"] ?? "")
    }
  }

  private static func rectangle(_ element: SVGReading.Element) -> PixelBox? {
    guard let x = element.number("x"), let y = element.number("y"), let width = element.number("width"),
      let height = element.number("height")
    else { return nil }
    return PixelBox(x: x, y: y, width: width, height: height)
  }

  /// The box of a path of one ring, `M x y l dx dy …`.
  private static func outline(_ data: String) -> PixelBox? {
    let spaced = data.map { character in
      character == "-" ? " -" : character.isLetter || character == "," ? " " : "\(character)"
    }.joined()
    let numbers = spaced.split(separator: " ").compactMap { Double($0) }
    guard numbers.count > 3, numbers.count.isMultiple(of: 2) else { return nil }
    var (x, y) = (numbers[0], numbers[1])
    var (left, top, right, bottom) = (x, y, x, y)
    for index in stride(from: 2, to: numbers.count, by: 2) {
      x += numbers[index]
      y += numbers[index + 1]
      (left, right) = (min(left, x), max(right, x))
      (top, bottom) = (min(top, y), max(bottom, y))
    }
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }
}

/// An SVG 1.1 file of named layers, which editors show by their names and renderers take without repair.
struct SVGDocument {
  struct Layer {
    /// Words joined by hyphens.
    var id: String
    /// Presentation attributes for all that is in the layer, each with a space before.
    var attributes: String
    var body = ""
    /// True where it is cut off at the frame of the map.
    var isClipped = false
    /// Whether its elements may bear ``SiteMark``s.
    var bearsSites = false

    init(_ id: String, _ attributes: String = "", isClipped: Bool = false, bearsSites: Bool = false) {
      self.id = id
      self.attributes = attributes.isEmpty ? "" : " " + attributes
      self.isClipped = isClipped
      self.bearsSites = bearsSites
    }

    mutating func add(_ element: String) { body += element + "\n" }
  }

  var width: Double
  var height: Double
  var title: String
  var description: String
  var language: String
  /// Families of fonts with commas between them.
  var font: String
  var clip: PixelBox
  var layers: [Layer] = []

  /// - Parameters:
  ///   - marksSites: whether elements say which sites they belong to.
  ///   - prefix: stands before each id, where several sheets share a page.
  ///   - without: the ids of layers that are left out.
  func text(marksSites: Bool = false, prefix: String = "", without hidden: Set<String> = []) -> String {
    let (width, height) = (SVGNumber.text(width), SVGNumber.text(height))
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-labelledby="\(prefix)map-title \(prefix)map-description" lang="\(SVGText.escaped(language))" \
      font-family="\(SVGText.escapedFonts(font))">
      <title id="\(prefix)map-title">\(SVGText.escaped(title))</title>
      <desc id="\(prefix)map-description">\(SVGText.escaped(description))</desc>
      <clipPath id="\(prefix)map-frame"><rect\(SVGElement.box(clip))/></clipPath>

      """
    for layer in layers where !layer.body.isEmpty && !hidden.contains(layer.id) {
      let clipping = layer.isClipped ? " clip-path=\"url(#\(prefix)map-frame)\"" : ""
      let body = layer.bearsSites && !marksSites ? SiteMark.removed(from: layer.body) : layer.body
      svg += "<g id=\"\(prefix)\(layer.id)\"\(layer.attributes)\(clipping)>\n\(body)</g>\n"
    }
    return svg + "</svg>\n"
  }
}

/// Elements as text.
enum SVGElement {
  enum Anchor: String { case start, middle, end }

  /// Position and size, with a space before each attribute.
  static func box(_ box: PixelBox) -> String {
    let numbers = [("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height)]
    return numbers.map { " \($0.0)=\"\(SVGNumber.text($0.1))\"" }.joined()
  }

  static func rectangle(_ place: PixelBox, _ attributes: String = "") -> String {
    "<rect\(box(place))\(attributes.isEmpty ? "" : " " + attributes)/>"
  }

  static func circle(_ centre: PixelPoint, radius: Double, _ attributes: String) -> String {
    "<circle cx=\"\(SVGNumber.text(centre.x))\" cy=\"\(SVGNumber.text(centre.y))\" r=\"\(SVGNumber.text(radius))\" \(attributes)/>"
  }

  /// - Parameter mark: a further attribute with its space before it.
  static func line(_ a: PixelPoint, _ b: PixelPoint, _ attributes: String = "", mark: String = "") -> String {
    var path = SVGPath()
    path.append([a, b], closed: false)
    return "<path d=\"\(path.data)\"\(attributes.isEmpty ? "" : " " + attributes)\(mark)/>"
  }

  static func path(_ lines: [[PixelPoint]], closed: Bool, _ attributes: String = "") -> String? {
    var path = SVGPath()
    for line in lines { path.append(line, closed: closed) }
    return path.isEmpty ? nil : "<path d=\"\(path.data)\"\(attributes.isEmpty ? "" : " " + attributes)/>"
  }

  /// One line of text, standing on `y`.
  static func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start, _ attributes: String = ""
  ) -> String {
    let position = "x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" font-size=\"\(SVGNumber.text(size))\""
    let anchoring = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    return "<text \(position)\(anchoring)\(attributes.isEmpty ? "" : " " + attributes)>\(SVGText.escaped(text))</text>"
  }
}

/// A label beside a point: its text, and where it could stand.
struct PointLabel {
  var text: String
  var size: Double
  var weight: FontMetrics.Weight
  /// Letters' height above the baseline and depth below it are in it.
  var width: Double
  var height: Double

  init(_ text: String, size: Double, weight: FontMetrics.Weight) {
    self.text = text
    self.size = size
    self.weight = weight
    width = FontMetrics.width(text, size: size, weight: weight)
    height = size * (FontMetrics.capHeight + FontMetrics.descent)
  }

  /// The baseline of text in a box of the label.
  func baseline(in box: PixelBox) -> Double { box.y + size * FontMetrics.capHeight }

  /// Places around a round marker, the best first: right of it, above right, below right, left, above, below …
  ///
  /// The order follows E. Imhof, Positioning names on maps, The American Cartographer 2 (1975), 128–144.
  /// - Parameters:
  ///   - radius: of the marker, with the distance to be kept, in pixels.
  ///   - far: adds rings of places further away, to be tied to the marker by a line.
  func candidates(around point: PixelPoint, radius: Double, far: Bool = false) -> [LabelPlacer.Candidate] {
    var places: [LabelPlacer.Candidate] = []
    func add(_ x: Double, _ y: Double, _ cost: Double) {
      places.append(.init(box: PixelBox(x: x, y: y, width: width, height: height), cost: cost))
    }
    let diagonal = radius * 0.72
    let (left, right) = (point.x - radius - width, point.x + radius)
    let middle = point.y - height / 2
    add(right, middle, 0)
    add(point.x + diagonal, point.y - diagonal - height, 0.1)
    add(point.x + diagonal, point.y + diagonal, 0.15)
    add(left, middle, 0.2)
    add(point.x - diagonal - width, point.y - diagonal - height, 0.3)
    add(point.x - diagonal - width, point.y + diagonal, 0.35)
    add(point.x - width / 2, point.y - radius - height, 0.25)
    add(point.x - width / 2, point.y + radius, 0.3)
    // Between those eight.
    for part in [0.25, 0.5, 0.75] {
      add(right, middle - height * (part - 0.1), 0.2 + part * 0.2)
      add(right, middle + height * (part - 0.1), 0.25 + part * 0.2)
      add(left, middle - height * (part - 0.1), 0.4 + part * 0.2)
      add(left, middle + height * (part - 0.1), 0.45 + part * 0.2)
    }
    for part in [0.12, 0.25, 0.37, 0.63, 0.75, 0.88] {
      add(point.x - width * part, point.y - radius - height, 0.4)
      add(point.x - width * part, point.y + radius, 0.45)
    }
    if far {
      for ring in [1.8, 2.8] {
        let away = radius * ring + 6
        for (x, y) in [(1.0, -0.5), (1, 0.5), (-1, -0.5), (-1, 0.5), (0.6, -1), (0.6, 1), (-0.6, -1), (-0.6, 1)] {
          let centreX = point.x + x * away + (x < 0 ? -width : 0)
          add(centreX, point.y + y * away - height / 2, 1 + ring * 0.5)
        }
      }
    }
    return places
  }
}

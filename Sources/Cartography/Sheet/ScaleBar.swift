import Coordinates
import Geodesy

/// Bars of round length in kilometres and in miles, true at the middle of the map.
struct ScaleBar {
  struct Bar {
    /// Pixels.
    var width: Double
    var text: String
  }

  var kilometres: Bar
  var miles: Bar
  var width: Double { max(kilometres.width, miles.width) }

  /// - Parameter widest: pixels that it may take.
  init?(_ plane: borrowing MapPlane, widest: Double, words: SheetWords) {
    let centre = plane.frame.centre
    guard let west = plane.coordinate(PixelPoint(x: centre.x - 25, y: centre.y)),
      let east = plane.coordinate(PixelPoint(x: centre.x + 25, y: centre.y))
    else { return nil }
    let metresPerPixel = Geodesic.wgs84.distance(from: west, to: east).metres / 50
    guard metresPerPixel.isFinite, metresPerPixel > 0 else { return nil }
    func bar(unit: Double, _ text: (Int) -> String) -> Bar? {
      var best: Double?
      var power = 1.0
      while power <= 1e8 {
        for digit in [1.0, 2, 5] where digit * power * unit <= metresPerPixel * widest { best = digit * power }
        power *= 10
      }
      return best.map { Bar(width: $0 * unit / metresPerPixel, text: text(Int($0))) }
    }
    let metric = bar(unit: 1) { metres in
      metres >= 1000
        ? "\(words.number(metres / 1000)) \(words.kilometres)" : "\(metres) \(words.metres)"
    }
    guard let metric, let imperial = bar(unit: 1609.344, { "\(words.number($0)) \(words.miles)" }) else { return nil }
    kilometres = metric
    miles = imperial
  }
}

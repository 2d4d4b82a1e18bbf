import Coordinates
import Geodesy

/// A bar of round length, true at the middle of the map.
struct ScaleBar {
  var length: Distance
  /// Pixels.
  var width: Double
  var text: String

  /// - Parameter widest: pixels that it may take.
  init?(_ plane: borrowing MapPlane, widest: Double) {
    let centre = plane.frame.centre
    guard let west = plane.coordinate(PixelPoint(x: centre.x - 25, y: centre.y)),
      let east = plane.coordinate(PixelPoint(x: centre.x + 25, y: centre.y))
    else { return nil }
    let metresPerPixel = Geodesic.wgs84.distance(from: west, to: east).metres / 50
    guard metresPerPixel.isFinite, metresPerPixel > 0 else { return nil }
    var best: Double?
    var power = 1.0
    while power <= 1e8 {
      for digit in [1.0, 2, 5] where digit * power <= metresPerPixel * widest { best = digit * power }
      power *= 10
    }
    guard let best else { return nil }
    length = Distance(metres: best)
    width = best / metresPerPixel
    text = best >= 1000 ? "\(Int(best / 1000)) km" : "\(Int(best)) m"
  }
}

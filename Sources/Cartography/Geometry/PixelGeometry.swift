/// A point on the sheet in pixels, x to the right, y downwards.
public struct PixelPoint: Hashable, Sendable {
  /// Pixels from the left and from the top of the sheet.
  public var x: Double
  public var y: Double

  /// A point in pixels, y downwards.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  func distance(to other: PixelPoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

/// A rectangle on the sheet in pixels.
public struct PixelBox: Hashable, Sendable {
  /// The upper left corner and the size, in pixels, y downwards.
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  /// A rectangle in pixels by its upper left corner.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var right: Double { x + width }
  package var bottom: Double { y + height }
  var centre: PixelPoint { PixelPoint(x: x + width / 2, y: y + height / 2) }

  package func insetBy(_ margin: Double) -> PixelBox {
    PixelBox(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  func contains(_ point: PixelPoint) -> Bool {
    point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
  }

  package func contains(_ box: PixelBox) -> Bool {
    box.x >= x && box.right <= right && box.y >= y && box.bottom <= bottom
  }

  package func meets(_ box: PixelBox) -> Bool {
    x < box.right && box.x < right && y < box.bottom && box.y < bottom
  }

  /// The area in which both overlap, in square pixels.
  func overlap(with box: PixelBox) -> Double {
    max(0, min(right, box.right) - max(x, box.x)) * max(0, min(bottom, box.bottom) - max(y, box.y))
  }
}

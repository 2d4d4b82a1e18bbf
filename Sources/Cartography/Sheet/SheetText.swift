/// The sheet around the map.
enum SheetText {
  static func paper(_ layout: SheetLayout, _ theme: MapTheme) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("paper")
    layer.add(
      SVGElement.rectangle(PixelBox(x: 0, y: 0, width: layout.width, height: layout.height), "fill=\"\(theme.paper)\""))
    return layer
  }

  static func header(_ layout: SheetLayout, _ theme: MapTheme, isRightToLeft: Bool) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("title", "fill=\"\(theme.text)\"")
    let x = isRightToLeft ? layout.width - layout.margin : layout.margin
    var y = layout.titleTop
    for line in layout.titleLines {
      y += layout.titleSize * 1.2
      layer.add(
        leading(
          line, x: x, y: y - layout.titleSize * 0.36, size: layout.titleSize, isRightToLeft: isRightToLeft,
          "font-weight=\"bold\""))
    }
    for line in layout.subtitleLines {
      y += layout.subtitleSize * 1.35
      layer.add(
        leading(
          line, x: x, y: y - layout.subtitleSize * 0.4, size: layout.subtitleSize, isRightToLeft: isRightToLeft,
          "fill=\"\(theme.quietText)\""))
    }
    return layer
  }

  static func credits(_ layout: SheetLayout, _ theme: MapTheme, isRightToLeft: Bool) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("credits", "fill=\"\(theme.quietText)\"")
    let x = isRightToLeft ? layout.width - layout.margin : layout.margin
    var y = layout.creditTop
    for line in layout.creditLines {
      y += layout.creditSize
      layer.add(leading(line, x: x, y: y, size: layout.creditSize, isRightToLeft: isRightToLeft))
      y += layout.creditSize * 0.3
    }
    return layer
  }

  /// A line that begins at `x`; on a sheet from right to left it ends there, and in an order of its own where its script is
  /// another (`1–19 Apr` must not become `Apr 19–1`).
  static func leading(
    _ text: String, x: Double, y: Double, size: Double, isRightToLeft: Bool, _ attributes: String = ""
  ) -> String {
    guard isRightToLeft else { return SVGElement.text(text, x: x, y: y, size: size, attributes) }
    guard text.unicodeScalars.contains(where: isFromRight) else {
      return SVGElement.text(text, x: x, y: y, size: size, anchor: .end, attributes)
    }
    let direction = "direction=\"rtl\"" + (attributes.isEmpty ? "" : " ")
    return SVGElement.text(text, x: x, y: y, size: size, direction + attributes)
  }

  /// Of the blocks of Hebrew, Arabic and their like.
  private static func isFromRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
    default: false
    }
  }
}

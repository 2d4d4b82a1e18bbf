/// The sheet around the map.
enum SheetText {
  static func paper(_ layout: SheetLayout, _ theme: MapTheme) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("paper")
    layer.add(
      SVGElement.rectangle(PixelBox(x: 0, y: 0, width: layout.width, height: layout.height), "fill=\"\(theme.paper)\""))
    return layer
  }

  static func header(_ layout: SheetLayout, _ theme: MapTheme, isRightToLeft: Bool) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("title", "fill=\"\(theme.text)\"" + direction(isRightToLeft))
    let x = isRightToLeft ? layout.width - layout.margin : layout.margin
    var y = layout.titleTop
    for line in layout.titleLines {
      y += layout.titleSize * 1.2
      layer.add(
        SVGElement.text(
          line, x: x, y: y - layout.titleSize * 0.36, size: layout.titleSize, "font-weight=\"bold\""))
    }
    for line in layout.subtitleLines {
      y += layout.subtitleSize * 1.35
      layer.add(
        SVGElement.text(
          line, x: x, y: y - layout.subtitleSize * 0.4, size: layout.subtitleSize,
          "fill=\"\(theme.quietText)\""))
    }
    return layer
  }

  static func credits(_ layout: SheetLayout, _ theme: MapTheme, isRightToLeft: Bool) -> SVGDocument.Layer {
    var layer = SVGDocument.Layer("credits", "fill=\"\(theme.quietText)\"" + direction(isRightToLeft))
    let x = isRightToLeft ? layout.width - layout.margin : layout.margin
    var y = layout.creditTop
    for line in layout.creditLines {
      y += layout.creditSize
      layer.add(SVGElement.text(line, x: x, y: y, size: layout.creditSize))
      y += layout.creditSize * 0.3
    }
    return layer
  }

  private static func direction(_ isRightToLeft: Bool) -> String { isRightToLeft ? " direction=\"rtl\"" : "" }
}

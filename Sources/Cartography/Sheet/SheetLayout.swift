/// Where things are on the sheet, in pixels, and how large type is.
struct SheetLayout {
  let width: Double
  private(set) var height = 0.0
  /// 1 on a screen's width, more on posters.
  let unit: Double
  let margin: Double
  private(set) var titleLines: [String] = []
  private(set) var subtitleLines: [String] = []
  private(set) var frame = PixelBox(x: 0, y: 0, width: 0, height: 0)
  /// The key: beside the map on wide sheets, below it on narrow ones.
  private(set) var keyPlace: PixelBox?
  private(set) var creditLines: [String] = []
  private(set) var isKeyBeside = false

  private let sizes: TypeSizes
  /// A key beside the map is no higher than this part of the map's width.
  private static let tallestKey = 1.5

  var titleSize: Double { sizes.title }
  var subtitleSize: Double { sizes.subtitle }
  var keySize: Double { sizes.key }
  var detailSize: Double { sizes.detail }
  var creditSize: Double { sizes.credit }
  var labelSize: Double { sizes.label }
  var contextSize: Double { sizes.context }
  var markerRadius: Double { sizes.marker }

  var titleTop: Double { margin }
  var creditTop: Double { height - margin - Double(creditLines.count) * creditSize * 1.3 + creditSize * 0.3 }

  /// - Parameters:
  ///   - keyHeight: how high the key is when it is this wide.
  ///   - naturalShape: width to height of what is to be shown.
  init(
    options: MapOptions, title: String, subtitle: String, credit: String, naturalShape: Double,
    keyHeight: (Double, SheetLayout) -> [Double]
  ) {
    width = Double(max(options.width, 240))
    unit = width <= 900 ? 1 : 1 + (width - 900) / 1400
    margin = (width < 500 ? 10 : 14) * unit
    var house = TypeSizes()
    for (name, path) in TypeSizes.names {
      if let size = options.style.sizes[name] { house[keyPath: path] = size }
    }
    sizes = house.on(width: width, unit: unit)
    let inner = width - 2 * margin
    titleLines = FontMetrics.lines(title, width: inner, size: titleSize, weight: .bold, most: 4)
    subtitleLines = FontMetrics.lines(subtitle, width: inner, size: subtitleSize, most: 3)
    creditLines = FontMetrics.lines(credit, width: inner, size: creditSize, most: 4)
    var top = margin
    top += Double(titleLines.count) * titleSize * 1.2 + Double(subtitleLines.count) * subtitleSize * 1.35
    if top > margin { top += 6 * unit }
    let foot = Double(creditLines.count) * creditSize * 1.3 + margin + (creditLines.isEmpty ? 0 : 5 * unit)

    // A wide map takes the whole width.
    isKeyBeside = width >= 640 && naturalShape < 1.7
    var panel = isKeyBeside ? min(max(inner * 0.27, 180 * unit), 280 * unit) : inner
    var needed = keyHeight(panel, self).reduce(0, +)
    if isKeyBeside, needed > (inner - panel - margin) * Self.tallestKey {
      // A long list would draw the map out to its own height; below, it runs in columns.
      isKeyBeside = false
      panel = inner
      needed = keyHeight(panel, self).reduce(0, +)
    }
    if needed == 0 { isKeyBeside = false }
    if isKeyBeside {
      let mapWidth = inner - panel - margin
      let natural = min(max(mapWidth / naturalShape, mapWidth * 0.62), mapWidth * 1.05)
      var mapHeight = max(natural, needed)
      if let wanted = options.height { mapHeight = max(Double(wanted) - top - foot, 120) }
      frame = PixelBox(x: margin, y: top, width: mapWidth, height: mapHeight.rounded())
      keyPlace = PixelBox(x: frame.right + margin, y: top, width: panel, height: frame.height)
      height = frame.bottom + foot
    } else {
      let below = needed > 0 ? needed + 8 * unit : 0
      var mapHeight = min(
        max(inner / naturalShape, inner * (naturalShape > 1.7 ? 0.4 : 0.62)), inner * (width < 640 ? 1.2 : 0.95))
      if let wanted = options.height { mapHeight = max(Double(wanted) - top - foot - below, 120) }
      frame = PixelBox(x: margin, y: top, width: inner, height: mapHeight.rounded())
      if needed > 0 { keyPlace = PixelBox(x: margin, y: frame.bottom + 8 * unit, width: inner, height: needed) }
      height = frame.bottom + below + foot
    }
    height = height.rounded(.up)
  }
}

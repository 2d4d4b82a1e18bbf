import Cartography

/// The map in two layouts, for wide and for narrow windows, cut to its frame: the table takes the place of title and key.
struct PageMap {
  let wide: MapSheet
  /// Nil where the page would be too large with it: then narrow windows show the wide one and scroll it.
  let narrow: MapSheet?
  let isOfMany: Bool

  var html: String {
    let narrowSheet = narrow.map { "<div class=\"sheet narrow\">\($0.pageSVG(prefix: "narrow-", isBare: true))</div>" }
    return """
      <figure class="map\(narrow == nil ? " only" : "")" aria-labelledby="map-caption">
      <div class="pan"\(narrow == nil ? " tabindex=\"0\" role=\"region\" aria-label=\"Map\"" : "")><div class="sheet wide">\(wide.pageSVG())</div></div>
      \(narrowSheet ?? "")
      <figcaption id="map-caption">\(isOfMany ? "Where the incidents of all articles happened." : "Where the incidents happened.") \
      Hollow: planned or threatened. Dashed: suspected or claimed. Circles: the true place lies within. \
      <span class="credit">\(PageText.escaped(wide.credit))</span></figcaption>
      </figure>
      """
  }

  /// Cuts the sheets to their frames.
  var style: String { rules(".wide", wide) + (narrow.map { rules(".narrow", $0) } ?? "") }

  private func rules(_ selector: String, _ sheet: MapSheet) -> String {
    // With the whole of the frame's line.
    let frame = sheet.frame.insetBy(-0.6)
    func percent(_ part: Double, of whole: Double) -> String {
      let hundredths = Int((part / whole * 10_000).rounded())
      return
        "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(abs(hundredths) % 100 < 10 ? "0" : "")\(abs(hundredths) % 100)%"
    }
    func tenths(_ length: Double) -> String {
      let tenths = Int((length * 10).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return """
      \(selector){--ratio:\(tenths(frame.width))/\(tenths(frame.height));aspect-ratio:var(--ratio)}
      \(selector)>svg{width:\(percent(sheet.width, of: frame.width));left:\(percent(-frame.x, of: frame.width));\
      top:\(percent(-frame.y, of: frame.height))}

      """
  }

  /// The colours of the dark theme in the place of the light one's, and those of the families.
  static var colours: String {
    func families(_ theme: MapOptions.Theme) -> String {
      SymbolFamily.allCases.map { "--\($0.rawValue):\(PageColours.colour(of: $0, theme))" }.joined(separator: ";")
    }
    let night = PageColours.night.map { pair in
      ".sheet [fill=\"\(pair.light)\"]{fill:\(pair.dark)}.sheet [stroke=\"\(pair.light)\"]{stroke:\(pair.dark)}"
    }
    let classes = SymbolFamily.allCases.map { ".f-\($0.rawValue){--f:var(--\($0.rawValue))}" }
    return """
      :root{\(families(.light))}
      \(classes.joined())
      @media screen and (prefers-color-scheme:dark){
      :root{\(families(.dark))}
      \(night.joined(separator: "\n"))
      }

      """
  }
}

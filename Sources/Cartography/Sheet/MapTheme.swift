/// The colours of a sheet, as literals that every renderer takes.
struct MapTheme {
  var paper: String
  var sea: String
  var land: String
  var tintedLand: String
  var coast: String
  var border: String
  var firstLevel: String
  var graticule: String
  var frame: String
  var text: String
  var quietText: String
  var countryText: String
  var seaText: String
  var river: String
  var context: String
  var reference: String
  var halo: String
  var seaHalo: String
  var onSymbol: String
  /// For categories that the content brings itself, told apart also by people who see no red or green.
  var categories: [String]
  /// From little to much.
  var steps: [String]
  var symbols: [SymbolFamily: String]
  var font = FontMetrics.families

  /// A theme with a house's colours laid over it.
  static func named(_ theme: MapOptions.Theme, _ style: MapStyle = MapStyle()) -> MapTheme {
    var colours =
      switch theme {
      case .light: light
      case .dark: dark
      case .print: print
      }
    for (name, colour) in style.colours[theme] ?? [:] {
      if let path = names[name] { colours[keyPath: path] = colour }
      if let family = SymbolFamily(rawValue: name) { colours.symbols[family] = colour }
    }
    if let font = style.font { colours.font = font }
    return colours
  }

  /// What a style can set, by name.
  static let names: [String: WritableKeyPath<MapTheme, String> & Sendable] = [
    "paper": \.paper, "sea": \.sea, "land": \.land, "tinted-land": \.tintedLand, "coast": \.coast, "river": \.river,
    "border": \.border, "first-level-border": \.firstLevel, "graticule": \.graticule, "frame": \.frame, "text": \.text,
    "quiet-text": \.quietText, "country-text": \.countryText, "sea-text": \.seaText, "town": \.context,
    "place-mentioned": \.reference, "halo": \.halo, "sea-halo": \.seaHalo, "on-symbol": \.onSymbol,
  ]

  private static let light = MapTheme(
    paper: "#ffffff", sea: "#dce8ee", land: "#f8f5ee", tintedLand: "#f3e3c8", coast: "#8fa9b5", border: "#9a9186",
    firstLevel: "#d6cec1", graticule: "#c5d6de", frame: "#6b7278", text: "#1d2226", quietText: "#5b646b",
    countryText: "#7d7468", seaText: "#4f7f99", river: "#a5c3d1", context: "#55595c", reference: "#33383c",
    halo: "#ffffff",
    seaHalo: "#dce8ee", onSymbol: "#ffffff",
    categories: ["#2f6db3", "#c2540a", "#1d7a4d", "#8a3f9e", "#a8123a", "#7a6a00", "#1f8a94", "#5a5f66"],
    steps: ["#c6dbef", "#8fb9dd", "#5793c8", "#2b6cab", "#0b3f7c"],
    symbols: [
      .strike: "#b3261e", .explosion: "#c2540a", .violence: "#8a1c5b", .military: "#5b3f9e", .protest: "#1f6f8b",
      .disaster: "#1d7a4d", .accident: "#8a6a00", .other: "#4a5560",
    ])

  private static let dark = MapTheme(
    paper: "#14181c", sea: "#1b2730", land: "#2e353b", tintedLand: "#4a4130", coast: "#52646f", border: "#7d868d",
    firstLevel: "#434b52", graticule: "#26343e", frame: "#6d777f", text: "#eceff1", quietText: "#a9b3ba",
    countryText: "#a59d90", seaText: "#7fa6bc", river: "#3a5464", context: "#b7bdc2", reference: "#d9dee2",
    halo: "#171b1f",
    seaHalo: "#1b2730", onSymbol: "#14181c",
    categories: ["#7db4f0", "#ff9d4d", "#6fd3a0", "#d39bea", "#ff8a9d", "#e3c14f", "#66d0d9", "#c0cad2"],
    steps: ["#2b4a66", "#3c6f9c", "#5a98cf", "#8fc1ec", "#d2e8fb"],
    symbols: [
      .strike: "#ff7a6b", .explosion: "#ff9d4d", .violence: "#f08cc3", .military: "#b9a2ff", .protest: "#6cc8e6",
      .disaster: "#6fd3a0", .accident: "#e3c14f", .other: "#c0cad2",
    ])

  private static let print = MapTheme(
    paper: "#ffffff", sea: "#e6ecef", land: "#ffffff", tintedLand: "#ececec", coast: "#5f6a70", border: "#6f6f6f",
    firstLevel: "#c8c8c8", graticule: "#ccd5d9", frame: "#333333", text: "#000000", quietText: "#444444",
    countryText: "#6a6a6a", seaText: "#4a6675", river: "#9fb1ba", context: "#333333", reference: "#111111",
    halo: "#ffffff",
    seaHalo: "#e6ecef", onSymbol: "#ffffff",
    categories: ["#1f4f8a", "#a84300", "#0f6038", "#5f2a75", "#7d0f2c", "#5c5000", "#0f666e", "#444444"],
    steps: ["#d9d9d9", "#b3b3b3", "#858585", "#575757", "#262626"],
    symbols: [
      .strike: "#a31515", .explosion: "#a84300", .violence: "#7a1450", .military: "#3f2b85", .protest: "#0f5a75",
      .disaster: "#0f6038", .accident: "#6b5200", .other: "#333333",
    ])

  func colour(of family: SymbolFamily) -> String { symbols[family] ?? text }

  func colour(of site: MapSite) -> String { site.colour ?? colour(of: site.family) }

  func colour(_ colour: MapFeature.Colour) -> String {
    switch colour {
    case .usual: categories[0]
    case .literal(let text): text
    case .category(let index): categories[max(index, 0) % categories.count]
    case .step(let index): steps[min(max(index, 0), steps.count - 1)]
    }
  }
}
